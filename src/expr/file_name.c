/* A pattern is a text with holes, where the name of a file has to come out. */
#include "expr/file_name.h"

#include "expr/ast.h"
#include "expr/spans.h"
#include "text/file_name.h"
#include "text/nfc.h"
#include "json/encoding.h"
#include "json/pluck.h"

/* A hole that is nothing but a way into the data, as its keys; n 0: it is more. */
struct way {
	struct bc_str *keys;
	size_t n;
};

struct bc_name_pattern {
	struct bc_spans spans;
	struct way *ways; /* of each span's hole */
	struct bc_place place;
};

static bool ends_in_pdf(struct bc_str s)
{
	return s.n >= 4 && bc_str_eq(bc_str_cut(s, s.n - 4, s.n), BC_STR(".pdf"));
}

static bool refused(struct bc_ctx *ctx, struct bc_place place, struct bc_str why)
{
	if (why.n)
		BC_REPORT1(ctx->findings, BATCH_PATTERN, place, why);
	return why.n > 0;
}

/* Whether all literal text may be part of a name; false after a finding. */
static bool check_literals(struct bc_ctx *ctx, const struct bc_name_pattern *p)
{
	struct bc_str whole = p->place.source->text;
	for (size_t i = 0; i < p->spans.n; i++) {
		struct bc_str text = p->spans.at[i].text;
		size_t from = text.n ? (size_t)(text.p - whole.p) : 0;
		size_t close = bc_str_find(text, 0, BC_STR("}}"));
		struct bc_place place = bc_place_within(p->place, whole.n, from, from + text.n);
		if (refused(ctx, place, bc_file_name_sign(text)))
			return false;
		place.begin += (uint32_t)close;
		if (close < text.n &&
		    refused(ctx, place,
			    BC_BOTH("{{ và }} không đi đôi", "{{ and }} do not match")))
			return false;
	}
	return true;
}

/* What a pattern may ask for. */
struct names {
	const struct bc_str *at;
	size_t n;
};

static bool is_known(struct names known, struct bc_str name, bool each)
{
	if ((each && bc_str_is(name, "it")) || bc_str_starts(name, BC_STR("x_")))
		return true;
	for (size_t i = 0; i < known.n; i++) {
		if (bc_str_eq(known.at[i], name))
			return true;
	}
	return false;
}

static bool tell_unknown(struct bc_ctx *ctx, const struct bc_expr *e, struct names known)
{
	struct bc_buf names = bc_buf_in(ctx->arena);
	for (size_t i = 0; i < known.n; i++) {
		bc_buf_puts(&names, i ? ", " : "");
		bc_buf_add(&names, known.at[i]);
	}
	BC_REPORT2(ctx->findings, TEMPLATE_NAME, e->place, e->text, bc_buf_str(&names));
	return false;
}

/*
 * Whether the data may have what `e` asks for; false after a finding.  Told
 * here, of the pattern, and not once more of each of many reports.  `each`:
 * within what is evaluated for each element.
 */
static bool check_names(struct bc_ctx *ctx, const struct bc_expr *e, struct names known,
			bool each)
{
	if (e->kind == BC_EXPR_NAME && !is_known(known, e->text, each))
		return tell_unknown(ctx, e, known);
	for (size_t i = 0; i < e->n_args; i++) {
		bool lazy = i == 1 && e->kind == BC_EXPR_CALL && e->function->lazy;
		if (!check_names(ctx, e->args[i], known, each || lazy))
			return false;
	}
	return true;
}

static struct way way_of(struct bc_ctx *ctx, const struct bc_expr *e)
{
	struct way way = {.n = 1};
	const struct bc_expr *root = e;
	for (; root->kind == BC_EXPR_MEMBER; root = root->args[0])
		way.n++;
	if (root->kind != BC_EXPR_NAME)
		return (struct way){0};
	way.keys = bc_new_n(ctx->arena, struct bc_str, way.n);
	for (size_t i = way.n; i > 0; e = e->args[0])
		way.keys[--i] = e->text;
	return way;
}

static struct bc_name_pattern *new_pattern(struct bc_ctx *ctx, struct bc_str text)
{
	struct bc_name_pattern *p = bc_new(ctx->arena, struct bc_name_pattern);
	struct bc_source *source = bc_new(ctx->arena, struct bc_source);
	*source = (struct bc_source){.name = BC_STR("--name"), .text = text};
	source->text.p = bc_str_z(ctx->arena, text);
	p->place = (struct bc_place){.source = source, .end = (uint32_t)text.n};
	return p;
}

