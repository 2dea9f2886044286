/* The report and its appendices as parts of one document. */
#include "compose/compose.h"

#include "compose/draft.h"
#include "compose/parts.h"
#include "text/viet.h"

static struct bc_part *compose_main(struct bc_composer *c)
{
	struct bc_part *part = bc_new(c->ctx->arena, struct bc_part);
	struct bc_nodes nodes = {0};
	bc_compose_masthead(c, &nodes);
	bc_compose_title(c, &nodes);
	bc_compose_addressees(c, &nodes);
	bc_compose_basis(c, &nodes);
	bc_compose_blocks(c, c->report->sections, c->report->n_sections, 1,
			  c->profile->body.end_mark, &nodes);
	bc_compose_closing(c, &nodes);
	part->sheet = bc_sheet_of(c, false);
	part->first = nodes.first;
	part->head = bc_compose_circulation(c);
	part->head_top = c->profile->head_top;
	part->foot = bc_compose_contact(c);
	part->foot_last = c->profile->contact_page == BC_CONTACT_LAST;
	part->foot_rule = c->profile->rule_weight;
	return part;
}

/* Numbered only when there are several: Roman for the state, Arabic for the Party. */
static struct bc_str appendix_label(struct bc_composer *c, unsigned n)
{
	struct bc_buf label = bc_buf_in(c->ctx->arena);
	bc_buf_add(&label, bc_element(c, BC_EL_APPENDIX_LABEL)->text);
	if (c->report->n_appendices > 1) {
		bc_buf_putc(&label, ' ');
		if (c->profile->appendix_roman)
			bc_roman(&label, n);
		else
			bc_buf_int(&label, n);
	}
	return bc_buf_str(&label);
}

static struct bc_part *compose_appendix(struct bc_composer *c,
					const struct bc_appendix *appendix, unsigned n)
{
	struct bc_part *part = bc_new(c->ctx->arena, struct bc_part);
	struct bc_nodes nodes = {0}, title = {0};
	struct bc_str label = appendix_label(c, n);
	struct bc_buf bookmark = bc_buf_in(c->ctx->arena);
	bc_buf_add(&bookmark, label);
	bc_buf_puts(&bookmark, ". ");
	bc_buf_add(&bookmark, appendix->title.s);
	struct bc_node *last = bc_title_line_add(c, &title, BC_EL_APPENDIX_LABEL,
						 bc_phrase_of(label), appendix->title.s.n);
	last->u.para.bookmark = bc_buf_str(&bookmark);
	last->u.para.depth = 1;
	last = bc_title_line_add(c, &title, BC_EL_APPENDIX_TITLE, appendix->title, false);
	bc_group_add(c, &nodes, BC_ROLE_H2, appendix->title.place, &title);
	if (appendix->reference.s.n) {
		last = bc_title_line_add(c, &nodes, BC_EL_APPENDIX_REFERENCE,
					 appendix->reference, false);
		last->role = BC_ROLE_P;
	}
	last->u.para.space_after = 2 * c->profile->body.gap.use;
	bc_compose_blocks(c, appendix->blocks, appendix->n_blocks, 2,
			  c->profile->body.appendix_end_mark, &nodes);
	part->sheet = bc_sheet_of(c, appendix->landscape);
	part->restart = c->profile->appendix_restart;
	part->sheet.number_first = !part->restart;
	part->first = nodes.first;
	return part;
}

const struct bc_doc *bc_compose(struct bc_ctx *ctx, const struct bc_report *report,
				const struct bc_profile *profile, bool fields)
{
	struct bc_composer c = {
		.ctx = ctx, .report = report, .profile = profile, .fields = fields};
	struct bc_doc *doc = bc_new(ctx->arena, struct bc_doc);
	bc_compose_about(&c, doc);
	struct bc_part *last = doc->parts = compose_main(&c);
	for (size_t i = 0; i < report->n_appendices; i++)
		last = last->next =
			compose_appendix(&c, &report->appendices[i], (unsigned)i + 1);
	last->next = bc_draft_part(&c);
	return doc;
}
