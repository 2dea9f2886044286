/*
 * The signature map: where on the finished pages the spots are, as JSON for
 * the programs that number, date, sign and seal them.
 */
#include "dump/dump.h"

#include "dump/text.h"

static int64_t rounded(int64_t v, int64_t unit)
{
	return (v + (v < 0 ? -unit / 2 : unit / 2)) / unit;
}

/* Hundredths of a point, and of a millimetre. */
static int64_t in_pt(bc_len v)
{
	return rounded(v * 100, BC_PT);
}

static int64_t in_mm(bc_len v)
{
	return rounded(v * 2540, 72 * BC_PT);
}

static void put_four(struct bc_buf *out, const char *key, const int64_t v[4])
{
	bc_buf_puts(out, ", \"");
	bc_buf_puts(out, key);
	bc_buf_puts(out, "\": [");
	for (int i = 0; i < 4; i++) {
		if (i > 0)
			bc_buf_puts(out, ", ");
		bc_dump_hundredths(out, v[i]);
	}
	bc_buf_putc(out, ']');
}

static void put_string(struct bc_buf *out, struct bc_str s)
{
	bc_buf_putc(out, '"');
	bc_buf_json(out, s);
	bc_buf_putc(out, '"');
}

static void put_member(struct bc_buf *out, const char *key, struct bc_str s)
{
	if (s.n == 0)
		return;
	bc_buf_puts(out, ", \"");
	bc_buf_puts(out, key);
	bc_buf_puts(out, "\": ");
	put_string(out, s);
}

static void put_lines(struct bc_buf *out, const char *key, struct bc_str lines)
{
	if (lines.n == 0)
		return;
	bc_buf_puts(out, ", \"");
	bc_buf_puts(out, key);
	bc_buf_puts(out, "\": [");
	for (size_t from = 0, to; from <= lines.n; from = to + 1) {
		to = bc_str_find(lines, from, BC_STR("\n"));
		if (from > 0)
			bc_buf_puts(out, ", ");
		put_string(out, bc_str_cut(lines, from, to));
	}
	bc_buf_putc(out, ']');
}

static void put_place(struct bc_spot_map *map, const struct bc_page *page,
		      const struct bc_item *item)
{
	struct bc_buf *out = map->out;
	const struct bc_spot *spot = item->spot;
	bc_len bottom = page->height - item->y - item->height;
	bc_buf_puts(out, map->any ? ",\n    {\"kind\": \"" : "\n    {\"kind\": \"");
	map->any = true;
	bc_buf_puts(out, bc_spot_name(spot->kind));
	bc_buf_puts(out, "\", \"page\": ");
	bc_buf_int(out, (int64_t)page->index + 1);
	put_four(out, "pt",
		 (int64_t[]){in_pt(item->x), in_pt(bottom), in_pt(item->x + item->width),
			     in_pt(bottom + item->height)});
	put_four(out, "mm",
		 (int64_t[]){in_mm(item->x), in_mm(item->y), in_mm(item->width),
			     in_mm(item->height)});
	put_member(out, "text", spot->text);
	put_lines(out, "title", spot->title);
	put_member(out, "name", spot->name);
	if (item->elem) {
		struct bc_buf field = bc_buf_in(out->arena);
		bc_spot_field(&field, spot);
		put_member(out, "field", bc_buf_str(&field));
	}
	bc_buf_putc(out, '}');
}

static void take_page(void *self, const struct bc_page *page)
{
	struct bc_spot_map *map = self;
	for (size_t i = 0; i < page->n_items; i++) {
		if (page->items[i].kind == BC_ITEM_SPOT)
			put_place(map, page, &page->items[i]);
	}
}

struct bc_page_sink bc_spot_map_begin(struct bc_spot_map *map, struct bc_buf *out)
{
	*map = (struct bc_spot_map){.out = out};
	bc_buf_puts(out, "{\n  \"signature_map\": 1,\n  \"places\": [");
	return (struct bc_page_sink){map, take_page};
}

void bc_spot_map_end(struct bc_spot_map *map)
{
	bc_buf_puts(map->out, map->any ? "\n  ]\n}\n" : "]\n}\n");
}
