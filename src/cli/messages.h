/*
 * Findings on stderr: for people, for editors, for machines.
 */
#ifndef BC_CLI_MESSAGES_H
#define BC_CLI_MESSAGES_H

#include "baocao.h"
#include "cli/args.h"

#include <stdio.h>

/* Totals over the files of a run. */
struct cli_totals {
	size_t count[3]; /* by severity */
	size_t dropped;
};

/* Print one finding to `out`, if it is to be shown. */
void cli_finding_print(const struct cli_args *args, const struct baocao_finding *finding,
		       FILE *out);

/* Print the findings of one result that are to be shown, and count all. */
void cli_findings_print(const struct cli_args *args, struct baocao_result *result,
			struct cli_totals *totals);

/* The last line: how many of each; for machines always, for people when there are any. */
void cli_summary_print(const struct cli_args *args, const struct cli_totals *totals);

#endif
