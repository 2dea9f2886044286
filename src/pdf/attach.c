/* Embedded files, their specifications, and the two ways from the catalog to them. */
#include "pdf/attach.h"

#include "pdf/meta.h"
#include "pdf/put.h"

/* A file that was written: what leads to it. */
struct bc_attached {
	struct bc_str key; /* in the name tree, as hexadecimal digits */
	uint32_t specification;
	struct bc_attached *next;
};

/* Without CheckSum, which may be left out: Flate has a checksum of its own. */
static uint32_t put_file(struct bc_attachments *all, const struct bc_pdf_file *file,
			 const struct bc_pdf_meta *meta)
{
	struct bc_buf out = bc_buf_in(all->ctx->arena);
	bc_buf_puts(&out, "/Type/EmbeddedFile/Subtype");
	bc_put_name(&out, file->mime);
	bc_buf_puts(&out, "/Params<</Size ");
	bc_buf_int(&out, (int64_t)file->bytes.n);
	bc_put_date(&out, "ModDate", meta);
	bc_buf_puts(&out, ">>/Filter/FlateDecode");
	uint32_t object = bc_sink_object(all->sink);
	bc_sink_stream(all->sink, object, bc_buf_str(&out),
		       bc_deflate(all->deflate, file->bytes));
	return object;
}

/* F, for readers that know no Unicode: what isn't ASCII becomes a low line. */
static struct bc_str plain_name(struct bc_arena *a, struct bc_str name)
{
	struct bc_buf out = bc_buf_in(a);
	for (size_t i = 0; i < name.n; i++) {
		unsigned char c = (unsigned char)name.p[i];
		if ((c & 0xC0) != 0x80) /* one for a character, not for each of its bytes */
			bc_buf_putc(&out, c >= 0x20 && c < 0x7f ? (char)c : '_');
	}
	return bc_buf_str(&out);
}

static const char *relation_name(enum bc_pdf_relation relation)
{
	static const char *const names[] = {
		[BC_PDF_UNSPECIFIED] = "/Unspecified",
		[BC_PDF_SOURCE] = "/Source",
		[BC_PDF_DATA] = "/Data",
		[BC_PDF_SUPPLEMENT] = "/Supplement",
		[BC_PDF_ALTERNATIVE] = "/Alternative",
	};
	return names[relation];
}

static uint32_t put_specification(struct bc_attachments *all, const struct bc_pdf_file *file,
				  uint32_t embedded)
{
	struct bc_buf out = bc_buf_in(all->ctx->arena);
	bc_buf_puts(&out, "/Type/Filespec/AFRelationship");
	bc_buf_puts(&out, relation_name(file->relation));
	bc_put_entry(&out, "F", plain_name(all->ctx->scratch, file->name));
	bc_put_entry(&out, "UF", file->name);
	bc_put_entry(&out, "Desc", file->description);
	bc_buf_puts(&out, "/EF<</F ");
	bc_put_ref(&out, embedded);
	bc_buf_puts(&out, "/UF ");
	bc_put_ref(&out, embedded);
	bc_buf_puts(&out, ">>");
	uint32_t object = bc_sink_object(all->sink);
	bc_sink_dict(all->sink, object, bc_buf_str(&out));
	return object;
}

/* All keys are UTF-16, so that the order of their digits is that of their bytes. */
static struct bc_str key_of(struct bc_arena *a, struct bc_str name)
{
	struct bc_buf key = bc_buf_in(a);
	bc_buf_puts(&key, "FEFF");
	bc_put_utf16(&key, name);
	return bc_buf_str(&key);
}

static bool comes_before(struct bc_str a, struct bc_str b)
{
	int order = memcmp(a.p, b.p, a.n < b.n ? a.n : b.n);
	return order ? order < 0 : a.n < b.n;
}

void bc_attach(struct bc_attachments *all, const struct bc_pdf_file *file,
	       const struct bc_pdf_meta *meta)
{
	struct bc_attached *one = bc_new(all->ctx->arena, struct bc_attached);
	one->specification = put_specification(all, file, put_file(all, file, meta));
	one->key = key_of(all->ctx->arena, file->name);
	struct bc_attached **at = &all->first;
	while (*at && comes_before((*at)->key, one->key))
		at = &(*at)->next;
	one->next = *at;
	*at = one;
}

void bc_attach_catalog(struct bc_buf *out, const struct bc_attachments *all)
{
	if (!all->first)
		return;
	bc_buf_puts(out, "/Names<</EmbeddedFiles<</Names[");
	for (const struct bc_attached *one = all->first; one; one = one->next) {
		bc_buf_putc(out, '<');
		bc_buf_add(out, one->key);
		bc_buf_putc(out, '>');
		bc_put_ref(out, one->specification);
	}
	bc_buf_puts(out, "]>>>>\n/AF[");
	for (const struct bc_attached *one = all->first; one; one = one->next) {
		bc_put_ref(out, one->specification);
		bc_buf_putc(out, ' ');
	}
	bc_buf_puts(out, "]\n");
}
