/* Red gaps, framed values, and the list of findings at the end. */
#include "compose/draft.h"

static const struct bc_str GAP = {"[CẦN BỔ SUNG", sizeof "[CẦN BỔ SUNG" - 1};

/* What a draft lists: gaps and contradictions of the data. */
static bool listed(const struct bc_finding *f)
{
	return f->severity >= BC_WARNING && bc_diag_text(f->diag)->trouble == BC_DATA;
}

static bool same_place(struct bc_place a, struct bc_place b)
{
	return a.source && a.source == b.source && a.begin == b.begin && a.end == b.end;
}

/* The number, in the list, of a finding about this place; 0: none. */
static unsigned finding_number(const struct bc_findings *findings, struct bc_place place)
{
	unsigned n = 0;
	for (const struct bc_finding *f = findings->first; f; f = f->next) {
		n += listed(f);
		if (listed(f) && same_place(f->place, place))
			return n;
	}
	return 0;
}

void bc_draft_mark(struct bc_composer *c, struct bc_para *para, struct bc_run *run,
		   struct bc_phrase text)
{
	const struct bc_findings *findings = c->ctx->findings;
	if (!findings->draft)
		return;
	if (bc_str_starts(text.s, GAP)) {
		run->red = true;
		return;
	}
	unsigned n = finding_number(findings, text.place);
	if (n == 0)
		return;
	struct bc_element plain = {0};
	struct bc_buf note = bc_buf_in(c->ctx->arena);
	run->boxed = true;
	bc_buf_puts(&note, " [");
	bc_buf_int(&note, n);
	bc_buf_putc(&note, ']');
	struct bc_run *mark = bc_run_add(c, para, &plain);
	mark->text = bc_buf_str(&note);
	mark->red = true;
}

/* Line and pointer, not the file's name: the same data makes the same page wherever it lies. */
static struct bc_str describe(struct bc_composer *c, const struct bc_finding *f, unsigned n)
{
	struct bc_buf text = bc_buf_in(c->ctx->arena);
	bc_buf_int(&text, n);
	bc_buf_puts(&text, ". ");
	bc_finding_message(&text, f, BC_VI);
	if (f->place.source) {
		bc_buf_puts(&text, " (dòng ");
		bc_buf_int(&text, bc_position_of(f->place.source, f->place.begin).line);
		bc_buf_puts(&text, ", ");
		bc_path_print(&text, f->place.path);
		bc_buf_putc(&text, ')');
	}
	return bc_buf_str(&text);
}

struct bc_part *bc_draft_part(struct bc_composer *c)
{
	const struct bc_element *e = bc_element(c, BC_EL_BODY);
	struct bc_nodes nodes = {0};
	unsigned n = 0;
	if (!c->ctx->findings->draft)
		return NULL;
	for (const struct bc_finding *f = c->ctx->findings->first; f; f = f->next) {
		if (!listed(f))
			continue;
		struct bc_para *para = &bc_body_para_add(c, &nodes, BC_EL_BODY)->u.para;
		bc_literal_add(c, para, e, describe(c, f, ++n));
	}
	if (n == 0)
		return NULL;
	struct bc_part *part = bc_new(c->ctx->arena, struct bc_part);
	struct bc_nodes all = {0};
	struct bc_para *title = &bc_para_add(c, &all, BC_EL_PHAN_TITLE, BC_CENTER)->u.para;
	bc_literal_add(c, title, bc_element(c, BC_EL_PHAN_TITLE),
		       BC_STR("NỘI DUNG CẦN BỔ SUNG, KIỂM TRA TRƯỚC KHI BAN HÀNH"));
	all.last->next = nodes.first;
	part->sheet = bc_sheet_of(c, false);
	part->sheet.number_first = true;
	part->first = all.first;
	return part;
}
