/* Find, name, make, tell. */
#include "batch/batch.h"

#include "batch/manifest.h"
#include "batch/names.h"
#include "batch/pool.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

struct run {
	const struct bc_batch *batch;
	struct bc_records records;
	FILE *manifest;
	struct bc_batch_summary summary;
};

static void fail(struct run *run, int error, const char *where)
{
	if (run->summary.error)
		return;
	run->summary.error = error ? error : EIO;
	snprintf(run->summary.where, sizeof run->summary.where, "%s", where);
}

static bool needs_pattern(const struct run *run)
{
	for (size_t i = 0; i < run->records.n_inputs; i++) {
		if (run->records.inputs[i].many && !run->batch->pattern)
			return true;
	}
	return false;
}

/* mkdir -p */
static bool make_folder(const char *name)
{
	char path[4096];
	size_t n = strlen(name);
	if (n == 0 || n >= sizeof path)
		return false;
	memcpy(path, name, n + 1);
	for (size_t i = 1; i <= n; i++) {
		if (path[i] != '/' && path[i] != '\0')
			continue;
		path[i] = '\0';
		if (mkdir(path, 0777) != 0 && errno != EEXIST)
			return false;
		path[i] = name[i];
	}
	struct stat st;
	if (stat(name, &st) != 0)
		return false;
	errno = ENOTDIR;
	return S_ISDIR(st.st_mode);
}

static bool open_manifest(struct run *run)
{
	char path[4096];
	int n = snprintf(path, sizeof path, "%s/" BC_MANIFEST, run->batch->folder);
	errno = ENAMETOOLONG;
	run->manifest = n > 0 && (size_t)n < sizeof path ? fopen(path, "we") : NULL;
	return run->manifest != NULL;
}

/* Those that are refused already come first: they are told before the first page is made. */
static size_t *order_of(const struct bc_records *records)
{
	size_t *order = malloc((records->n + 1) * sizeof *order), n = 0;
	for (int made = 0; order && made <= 1; made++) {
		for (size_t i = 0; i < records->n; i++) {
			if ((records->at[i].refused == BC_NOT_REFUSED) == made)
				order[n++] = i;
		}
	}
	return order;
}

static bool take_outcome(void *self, struct bc_outcome *outcome)
{
	struct run *run = self;
	struct bc_batch_summary *summary = &run->summary;
	summary->written += outcome->bytes > 0;
	summary->drafts += outcome->fate == BC_DRAFTED;
	summary->failed += outcome->bytes == 0;
	run->batch->came(run->batch->self, outcome, summary);
	if (bc_manifest_add(run->manifest, &run->records, outcome))
		return true;
	fail(run, errno, BC_MANIFEST);
	return false;
}

static void make_all(struct run *run, struct baocao *engine)
{
	struct bc_work work = {run->batch, &run->records, engine};
	size_t *order = order_of(&run->records);
	if (!order) {
		fail(run, ENOMEM, "");
		return;
	}
	run->summary.records = run->records.n;
	run->batch->came(run->batch->self, NULL, &run->summary);
	struct bc_pool_result made =
		bc_pool_run(&work, order, run->records.n, take_outcome, run);
	run->summary.not_begun = made.not_begun;
	run->summary.interrupted = made.interrupted;
	if (made.error)
		fail(run, made.error, "");
	free(order);
}

static void run_all(struct run *run, struct baocao *engine)
{
	const struct bc_batch *batch = run->batch;
	if (!bc_records_find(&run->records, batch->operands, batch->n_operands)) {
		fail(run, ENOMEM, "");
		return;
	}
	run->summary.needs_pattern = needs_pattern(run);
	if (run->summary.needs_pattern)
		return;
	if (!bc_names_give(&run->records, engine, batch)) {
		fail(run, ENOMEM, "");
		return;
	}
	if (!make_folder(batch->folder)) {
		fail(run, errno, batch->folder);
		return;
	}
	if (!open_manifest(run)) {
		fail(run, errno, BC_MANIFEST);
		return;
	}
	make_all(run, engine);
	if (fclose(run->manifest) != 0)
		fail(run, errno, BC_MANIFEST);
}

struct bc_batch_summary bc_batch_run(const struct bc_batch *batch, struct baocao *engine)
{
	struct run run = {.batch = batch};
	run_all(&run, engine);
	bc_records_free(&run.records);
	return run.summary;
}
