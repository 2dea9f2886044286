/*
 * DATA: the document tree, between law and geometry.
 *
 * compose/ writes it: what stands in which order, in which style, and what
 * must stay together.  layout/ reads it and decides where.  No page, no
 * coordinate, no JSON and no rule of a decree is known here.
 */
#ifndef BC_DOC_DOC_H
#define BC_DOC_DOC_H

#include "base/edoc.h"
#include "base/len.h"
#include "base/place.h"
#include "base/role.h"
#include "base/spot.h"
#include "base/str.h"

#include <stdbool.h>

/* A stretch of text in one style. */
struct bc_run {
	struct bc_str text; /* UTF-8, NFC; '\n' forces a new line */
	bool bold, italic, underline;
	bool red;
	bool boxed;                 /* framed: a draft's doubtful value */
	const struct bc_spot *spot; /* the place that it fills or keeps free; NULL: none */
	struct bc_place place;
};

enum bc_align {
	BC_JUSTIFY,
	BC_LEFT,
	BC_CENTER,
	BC_RIGHT,
	BC_DECIMAL, /* table cells: numbers with their decimal marks under one another */
};

/* From baseline to baseline: a fixed distance, or a multiple of the face's own. */
struct bc_leading {
	bc_len exact;     /* 0: use `multiple` */
	int32_t multiple; /* thousandths of the face's natural line height */
};

/* A drawn line under a paragraph, centred on it. */
struct bc_rule {
	int32_t share; /* thousandths of the longest line's width; 0: no rule */
	bc_len gap;    /* below the last line's descent */
	bc_len weight;
};

/* A frame around a paragraph. */
struct bc_frame {
	bc_len weight; /* 0: no frame */
	bc_len width;  /* outer; the paragraph's own when that is wider */
	bc_len height;
	bool red;
};

struct bc_para {
	struct bc_run *runs;
	size_t n_runs;
	bc_len size; /* of the font */
	enum bc_align align;
	struct bc_leading leading;
	bc_len indent_first; /* more, for the first line */
	bc_len indent_left;
	struct bc_str indent_text; /* and as much as this text is wide */
	bc_len space_before, space_after;
	struct bc_rule rule;
	struct bc_frame frame;
	size_t label;    /* bytes of the text that are the label of the list item around it */
	bool whole;      /* one line, never broken */
	bool balance;    /* lines of about equal length: titles, names */
	bool figures;    /* no kerning: digits of one width */
	bool keep_lines; /* all its lines on one page: headings */
	bool keep_next;  /* stays with what follows: headings, captions */
	unsigned depth;  /* bookmark level from 1; 0: none */
	struct bc_str bookmark;
};

/* A cell; the cells that a span covers have colspan 0. */
struct bc_cell {
	struct bc_para *para; /* NULL: empty */
	uint16_t colspan, rowspan;
	bool head;   /* heads its column or row */
	bool middle; /* centred from top to bottom */
};

struct bc_row {
	struct bc_cell *cells; /* as many as the table has columns */
	bool keep_lines;       /* all its lines on one page: headings */
	bool keep_next;        /* not parted from the row below */
};

struct bc_table_column {
	bc_len width; /* 0: from its content */
};

struct bc_table {
	struct bc_table_column *columns;
	size_t n_columns;
	struct bc_row *rows;
	size_t n_rows, n_head; /* the first n_head rows are repeated on every page */
	size_t n_foot;         /* the last n_foot rows sum up those above */
	bc_len border;         /* line weight */
	bc_len pad_x, pad_y;   /* between line and text */
	bc_len space_before, space_after;
};

struct bc_node;

struct bc_column {
	bc_len width; /* 0: an equal share of what the others leave */
	bool fit;     /* as wide as its longest unbroken line, at least `width` */
	struct bc_node *first;
};

/* Columns side by side, never split: a masthead row, nơi nhận beside the signature. */
struct bc_columns {
	struct bc_column *columns;
	size_t n_columns;
	const struct bc_columns *next_row; /* of the same widths, in a ring; NULL: alone */
	bool baseline;                     /* first lines on one baseline */
	bool with_previous; /* never alone on a page: at least two lines stand above it */
};

/* A spot over the nodes around it: it takes no room of its own. */
struct bc_vacancy {
	const struct bc_spot *spot;
	bc_len right; /* of its left edge from the middle of the column */
	bc_len down;  /* of its top from where the next node begins */
	bc_len width, height;
};

enum bc_node_kind {
	BC_NODE_PARA,
	BC_NODE_TABLE,
	BC_NODE_COLUMNS,
	BC_NODE_SPACE, /* empty height, kept with what is around it */
	BC_NODE_SPOT,  /* role ARTIFACT, or FORM for a signature field of the PDF */
	BC_NODE_PAGE_BREAK,
	BC_NODE_GROUP, /* children in order, one structure element */
};

struct bc_node {
	enum bc_node_kind kind;
	enum bc_role role;
	enum bc_listing listing; /* of a group that is a list */
	struct bc_place place;
	struct bc_node *next;
	union {
		struct bc_para para;
		struct bc_table table;
		struct bc_columns columns;
		bc_len space;
		struct bc_vacancy spot;
		struct bc_node *first;
	} u;
};

/* Paper and what stands outside the text on each page. */
struct bc_sheet {
	bc_len width, height;
	bc_len top, bottom, left, right; /* margins */
	bc_len number_top;               /* from the paper's edge to the top of the digits */
	bc_len number_size;              /* 0: pages are not numbered */
	bool number_first;               /* also on the first page of the part */
};

/* A run of pages with one sheet and its own numbering: the report, an appendix. */
struct bc_part {
	struct bc_sheet sheet;
	bool restart;         /* page numbers begin at 1 */
	struct bc_para *head; /* first page, in the top margin; NULL: none */
	bc_len head_top;      /* from the paper's edge to its first line's top */
	struct bc_para *foot; /* at the foot of a page, under a line; NULL: none */
	bool foot_last;       /* on the last page, else on the first */
	bc_len foot_rule;     /* weight of that line */
	struct bc_node *first;
	struct bc_part *next;
};

struct bc_doc {
	struct bc_part *parts;
	struct bc_str title, author, subject, lang;
	int year, month, day;       /* the document's date; year 0: none */
	const struct bc_edoc *edoc; /* NULL: it isn't to be issued */
};

#endif
