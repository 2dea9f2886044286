/*
 * Making nodes of the document tree: what all parts of a report share.
 */
#ifndef BC_COMPOSE_BUILD_H
#define BC_COMPOSE_BUILD_H

#include "doc/doc.h"
#include "model/report.h"
#include "profile/profile.h"

struct bc_composer {
	struct bc_ctx *ctx;
	const struct bc_report *report;
	const struct bc_profile *profile;
	bool fields; /* signatures and seals become fields of the PDF */
};

/* A list of nodes that grows at its end. */
struct bc_nodes {
	struct bc_node *first, *last;
};

struct bc_node *bc_node_add(struct bc_composer *c, struct bc_nodes *list,
			    enum bc_node_kind kind, enum bc_role role, struct bc_place place);

/* `n` columns side by side, empty as yet. */
struct bc_columns *bc_columns_add(struct bc_composer *c, struct bc_nodes *list, size_t n);

/* A group: what is in `inside`, in order, under one element. */
struct bc_node *bc_group_add(struct bc_composer *c, struct bc_nodes *list, enum bc_role role,
			     struct bc_place place, const struct bc_nodes *inside);

/* A list item that begins with a dash; its paragraph, for the rest of the text. */
struct bc_para *bc_dash_item_add(struct bc_composer *c, struct bc_nodes *list,
				 enum bc_element_id id);

/* Empty height; nothing when `height` is 0. */
void bc_space_add(struct bc_composer *c, struct bc_nodes *list, bc_len height);

const struct bc_element *bc_element(const struct bc_composer *c, enum bc_element_id id);

/*
 * A paragraph in the element's style, single-spaced, without text yet.  The
 * node's role may be changed by the caller.
 */
struct bc_node *bc_para_add(struct bc_composer *c, struct bc_nodes *list, enum bc_element_id id,
			    enum bc_align align);

/* The same in the body's spacing: justified, first line indented. */
struct bc_node *bc_body_para_add(struct bc_composer *c, struct bc_nodes *list,
				 enum bc_element_id id);

/*
 * Add text to a paragraph in the element's style: as it is (caps applied), or
 * with the inline marks **đậm** and *nghiêng* read.  A draft's gaps turn red,
 * its doubtful values are framed and numbered.
 */
void bc_text_add(struct bc_composer *c, struct bc_para *para, const struct bc_element *e,
		 struct bc_phrase text);
void bc_marked_add(struct bc_composer *c, struct bc_para *para, const struct bc_element *e,
		   struct bc_phrase text);

/* Literal text of ours, which has no place. */
void bc_literal_add(struct bc_composer *c, struct bc_para *para, const struct bc_element *e,
		    struct bc_str text);

/* A run at the end of the paragraph, in the element's style. */
struct bc_run *bc_run_add(struct bc_composer *c, struct bc_para *para,
			  const struct bc_element *e);

/* The profile's sheet, on its side when `landscape`. */
struct bc_sheet bc_sheet_of(const struct bc_composer *c, bool landscape);

/* Tên loại as it was given, else that of a report. */
struct bc_phrase bc_document_type(const struct bc_composer *c);

/* A constant as a phrase. */
static inline struct bc_phrase bc_phrase_of(struct bc_str s)
{
	return (struct bc_phrase){.s = s};
}

#endif
