/* Small enough to be written by hand: a member a line. */
#include "carry/carry.h"

static void put_text(struct bc_buf *out, struct bc_str s)
{
	bc_buf_putc(out, '"');
	bc_buf_json(out, s);
	bc_buf_putc(out, '"');
}

static void put_key(struct bc_buf *out, const char *key)
{
	bc_buf_puts(out, ",\n  \"");
	bc_buf_puts(out, key);
	bc_buf_puts(out, "\": ");
}

static void put_digest(struct bc_buf *out, const unsigned char digest[BC_SHA256])
{
	bc_buf_puts(out, "\"sha256\": \"");
	bc_sha256_print(out, digest);
	bc_buf_puts(out, "\"}");
}

/* What is carried along. */
static void put_bytes(struct bc_buf *out, const char *key, struct bc_str bytes)
{
	unsigned char digest[BC_SHA256];
	if (!bytes.p)
		return;
	bc_sha256(bytes, digest);
	put_key(out, key);
	bc_buf_putc(out, '{');
	put_digest(out, digest);
}

static void put_file(struct bc_buf *out, const struct bc_made_with *file)
{
	bc_buf_puts(out, "{\"name\": ");
	put_text(out, file->name);
	bc_buf_puts(out, ", ");
	put_digest(out, file->sha256);
}

static void put_named(struct bc_buf *out, const char *key, const struct bc_made_with *file)
{
	if (!file->name.n)
		return;
	put_key(out, key);
	put_file(out, file);
}

static void put_files(struct bc_buf *out, const char *key, const struct bc_made_with *files,
		      size_t n)
{
	put_key(out, key);
	bc_buf_putc(out, '[');
	for (size_t i = 0; i < n; i++) {
		bc_buf_puts(out, i ? ",\n    " : "\n    ");
		put_file(out, &files[i]);
	}
	bc_buf_puts(out, n ? "\n  ]" : "]");
}

/* What was asked for beside the report. */
static void put_options(struct bc_buf *out, const struct bc_manifest *m)
{
	put_key(out, "standard");
	put_text(out, m->standard);
	if (m->signature_fields) {
		put_key(out, "signature_fields");
		bc_buf_puts(out, "true");
	}
	if (m->use_template.n) {
		put_key(out, "use_template");
		put_text(out, m->use_template);
	}
	if (!m->n_sets)
		return;
	put_key(out, "set");
	for (size_t i = 0; i < m->n_sets; i++) {
		bc_buf_puts(out, i ? ", " : "[");
		put_text(out, bc_str_of(m->sets[i]));
	}
	bc_buf_putc(out, ']');
}

void bc_manifest_print(struct bc_buf *out, const struct bc_manifest *m)
{
	bc_buf_puts(out, "{\n  \"baocao_manifest\": 1");
	put_key(out, "engine");
	put_text(out, m->engine);
	put_key(out, "format");
	bc_buf_int(out, m->format);
	put_key(out, "carry");
	put_text(out, m->mode);
	put_bytes(out, "report", m->report);
	put_bytes(out, "base", m->base);
	put_named(out, "template", &m->template);
	put_named(out, "profile", &m->profile);
	put_files(out, "fonts", m->fonts, m->n_fonts);
	if (m->n_attached)
		put_files(out, "attachments", m->attached, m->n_attached);
	put_options(out, m);
	put_key(out, "pages");
	bc_buf_int(out, (int64_t)m->pages);
	bc_buf_puts(out, "\n}\n");
}
