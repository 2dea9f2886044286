/*
 * PASS: what was printed → what a PDF carries along: a report, and a manifest
 * of all that its pages were made of.
 *
 * Decides what is carried and says it as JSON; knows nothing of PDF.  Neither
 * text depends on anything but what it is given.
 */
#ifndef BC_CARRY_CARRY_H
#define BC_CARRY_CARRY_H

#include "base/sha256.h"
#include "json/json.h"

/*
 * `report`, over its base and its template, as far as it was printed.  It has
 * no template and no base any more, and gives the same pages.  Notes and
 * private keys are gone; of the data that only a template prints, each value
 * stays that stands on a page in full, with what names it.  A template must
 * have been filled in traced, or nothing of that data stays.  In `a`; shares
 * texts with `report`.
 */
const struct bc_json *bc_carry_printed(struct bc_arena *a, const struct bc_json *report);

/* What a PDF carries along; p NULL: not that. */
struct bc_carried {
	struct bc_str report, base, manifest;
};

/* A file that the pages were made with. */
struct bc_made_with {
	struct bc_str name;
	unsigned char sha256[BC_SHA256];
};

/* What a manifest says.  Names that are empty, and NULL, are left out. */
struct bc_manifest {
	struct bc_str engine;   /* "baocao 0.1.0" */
	int64_t format;         /* of the report */
	struct bc_str mode;     /* "printed", "all" */
	struct bc_str standard; /* "pdfa-3a+ua1", "plain" */
	bool signature_fields;
	struct bc_str report; /* the bytes that are carried */
	struct bc_str base;   /* likewise; p NULL: none */
	struct bc_made_with template, profile;
	const struct bc_made_with *fonts; /* those of the pages */
	size_t n_fonts;
	const struct bc_made_with *attached; /* files that the report attaches */
	size_t n_attached;
	struct bc_str use_template; /* --template, of "all" only: else it is in the report */
	const char *const *sets;    /* --set, likewise */
	size_t n_sets;
	size_t pages;
};

/* Append the manifest as JSON. */
void bc_manifest_print(struct bc_buf *out, const struct bc_manifest *manifest);

#endif
