/* The pages decide; manifests only say why pages are others. */
#include "carry/verify.h"

#include "base/carried.h"
#include "base/sha256.h"

size_t bc_first_difference(const struct bc_made *given, const struct bc_made *again)
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
	return bc_str_eq(bc_json_text(object, "name"), bc_json_text(other, "name")) &&
	       bc_str_eq(bc_json_text(object, "sha256"), bc_json_text(other, "sha256"));
}

/* The one file that the manifests have under `key`. */
static void compare_file(struct bc_buf *names, const struct bc_made *given,
			 const struct bc_made *again, const char *key)
{
	const struct bc_json *file = bc_json_get(given->manifest, bc_str_of(key));
	if (file && !is_same(file, bc_json_get(again->manifest, bc_str_of(key))))
		add_name(names, bc_json_text(file, "name"));
}

/* The list of files under `key`: those of `given` that `again` hasn't got. */
static void compare_files(struct bc_buf *names, const struct bc_made *given,
			  const struct bc_made *again, const char *key)
{
	const struct bc_json *files = bc_json_get(given->manifest, bc_str_of(key));
	const struct bc_json *others = bc_json_get(again->manifest, bc_str_of(key));
	for (const struct bc_json *file = files ? files->first : NULL; file;
	     file = file->next) {
		const struct bc_json *other = others ? others->first : NULL;
		while (other && !is_same(file, other))
			other = other->next;
		if (!other)
			add_name(names, bc_json_text(file, "name"));
	}
}

/* Whether the manifest speaks of `bytes` under `key`. */
static void compare_bytes(struct bc_buf *names, const struct bc_made *given, const char *key,
			  struct bc_str bytes, struct bc_str name)
{
	struct bc_buf digest = bc_buf_in(names->arena);
	unsigned char raw[BC_SHA256];
	const struct bc_json *told = bc_json_get(given->manifest, bc_str_of(key));
	if (!told && !bytes.p)
		return;
	bc_sha256(bytes, raw);
	bc_sha256_print(&digest, raw);
	if (!bc_str_eq(bc_buf_str(&digest), bc_json_text(told, "sha256")))
		add_name(names, name);
}

/* What is carried, and isn't what the file's own manifest says it is. */
static struct bc_str changed_data(struct bc_arena *a, const struct bc_made *given,
				  const struct bc_made *again)
{
	struct bc_buf names = bc_buf_in(a);
	compare_bytes(&names, given, "report", given->report, BC_CARRIED_REPORT);
	compare_bytes(&names, given, "base", given->base, BC_CARRIED_BASE);
	compare_files(&names, given, again, "attachments");
	return bc_buf_str(&names);
}

/* What the pages were made with, and isn't here. */
static struct bc_str other_inputs(struct bc_arena *a, const struct bc_made *given,
				  const struct bc_made *again)
{
	struct bc_buf names = bc_buf_in(a);
	/* what was filled in when it was carried needs no template any more */
	if (bc_str_is(bc_json_text(given->manifest, "carry"), "all"))
		compare_file(&names, given, again, "template");
	compare_file(&names, given, again, "profile");
	compare_files(&names, given, again, "fonts");
	return bc_buf_str(&names);
}

struct bc_verified bc_verify(struct bc_arena *a, const struct bc_made *given,
			     const struct bc_made *again)
{
	struct bc_verified out = {.verdict = BC_DATA_CHANGED,
				  .inputs = changed_data(a, given, again),
				  .page = bc_first_difference(given, again)};
	if (out.inputs.n)
		return out;
	out.verdict = bc_str_eq(given->bytes, again->bytes) ? BC_IDENTICAL : BC_SAME_PAGES;
	if (out.page == 0)
		return out;
	out.inputs = other_inputs(a, given, again);
	out.verdict = out.inputs.n ? BC_INPUTS_MISSING : BC_PAGES_DIFFER;
	return out;
}
