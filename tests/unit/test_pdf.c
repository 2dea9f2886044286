/*
 * The PDF writer, on pages made by hand: the file's own structure is read back
 * here; qpdf and poppler judge it too where they are installed.
 */
#include "support.h"

#include "base/file.h"
#include "pdf/pdf.h"
#include "pdf/put.h"

#include <libdeflate.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum {
	MAX_ITEMS = 64,
};

static const bc_len width = 595 * BC_PT + 18068, height = 842 * BC_PT - 7209; /* A4 */

/* A page under construction. */
struct draft {
	struct fixture *fx;
	struct bc_fonts *fonts;
	struct bc_shaper *shaper;
	struct bc_item items[MAX_ITEMS];
	size_t n;
};

static void draft_init(struct draft *d, struct fixture *fx)
{
	*d = (struct draft){.fx = fx};
	d->fonts = bc_fonts_load(&fx->ctx, NULL, "fonts");
	assert_non_null(d->fonts);
	d->shaper = bc_shaper_new(&fx->arena);
}

static struct bc_item *put_line(struct draft *d, enum bc_style style, int y, const char *text)
{
	assert_true(d->n < MAX_ITEMS);
	struct bc_item *item = &d->items[d->n++];
	const struct bc_face *face = bc_fonts_face(d->fonts, style);
	const struct bc_shaped *s = bc_shape(d->shaper, face, bc_str_of(text), true);
	*item = (struct bc_item){
		.kind = BC_ITEM_TEXT,
		.x = 85 * BC_PT,
		.y = y * BC_PT,
		.width = bc_len_em(s->width, 13 * BC_PT),
		.run = {face, 13 * BC_PT, bc_str_of(text), s->glyphs, s->n, 0},
	};
	return item;
}

static struct bc_item *put_box(struct draft *d, enum bc_item_kind kind, int y, int h)
{
	assert_true(d->n < MAX_ITEMS);
	struct bc_item *item = &d->items[d->n++];
	*item = (struct bc_item){
		.kind = kind,
		.x = 85 * BC_PT,
		.y = y * BC_PT,
		.width = 200 * BC_PT,
		.height = h * BC_PT,
		.weight = BC_PT,
	};
	return item;
}

static struct bc_page page_of(const struct draft *d, size_t index, const char *label)
{
	return (struct bc_page){
		.index = index,
		.width = width,
		.height = height,
		.label = bc_str_of(label),
		.items = d->items,
		.n_items = d->n,
	};
}

/* All items are artifacts: a tree without content. */
static const struct bc_elem document = {.role = BC_ROLE_DOCUMENT};

static const char *const bahnar = "Bơ̆n ê̆ ư̆ Ơ̆ Ê̆ b̆ č̣ n̆";

