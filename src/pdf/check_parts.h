/*
 * The parts of the self-check, in the order in which they run.  Each is false
 * after it has reported what is wrong.
 */
#ifndef BC_PDF_CHECK_PARTS_H
#define BC_PDF_CHECK_PARTS_H

#include "base/ctx.h"
#include "base/role.h"
#include "pdf/check_read.h"
#include "pdf/inflate.h"

/* An object of the file. */
struct bc_pdf_object {
	struct bc_str entries; /* of its dictionary; p NULL: there is no such object */
	struct bc_str data;    /* of a stream, as in the file; p NULL: it is none */
	bool seen;             /* something refers to it */
	bool taken;            /* as page, annotation or structure element */
};

/* A font that pages may use. */
struct bc_pdf_font {
	struct bc_str name; /* in the resources */
	uint32_t object;
	uint8_t *glyphs; /* what is known of each: BC_GLYPH_... */
	uint32_t n;
};

enum {
	BC_GLYPH_WIDE = 1,  /* W says what the font program says */
	BC_GLYPH_SAID = 2,  /* ToUnicode has it */
	BC_GLYPH_DRAWN = 4, /* the program has its outline, or need not have one */
};

/* A page, in reading order. */
struct bc_pdf_leaf {
	uint32_t object, contents;
	int64_t key;              /* StructParents, or -1 */
	uint32_t first, n_pieces; /* of marked content, in bc_pdf_pieces */
};

/* An annotation that the structure tree has to list. */
struct bc_pdf_annot {
	uint32_t object, page;
	int64_t key; /* StructParent */
	uint32_t owner;
};

/* A piece of marked content: what it is called, and the element it belongs to. */
struct bc_pdf_piece {
	uint32_t owner; /* 0: not known yet, or listed by its element */
	int8_t role;
};

struct bc_pdf_check {
	struct bc_ctx *ctx;
	struct bc_inflate *inflate;
	struct bc_str file;
	struct bc_buf stream; /* the one expanded last */
	bool failed;          /* something is reported */

	struct bc_pdf_object *objects; /* by number */
	uint32_t n_objects;
	uint32_t *waiting; /* objects seen, of which some are not yet read */
	size_t n_waiting;
	uint32_t root, info;

	struct bc_pdf_font *fonts;
	unsigned n_fonts;
	struct bc_pdf_leaf *pages;
	uint32_t n_pages;
	uint32_t *page_at;  /* by object: a page's place in `pages` and 1 */
	uint32_t *annot_at; /* the same for annotations */
	struct bc_pdf_annot *annots;
	uint32_t n_annots, annot_room;
	struct bc_pdf_piece *pieces;
	uint32_t n_pieces, piece_room;
};

/*
 * Report what is wrong (in few words) with an object (0: the file) at an
 * offset in its dictionary or stream, as far as that is known.  Always false.
 */
bool bc_pdf_wrong(struct bc_pdf_check *c, const char *what, uint32_t object, size_t at);

/* Note that something refers to `object`; false: there is none. */
bool bc_pdf_see(struct bc_pdf_check *c, uint32_t object);

/* Values in `text`, with the references in them seen. */
struct bc_pdf_reader bc_pdf_reader(struct bc_pdf_check *c, struct bc_str text);

/* The entries of an object that is no page and no element. */
bool bc_pdf_entries(struct bc_pdf_check *c, uint32_t object,
		    struct bc_pdf_dict *out) BC_MUST_CHECK;

/* The expanded bytes of a stream into `out`. */
bool bc_pdf_expand(struct bc_pdf_check *c, uint32_t object, struct bc_buf *out) BC_MUST_CHECK;

/* Room for n + 1 of `size` bytes in scratch memory; the first n are kept. */
void *bc_pdf_grow(struct bc_pdf_check *c, void *at, uint32_t n, uint32_t *room, size_t size);

/* Cross-references and object streams: fills in `objects`. */
bool bc_pdf_check_file(struct bc_pdf_check *c) BC_MUST_CHECK;

/* The fonts of the resources `object`: fills in `fonts`. */
bool bc_pdf_check_fonts(struct bc_pdf_check *c, uint32_t object) BC_MUST_CHECK;

/* The page tree below `root`, with each page's content and annotations. */
bool bc_pdf_check_pages(struct bc_pdf_check *c, uint32_t root) BC_MUST_CHECK;

/* A page's content; adds to `pieces`. */
bool bc_pdf_check_content(struct bc_pdf_check *c, struct bc_pdf_leaf *page) BC_MUST_CHECK;

/* The structure tree, from its root and back from the pages. */
bool bc_pdf_check_tags(struct bc_pdf_check *c, uint32_t root) BC_MUST_CHECK;

#endif