const struct bc_name_pattern *bc_name_pattern_read(struct bc_ctx *ctx, struct bc_str text,
						   const struct bc_str *known, size_t n_known)
{
	struct bc_name_pattern *p = new_pattern(ctx, text);
	struct names names = {known, n_known};
	size_t start;
	text = p->place.source->text;
	if (text.n && !bc_encoding_check(ctx, p->place.source, &start))
		return NULL;
	if (!ends_in_pdf(text)) {
		refused(ctx, bc_place_within(p->place, text.n, text.n, text.n),
			BC_BOTH("phải kết thúc bằng .pdf", "it must end in .pdf"));
		return NULL;
	}
	if (!bc_spans_read(ctx, text, p->place, &p->spans) || !check_literals(ctx, p))
		return NULL;
	p->ways = bc_new_n(ctx->arena, struct way, p->spans.n);
	for (size_t i = 0; i < p->spans.n; i++) {
		const struct bc_expr *e = p->spans.at[i].expr;
		if (e && known && !check_names(ctx, e, names, false))
			return NULL;
		p->ways[i] = e ? way_of(ctx, e) : (struct way){0};
	}
	return p;
}

/* Where the report begins. */
static struct bc_place start_of(const struct bc_json *report)
{
	struct bc_place start = report->place;
	start.end = start.begin + 1;
	return start;
}

/* What the data makes impossible is told of the report, and beside it the expression shown. */
static void blame_report(struct bc_finding *first, const struct bc_json *report)
{
	for (struct bc_finding *f = first; f; f = f->next) {
		f->related = f->place;
		f->place = start_of(report);
	}
}

/* Append what a hole gives: a number with the digits that it was written with, or exactly. */
static bool put_hole(struct bc_eval *eval, const struct bc_text_span *span, struct bc_buf *out,
		     struct bc_datum *v)
{
	struct bc_decimal number;
	*v = bc_expr_eval(eval, span->expr, NULL);
	if (v->kind == BC_DATUM_TEXT && v->text.n) {
		bc_buf_add(out, v->text);
		return true;
	}
	if (v->kind != BC_DATUM_NUMBER)
		return false;
	if (v->node)
		bc_buf_add(out, v->node->text);
	else if (bc_datum_to_decimal(*v, &number))
		bc_decimal_json(out, number);
	else
		return bc_datum_print(eval, bc_expr_place(span->expr), out, *v);
	return true;
}

/* The holes filled in, and in *last the place of the last value; false after a finding. */
static bool fill(struct bc_eval *eval, const struct bc_name_pattern *pattern,
		 const struct bc_json *report, struct bc_buf *out, struct bc_place *last)
{
	struct bc_findings *findings = eval->ctx->findings;
	for (size_t i = 0; i < pattern->spans.n; i++) {
		const struct bc_text_span *span = &pattern->spans.at[i];
		struct bc_finding **since = findings->last;
		size_t errors = findings->count[BC_ERROR];
		struct bc_datum v;
		bc_buf_add(out, span->text);
		if (!span->expr)
			continue;
		if (put_hole(eval, span, out, &v)) {
			*last = v.node ? v.node->place : *last;
			continue;
		}
		blame_report(*since, report);
		if (findings->count[BC_ERROR] == errors)
			BC_REPORT1(findings, BATCH_NO_NAME, start_of(report), span->hole);
		return false;
	}
	return true;
}

struct bc_str bc_file_name(struct bc_ctx *ctx, const struct bc_name_pattern *pattern,
			   const struct bc_json *report)
{
	struct bc_buf name = bc_buf_in(ctx->arena);
	struct bc_place place = start_of(report);
	struct bc_eval eval = {.ctx = ctx, .data = bc_datum_root(ctx->arena, report)};
	if (!fill(&eval, pattern, report, &name, &place))
		return (struct bc_str){0};
	struct bc_str composed = bc_nfc(ctx->arena, bc_buf_str(&name));
	struct bc_str why = bc_file_name_fault(composed);
	if (!why.n)
		return composed;
	BC_REPORT2(ctx->findings, BATCH_NAME_ILLEGAL, place, composed, why);
	return (struct bc_str){0};
}

struct bc_str bc_file_name_plucked(struct bc_ctx *ctx, const struct bc_name_pattern *pattern,
				   struct bc_str report)
{
	struct bc_buf name = bc_buf_in(ctx->arena);
	for (size_t i = 0; i < pattern->spans.n; i++) {
		const struct bc_text_span *span = &pattern->spans.at[i];
		struct way way = pattern->ways[i];
		struct bc_str value;
		bc_buf_add(&name, span->text);
		if (!span->expr)
			continue;
		if (!way.n || !bc_json_pluck(report, way.keys, way.n, &value) || !value.n)
			return (struct bc_str){0};
		bc_buf_add(&name, value);
	}
	struct bc_str composed = bc_nfc(ctx->arena, bc_buf_str(&name));
	return bc_file_name_fault(composed).n ? (struct bc_str){0} : composed;
}
