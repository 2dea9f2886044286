/*
 * JSON text for machines: findings, and strings as they come from file names.
 */
#ifndef BC_BATCH_NDJSON_H
#define BC_BATCH_NDJSON_H

#include "baocao.h"

#include <stdio.h>

/* `s` in quotes; bytes that are no UTF-8 become U+FFFD. */
void bc_ndjson_string(FILE *out, const char *s);

/* The finding as one object, behind `before`. */
void bc_ndjson_finding(FILE *out, const char *before, const struct baocao_finding *finding);

#endif
