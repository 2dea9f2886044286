/*
 * Many reports in one run.
 *
 * The reports are found and named first; then worker processes, forked from
 * one that has loaded the fonts, make them one at a time.  A report costs
 * nobody but itself, whatever it does.
 */
#ifndef BC_BATCH_BATCH_H
#define BC_BATCH_BATCH_H

#include "batch/outcome.h"

struct bc_batch_summary {
	size_t records, written, drafts, failed; /* drafts are written, failed ones are not */
	size_t not_begun;                        /* after an interruption */
	bool interrupted;
	bool needs_pattern; /* nothing was done: a list of reports, and no pattern of names */
	int error;          /* errno: the run could not be made, or not to its end; 0: it was */
	char where[256];    /* what that happened to, or "" */
};

struct bc_batch {
	char *const *operands; /* files, folders, "-" */
	int n_operands;
	const char *folder;  /* of the PDFs and the manifest; made when it isn't there */
	const char *pattern; /* of file names; NULL: like the input files */
	size_t workers;      /* processes */
	size_t cpu_limit; /* seconds of computing for one report; the clock may show ten times
			     that */
	size_t memory_limit;     /* MiB of a worker's address space; 0: no limit */
	const char *template;    /* as in struct baocao_job */
	const char *const *sets; /* likewise */
	size_t n_sets;
	enum baocao_standard standard; /* likewise */
	enum baocao_carry carry;       /* likewise */
	bool draft;                    /* of each job */
	bool signature_fields;         /* likewise */
	bool signature_maps;           /* NAME.map.json beside each NAME.pdf */

	void *self;      /* handed to the functions below */
	bc_teller *tell; /* called in a worker */
	/* Told before the first outcome (NULL), then of each outcome as it comes. */
	void (*came)(void *self, const struct bc_outcome *outcome,
		     const struct bc_batch_summary *so_far);
	/* Told when the run is asked to stop: `busy` reports are being finished. */
	void (*stopping)(void *self, size_t busy);
};

/* Make all reports. */
struct bc_batch_summary bc_batch_run(const struct bc_batch *batch, struct baocao *engine);

#endif
