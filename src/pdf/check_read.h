/*
 * Values as they stand in a PDF file (ISO 32000-1 7.3), read without copying.
 */
#ifndef BC_PDF_CHECK_READ_H
#define BC_PDF_CHECK_READ_H

#include "base/str.h"

#include <stdint.h>

enum bc_pdf_kind {
	BC_PDF_NONE, /* there is no value */
	BC_PDF_NAME,
	BC_PDF_INT,
	BC_PDF_REAL,
	BC_PDF_STRING,
	BC_PDF_REF,
	BC_PDF_ARRAY,
	BC_PDF_DICT,
	BC_PDF_WORD, /* true, false, null */
};

struct bc_pdf_value {
	enum bc_pdf_kind kind;
	int64_t number;     /* INT; of a REF the object's number */
	struct bc_str text; /* without what encloses it, as it stands there */
};

/* Where the reading is. */
struct bc_pdf_reader {
	const char *at, *end;
	/* told of every reference, inside arrays and dictionaries too; NULL: nobody */
	bool (*see)(void *self, uint32_t object);
	void *self;
	int depth;
	bool broken; /* no value can begin, or end, here; or `see` was against it */
};

/* The next value; false at the end or when it is broken. */
bool bc_pdf_read(struct bc_pdf_reader *r, struct bc_pdf_value *v);

enum {
	BC_PDF_MAX_ENTRIES = 24
};

/* The entries of a dictionary, in the file's order. */
struct bc_pdf_dict {
	struct {
		struct bc_str key;
		struct bc_pdf_value value;
	} at[BC_PDF_MAX_ENTRIES];
	unsigned n;
};

/* All that `r` still has before it, as a dictionary's entries; false when they aren't. */
bool bc_pdf_read_dict(struct bc_pdf_reader *r, struct bc_pdf_dict *out);

/* The value of `key` if it is of that kind, or one of kind BC_PDF_NONE, with number -1. */
struct bc_pdf_value bc_pdf_get(const struct bc_pdf_dict *dict, const char *key,
			       enum bc_pdf_kind kind);

#endif
