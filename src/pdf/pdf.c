/*
 * The pass: takes pages as they come, then writes what they had in common.
 */
#include "pdf/pdf.h"

#include "pdf/attach.h"
#include "pdf/check.h"
#include "pdf/content.h"
#include "pdf/embed.h"
#include "pdf/field.h"
#include "pdf/meta.h"
#include "pdf/put.h"
#include "pdf/sink.h"
#include "pdf/struct.h"

enum {
	MAX_DEPTH = 16, /* of the outline; deeper entries are hung one level up */
};

struct bc_pdf {
	struct bc_ctx *ctx;
	const struct bc_pdf_meta *meta;
	struct bc_sink *sink;
	struct bc_deflate *deflate;
	struct bc_struct *tree;
	struct bc_fields *form;
	struct bc_embed *fonts; /* by the face's index */
	unsigned n_fonts;
	uint32_t resources; /* shared by all pages; written at the end */
	struct bc_labels labels;
	struct bc_attachments attached;
	uint32_t path[MAX_DEPTH]; /* the last entry of the outline at each depth */
	unsigned depth;           /* entries in `path` */
};

struct bc_pdf *bc_pdf_new(struct bc_ctx *ctx, const struct bc_fonts *fonts,
			  const struct bc_pdf_meta *meta)
{
	struct bc_pdf *pdf = bc_new(ctx->arena, struct bc_pdf);
	pdf->ctx = ctx;
	pdf->meta = meta;
	pdf->sink = bc_sink_new(ctx);
	pdf->deflate = bc_deflate_new(ctx);
	pdf->tree = bc_struct_new(ctx);
	pdf->form = bc_fields_new(ctx, pdf->sink);
	pdf->n_fonts = bc_fonts_count(fonts);
	pdf->fonts = bc_new_n(ctx->arena, struct bc_embed, pdf->n_fonts);
	for (unsigned i = 0; i < pdf->n_fonts; i++)
		pdf->fonts[i].ctx = ctx;
	pdf->resources = bc_sink_object(pdf->sink);
	pdf->labels.arena = ctx->arena;
	pdf->attached = (struct bc_attachments){ctx, pdf->sink, pdf->deflate, NULL};
	return pdf;
}

static uint32_t put_contents(struct bc_pdf *pdf, const struct bc_page *page)
{
	struct bc_mark mark = bc_arena_mark(pdf->ctx->scratch);
	struct bc_buf operators = bc_buf_in(pdf->ctx->scratch);
	bc_content_put(&operators, page, pdf->fonts, pdf->tree);
	uint32_t object = bc_sink_object(pdf->sink);
	bc_sink_stream(pdf->sink, object, BC_STR("/Filter/FlateDecode"),
		       bc_deflate(pdf->deflate, bc_buf_str(&operators)));
	bc_arena_release(pdf->ctx->scratch, mark);
	return object;
}

static void put_bookmark(struct bc_pdf *pdf, const struct bc_bookmark *b, uint32_t page,
			 bc_len height)
{
	struct bc_buf out = bc_buf_in(pdf->ctx->arena);
	bc_buf_puts(&out, "/Title");
	bc_put_text(&out, b->title);
	bc_buf_puts(&out, "\n/Dest[");
	bc_put_ref(&out, page);
	bc_buf_puts(&out, "/XYZ 0 ");
	bc_put_len(&out, height - b->y);
	bc_buf_puts(&out, " 0]\n");
	unsigned depth = b->depth < pdf->depth ? b->depth : pdf->depth;
	depth = depth < MAX_DEPTH ? depth : MAX_DEPTH - 1;
	uint32_t parent = depth ? pdf->path[depth - 1] : 0;
	pdf->path[depth] = bc_sink_bookmark(pdf->sink, parent, bc_buf_str(&out));
	pdf->depth = depth + 1;
}

static void take_page(void *self, const struct bc_page *page)
{
	struct bc_pdf *pdf = self;
	uint32_t key = bc_struct_begin_page(pdf->tree);
	uint32_t contents = put_contents(pdf, page);
	struct bc_buf out = bc_buf_in(pdf->ctx->arena);
	bc_buf_puts(&out, "/Type/Page/MediaBox[0 0 ");
	bc_put_len(&out, page->width);
	bc_buf_putc(&out, ' ');
	bc_put_len(&out, page->height);
	bc_buf_puts(&out, "]/Resources ");
	bc_put_ref(&out, pdf->resources);
	bc_buf_puts(&out, "/Contents ");
	bc_put_ref(&out, contents);
	bc_buf_puts(&out, "/StructParents ");
	bc_buf_int(&out, key);
	bc_fields_take(pdf->form, page, &out);
	uint32_t object = bc_sink_page(pdf->sink, bc_buf_str(&out));
	bc_fields_end_page(pdf->form, object);
	bc_struct_end_page(pdf->tree, object);
	for (size_t i = 0; i < page->n_bookmarks; i++)
		put_bookmark(pdf, &page->bookmarks[i], object, page->height);
	bc_labels_add(&pdf->labels, page->index, page->label);
}

struct bc_page_sink bc_pdf_sink(struct bc_pdf *pdf)
{
	return (struct bc_page_sink){.self = pdf, .page = take_page};
}

void bc_pdf_attach(struct bc_pdf *pdf, const struct bc_pdf_file *file)
{
	bc_attach(&pdf->attached, file, pdf->meta);
}

static bool write_fonts(struct bc_pdf *pdf)
{
	struct bc_buf out = bc_buf_in(pdf->ctx->arena);
	bc_buf_puts(&out, "/Font<<");
	for (unsigned i = 0; i < pdf->n_fonts; i++) {
		struct bc_embed *e = &pdf->fonts[i];
		if (!e->face)
			continue;
		uint32_t font = bc_embed_write(e, pdf->sink, pdf->deflate);
		if (!font)
			return false;
		bc_buf_puts(&out, "/F");
		bc_buf_int(&out, i);
		bc_buf_putc(&out, ' ');
		bc_put_ref(&out, font);
	}
	bc_buf_puts(&out, ">>\n");
	bc_sink_dict(pdf->sink, pdf->resources, bc_buf_str(&out));
	return true;
}

bool bc_pdf_finish(struct bc_pdf *pdf, const struct bc_elem *root, struct bc_str *bytes)
{
	struct bc_mark mark = bc_arena_mark(pdf->ctx->scratch);
	struct bc_buf catalog = bc_buf_in(pdf->ctx->arena);
	bc_meta_write(pdf->ctx, pdf->sink, pdf->deflate, pdf->meta, &pdf->labels, &catalog);
	bc_attach_catalog(&catalog, &pdf->attached);
	bool done = write_fonts(pdf);
	bc_fields_write(pdf->form, pdf->tree, &catalog);
	bc_struct_write(pdf->tree, pdf->sink, root, &catalog);
	bc_sink_catalog(pdf->sink, bc_buf_str(&catalog));
	done = done && bc_sink_save(pdf->sink, pdf->deflate, bytes) &&
	       bc_pdf_check(pdf->ctx, *bytes);
	bc_arena_release(pdf->ctx->scratch, mark);
	return done;
}
