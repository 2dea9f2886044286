/*
 * DATA: laid-out pages.  Everything has its place; nothing is left to decide.
 *
 * Layout writes it, one finished page at a time; pdf/, dump/ and audit/ read
 * it through the same sink.  Knows nothing of paragraphs, JSON or PDF.
 * x runs right and y runs down from the paper's top left corner.
 */
#ifndef BC_PAGE_PAGE_H
#define BC_PAGE_PAGE_H

#include "base/glyph.h"
#include "base/len.h"
#include "base/place.h"
#include "base/role.h"
#include "base/spot.h"
#include "base/str.h"

#include <stdbool.h>

struct bc_face;

/* A node of the structure tree; lives as long as the document. */
struct bc_elem {
	enum bc_role role;
	uint32_t id; /* from 0, in order of creation */
	struct bc_elem *parent, *first, *last, *next;
	uint16_t colspan, rowspan; /* of TH and TD; 0 elsewhere */
	enum bc_listing listing;   /* of L */
};

enum bc_color {
	BC_BLACK,
	BC_RED, /* bright red, of urgency marks and drafts' gaps */
};

enum bc_item_kind {
	BC_ITEM_TEXT,
	BC_ITEM_FILL,  /* a filled rectangle: every straight rule */
	BC_ITEM_FRAME, /* a rectangle's outline, drawn inside it */
	BC_ITEM_SPOT,  /* a rectangle that is not drawn: a place for something to come */
};

struct bc_text_run {
	const struct bc_face *face;
	bc_len size;
	struct bc_str text; /* what the glyphs say: UTF-8, NFC */
	const struct bc_glyph *glyphs;
	uint32_t n;
	bc_len word_extra; /* more advance for each glyph whose text is U+0020 */
};

struct bc_item {
	enum bc_item_kind kind;
	enum bc_color color;
	const struct bc_elem *elem; /* NULL: an artifact */
	struct bc_place place;      /* where its content was written; source may be NULL */
	bc_len x, y;                /* text: the pen on the baseline; others: top left */
	bc_len width, height;       /* text: advance width and 0 */
	bc_len weight;              /* frame: line width */
	struct bc_text_run run;     /* text */
	const struct bc_spot *spot; /* spot; with an elem: a field for a signature */
};

/* An entry of the outline that leads to a place on this page. */
struct bc_bookmark {
	unsigned depth; /* from 0 */
	struct bc_str title;
	bc_len y;
};

struct bc_page {
	size_t index; /* from 0 in the document */
	bc_len width, height;
	struct bc_str label; /* as it would be printed, also where the number is hidden */
	const struct bc_item *items;
	size_t n_items;
	const struct bc_bookmark *bookmarks;
	size_t n_bookmarks;
};

/* Who takes finished pages.  The page is valid during the call only; elements stay. */
struct bc_page_sink {
	void *self;
	void (*page)(void *self, const struct bc_page *page);
};

#endif
