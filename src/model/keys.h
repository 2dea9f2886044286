/*
 * What a report's data may be asked for by name.
 */
#ifndef BC_MODEL_KEYS_H
#define BC_MODEL_KEYS_H

#include "base/arena.h"
#include "base/str.h"

/* The keys at the top of a report, `*n` of them, in `a`. */
const struct bc_str *bc_report_keys(struct bc_arena *a, size_t *n);

#endif