static void fill_first(struct draft *d)
{
	put_line(d, BC_BOLD, 80, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
	put_line(d, BC_BOLD | BC_ITALIC, 100, "Độc lập – Tự do – Hạnh phúc");
	put_box(d, BC_ITEM_FILL, 104, 1);
	put_box(d, BC_ITEM_FRAME, 110, 24)->color = BC_RED;
	put_line(d, BC_BOLD, 126, "HỎA TỐC")->color = BC_RED;
	put_line(d, BC_REGULAR, 160, "AVATAR Ta. Vừa (1) \\ “ễ ộ ự Ẵ” ");
	put_line(d, BC_REGULAR, 180, "Kết quả đạt 98,5%; vượt 3,2 điểm ")->run.word_extra =
		7 * BC_PT / 3;
	put_line(d, BC_ITALIC, 200, "phần trăm so với cùng kỳ.");
	put_line(d, BC_REGULAR, 220, bahnar);
}

static struct bc_str make_file(struct draft *d)
{
	const struct bc_bookmark marks[] = {
		{0, BC_STR("I. KẾT QUẢ"), 160 * BC_PT},
		{1, BC_STR("1. Results"), 180 * BC_PT},
		{5, BC_STR("a) Too deep"), 200 * BC_PT},
		{0, BC_STR("II. NHIỆM VỤ"), 220 * BC_PT},
	};
	struct bc_pdf_meta meta = {
		.title = BC_STR("Báo cáo 6 tháng"),
		.author = BC_STR("Office (A)"),
		.lang = BC_STR("vi-VN"),
		.producer = BC_STR("baocao"),
		.year = 2024,
		.month = 7,
		.day = 5,
	};
	struct bc_pdf *pdf = bc_pdf_new(&d->fx->ctx, d->fonts, &meta);
	struct bc_page_sink sink = bc_pdf_sink(pdf);
	fill_first(d);
	struct bc_page first = page_of(d, 0, "1");
	first.bookmarks = marks;
	first.n_bookmarks = sizeof marks / sizeof *marks;
	sink.page(sink.self, &first);
	d->n = 0;
	put_line(d, BC_REGULAR, 80, "Phụ lục I");
	struct bc_page second = page_of(d, 1, "PL-1");
	sink.page(sink.self, &second);
	struct bc_str bytes = {0};
	assert_true(bc_pdf_finish(pdf, &document, &bytes));
	assert_false(bc_findings_failed(&d->fx->findings));
	return bytes;
}

/* A reader of just what the tests look at: the cross-reference stream and what it leads to. */
struct reader {
	struct draft *d;
	struct bc_str file;
	struct bc_str rows; /* of the cross-reference stream */
	size_t offset_bytes;
};

static size_t find(struct bc_str in, size_t from, const char *what)
{
	size_t n = strlen(what);
	for (size_t i = from; i + n <= in.n; i++) {
		if (memcmp(in.p + i, what, n) == 0)
			return i;
	}
	return in.n;
}

static bool has(struct bc_str in, const char *what)
{
	return find(in, 0, what) < in.n;
}

/* Whether the text stands in it, in UTF-16. */
static bool has_text(struct draft *d, struct bc_str in, const char *key, const char *text)
{
	struct bc_buf entry = bc_buf_in(&d->fx->arena);
	bc_buf_puts(&entry, key);
	bc_put_text(&entry, bc_str_of(text));
	entry.n--; /* it may go on */
	for (size_t at = 0; at + entry.n <= in.n; at++) {
		if (memcmp(in.p + at, entry.p, entry.n) == 0)
			return true;
	}
	return false;
}

static size_t number_after(struct bc_str in, const char *key)
{
	size_t at = find(in, 0, key);
	if (at == in.n)
		fail_msg("no %s", key);
	return strtoul(in.p + at + strlen(key), NULL, 10);
}

/* The object at `offset`, from its dictionary to endobj. */
static struct bc_str object_at(const struct reader *r, size_t offset)
{
	assert_true(offset < r->file.n);
	return bc_str_cut(r->file, offset, find(r->file, offset, "\nendobj"));
}

static struct bc_str inflate(const struct reader *r, struct bc_str object)
{
	enum {
		ROOM = 1 << 20
	};
	size_t n = number_after(object, "/Length ");
	size_t from = find(object, 0, "stream\n") + 7;
	assert_memory_equal(object.p + from + n, "\nendstream", 10);
	char *room = bc_alloc(&r->d->fx->arena, ROOM);
	struct libdeflate_decompressor *z = libdeflate_alloc_decompressor();
	size_t got;
	assert_int_equal(libdeflate_zlib_decompress(z, object.p + from, n, room, ROOM, &got),
			 LIBDEFLATE_SUCCESS);
	libdeflate_free_decompressor(z);
	return (struct bc_str){room, got};
}

static void reader_init(struct reader *r, struct draft *d, struct bc_str file)
{
	*r = (struct reader){.d = d, .file = file};
	assert_memory_equal(file.p, "%PDF-1.7\n%", 10);
	struct bc_str tail = bc_str_cut(file, file.n - 30, file.n);
	assert_memory_equal(tail.p + 24, "%%EOF\n", 6);
	struct bc_str xref = object_at(r, number_after(tail, "startxref\n"));
	assert_true(has(xref, "/Type/XRef"));
	r->offset_bytes = number_after(xref, "/W[1 ");
	r->rows = inflate(r, xref);
	assert_int_equal(r->rows.n, number_after(xref, "/Size ") * (r->offset_bytes + 2));
}

static size_t count(const struct reader *r)
{
	return r->rows.n / (r->offset_bytes + 2);
}

/* Type, place and index of an object (ISO 32000-1 7.5.8.3). */
static void row(const struct reader *r, size_t object, size_t out[3])
{
	const char *p = r->rows.p + object * (r->offset_bytes + 2);
	out[0] = (unsigned char)*p++;
	out[1] = 0;
	for (size_t i = 0; i < r->offset_bytes; i++)
		out[1] = out[1] << 8 | (unsigned char)*p++;
	out[2] = (unsigned char)*p;
}

/* The dictionary of an object in an object stream, up to the next one. */
static struct bc_str packed(const struct reader *r, size_t stream, size_t index)
{
	size_t place[3];
	row(r, stream, place);
	struct bc_str object = object_at(r, place[1]);
	struct bc_str data = inflate(r, object);
	size_t first = number_after(object, "/First "), n = number_after(object, "/N ");
	const char *p = data.p;
	char *end;
	size_t from = 0, to = data.n - first;
	for (size_t i = 0; i < n && i <= index + 1; i++) {
		strtoul(p, &end, 10);
		size_t offset = strtoul(end, &end, 10);
		p = end;
		if (i == index)
			from = offset;
		else if (i == index + 1)
			to = offset;
	}
	return bc_str_cut(data, first + from, first + to);
}

static struct bc_str object(const struct reader *r, size_t number)
{
	size_t place[3];
	row(r, number, place);
	if (place[0] == 2)
		return packed(r, place[1], place[2]);
	assert_int_equal(place[0], 1);
	return object_at(r, place[1]);
}

/* The first object that holds `what`, n-th of them from 0. */
static struct bc_str object_with(const struct reader *r, const char *what, size_t n)
{
	for (size_t i = 1; i < count(r); i++) {
		struct bc_str o = object(r, i);
		if (has(o, what) && n-- == 0)
			return o;
	}
	fail_msg("no object with %s", what);
	return (struct bc_str){0};
}

/* A test's body, run with a file of its own. */
struct test {
	void (*body)(struct reader *r);
};

static void run(void **state)
{
	const struct test *test = *state;
	struct fixture fx;
	struct draft d;
	struct reader r;
	if (setjmp(fx.oom))
		fail_msg("out of memory");
	fixture_init(&fx);
	draft_init(&d, &fx);
	reader_init(&r, &d, make_file(&d));
	test->body(&r);
	fixture_done(&fx);
}

#define TEST(name)                                             \
	{                                                      \
#name, run, NULL, NULL, &(struct test){name }, \
	}

static void every_object_is_where_the_table_says(struct reader *r)
{
	for (size_t i = 1; i < count(r); i++) {
		size_t place[3];
		row(r, i, place);
		if (place[0] != 1)
			continue;
		char head[32];
		int n = snprintf(head, sizeof head, "%zu 0 obj\n", i);
		assert_memory_equal(r->file.p + place[1], head, (size_t)n);
	}
}

static void pages_are_a4_and_in_the_tree(struct reader *r)
{
	struct bc_str page = object_with(r, "/Type/Page/", 0);
	assert_true(has(page, "/MediaBox[0 0 595.276 841.89]"));
	assert_int_equal(number_after(object_with(r, "/Kids", 0), "/Count "), 2);
}

static struct bc_str content_of(const struct reader *r, size_t page)
{
	struct bc_str p = object_with(r, "/Type/Page/", page);
	return inflate(r, object(r, number_after(p, "/Contents ")));
}

static void graphics_come_in_their_order_and_colour(struct reader *r)
{
	struct bc_str c = content_of(r, 0);
	size_t rule = find(c, 0, "85 736.89 200 1 re f\n");
	size_t red = find(c, 0, "1 0 0 RG\n1 w 85.5 708.39 199 23 re S\n");
	assert_true(rule < red && red < c.n);
	size_t red_text = find(c, red, "1 0 0 rg\n");
	assert_true(red_text < c.n);
	assert_true(find(c, red_text, "0 0 0 rg\n") < c.n);
}

static void justified_spaces_are_glyphs_with_a_shift(struct reader *r)
{
	/* 7/3 pt at 13 pt is 179.49 thousandths of the size */
	struct bc_str c = content_of(r, 0);
	assert_true(has(c, ")-179.5("));
}

/* What no file that claims a standard may lack. */
static const struct bc_pdf_meta least = {
	.title = {"Báo cáo", 9},
	.lang = {"vi-VN", 5},
};

/* Read the file of one page that holds the draft's items. */
static void read_page_with(struct reader *r, const struct bc_pdf_meta *meta)
{
	struct bc_pdf *pdf = bc_pdf_new(&r->d->fx->ctx, r->d->fonts, meta);
	struct bc_page_sink sink = bc_pdf_sink(pdf);
	struct bc_page page = page_of(r->d, 0, "");
	sink.page(sink.self, &page);
	struct bc_str bytes = {0};
	assert_true(bc_pdf_finish(pdf, &document, &bytes));
	reader_init(r, r->d, bytes);
}

static void read_page(struct reader *r)
{
	read_page_with(r, &least);
}

static void a_plain_file_claims_nothing(struct reader *r)
{
	read_page_with(
		r, &(struct bc_pdf_meta){.standard = BC_PDF_PLAIN, .lang = BC_STR("vi-VN")});
	struct bc_str catalog = object_with(r, "/Type /Catalog", 0);
	assert_false(has(catalog, "/OutputIntents"));
	assert_false(has(r->file, "pdfaid"));
	assert_true(has(r->file, "<?xpacket begin"));
}

static void shifts_follow_exact_places(struct reader *r)
{
	struct draft *d = r->d;
	d->n = 0;
	const char *text = "a a a a a a a a a a a a a a a a a a a a ";
	struct bc_item *item = put_line(d, BC_REGULAR, 100, text);
	item->run.word_extra = 1000; /* 1.1737 thousandths of the size */
	read_page(r);
	struct bc_str c = content_of(r, 0);
	double sum = 0;
	for (size_t at = find(c, 0, ")-"); at < c.n; at = find(c, at + 1, ")-"))
		sum += strtod(c.p + at + 2, NULL);
	/* the last space has nothing behind it */
	assert_true(sum > 19 * 1.1737 - 0.06 && sum < 19 * 1.1737 + 0.06);
}

static void bookmarks_hang_under_each_other(struct reader *r)
{
	struct bc_str root = object_with(r, "/Type /Outlines", 0);
	assert_int_equal(number_after(root, "/Count "), 4);
	struct bc_str first = object(r, number_after(root, "/First "));
	assert_true(has_text(r->d, first, "/Title", "I. KẾT QU"));
	assert_true(has(first, "/XYZ 0 681.89 0]"));
	struct bc_str second = object(r, number_after(first, "/First "));
	assert_true(has(second, "/Title(1. Results)"));
	/* a level was left out: the entry goes to the nearest one above */
	struct bc_str third = object(r, number_after(second, "/First "));
	assert_true(has(third, "/Title(a\\) Too deep)"));
}

static void the_file_names_itself(struct reader *r)
{
	struct bc_str info = object_with(r, "/Producer(baocao)", 0);
	assert_true(has(info, "/Author(Office \\(A\\))"));
	assert_true(has_text(r->d, info, "/Title", "Báo"));
	assert_true(has(info, "/CreationDate(D:20240705000000+07'00')"));
	assert_false(has(info, "/Subject"));
	struct bc_str catalog = object_with(r, "/Type /Catalog", 0);
	assert_true(has(catalog, "/Lang(vi-VN)"));
	assert_true(has(catalog, "/DisplayDocTitle true"));
	assert_true(has(catalog, "/Nums[0<</S/D/St 1>>1<</S/D/St 1/P(PL-)"));
}

static void the_metadata_can_be_read_in_the_file_itself(struct reader *r)
{
	struct bc_str catalog = object_with(r, "/Type /Catalog", 0);
	struct bc_str xmp = object(r, number_after(catalog, "/Metadata "));
	assert_true(has(xmp, "/Type/Metadata/Subtype/XML/Length "));
	assert_true(has(xmp, ">Báo cáo 6 tháng</rdf:li>"));
	assert_true(has(xmp, "<rdf:li>Office (A)</rdf:li>"));
	assert_true(has(xmp, "<pdf:Producer>baocao</pdf:Producer>"));
	assert_true(has(xmp, "<xmp:CreateDate>2024-07-05T00:00:00+07:00<"));
	assert_true(has(xmp, "\n<?xpacket end=\"r\"?>\n"));
}

static void the_colours_are_those_of_a_profile(struct reader *r)
{
	struct bc_str catalog = object_with(r, "/Type /Catalog", 0);
	assert_true(has(catalog, "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/"));
	struct bc_str profile = object(r, number_after(catalog, "/DestOutputProfile "));
	assert_true(has(profile, "<</N 3/Filter/FlateDecode/Length "));
	assert_true(has(inflate(r, profile), "mntrRGB XYZ "));
}

static void attached_files_are_associated_in_order(struct reader *r)
{
	const struct bc_pdf_file files[] = {
		{BC_STR("số liệu (1).csv"), BC_STR("text/csv"), BC_STR("Biểu số 1"),
		 BC_PDF_SUPPLEMENT, BC_STR("a;b\n1;2\n")},
		{BC_STR("baocao.json"), BC_STR("application/json"), BC_STR("Report"),
		 BC_PDF_SOURCE, BC_STR("{}")},
		{BC_STR("bao"), BC_STR("text/plain"), BC_STR("Empty"), BC_PDF_UNSPECIFIED,
		 BC_STR("")},
	};
	struct bc_pdf_meta meta = least;
	meta.year = 2024;
	meta.month = 7;
	meta.day = 5;
	struct bc_pdf *pdf = bc_pdf_new(&r->d->fx->ctx, r->d->fonts, &meta);
	struct bc_page_sink sink = bc_pdf_sink(pdf);
	struct bc_page page = page_of(r->d, 0, "");
	sink.page(sink.self, &page);
	for (size_t i = 0; i < sizeof files / sizeof *files; i++)
		bc_pdf_attach(pdf, &files[i]);
	struct bc_str bytes = {0};
	assert_true(bc_pdf_finish(pdf, &document, &bytes));
	reader_init(r, r->d, bytes);

	struct bc_str catalog = object_with(r, "/Type /Catalog", 0);
	size_t bao = find(catalog, 0, "<FEFF00620061006F>");
	size_t json = find(catalog, 0, "<FEFF00620061006F00630061006F002E006A0073006F006E>");
	size_t csv = find(catalog, 0, "<FEFF00731ED1");
	assert_true(bao < json && json < csv && csv < catalog.n);
	struct bc_str first = object(r, number_after(catalog, "/AF["));
	assert_true(has(first, "/AFRelationship/Unspecified/F(bao)\n/UF(bao)\n"));

	struct bc_str s = object_with(r, "/AFRelationship/Supplement", 0);
	assert_true(has(s, "/F(s_ li_u \\(1\\).csv)"));
	assert_true(has_text(r->d, s, "/UF", "số"));
	assert_true(has_text(r->d, s, "/Desc", "Biểu"));
	assert_int_equal(number_after(s, "/EF<</F "), number_after(s, "/UF "));
	struct bc_str file = object(r, number_after(s, "/EF<</F "));
	assert_true(has(file, "/Type/EmbeddedFile/Subtype/text#2Fcsv"));
	assert_true(has(file, "/Params<</Size 8/ModDate(D:20240705000000+07'00')"));
	struct bc_str content = inflate(r, file);
	assert_int_equal(content.n, 8);
	assert_memory_equal(content.p, "a;b\n1;2\n", 8);
}

static void marks_beside_their_letter_keep_its_text(struct reader *r)
{
	/* a letter and its mark are two glyphs for one piece of text */
	assert_true(has(content_of(r, 0), "/Span<</ActualText<FEFF010D0323>>>BDC\n"));
}

/* The first glyph that the face maps no character to. */
static uint16_t nameless(const struct bc_face *face)
{
	uint16_t g = 1;
	while (bc_face_rune(face, g))
		g++;
	assert_true(g < bc_face_glyphs(face));
	return g;
}

static void glyphs_that_say_something_else_are_explained(struct reader *r)
{
	r->d->n = 0;
	struct bc_item *item = put_line(r->d, BC_REGULAR, 100, "ffi x Zoo");
	uint16_t g = nameless(item->run.face);
	/* a glyph of no character; the same for another text; an A for Z; a normal o */
	const struct bc_glyph glyphs[] = {
		{g, 0, 0, 500, 0},  {3, 0, 0, 250, 3},  {g, 0, 0, 500, 4},  {3, 0, 0, 250, 5},
		{36, 0, 0, 722, 6}, {82, 0, 0, 500, 7}, {82, 0, 0, 500, 8},
	};
	item->run.glyphs = glyphs;
	item->run.n = sizeof glyphs / sizeof *glyphs;
	read_page(r);
	struct bc_str c = content_of(r, 0);
	assert_false(has(c, "<FEFF006600660069>")); /* ffi: the font says it */
	assert_true(has(c, "/Span<</ActualText<FEFF0078>>>BDC\n"));
	assert_true(has(c, "/Span<</ActualText<FEFF005A006F006F>>>BDC\n"));
	struct bc_str font = object_with(r, "/ToUnicode ", 0);
	struct bc_str cmap = inflate(r, object(r, number_after(font, "/ToUnicode ")));
	assert_true(has(cmap, "<006600660069>\n"));
	assert_true(has(cmap, "<0052><006F>\n")); /* o is glyph 82 */
}

static void a_field_for_a_signature_is_an_element(struct reader *r)
{
	struct bc_elem root = document, form = {.role = BC_ROLE_FORM, .id = 1, .parent = &root};
	const struct bc_spot spot = {
		.kind = BC_SPOT_CHU_KY, .signature = 1, .label = BC_STR("Chữ ký")};
	root.first = root.last = &form;
	struct draft *d = r->d;
	struct bc_pdf *pdf = bc_pdf_new(&d->fx->ctx, d->fonts, &least);
	struct bc_page_sink sink = bc_pdf_sink(pdf);
	for (size_t i = 0; i < 2; i++) {
		d->n = 0;
		put_line(d, BC_REGULAR, 80, "a");
		struct bc_item *item = put_box(d, BC_ITEM_SPOT, 100, 50);
		item->spot = &spot;
		item->elem = i == 1 ? &form : NULL;
		struct bc_page page = page_of(d, i, "");
		sink.page(sink.self, &page);
	}
	struct bc_str bytes = {0};
	assert_true(bc_pdf_finish(pdf, &root, &bytes));
	reader_init(r, d, bytes);
	assert_true(has(object_with(r, "/Subtype/Widget", 0), "/StructParent 2"));
}

static void an_element_may_have_text_and_elements(struct reader *r)
{
	struct bc_elem root = document, list = {.role = BC_ROLE_L, .id = 1, .parent = &root};
	struct bc_elem item = {.role = BC_ROLE_LI, .id = 2, .parent = &list};
	struct bc_elem body = {.role = BC_ROLE_LBODY, .id = 3, .parent = &item};
	struct bc_elem part = {.role = BC_ROLE_P, .id = 4, .parent = &body};
	root.first = root.last = &list;
	list.first = list.last = &item;
	item.first = item.last = &body;
	body.first = body.last = &part;
	struct draft *d = r->d;
	struct bc_pdf *pdf = bc_pdf_new(&d->fx->ctx, d->fonts, &least);
	struct bc_page_sink sink = bc_pdf_sink(pdf);
	d->n = 0;
	put_line(d, BC_REGULAR, 80, "a")->elem = &body;
	put_line(d, BC_REGULAR, 100, "b")->elem = &part;
	struct bc_page page = page_of(d, 0, "");
	sink.page(sink.self, &page);
	struct bc_str bytes = {0};
	assert_true(bc_pdf_finish(pdf, &root, &bytes));
}

static void an_empty_page_is_a_page(struct reader *r)
{
	r->d->n = 0;
	read_page(r);
	assert_int_equal(content_of(r, 0).n, 0);
	assert_int_equal(number_after(object_with(r, "/Kids", 0), "/Count "), 1);
}

static void labels_that_count_are_runs(struct reader *r)
{
	static const char *const labels[] = {"i", "ii", "1", "2", "A-09", "A-10", "A-11"};
	struct bc_pdf *pdf = bc_pdf_new(&r->d->fx->ctx, r->d->fonts, &least);
	struct bc_page_sink sink = bc_pdf_sink(pdf);
	for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
		struct bc_page page = page_of(r->d, i, labels[i]);
		sink.page(sink.self, &page);
	}
	struct bc_str bytes = {0};
	assert_true(bc_pdf_finish(pdf, &document, &bytes));
	reader_init(r, r->d, bytes);
	assert_true(has(object_with(r, "/Type /Catalog", 0),
			"/Nums[0<</P(i)\n>>1<</P(ii)\n>>2<</S/D/St 1>>"
			"4<</S/D/St 9/P(A-0)\n>>5<</S/D/St 10/P(A-)\n>>]"));
}

