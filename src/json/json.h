/*
 * JSON with the place of every value.
 *
 * Jansson decides whether an office's text is JSON; a scan of the accepted
 * bytes then builds a tree that remembers where each key and value stands,
 * and a number's own digits.  Knows nothing of reports.
 */
#ifndef BC_JSON_JSON_H
#define BC_JSON_JSON_H

#include "base/ctx.h"
#include "base/place.h"

enum bc_json_kind {
	BC_JSON_NULL,
	BC_JSON_FALSE,
	BC_JSON_TRUE,
	BC_JSON_NUMBER,
	BC_JSON_STRING,
	BC_JSON_ARRAY,
	BC_JSON_OBJECT,
};

struct bc_origin;

struct bc_json {
	enum bc_json_kind kind;
	bool filled;               /* what a hole of a template gave, or a text with one */
	struct bc_path path;       /* its own step; path.key is the member's decoded key,
				      path.index its order in its file, in objects too */
	struct bc_place place;     /* the value's bytes; place.path is &path */
	struct bc_place key_place; /* the key's bytes with quotes; a member of an object only */
	struct bc_str text; /* string: decoded, valid UTF-8; number: its digits as written */
	struct bc_json *first, *next; /* members or elements in order */
	size_t count;                 /* of members or elements */
	struct bc_origin *origin;     /* what of the data it says, if it was made; NULL: nothing
					 that anyone asked for */
};

/*
 * Read `source` (its text ends with a NUL that is not counted).  All
 * duplicate keys and unusable numbers are reported, the first syntax error
 * ends the list.  NULL after a finding.  Lives in ctx->arena; strings without
 * escapes point into the source.
 */
struct bc_json *bc_json_parse(struct bc_ctx *ctx, const struct bc_source *source) BC_MUST_CHECK;

/* The same of the file `name` ("-": standard input), under that name in findings. */
struct bc_json *bc_json_read(struct bc_ctx *ctx, const char *name) BC_MUST_CHECK;

/*
 * The same of a file that comes with the program: the scan alone judges it,
 * in a third of the time.
 */
struct bc_json *bc_json_read_stock(struct bc_ctx *ctx, const char *name) BC_MUST_CHECK;

/* The member `key` of an object, or NULL (also when `object` is no object). */
const struct bc_json *bc_json_get(const struct bc_json *object, struct bc_str key);

/* The text of its member `key`; empty when that is missing or no string. */
struct bc_str bc_json_text(const struct bc_json *object, const char *key);

/* "chuỗi"/"string", ...: an argument for messages, in both languages. */
struct bc_str bc_json_kind_name(enum bc_json_kind kind);

#endif
