/* Names are made one by one, then sorted, so that equal ones meet. */
#include "batch/names.h"

#include "base/hash.h"

#include <stdlib.h>
#include <string.h>

uint64_t bc_names_hash(const struct baocao_job *job)
{
	return job->text ? bc_hash((struct bc_str){job->text, job->size}, job->size) : 0;
}

/* folder/unit.json -> unit.pdf */
static char *name_like_input(const char *input)
{
	const char *slash = strrchr(input, '/');
	struct bc_str stem = bc_str_of(slash ? slash + 1 : input);
	if (stem.n > 5 && strcmp(stem.p + stem.n - 5, ".json") == 0)
		stem.n -= 5;
	char *name = malloc(stem.n + sizeof ".pdf");
	if (name) {
		memcpy(name, stem.p, stem.n);
		memcpy(name + stem.n, ".pdf", sizeof ".pdf");
	}
	return name;
}

/* The name by the pattern; false without memory. */
static bool name_by_pattern(struct baocao *engine, const struct baocao_job *job,
			    const char *pattern, struct bc_record *record)
{
	struct baocao_result *result = baocao_name(engine, job, pattern);
	if (!result)
		return false;
	size_t n;
	const char *name = baocao_result_bytes(result, &n);
	if (name)
		record->name = strndup(name, n);
	else
		record->refused = BC_DIAG_BATCH_NO_NAME;
	baocao_result_free(result);
	return !name || record->name;
}

static bool give_one(struct bc_records *records, size_t i, struct baocao *engine,
		     const struct bc_batch *batch, struct bc_record_text *text)
{
	char pointer[24];
	struct bc_record *record = &records->at[i];
	struct baocao_job job = bc_record_job(records, i, text, pointer);
	record->hash = bc_names_hash(&job);
	job.sets = batch->sets;
	job.n_sets = batch->n_sets;
	if (batch->pattern)
		return name_by_pattern(engine, &job, batch->pattern, record);
	record->name = name_like_input(job.name);
	return record->name != NULL;
}

/* Named records by name, then by their order. */
static int by_name(const void *a, const void *b)
{
	const struct bc_record *x = *(struct bc_record *const *)a;
	const struct bc_record *y = *(struct bc_record *const *)b;
	int order = baocao_name_compare(x->name, y->name);
	return order ? order : (x > y) - (x < y);
}

static bool refuse_taken(struct bc_record *record, size_t other)
{
	record->refused = BC_DIAG_BATCH_NAME_TAKEN;
	record->related = other;
	record->detail = strdup(record->name);
	return record->detail != NULL;
}

static bool refuse_equal_names(struct bc_records *records)
{
	size_t n = 0;
	bool done = true;
	struct bc_record **sorted = malloc((records->n + 1) * sizeof(struct bc_record *));
	if (!sorted)
		return false;
	for (size_t i = 0; i < records->n; i++) {
		if (records->at[i].name)
			sorted[n++] = &records->at[i];
	}
	if (n)
		qsort(sorted, n, sizeof *sorted, by_name);
	for (size_t i = 0, first = 0; i < n && done; i++) {
		if (baocao_name_compare(sorted[first]->name, sorted[i]->name) != 0)
			first = i;
		if (i == first)
			continue;
		if (i == first + 1)
			done = refuse_taken(sorted[first], (size_t)(sorted[i] - records->at));
		done = done && refuse_taken(sorted[i], (size_t)(sorted[first] - records->at));
	}
	free(sorted);
	return done;
}

bool bc_names_give(struct bc_records *records, struct baocao *engine,
		   const struct bc_batch *batch)
{
	struct bc_record_text text = {0};
	bool done = true;
	for (size_t i = 0; i < records->n && done; i++) {
		if (records->at[i].refused == BC_NOT_REFUSED)
			done = give_one(records, i, engine, batch, &text);
	}
	free(text.p);
	return done && refuse_equal_names(records);
}