static void the_same_input_gives_the_same_bytes(struct reader *r)
{
	struct draft again;
	draft_init(&again, r->d->fx);
	struct bc_str bytes = make_file(&again);
	assert_int_equal(bytes.n, r->file.n);
	assert_memory_equal(bytes.p, r->file.p, bytes.n);
}

static void many_pages_make_a_tree(struct reader *r)
{
	struct draft *d = r->d;
	struct bc_pdf *pdf = bc_pdf_new(&d->fx->ctx, d->fonts, &least);
	struct bc_page_sink sink = bc_pdf_sink(pdf);
	d->n = 0;
	put_line(d, BC_REGULAR, 80, "Trang");
	for (size_t i = 0; i < 300; i++) {
		char label[16];
		snprintf(label, sizeof label, "%zu", i + 1);
		struct bc_page page = page_of(d, i, label);
		sink.page(sink.self, &page);
	}
	struct bc_str bytes = {0};
	assert_true(bc_pdf_finish(pdf, &document, &bytes));
	reader_init(r, d, bytes);
	struct bc_str catalog = object_with(r, "/Type /Catalog", 0);
	assert_false(has(catalog, "/PageLabels")); /* 1, 2, 3 need none */
	struct bc_str root = object(r, number_after(catalog, "/Pages "));
	assert_int_equal(number_after(root, "/Count "), 300);
}

