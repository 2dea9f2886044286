/*
 * What a công văn has and has not: no type name, always addressees and a text
 * (NĐ 30 I.II.5, I.II.9; HD36 1.5.1, 1.9.2).
 */
#include "model/check.h"
#include "model/read.h"
#include "text/viet.h"

static bool begins_with(struct bc_str s, struct bc_str words)
{
	return s.n >= words.n && bc_compare_no_case(bc_str_cut(s, 0, words.n), words) == 0;
}

static void check_named(struct bc_ctx *ctx, const struct bc_document *d)
{
	if (bc_compare_no_case(d->type.s, BC_STR("công văn")) == 0)
		BC_REPORT1(ctx->findings, MODEL_TYPE_CONG_VAN, d->type.place, d->type.s);
}

static void check_subject(struct bc_ctx *ctx, const struct bc_phrase *subject)
{
	static const struct bc_str openings[] = {{"V/v", 3}, {"Về việc", sizeof "Về việc" - 1}};
	for (size_t i = 0; i < sizeof openings / sizeof openings[0]; i++) {
		if (begins_with(subject->s, openings[i]))
			BC_REPORT1(ctx->findings, MODEL_VE_VIEC, subject->place, openings[i]);
	}
}

static void check_addressees(struct bc_ctx *ctx, struct bc_report *report)
{
	if (report->addressees.n)
		return;
	BC_REPORT0(ctx->findings, MODEL_NO_ADDRESSEES, report->document.place);
	bc_mark_gap(ctx, (char *)report, bc_shape_field(&bc_shape_report, BC_STR("addressees")),
		    report->document.place);
}

void bc_check_document(struct bc_ctx *ctx, struct bc_report *report)
{
	const struct bc_document *d = &report->document;
	if (d->form != BC_FORM_CONG_VAN) {
		check_named(ctx, d);
		return;
	}
	if (d->type.s.p)
		BC_REPORT1(ctx->findings, MODEL_CONG_VAN_TYPE, d->type.place, BC_STR("type"));
	if (d->author_line.s.p)
		BC_REPORT1(ctx->findings, MODEL_CONG_VAN_TYPE, d->author_line.place,
			   BC_STR("author_line"));
	if (begins_with(d->symbol.s, BC_STR("BC/")) || begins_with(d->symbol.s, BC_STR("BC-")))
		BC_REPORT1(ctx->findings, MODEL_SYMBOL_BC, d->symbol.place, d->symbol.s);
	if (report->n_sections == 0 && report->basis.text.n == 0)
		BC_REPORT0(ctx->findings, MODEL_CONG_VAN_EMPTY, d->place);
	check_subject(ctx, &d->subject);
	check_addressees(ctx, report);
}
