/*
 * Worker processes and the reports they are at.
 */
#ifndef BC_BATCH_POOL_H
#define BC_BATCH_POOL_H

#include "batch/worker.h"

/* Takes an outcome, in the order in which they come; false stops the run. */
typedef bool bc_outcome_taker(void *self, struct bc_outcome *outcome);

struct bc_pool_result {
	size_t not_begun;
	bool interrupted;
	int error; /* errno: no worker could be started, or memory ran out; 0: neither */
};

/*
 * Have the records `order` (n of them) made.  SIGINT, SIGTERM and SIGHUP stop
 * the run after the reports that are begun; another one, at once.
 */
struct bc_pool_result bc_pool_run(const struct bc_work *work, const size_t *order, size_t n,
				  bc_outcome_taker *take, void *self);

#endif
