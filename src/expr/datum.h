/*
 * What an expression gives: a number, a text, data of the report as it
 * stands in its file, or a list or object made of these.
 */
#ifndef BC_EXPR_DATUM_H
#define BC_EXPR_DATUM_H

#include "base/rational.h"
#include "json/origin.h"

enum bc_datum_kind {
	BC_DATUM_WRONG, /* a finding has been given; whatever is made of it is wrong too */
	BC_DATUM_NULL,
	BC_DATUM_BOOL,
	BC_DATUM_NUMBER,
	BC_DATUM_TEXT,
	BC_DATUM_LIST,
	BC_DATUM_OBJECT,
};

struct bc_member;

struct bc_datum {
	enum bc_datum_kind kind;
	bool truth;                      /* of a BOOL */
	uint8_t scale;                   /* of a NUMBER: digits behind the mark, at least */
	struct bc_rational number;       /* of a NUMBER */
	struct bc_str text;              /* of a TEXT */
	const struct bc_json *node;      /* where it stands in the data; NULL: it was made */
	struct bc_origin *from;          /* what else of the data it says, in full */
	const struct bc_datum *items;    /* of a LIST that was made */
	const struct bc_member *members; /* of an OBJECT that was made */
	size_t n;                        /* of items or members */
};

struct bc_member {
	struct bc_str key;
	struct bc_datum value;
};

/* The value that stands in the data; NULL gives null.  A number that is too long is WRONG. */
struct bc_datum bc_datum_of(const struct bc_json *node);

/*
 * The whole data of a document, as expressions see it: texts and keys in NFC,
 * as theirs are.  Places and what stands in the file stay as they are; lives
 * in `a` and shares nodes with `root`.
 */
struct bc_datum bc_datum_root(struct bc_arena *a, const struct bc_json *root);

struct bc_datum bc_datum_null(void);
struct bc_datum bc_datum_bool(bool truth);
struct bc_datum bc_datum_text(struct bc_str text);
struct bc_datum bc_datum_whole(int64_t number);
struct bc_datum bc_datum_decimal(struct bc_decimal number);
struct bc_datum bc_datum_list(const struct bc_datum *items, size_t n);

/* A list's elements as values, in `a`; an object's members' values; a text as a list of one. */
struct bc_datum bc_datum_spread(struct bc_arena *a, struct bc_datum list);

/* The member `key`; null without it, and of anything that is no object. */
struct bc_datum bc_datum_member(struct bc_datum object, struct bc_str key);

/* Elements, or members. */
size_t bc_datum_count(struct bc_datum v);

bool bc_datum_truth(struct bc_datum v);

/* Whether both are the same number, text or truth, or stand at the same place of the data. */
bool bc_datum_same(struct bc_datum a, struct bc_datum b);

/* The decimal that a number is printed as; false when it has no end. */
bool bc_datum_to_decimal(struct bc_datum number, struct bc_decimal *out);

/* "số"/"a number", ...: for messages. */
struct bc_str bc_datum_kind_name(enum bc_datum_kind kind);

#endif
