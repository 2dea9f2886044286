/*
 * The process that makes reports, one at a time, for the one that started it.
 */
#ifndef BC_BATCH_WORKER_H
#define BC_BATCH_WORKER_H

#include "base/compiler.h"
#include "batch/batch.h"
#include "batch/records.h"

/* What all workers of a run share. */
struct bc_work {
	const struct bc_batch *batch;
	const struct bc_records *records;
	struct baocao *engine; /* its fonts are loaded */
};

/*
 * Make the records whose numbers (size_t) come from `fd`, and send an outcome
 * for each, until `fd` is closed or one has failed (BC_FAILED): after that a new
 * worker had better go on.  Never returns.
 */
BC_NORETURN void bc_worker_run(const struct bc_work *work, int fd);

/*
 * The outcome of a record that no worker could bring to its end: the finding
 * `cause` about it.  False without memory.
 */
bool bc_worker_lost(const struct bc_work *work, size_t record, enum bc_diag cause,
		    const char *detail, struct bc_outcome *outcome);

#endif
