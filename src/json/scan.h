/*
 * The scan of a JSON text: what the files of this folder share.
 *
 * scan.c follows the grammar and fills the tree, string.c reads strings, and
 * blame.c names the cause when the grammar is broken.  Only valid UTF-8 gets
 * here.  The text ends with a NUL, so that one byte may always be read.
 */
#ifndef BC_JSON_SCAN_H
#define BC_JSON_SCAN_H

#include "json/json.h"

struct bc_scan {
	struct bc_ctx *ctx;
	const struct bc_source *source;
	const char *p, *end;       /* the next byte; the NUL behind the last one */
	const char *string;        /* the opening quote of the string read last */
	struct bc_place key;       /* of the key read last, with its quotes */
	struct bc_json *inside;    /* the innermost open array or object; NULL: none */
	const struct bc_path *way; /* to what is being read */
	size_t depth;              /* of open arrays and objects */
};

/* What the grammar asks for at the place where it was broken. */
enum bc_want {
	BC_WANT_VALUE,         /* the document, or a member's value */
	BC_WANT_FIRST_ELEMENT, /* behind [ */
	BC_WANT_ELEMENT,       /* behind a comma in an array */
	BC_WANT_FIRST_KEY,     /* behind { */
	BC_WANT_KEY,           /* behind a comma in an object */
	BC_WANT_COLON,
	BC_WANT_COMMA, /* or the sign that closes */
	BC_WANT_END,   /* of the text */
};

/* The tree of the text from byte `start` on, or NULL after a finding; see bc_json_parse. */
struct bc_json *bc_scan_text(struct bc_ctx *ctx, const struct bc_source *source,
			     size_t start) BC_MUST_CHECK;

/* The string at s->p, decoded, behind which s->p moves; false after a finding. */
bool bc_scan_string(struct bc_scan *s, struct bc_str *out) BC_MUST_CHECK;

struct bc_place bc_scan_place(const struct bc_scan *s, const char *begin, const char *end);

/* Whether a number or word that ends before `p` is complete there. */
bool bc_scan_token_ends(const char *p);

/* The bytes from `begin` to `end` as an argument: a few dozen of them at most. */
struct bc_str bc_scan_excerpt(const struct bc_scan *s, const char *begin, const char *end);

/*
 * Report the one cause for which the text cannot be read on: at s->p, where
 * something else is wanted; in the number or word at s->p; in the string at
 * s->string, of which `at` is the first byte that cannot be.  All return
 * false, to be handed on.
 */
bool bc_blame(struct bc_scan *s, enum bc_want want);
bool bc_blame_number(struct bc_scan *s);
bool bc_blame_word(struct bc_scan *s);
bool bc_blame_string(struct bc_scan *s, const char *at);

#endif
