/* Findings as others see them: in two languages, with lines and columns. */
#include "engine.h"

size_t baocao_result_findings(const struct baocao_result *r, size_t *dropped)
{
	*dropped = r->findings.dropped;
	return r->exhausted ? 1 : r->findings.kept;
}

static const char *terminated(struct bc_buf *b)
{
	bc_buf_putc(b, '\0');
	return b->p;
}

static struct baocao_place view_place(struct bc_arena *a, struct bc_place place)
{
	struct bc_buf pointer = bc_buf_in(a);
	struct baocao_place view = {0};
	if (!place.source)
		return view;
	bc_pointer_print(&pointer, place);
	view.file = bc_str_z(a, place.source->name);
	view.pointer = terminated(&pointer);
	view.excerpt = "";
	if (place.source->text.n || place.source->lines_before ||
	    place.source->columns_before) {
		struct bc_position at = bc_position_of(place.source, place.begin);
		struct bc_position to = bc_position_of(place.source, place.end);
		view.line = at.line;
		view.column = at.column;
		view.end_line = to.line;
		view.end_column = to.column;
		view.excerpt = bc_str_z(a, bc_line_of(place.source, place.begin));
		view.excerpt_column = bc_first_column(place.source, place.begin);
	}
	return view;
}

static struct baocao_finding view_finding(struct bc_arena *a, const struct bc_finding *f)
{
	struct baocao_finding view = {
		.code = bc_diag_text(f->diag)->code,
		.severity = (enum baocao_severity)f->severity,
		.place = view_place(a, f->place),
		.related = view_place(a, f->related),
	};
	for (int lang = BC_VI; lang <= BC_EN; lang++) {
		struct bc_buf message = bc_buf_in(a), hint = bc_buf_in(a);
		bc_finding_message(&message, f, (enum bc_lang)lang);
		bc_finding_hint(&hint, f, (enum bc_lang)lang);
		view.message[lang] = terminated(&message);
		view.hint[lang] = terminated(&hint);
	}
	return view;
}

static void view_all(void *arg)
{
	struct baocao_result *r = arg;
	size_t i = 0;
	struct baocao_finding *views =
		bc_new_n(&r->arena, struct baocao_finding, r->findings.kept);
	for (const struct bc_finding *f = r->findings.first; f; f = f->next)
		views[i++] = view_finding(&r->arena, f);
	r->views = views;
}

static struct baocao_finding text_view(enum bc_diag diag)
{
	const struct bc_diag_text *t = bc_diag_text(diag);
	return (struct baocao_finding){
		.code = t->code,
		.severity = (enum baocao_severity)t->severity,
		.message = {t->message[BC_VI], t->message[BC_EN]},
		.hint = {t->hint[BC_VI], t->hint[BC_EN]},
	};
}

const struct baocao_finding *baocao_result_finding(struct baocao_result *r, size_t i)
{
	if (!r->views && !bc_guarded(r, view_all, r)) {
		r->no_memory = text_view(BC_DIAG_OUT_OF_MEMORY);
		return &r->no_memory;
	}
	return &r->views[i];
}

bool baocao_explain(const char *code, struct baocao_finding *out)
{
	enum bc_diag diag = bc_diag_by_code(bc_str_of(code));
	if (diag == BC_DIAG_COUNT)
		return false;
	*out = text_view(diag);
	return true;
}
