/*
 * Numbers that were not written as JSON wants them, and what was meant.
 */
#ifndef BC_MODEL_NUMBER_H
#define BC_MODEL_NUMBER_H

#include "base/ctx.h"
#include "base/place.h"

#include <stdbool.h>

/*
 * Whether `text` is a number as JSON or as Vietnamese writes it: 3687, 18.5,
 * 1.234.567, 18,5.  How JSON writes it goes to `out`.  One point before three
 * digits is taken for a mark of thousands when `whole`, else for a decimal mark.
 */
bool bc_number_guess(struct bc_buf *out, struct bc_str text, bool whole);

/* Report that `text`, a number at `place`, is not whole. */
void bc_report_fraction(struct bc_ctx *ctx, struct bc_place place, struct bc_str text);

#endif
