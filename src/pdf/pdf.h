/*
 * PASS: pages → the bytes of a PDF file.
 *
 * libharu holds the objects; fonts, content streams and object streams are
 * written here.  Each page is serialised and compressed when it arrives.
 * Knows nothing of paragraphs or rules.
 */
#ifndef BC_PDF_PDF_H
#define BC_PDF_PDF_H

#include "base/ctx.h"
#include "base/edoc.h"
#include "font/font.h"
#include "page/page.h"

/* What the file claims to be; ISO 19005-3 or -2 level A, and ISO 14289-1. */
enum bc_pdf_standard {
	BC_PDF_A3A_UA1,
	BC_PDF_A2A_UA1,
	BC_PDF_PLAIN, /* nothing */
};

struct bc_pdf_meta {
	enum bc_pdf_standard standard;
	struct bc_str title, author, subject; /* empty: left out, but a standard asks a title */
	struct bc_str lang;                   /* BCP 47, "vi-VN" */
	struct bc_str producer;
	int year, month, day;       /* of creation; year 0: no date */
	const struct bc_edoc *edoc; /* NULL: nothing of that kind is said */
};

/* What a carried file is to the document (ISO 19005-3, 6.8). */
enum bc_pdf_relation {
	BC_PDF_UNSPECIFIED,
	BC_PDF_SOURCE,      /* what the document was made from */
	BC_PDF_DATA,        /* data behind what the document shows */
	BC_PDF_SUPPLEMENT,  /* goes beyond it */
	BC_PDF_ALTERNATIVE, /* says the same in another form */
};

/* A file that the PDF carries. */
struct bc_pdf_file {
	struct bc_str name; /* no other file of the document has it */
	struct bc_str mime; /* "application/json" */
	struct bc_str description;
	enum bc_pdf_relation relation;
	struct bc_str bytes;
};

struct bc_pdf;

/* A file without pages.  `meta` and `fonts` are borrowed until bc_pdf_finish. */
struct bc_pdf *bc_pdf_new(struct bc_ctx *ctx, const struct bc_fonts *fonts,
			  const struct bc_pdf_meta *meta);

struct bc_page_sink bc_pdf_sink(struct bc_pdf *pdf);

/* Let the file carry `file`: its texts are borrowed until bc_pdf_finish, its bytes only now. */
void bc_pdf_attach(struct bc_pdf *pdf, const struct bc_pdf_file *file);

/*
 * Write fonts, outline, structure and catalog; the file's bytes live in
 * ctx->arena.  `root` is the structure tree that the pages' items belong to.
 * False after a finding.
 */
bool bc_pdf_finish(struct bc_pdf *pdf, const struct bc_elem *root,
		   struct bc_str *bytes) BC_MUST_CHECK;

#endif
