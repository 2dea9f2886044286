/*
 * PASS: report + profile → document tree.
 *
 * Knows the law and the language of official reports: which part stands
 * where, in which style, with which words around it.  Knows no coordinates.
 */
#ifndef BC_COMPOSE_COMPOSE_H
#define BC_COMPOSE_COMPOSE_H

#include "base/ctx.h"
#include "doc/doc.h"
#include "model/report.h"
#include "profile/profile.h"

/*
 * The document, in ctx->arena; with `fields` its signatures are fields of a
 * form.  What the report lacks was found before.
 */
const struct bc_doc *bc_compose(struct bc_ctx *ctx, const struct bc_report *report,
				const struct bc_profile *profile, bool fields);

#endif
