/*
 * How dumps write lengths and strings.
 */
#ifndef BC_DUMP_TEXT_H
#define BC_DUMP_TEXT_H

#include "base/buf.h"
#include "base/len.h"

#include <stdbool.h>

/* "12.34": `v` hundredths. */
void bc_dump_hundredths(struct bc_buf *out, int64_t v);

/* " 12.34": points, rounded to hundredths. */
void bc_dump_len(struct bc_buf *out, bc_len v);

/* " name=12.34", left out when 0. */
void bc_dump_named(struct bc_buf *out, const char *name, bc_len v);

/* " \"text\"" with JSON's escapes. */
void bc_dump_string(struct bc_buf *out, struct bc_str s);

/* " name", when it holds. */
void bc_dump_flag(struct bc_buf *out, const char *name, bool set);

#endif
