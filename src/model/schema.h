/*
 * What a report's JSON may contain: one set of constant tables.
 *
 * read.c decodes by them, schema_json.c prints them as JSON Schema, and the
 * manual lists them; nothing about a field is said anywhere else.  Rules that
 * need two fields' values are not here but in check.c.
 */
#ifndef BC_MODEL_SCHEMA_H
#define BC_MODEL_SCHEMA_H

#include "base/str.h"

#include <stdint.h>

/* What a field holds, and in brackets what it is decoded to. */
enum bc_type {
	BC_T_STRING,  /* [bc_phrase] */
	BC_T_LABEL,   /* a string, or a whole number taken as its digits [bc_phrase] */
	BC_T_TEXT,    /* a string or a list of strings; line feeds part paragraphs [bc_prose] */
	BC_T_STRINGS, /* a list of strings, none of them blank [bc_prose] */
	BC_T_BOOL,    /* [bool] */
	BC_T_TRUE,    /* only `true`; being there is its meaning [nothing] */
	BC_T_FORMAT,  /* the version of the format [int64_t] */
	BC_T_INTEGER, /* min..max [bc_count] */
	BC_T_WHOLE,   /* min..max, `otherwise` when absent [int64_t] */
	BC_T_NUMBER,  /* [bc_value] */
	BC_T_RANGE,   /* two numbers [bc_value at `at`, bc_value at `more`] */
	BC_T_VALUE,   /* a string, a number or null [bc_value] */
	BC_T_ENUM,    /* one of `names` [int] */
	BC_T_ENUMS,   /* a list of them, at most `max` [int * at `at`, size_t at `more`] */
	BC_T_DATE,    /* [bc_when] */
	BC_T_OBJECT,  /* [the struct of `of`] */
	BC_T_OBJECTS, /* at least `min` [a pointer at `at`, size_t at `more`] */
	BC_T_MAP,     /* an object with free keys, each holding an `entry` [bc_map] */
	BC_T_TABLE,   /* an id, or a table [bc_data_table * at `at`, bc_phrase at `more`] */
	BC_T_IGNORED, /* a string for other programs [nothing] */
	BC_TYPES
};

enum {
	BC_F_REQUIRED = 1,      /* must be there, and say something */
	BC_F_FILLED = 2,        /* must say something if it is there */
	BC_F_ONE = 4,           /* exactly one of the shape's fields with this flag */
	BC_F_DEEP = 8,          /* not allowed at the shape's depth limit */
	BC_F_DAY_OPTIONAL = 16, /* a date may lack its day */
	BC_F_NAME = 32,         /* names something; never printed */
	BC_F_SOME = 64,         /* at least one of the shape's fields with this flag */
	BC_F_DATA = 128,  /* of a report: reaches the page only where a template prints it */
	BC_F_BESIDE = 256 /* says what a figure of its object is; goes where that goes */
};

/* Names of an enum's values, which count up from `first`. */
struct bc_names {
	const char *const *at;
	size_t n;
	int first;
};

struct bc_shape;

struct bc_field {
	const char *key;
	enum bc_type type;
	unsigned flags;               /* BC_F_... */
	size_t at, more;              /* offsets in the shape's struct, see bc_type */
	int64_t min, max;             /* of a number; of a list's length (max 0: none) */
	int64_t otherwise;            /* of BC_T_WHOLE and BC_T_FORMAT, when absent */
	int tag;                      /* what the shape's kind becomes when it is there */
	const char *with;             /* keys apart by spaces, one of which must be there too */
	const char *needs;            /* a key that each element must have in this list */
	const struct bc_names *names; /* of BC_T_ENUM and BC_T_ENUMS */
	const struct bc_shape *of;    /* of BC_T_OBJECT, BC_T_OBJECTS and BC_T_TABLE */
	const struct bc_field *entry; /* of BC_T_MAP: into a bc_entry; its key is not used */
	const char *title, *about;    /* Vietnamese; about may be NULL */
};

/* An object, and what it becomes. */
struct bc_shape {
	const char *name; /* in $defs */
	size_t size, place_at;
	const struct bc_field *fields;
	size_t n;
	/* a value that is no object stands for this field; `brief_kinds` is 1 << bc_json_kind
	 */
	const struct bc_field *brief;
	unsigned brief_kinds;
	bool tagged; /* has a kind, set by its fields' tags */
	size_t tag_at;
	unsigned depth; /* how often it may be nested in itself; 0: it cannot be */
	const char *title, *about;
};

enum {
	BC_FORMAT = 1, /* the version of the format that this program reads */
};

extern const struct bc_shape bc_shape_report, bc_shape_organization, bc_shape_document,
	bc_shape_period, bc_shape_basis, bc_shape_wording, bc_shape_result, bc_shape_plan,
	bc_shape_comparison, bc_shape_point, bc_shape_target, bc_shape_commendation,
	bc_shape_discipline, bc_shape_practice, bc_shape_unit, bc_shape_comment,
	bc_shape_enclosure, bc_shape_model, bc_shape_table, bc_shape_column, bc_shape_row,
	bc_shape_cell, bc_shape_total, bc_shape_block, bc_shape_item, bc_shape_appendix,
	bc_shape_attachment, bc_shape_signature;

/* All of them, the report first. */
enum {
	BC_SHAPES = 28,
};
extern const struct bc_shape *const bc_shapes[BC_SHAPES];

extern const struct bc_names bc_numbering_names, bc_comparison_names;

/* The shape's field `key`, or NULL. */
const struct bc_field *bc_shape_field(const struct bc_shape *shape, struct bc_str key);

/* Whether `key` may be one of a BC_T_MAP: a small letter, then small letters, digits and _. */
bool bc_key_is_free(struct bc_str key);

/* Whether `key` is of a note, or of what the office keeps for itself. */
bool bc_key_is_private(struct bc_str key);

/* Whether `keys`, apart by spaces, has `key`. */
bool bc_keys_have(const char *keys, const char *key);

#endif
