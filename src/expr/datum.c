/* Data is looked at where it stands; nothing is copied before it is changed. */
#include "expr/datum.h"

#include "text/nfc.h"

struct bc_datum bc_datum_null(void)
{
	return (struct bc_datum){.kind = BC_DATUM_NULL};
}

struct bc_datum bc_datum_bool(bool truth)
{
	return (struct bc_datum){.kind = BC_DATUM_BOOL, .truth = truth};
}

struct bc_datum bc_datum_text(struct bc_str text)
{
	return (struct bc_datum){.kind = BC_DATUM_TEXT, .text = text};
}

struct bc_datum bc_datum_whole(int64_t number)
{
	return (struct bc_datum){.kind = BC_DATUM_NUMBER, .number = {number, 1}};
}

struct bc_datum bc_datum_decimal(struct bc_decimal number)
{
	return (struct bc_datum){.kind = BC_DATUM_NUMBER,
				 .number = bc_rational_of(number),
				 .scale = number.scale};
}

struct bc_datum bc_datum_list(const struct bc_datum *items, size_t n)
{
	return (struct bc_datum){.kind = BC_DATUM_LIST, .items = items, .n = n};
}

static struct bc_datum number_of(const struct bc_json *node)
{
	struct bc_decimal number;
	if (!bc_decimal_parse(node->text, &number))
		return (struct bc_datum){.kind = BC_DATUM_WRONG};
	return bc_datum_decimal(number);
}

static struct bc_datum made_of(const struct bc_json *node)
{
	switch (node->kind) {
	case BC_JSON_NULL:
		return bc_datum_null();
	case BC_JSON_FALSE:
		return bc_datum_bool(false);
	case BC_JSON_TRUE:
		return bc_datum_bool(true);
	case BC_JSON_NUMBER:
		return number_of(node);
	case BC_JSON_STRING:
		return bc_datum_text(node->text);
	case BC_JSON_ARRAY:
		return (struct bc_datum){.kind = BC_DATUM_LIST};
	case BC_JSON_OBJECT:
		break;
	}
	return (struct bc_datum){.kind = BC_DATUM_OBJECT};
}

struct bc_datum bc_datum_of(const struct bc_json *node)
{
	if (!node)
		return bc_datum_null();
	struct bc_datum v = made_of(node);
	v.node = node;
	return v;
}

/* Whether bc_nfc leaves every text and key of the tree as it is: most are written so. */
static bool is_composed(struct bc_arena *a, const struct bc_json *v)
{
	if (bc_nfc(a, v->path.key).p != v->path.key.p || bc_nfc(a, v->text).p != v->text.p)
		return false;
	for (const struct bc_json *m = v->first; m; m = m->next) {
		if (!is_composed(a, m))
			return false;
	}
	return true;
}

static struct bc_json *composed(struct bc_arena *a, const struct bc_json *v)
{
	struct bc_json *out = bc_new(a, struct bc_json);
	struct bc_json **end = &out->first;
	*out = *v;
	out->path.key = bc_nfc(a, v->path.key);
	out->text = bc_nfc(a, v->text);
	for (const struct bc_json *m = v->first; m; m = m->next) {
		*end = composed(a, m);
		end = &(*end)->next;
	}
	*end = NULL;
	return out;
}

struct bc_datum bc_datum_root(struct bc_arena *a, const struct bc_json *root)
{
	return bc_datum_of(root && !is_composed(a, root) ? composed(a, root) : root);
}

size_t bc_datum_count(struct bc_datum v)
{
	if (v.kind != BC_DATUM_LIST && v.kind != BC_DATUM_OBJECT)
		return 0;
	return v.node ? v.node->count : v.n;
}

struct bc_datum bc_datum_spread(struct bc_arena *a, struct bc_datum list)
{
	if (list.kind == BC_DATUM_TEXT) {
		struct bc_datum *one = bc_new(a, struct bc_datum);
		*one = list;
		return bc_datum_list(one, list.text.n > 0);
	}
	size_t n = bc_datum_count(list);
	if (list.items || n == 0)
		return bc_datum_list(list.items, n);
	struct bc_datum *items = bc_new_n(a, struct bc_datum, n);
	size_t i = 0;
	if (list.node) {
		for (const struct bc_json *at = list.node->first; at; at = at->next)
			items[i++] = bc_datum_of(at);
	} else {
		for (; i < n; i++)
			items[i] = list.members[i].value;
	}
	return bc_datum_list(items, n);
}

struct bc_datum bc_datum_member(struct bc_datum object, struct bc_str key)
{
	if (object.kind != BC_DATUM_OBJECT)
		return bc_datum_null();
	if (object.node)
		return bc_datum_of(bc_json_get(object.node, key));
	for (size_t i = 0; i < object.n; i++) {
		if (bc_str_eq(object.members[i].key, key))
			return object.members[i].value;
	}
	return bc_datum_null();
}

bool bc_datum_truth(struct bc_datum v)
{
	switch (v.kind) {
	case BC_DATUM_WRONG:
	case BC_DATUM_NULL:
		return false;
	case BC_DATUM_BOOL:
		return v.truth;
	case BC_DATUM_NUMBER:
		return v.number.over != 0;
	case BC_DATUM_TEXT:
		return v.text.n > 0;
	case BC_DATUM_LIST:
	case BC_DATUM_OBJECT:
		break;
	}
	return bc_datum_count(v) > 0;
}

bool bc_datum_same(struct bc_datum a, struct bc_datum b)
{
	if (a.kind != b.kind)
		return false;
	switch (a.kind) {
	case BC_DATUM_BOOL:
		return a.truth == b.truth;
	case BC_DATUM_NUMBER:
		return bc_rational_compare(a.number, b.number) == 0;
	case BC_DATUM_TEXT:
		return bc_str_eq(a.text, b.text);
	case BC_DATUM_LIST:
	case BC_DATUM_OBJECT:
		return a.node && a.node == b.node;
	case BC_DATUM_NULL:
	case BC_DATUM_WRONG:
		break;
	}
	return true;
}

bool bc_datum_to_decimal(struct bc_datum number, struct bc_decimal *out)
{
	if (!bc_rational_decimal(number.number, out))
		return false;
	return out->scale >= number.scale ||
	       bc_rational_round(number.number, number.scale, out);
}

struct bc_str bc_datum_kind_name(enum bc_datum_kind kind)
{
	switch (kind) {
	case BC_DATUM_WRONG:
	case BC_DATUM_NULL:
		return BC_BOTH("chỗ trống", "nothing");
	case BC_DATUM_BOOL:
		return BC_BOTH("đúng/sai", "true or false");
	case BC_DATUM_NUMBER:
		return BC_BOTH("số", "a number");
	case BC_DATUM_TEXT:
		return BC_BOTH("chữ", "a text");
	case BC_DATUM_LIST:
		return BC_BOTH("danh sách", "a list");
	case BC_DATUM_OBJECT:
		break;
	}
	return BC_BOTH("nhóm mục", "an object");
}
