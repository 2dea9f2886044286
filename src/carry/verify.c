/* The pages decide; manifests only say why pages are others. */
#include "carry/verify.h"

#include "base/sha256.h"

static struct bc_str text_of(const struct bc_json *object, const char *key)
{
	const struct bc_json *v = bc_json_get(object, bc_str_of(key));
	return v ? v->text : (struct bc_str){0};
}

/* The number of the first page that isn't the same; 0 without one. */
static size_t first_difference(const struct bc_made *given, const struct bc_made *again)
{
	size_t n = given->n_pages < again->n_pages ? given->n_pages : again->n_pages;
	for (size_t i = 0; i < n; i++) {
		if (!bc_str_eq(given->pages[i], again->pages[i]))
			return i + 1;
	}
	return given->n_pages == again->n_pages ? 0 : n + 1;
}

static void add_name(struct bc_buf *names, struct bc_str name)
{
	if (names->n)
		bc_buf_puts(names, ", ");
	bc_buf_add(names, name);
}

/* Whether `object` ({"name", "sha256"}) says what `other` says. */
static bool is_same(const struct bc_json *object, const struct bc_json *other)
{
	return bc_str_eq(text_of(object, "name"), text_of(other, "name")) &&
	       bc_str_eq(text_of(object, "sha256"), text_of(other, "sha256"));
}

/* The one file that the manifests have under `key`. */
static void compare_file(struct bc_buf *names, const struct bc_made *given,
			 const struct bc_made *again, const char *key)
{
	const struct bc_json *file = bc_json_get(given->manifest, bc_str_of(key));
	if (file && !is_same(file, bc_json_get(again->manifest, bc_str_of(key))))
		add_name(names, text_of(file, "name"));
}

static void compare_fonts(struct bc_buf *names, const struct bc_made *given,
			  const struct bc_made *again)
{
	const struct bc_json *fonts = bc_json_get(given->manifest, BC_STR("fonts"));
	const struct bc_json *others = bc_json_get(again->manifest, BC_STR("fonts"));
	for (const struct bc_json *font = fonts ? fonts->first : NULL; font;
	     font = font->next) {
		const struct bc_json *other = others ? others->first : NULL;
		while (other && !is_same(font, other))
			other = other->next;
		if (!other)
			add_name(names, text_of(font, "name"));
	}
}

/* Whether the report is the one of which the file's own manifest speaks. */
static bool is_own_report(struct bc_arena *a, const struct bc_made *made)
{
	struct bc_buf digest = bc_buf_in(a);
	unsigned char raw[BC_SHA256];
	const struct bc_json *report = bc_json_get(made->manifest, BC_STR("report"));
	bc_sha256(made->report, raw);
	bc_sha256_print(&digest, raw);
	return bc_str_eq(bc_buf_str(&digest), text_of(report, "sha256"));
}

struct bc_verified bc_verify(struct bc_arena *a, const struct bc_made *given,
			     const struct bc_made *again)
{
	struct bc_verified out = {.verdict = BC_IDENTICAL};
	struct bc_buf names = bc_buf_in(a);
	if (bc_str_eq(given->bytes, again->bytes))
		return out;
	out.page = first_difference(given, again);
	out.verdict = BC_SAME_PAGES;
	if (!is_own_report(a, given))
		add_name(&names, BC_STR("baocao.json"));
	else if (out.page == 0)
		return out;
	/* what was filled in when it was carried needs no template any more */
	if (bc_str_is(text_of(given->manifest, "carry"), "all"))
		compare_file(&names, given, again, "template");
	compare_file(&names, given, again, "profile");
	compare_fonts(&names, given, again);
	out.inputs = bc_buf_str(&names);
	out.verdict = names.n ? BC_INPUTS_MISSING : BC_PAGES_DIFFER;
	return out;
}
