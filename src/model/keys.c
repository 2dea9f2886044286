/* The keys are those of the schema. */
#include "model/keys.h"

#include "model/schema.h"

const struct bc_str *bc_report_keys(struct bc_arena *a, size_t *n)
{
	struct bc_str *keys = bc_new_n(a, struct bc_str, bc_shape_report.n);
	for (size_t i = 0; i < bc_shape_report.n; i++)
		keys[i] = bc_str_of(bc_shape_report.fields[i].key);
	*n = bc_shape_report.n;
	return keys;
}
