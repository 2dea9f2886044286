/*
 * A tree as JSON again.
 */
#ifndef BC_JSON_WRITE_H
#define BC_JSON_WRITE_H

#include "json/json.h"

/* Append `v`, whose numbers keep their digits, and a line feed. */
void bc_json_write(struct bc_buf *out, const struct bc_json *v);

#endif
