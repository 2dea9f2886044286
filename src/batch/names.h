/*
 * A file name for each report of a run, before the first one is made.
 */
#ifndef BC_BATCH_NAMES_H
#define BC_BATCH_NAMES_H

#include "batch/batch.h"
#include "batch/records.h"

/*
 * Name every record that isn't refused yet: by the batch's pattern, or without
 * one like its input file.  One that gets no name, or a name that another one
 * has, is refused instead.  False without memory.
 */
bool bc_names_give(struct bc_records *records, struct baocao *engine,
		   const struct bc_batch *batch);

/* A hash of the bytes that a record's name was made from. */
uint64_t bc_names_hash(const struct baocao_job *job);

#endif
