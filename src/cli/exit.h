/*
 * What the program's exit status says.
 */
#ifndef BC_CLI_EXIT_H
#define BC_CLI_EXIT_H

enum {
	EXIT_ERRORS = 1,        /* a report has errors, or is a draft */
	EXIT_USAGE = 2,         /* wrong usage */
	EXIT_SYSTEM = 3,        /* a file, a font or memory was not to be had */
	EXIT_INTERRUPTED = 130, /* as the shell says of Ctrl-C */
};

#endif
