/*
 * Field and widget in one dictionary.  Without a value, a lock or flags: what
 * a signature says is the business of whoever signs.
 */
#include "pdf/field.h"

#include "pdf/put.h"

struct field {
	const struct bc_spot *spot;
	const struct bc_elem *elem;
	uint32_t object, page; /* page 0: not known yet */
	bc_len left, bottom, width, height;
	struct field *next;
};

struct bc_fields {
	struct bc_ctx *ctx;
	struct bc_sink *sink;
	struct field *first, *last;
};

struct bc_fields *bc_fields_new(struct bc_ctx *ctx, struct bc_sink *sink)
{
	struct bc_fields *f = bc_new(ctx->arena, struct bc_fields);
	f->ctx = ctx;
	f->sink = sink;
	return f;
}

static struct field *add(struct bc_fields *f, const struct bc_page *page,
			 const struct bc_item *item)
{
	struct field *field = bc_new(f->ctx->arena, struct field);
	*field = (struct field){
		.spot = item->spot,
		.elem = item->elem,
		.object = bc_sink_object(f->sink),
		.left = item->x,
		.bottom = page->height - item->y - item->height,
		.width = item->width,
		.height = item->height,
	};
	if (f->last)
		f->last->next = field;
	else
		f->first = field;
	f->last = field;
	return field;
}

void bc_fields_take(struct bc_fields *f, const struct bc_page *page, struct bc_buf *entries)
{
	bool any = false;
	for (size_t i = 0; i < page->n_items; i++) {
		const struct bc_item *item = &page->items[i];
		if (item->kind != BC_ITEM_SPOT || !item->elem)
			continue;
		bc_buf_puts(entries, any ? " " : "/Annots[");
		any = true;
		bc_put_ref(entries, add(f, page, item)->object);
	}
	/* the tab key follows the structure (ISO 14289-1 7.18.3) */
	if (any)
		bc_buf_puts(entries, "]/Tabs/S");
}

void bc_fields_end_page(struct bc_fields *f, uint32_t page)
{
	for (struct field *field = f->first; field; field = field->next) {
		if (!field->page)
			field->page = page;
	}
}

/* Every widget has an appearance, if an empty one (ISO 19005-3 6.3.3). */
static uint32_t write_appearance(struct bc_fields *f, const struct field *field)
{
	struct bc_buf out = bc_buf_in(f->ctx->arena);
	uint32_t object = bc_sink_object(f->sink);
	bc_buf_puts(&out, "/Type/XObject/Subtype/Form/BBox[0 0 ");
	bc_put_len(&out, field->width);
	bc_buf_putc(&out, ' ');
	bc_put_len(&out, field->height);
	bc_buf_puts(&out, "]/Resources<<>>");
	bc_sink_stream(f->sink, object, bc_buf_str(&out), (struct bc_str){0});
	return object;
}

static void put_corners(struct bc_buf *out, const struct field *field)
{
	bc_len corners[] = {field->left, field->bottom, field->left + field->width,
			    field->bottom + field->height};
	bc_buf_puts(out, "/Rect[");
	for (int i = 0; i < 4; i++) {
		if (i > 0)
			bc_buf_putc(out, ' ');
		bc_put_len(out, corners[i]);
	}
	bc_buf_puts(out, "]");
}

static void write_field(struct bc_fields *f, const struct field *field, uint32_t key)
{
	enum {
		PRINT = 4 /* the flag (12.5.3) */
	};
	struct bc_buf name = bc_buf_in(f->ctx->arena), out = bc_buf_in(f->ctx->arena);
	bc_spot_field(&name, field->spot);
	bc_buf_puts(&out, "/Type/Annot/Subtype/Widget/FT/Sig\n");
	bc_put_entry(&out, "T", bc_buf_str(&name));
	bc_put_entry(&out, "TU", field->spot->label);
	put_corners(&out, field);
	bc_buf_puts(&out, "/F ");
	bc_buf_int(&out, PRINT);
	bc_buf_puts(&out, "/P ");
	bc_put_ref(&out, field->page);
	bc_buf_puts(&out, "/StructParent ");
	bc_buf_int(&out, key);
	bc_buf_puts(&out, "/AP<</N ");
	bc_put_ref(&out, write_appearance(f, field));
	bc_buf_puts(&out, ">>");
	bc_sink_dict(f->sink, field->object, bc_buf_str(&out));
}

void bc_fields_write(struct bc_fields *f, struct bc_struct *tree, struct bc_buf *catalog)
{
	if (!f->first)
		return;
	bc_buf_puts(catalog, "/AcroForm<</Fields[");
	for (const struct field *field = f->first; field; field = field->next) {
		write_field(
			f, field,
			bc_struct_annotation(tree, field->elem, field->object, field->page));
		bc_put_ref(catalog, field->object);
		bc_buf_putc(catalog, ' ');
	}
	bc_buf_puts(catalog, "]>>\n");
}
