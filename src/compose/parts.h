/*
 * The parts of an official report, in the order of the page.
 */
#ifndef BC_COMPOSE_PARTS_H
#define BC_COMPOSE_PARTS_H

#include "compose/build.h"

/* Names, quốc hiệu or party title, number, place and date, marks (masthead.c). */
void bc_compose_masthead(struct bc_composer *c, struct bc_nodes *out);

/* Tên loại, trích yếu, Kính gửi (title.c). */
void bc_compose_title(struct bc_composer *c, struct bc_nodes *out);
void bc_compose_addressees(struct bc_composer *c, struct bc_nodes *out);

/* The opening sentence or the căn cứ (title.c). */
void bc_compose_basis(struct bc_composer *c, struct bc_nodes *out);

/*
 * Sections, paragraphs, lists and tables under `above` levels of headings; `end_mark` closes
 * the last paragraph (body.c).
 */
void bc_compose_blocks(struct bc_composer *c, const struct bc_block *blocks, size_t n,
		       unsigned above, struct bc_str end_mark, struct bc_nodes *out);

/*
 * A line of a title, centred; `goes_on`: the title has another below it, and is one heading
 * for a reader (title.c).
 */
struct bc_node *bc_title_line_add(struct bc_composer *c, struct bc_nodes *out,
				  enum bc_element_id id, struct bc_phrase text, bool goes_on);

/* A table with its caption, unit and note (table.c). */
void bc_compose_table(struct bc_composer *c, const struct bc_data_table *table,
		      struct bc_nodes *out);

/* Signature blocks and nơi nhận, never alone on a page (closing.c). */
void bc_compose_closing(struct bc_composer *c, struct bc_nodes *out);

/* The mark in the top margin and the contact line of the first part; NULL: none (masthead.c).
 */
struct bc_para *bc_compose_circulation(struct bc_composer *c);
struct bc_para *bc_compose_contact(struct bc_composer *c);

/* Title, author, date and what else is known of the document as a whole (about.c). */
void bc_compose_about(struct bc_composer *c, struct bc_doc *doc);

#endif
