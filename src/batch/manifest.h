/*
 * The manifest of a run: one JSON object a line, for each report as it is done.
 */
#ifndef BC_BATCH_MANIFEST_H
#define BC_BATCH_MANIFEST_H

#include "batch/outcome.h"
#include "batch/records.h"

#define BC_MANIFEST "manifest.jsonl"

/* Add the outcome to `out`; false when it could not be written (errno). */
bool bc_manifest_add(FILE *out, const struct bc_records *records,
		     const struct bc_outcome *outcome);

#endif
