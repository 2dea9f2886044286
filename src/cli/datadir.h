/*
 * Where fonts and templates lie.
 */
#ifndef BC_CLI_DATADIR_H
#define BC_CLI_DATADIR_H

#include <stddef.h>

/*
 * The folder that holds fonts/ and templates/: beside the program as make
 * install puts it, or the source tree that it was built in, or else the
 * folder chosen when it was compiled.  Written to `out`.
 */
void cli_data_dir(char *out, size_t size);

#endif
