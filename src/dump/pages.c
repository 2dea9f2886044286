/*
 * One line an item: what it is, where, how large, in which face and element.
 * Items come in reading order, as the PDF has them.
 */
#include "dump/dump.h"

#include "dump/text.h"
#include "font/font.h"

static void put_elem(struct bc_buf *out, const struct bc_elem *elem)
{
	bc_buf_putc(out, ' ');
	if (!elem) {
		bc_buf_puts(out, "Artifact");
		return;
	}
	bc_buf_puts(out, bc_role_name(elem->role));
	bc_buf_putc(out, '#');
	bc_buf_int(out, elem->id);
}

static void put_text(struct bc_buf *out, const struct bc_item *item)
{
	const struct bc_text_run *run = &item->run;
	bc_buf_puts(out, "text");
	bc_dump_len(out, item->x);
	bc_dump_len(out, item->y);
	bc_dump_named(out, "w", item->width);
	bc_dump_named(out, "space", run->word_extra);
	bc_buf_putc(out, ' ');
	bc_buf_add(out, bc_face_metrics(run->face)->postscript);
	bc_buf_putc(out, '/');
	bc_buf_int(out, run->size / BC_PT);
	bc_dump_flag(out, "red", item->color == BC_RED);
	put_elem(out, item->elem);
	bc_dump_string(out, run->text);
}

static void put_box(struct bc_buf *out, const struct bc_item *item)
{
	bc_buf_puts(out, item->kind == BC_ITEM_FILL ? "fill" : "frame");
	bc_dump_len(out, item->x);
	bc_dump_len(out, item->y);
	bc_dump_len(out, item->width);
	bc_dump_len(out, item->height);
	bc_dump_named(out, "weight", item->weight);
	bc_dump_flag(out, "red", item->color == BC_RED);
}

static void put_spot(struct bc_buf *out, const struct bc_item *item)
{
	bc_buf_puts(out, "spot");
	bc_dump_len(out, item->x);
	bc_dump_len(out, item->y);
	bc_dump_len(out, item->width);
	bc_dump_len(out, item->height);
	bc_buf_putc(out, ' ');
	bc_buf_puts(out, bc_spot_name(item->spot->kind));
	if (item->spot->signature) {
		bc_buf_putc(out, '#');
		bc_buf_int(out, item->spot->signature);
	}
	put_elem(out, item->elem);
}

static void put_item(struct bc_buf *out, const struct bc_item *item)
{
	switch (item->kind) {
	case BC_ITEM_TEXT:
		put_text(out, item);
		break;
	case BC_ITEM_FILL:
	case BC_ITEM_FRAME:
		put_box(out, item);
		break;
	case BC_ITEM_SPOT:
		put_spot(out, item);
		break;
	}
	bc_buf_putc(out, '\n');
}

static void put_bookmark(struct bc_buf *out, const struct bc_bookmark *mark)
{
	bc_buf_puts(out, "bookmark ");
	bc_buf_int(out, mark->depth);
	bc_dump_len(out, mark->y);
	bc_dump_string(out, mark->title);
	bc_buf_putc(out, '\n');
}

static void put_page(void *self, const struct bc_page *page)
{
	struct bc_buf *out = self;
	bc_buf_puts(out, "page ");
	bc_buf_int(out, (int64_t)page->index + 1);
	bc_dump_len(out, page->width);
	bc_dump_len(out, page->height);
	bc_dump_string(out, page->label);
	bc_buf_putc(out, '\n');
	for (size_t i = 0; i < page->n_bookmarks; i++)
		put_bookmark(out, &page->bookmarks[i]);
	for (size_t i = 0; i < page->n_items; i++)
		put_item(out, &page->items[i]);
}

struct bc_page_sink bc_dump_pages(struct bc_buf *out)
{
	return (struct bc_page_sink){out, put_page};
}
