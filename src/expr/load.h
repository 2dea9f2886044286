/*
 * Templates as files.
 */
#ifndef BC_EXPR_LOAD_H
#define BC_EXPR_LOAD_H

#include "base/sha256.h"
#include "expr/template.h"

/*
 * The compiled `report` of the template `name`, which `place` asks for: one
 * of the stock in `dir` ("so-ket"), or else the file `path`.  What it was read
 * from goes to *files.  NULL after a finding.
 */
const struct bc_template *bc_template_load(struct bc_ctx *ctx, const char *dir,
					   struct bc_str name, const char *path,
					   struct bc_place place,
					   const struct bc_files **files);

/* The bytes of the file that an office begins with; false after a finding. */
bool bc_template_start(struct bc_ctx *ctx, const char *dir, struct bc_str name,
		       struct bc_str *out);

/* What `baocao templates` says of one: its name, title and what it is for. */
struct bc_template_entry {
	struct bc_str name, title, about;
};

/* The stock in `dir`, in the order of names; NULL after a finding. */
const struct bc_template_entry *bc_templates_list(struct bc_ctx *ctx, const char *dir,
						  size_t *n);

#endif
