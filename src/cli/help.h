/*
 * What --help says.
 */
#ifndef BC_CLI_HELP_H
#define BC_CLI_HELP_H

#include "baocao.h"

const char *cli_help(enum baocao_lang lang);

#endif
