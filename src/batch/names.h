/*
 * A file name for each report of a run, before the first one is made.
 */
#ifndef BC_BATCH_NAMES_H
#define BC_BATCH_NAMES_H

#include "batch/records.h"

/*
 * Name every record that isn't refused yet: by `pattern`, or without one (NULL)
 * like its input file.  One that gets no name, or a name that another one
 * has, is refused instead.  False without memory.
 */
bool bc_names_give(struct bc_records *records, struct baocao *engine, const char *pattern);

/* A hash of the bytes that a record's name was made from. */
uint64_t bc_names_hash(const struct baocao_job *job);

#endif
