/*
 * The command line as a struct.
 */
#ifndef BC_CLI_ARGS_H
#define BC_CLI_ARGS_H

#include "baocao.h"

#include <stdbool.h>
#include <stddef.h>

enum cli_command {
	CLI_NONE,
	CLI_RENDER,
	CLI_CHECK,
	CLI_BATCH,
	CLI_SCHEMA,
	CLI_TEMPLATES,
	CLI_NEW,
	CLI_EXTRACT,
	CLI_VERIFY,
	CLI_EXPLAIN,
	CLI_HELP,
	CLI_VERSION,
};

enum cli_diagnostics {
	CLI_HUMAN,
	CLI_SHORT,
	CLI_JSON
};

enum {
	CLI_SETS = 64 /* at most */
};

struct cli_args {
	enum cli_command command;
	const char *output;   /* -o; NULL: not given */
	const char *font_dir; /* --fonts */
	const char *data_dir; /* --data */
	enum baocao_output form;
	enum baocao_standard standard;
	enum baocao_carry carry;
	enum cli_diagnostics diagnostics;
	enum baocao_lang lang;
	bool draft, verbose, stats;
	const char *sets[CLI_SETS]; /* --set, each as it was given */
	size_t n_sets;
	const char *template;           /* --template; NULL: not given */
	bool list;                      /* --list */
	const char *file;               /* --file; NULL: not given */
	const char *pattern;            /* --name; NULL: not given */
	const char *map;                /* --signature-map; NULL: not given */
	bool maps, fields;              /* --signature-maps, --signature-fields */
	size_t jobs;                    /* -j; 0: not given */
	size_t cpu_limit, memory_limit; /* seconds, MiB */
	char **operands;                /* file names, a code: borrowed from argv */
	int n_operands;
};

/*
 * Read argv.  False after a message on stderr: the usage is wrong.  The
 * language is that of --lang, else English in an English locale, else
 * Vietnamese.
 */
bool cli_args_read(int argc, char **argv, struct cli_args *out);

#endif
