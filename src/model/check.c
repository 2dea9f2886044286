/*
 * Rules across fields: dates against the period, names against ids, and for
 * the document, results, other lists, tables and attached files the rules in
 * check_document.c, check_results.c, check_lists.c, check_table.c and
 * check_attachments.c.
 */
#include "model/check.h"

#include "model/refs.h"

struct bc_str bc_decimal_vi(struct bc_arena *a, struct bc_decimal v)
{
	struct bc_buf b = bc_buf_in(a);
	bc_decimal_print(&b, v);
	return bc_buf_str(&b);
}

struct bc_finding *bc_report_two(struct bc_ctx *ctx, enum bc_diag diag, struct bc_place place,
				 struct bc_decimal a, struct bc_decimal b, struct bc_str name)
{
	return bc_report(ctx->findings, diag, place, bc_decimal_vi(ctx->scratch, a),
			 bc_decimal_vi(ctx->scratch, b), name);
}

static bool written(struct bc_place place)
{
	return place.source != NULL;
}

static void check_head(struct bc_ctx *ctx, const struct bc_report *r)
{
	/* an object that isn't there has been reported as such */
	if (written(r->organization.place) && r->organization.kind == BC_ORG_NONE &&
	    !r->profile.s.p)
		BC_REPORT0(ctx->findings, MODEL_NO_KIND, r->organization.place);
	if (written(r->document.place) && !written(r->document.date.place) &&
	    !written(r->period.to.place) && !r->profile.s.p)
		BC_REPORT0(ctx->findings, MODEL_NO_DATE, r->document.place);
}

static void check_period(struct bc_ctx *ctx, const struct bc_period *p)
{
	bool both = p->from.date.year && p->to.date.year;
	if (!both || bc_date_compare(p->from.date, p->to.date) <= 0)
		return;
	struct bc_finding *f = BC_REPORT0(ctx->findings, MODEL_PERIOD_ORDER, p->to.place);
	if (f)
		f->related = p->from.place;
}

/* A list of the report's by name, whether it has anything, and where that begins. */
#define LIST(list)  #list, r->n_##list != 0, r->n_##list ? r->list[0].place : r->place
#define PROSE(list) #list, r->list.n != 0, r->list.n ? r->list.at[0].place : r->place

/* Data that no section shows yet; one note is enough.  A template may show any of it. */
static void check_unprinted(struct bc_ctx *ctx, const struct bc_report *r)
{
	const struct {
		const char *key;
		bool given;
		struct bc_place place;
	} all[] = {
		{LIST(results)},
		{LIST(models)},
		{PROSE(tasks)},
		{PROSE(lessons)},
		{PROSE(shortcomings)},
		{PROSE(causes)},
		{PROSE(proposals)},
		{LIST(targets)},
		{LIST(practices)},
		{LIST(commendations)},
		{LIST(discipline)},
		{LIST(units)},
		{LIST(comments)},
		{LIST(enclosures)},
		{"texts", r->texts.n != 0, r->texts.n ? r->texts.at[0].key.place : r->place},
	};
	for (size_t i = 0; i < sizeof all / sizeof all[0] && !r->template.s.p; i++) {
		if (!all[i].given)
			continue;
		BC_REPORT1(ctx->findings, MODEL_TEMPLATE_ONLY, all[i].place,
			   bc_str_of(all[i].key));
		return;
	}
}

/* Tables that blocks name and have. */
struct tables {
	const struct bc_report *report;
	const struct bc_ids *ids;
	bool *used;    /* by number in report->tables */
	bool dangling; /* a name is wrong: tables that seem unused may be meant by it */
};

static void check_block_table(struct bc_ctx *ctx, struct tables *t,
			      const struct bc_block *block)
{
	const struct bc_data_table *first = t->report->tables;
	if (!block->reference.s.n) {
		bc_check_table(ctx, block->table);
		return;
	}
	if (bc_ids_find(t->ids, block->reference.s)) {
		t->used[block->table - first] = true;
		return;
	}
	bc_ids_report(ctx, t->ids, &block->reference, BC_STR("tables"));
	t->dangling = true;
}

static void check_blocks(struct bc_ctx *ctx, struct tables *t, const struct bc_block *blocks,
			 size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (blocks[i].kind == BC_BLOCK_TABLE && blocks[i].table)
			check_block_table(ctx, t, &blocks[i]);
		check_blocks(ctx, t, blocks[i].blocks, blocks[i].n_blocks);
	}
}

static void check_tables(struct bc_ctx *ctx, const struct bc_report *r)
{
	struct bc_ids ids = bc_table_ids(ctx->scratch, r);
	struct tables t = {
		.report = r,
		.ids = &ids,
		.used = bc_new_n(ctx->scratch, bool, r->n_tables),
	};
	bc_ids_check(ctx, &ids, BC_DIAG_MODEL_SAME_ID);
	check_blocks(ctx, &t, r->sections, r->n_sections);
	for (size_t i = 0; i < r->n_appendices; i++)
		check_blocks(ctx, &t, r->appendices[i].blocks, r->appendices[i].n_blocks);
	for (size_t i = 0; i < r->n_tables; i++) {
		bc_check_table(ctx, &r->tables[i]);
		/* of two with one id only the first can be named, which is reported already */
		bool named = bc_ids_find(&ids, r->tables[i].id.s) == &r->tables[i].id;
		if (named && !t.used[i] && !t.dangling)
			BC_REPORT1(ctx->findings, MODEL_UNUSED_TABLE, r->tables[i].id.place,
				   r->tables[i].id.s);
	}
}

void bc_report_check(struct bc_ctx *ctx, struct bc_report *report)
{
	struct bc_mark mark = bc_arena_mark(ctx->scratch);
	check_head(ctx, report);
	bc_check_document(ctx, report);
	check_period(ctx, &report->period);
	bc_check_results(ctx, report);
	bc_check_lists(ctx, report);
	check_tables(ctx, report);
	bc_check_attachments(ctx, report);
	check_unprinted(ctx, report);
	bc_arena_release(ctx->scratch, mark);
}
