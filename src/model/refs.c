/* Ids sorted for searching, and tables found by theirs. */
#include "model/refs.h"

#include "model/near.h"

#include <stdlib.h>

static int compare_text(struct bc_str a, struct bc_str b)
{
	size_t n = a.n < b.n ? a.n : b.n;
	int order = n ? memcmp(a.p, b.p, n) : 0;
	return order ? order : (a.n > b.n) - (a.n < b.n);
}

static int compare(const void *x, const void *y)
{
	const struct bc_phrase *a = *(const struct bc_phrase *const *)x;
	const struct bc_phrase *b = *(const struct bc_phrase *const *)y;
	int order = compare_text(a->s, b->s);
	return order ? order
		     : (a->place.begin > b->place.begin) - (a->place.begin < b->place.begin);
}

struct bc_ids bc_ids_of(struct bc_arena *a, const struct bc_phrase *first, size_t n,
			size_t size)
{
	struct bc_ids ids = {.at = bc_new_n(a, const struct bc_phrase *, n)};
	for (size_t i = 0; i < n; i++) {
		const void *id = (const char *)first + i * size;
		if (((const struct bc_phrase *)id)->s.n)
			ids.at[ids.n++] = id;
	}
	if (ids.n)
		qsort(ids.at, ids.n, sizeof *ids.at, compare);
	return ids;
}

struct bc_ids bc_table_ids(struct bc_arena *a, const struct bc_report *report)
{
	const struct bc_data_table *t = report->tables;
	return bc_ids_of(a, t ? &t->id : NULL, report->n_tables, sizeof *t);
}

struct bc_ids bc_result_ids(struct bc_arena *a, const struct bc_report *report)
{
	const struct bc_result *r = report->results;
	return bc_ids_of(a, r ? &r->id : NULL, report->n_results, sizeof *r);
}

struct bc_ids bc_target_ids(struct bc_arena *a, const struct bc_report *report)
{
	const struct bc_target *t = report->targets;
	return bc_ids_of(a, t ? &t->id : NULL, report->n_targets, sizeof *t);
}

const struct bc_phrase *bc_ids_find(const struct bc_ids *ids, struct bc_str s)
{
	size_t low = 0, high = ids->n;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (compare_text(ids->at[middle]->s, s) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low < ids->n && bc_str_eq(ids->at[low]->s, s) ? ids->at[low] : NULL;
}

void bc_ids_check(struct bc_ctx *ctx, const struct bc_ids *ids, enum bc_diag diag)
{
	for (size_t i = 1; i < ids->n; i++) {
		if (!bc_str_eq(ids->at[i - 1]->s, ids->at[i]->s))
			continue;
		const struct bc_str none = {0};
		struct bc_finding *f = bc_report(ctx->findings, diag, ids->at[i]->place,
						 ids->at[i]->s, none, none);
		if (f)
			f->related = bc_ids_find(ids, ids->at[i]->s)->place;
	}
}

void bc_ids_report(struct bc_ctx *ctx, const struct bc_ids *ids,
		   const struct bc_phrase *reference, struct bc_str where)
{
	struct bc_near near = bc_near_to(reference->s);
	for (size_t i = 0; i < ids->n; i++)
		bc_near_try(&near, ids->at[i]->s);
	if (near.best.p)
		BC_REPORT3(ctx->findings, MODEL_NO_ID_NEAR, reference->place, reference->s,
			   where, near.best);
	else
		BC_REPORT2(ctx->findings, MODEL_NO_ID, reference->place, reference->s, where);
}

static struct bc_data_table *table_of(const struct bc_report *report,
				      const struct bc_phrase *id)
{
	for (size_t i = 0; i < report->n_tables; i++) {
		if (&report->tables[i].id == id)
			return &report->tables[i];
	}
	return NULL;
}

static void resolve(const struct bc_report *report, const struct bc_ids *ids,
		    struct bc_block *blocks, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct bc_str name = blocks[i].reference.s;
		const struct bc_phrase *id = name.n ? bc_ids_find(ids, name) : NULL;
		if (id)
			blocks[i].table = table_of(report, id);
		resolve(report, ids, blocks[i].blocks, blocks[i].n_blocks);
	}
}

void bc_refs_resolve(struct bc_ctx *ctx, struct bc_report *report)
{
	struct bc_mark mark = bc_arena_mark(ctx->scratch);
	struct bc_ids ids = bc_table_ids(ctx->scratch, report);
	resolve(report, &ids, report->sections, report->n_sections);
	for (size_t i = 0; i < report->n_appendices; i++)
		resolve(report, &ids, report->appendices[i].blocks,
			report->appendices[i].n_blocks);
	bc_arena_release(ctx->scratch, mark);
}
