/*
 * The command batch: its messages, its progress, its exit status.
 */
#ifndef BC_CLI_BATCH_H
#define BC_CLI_BATCH_H

#include "cli/args.h"

/* Make many reports; the exit status. */
int cli_batch(const struct cli_args *args, struct baocao *engine);

#endif