/* What "`tool` `options` FILE `output`" writes, or NULL when there is no such tool. */
static char *judged(const struct reader *r, const char *tool, const char *options,
		    const char *output)
{
	static char text[1 << 16];
	char line[512];
	snprintf(line, sizeof line, "command -v %s >/dev/null 2>&1", tool);
	if (system(line) != 0)
		return NULL;
	char name[] = "/tmp/test_pdf.XXXXXX";
	int fd = mkstemp(name);
	assert_true(fd >= 0);
	close(fd);
	assert_true(bc_file_write(&r->d->fx->ctx, name, r->file));
	snprintf(line, sizeof line, "%s %s %s %s 2>&1", tool, options, name, output);
	FILE *f = popen(line, "r");
	assert_non_null(f);
	size_t n = fread(text, 1, sizeof text - 1, f);
	text[n] = '\0';
	assert_int_equal(pclose(f), 0);
	unlink(name);
	return text;
}

static void qpdf_finds_no_fault(struct reader *r)
{
	const char *said = judged(r, "qpdf", "--check", "");
	if (said)
		assert_non_null(strstr(said, "No syntax or stream encoding errors found"));
}

static void the_text_comes_back(struct reader *r)
{
	const char *said = judged(r, "pdftotext", "-raw -enc UTF-8", "-");
	if (said) {
		assert_non_null(strstr(said, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"));
		assert_non_null(strstr(said, "Độc lập – Tự do – Hạnh phúc\n"));
		assert_non_null(strstr(said, "AVATAR Ta. Vừa (1) \\ “ễ ộ ự Ẵ”"));
		assert_non_null(strstr(said, "Kết quả đạt 98,5%; vượt 3,2 điểm"));
		assert_non_null(strstr(said, bahnar));
	}
}

static void fonts_are_embedded_subsets_with_unicode(struct reader *r)
{
	const char *said = judged(r, "pdffonts", "", "");
	int n = 0;
	for (const char *p = said; p && (p = strstr(p, "Identity-H")); p++) {
		assert_non_null(strstr(p, "yes yes yes"));
		n++;
	}
	assert_true(!said || n == 4);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(every_object_is_where_the_table_says),
		TEST(pages_are_a4_and_in_the_tree),
		TEST(graphics_come_in_their_order_and_colour),
		TEST(justified_spaces_are_glyphs_with_a_shift),
		TEST(shifts_follow_exact_places),
		TEST(bookmarks_hang_under_each_other),
		TEST(the_file_names_itself),
		TEST(the_metadata_can_be_read_in_the_file_itself),
		TEST(the_colours_are_those_of_a_profile),
		TEST(a_plain_file_claims_nothing),
		TEST(attached_files_are_associated_in_order),
		TEST(marks_beside_their_letter_keep_its_text),
		TEST(glyphs_that_say_something_else_are_explained),
		TEST(a_field_for_a_signature_is_an_element),
		TEST(an_element_may_have_text_and_elements),
		TEST(an_empty_page_is_a_page),
		TEST(labels_that_count_are_runs),
		TEST(the_same_input_gives_the_same_bytes),
		TEST(many_pages_make_a_tree),
		TEST(qpdf_finds_no_fault),
		TEST(the_text_comes_back),
		TEST(fonts_are_embedded_subsets_with_unicode),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
