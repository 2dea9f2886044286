/*
 * What stands on a page outside its text: number, mark at the head, line at the foot.
 */
#ifndef BC_LAYOUT_FURNITURE_H
#define BC_LAYOUT_FURNITURE_H

#include "doc/doc.h"
#include "layout/setter.h"
#include "layout/strip.h"

/* The number as text; when `shown`, also on the page. */
struct bc_str bc_page_number(struct bc_setter *s, const struct bc_sheet *sheet, unsigned number,
			     bool shown, struct bc_items *items);

/* The part's mark in the top margin of its first page; its text belongs to `elem`. */
struct bc_strip bc_head_strip(struct bc_setter *s, const struct bc_part *part, bc_len width,
			      struct bc_elem *elem);

/* The part's line at the foot: a full-width rule and the text under it. */
struct bc_strip bc_foot_strip(struct bc_setter *s, const struct bc_part *part, bc_len width,
			      struct bc_elem *elem);

#endif
