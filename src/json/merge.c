/* Merging copies the nodes of two levels and shares the rest. */
#include "json/merge.h"

static struct bc_json *merge(struct bc_arena *a, const struct bc_json *over,
			     const struct bc_json *under, bool deeper)
{
	struct bc_json *out = bc_new(a, struct bc_json);
	*out = *over;
	struct bc_json **end = &out->first;
	for (const struct bc_json *v = over->first; v; v = v->next) {
		const struct bc_json *below = bc_json_get(under, v->path.key);
		bool both = deeper && below && v->kind == BC_JSON_OBJECT &&
			    below->kind == BC_JSON_OBJECT;
		*end = bc_new(a, struct bc_json);
		**end = *v;
		if (both) {
			struct bc_json *merged = merge(a, v, below, false);
			(*end)->first = merged->first;
			(*end)->count = merged->count;
		}
		end = &(*end)->next;
	}
	for (const struct bc_json *v = under->first; v; v = v->next) {
		if (bc_json_get(over, v->path.key))
			continue;
		*end = bc_new(a, struct bc_json);
		**end = *v;
		end = &(*end)->next;
		out->count++;
	}
	*end = NULL;
	return out;
}

struct bc_json *bc_json_merge(struct bc_arena *a, const struct bc_json *over,
			      const struct bc_json *under)
{
	return merge(a, over, under, true);
}
