/*
 * A tree as JSON again.
 */
#ifndef BC_JSON_WRITE_H
#define BC_JSON_WRITE_H

#include "json/json.h"

/* Append `v`, whose numbers keep their digits, and a line feed: a member or an element a line.
 */
void bc_json_write(struct bc_buf *out, const struct bc_json *v);

/* The same on one line, without blanks. */
void bc_json_write_dense(struct bc_buf *out, const struct bc_json *v);

#endif
