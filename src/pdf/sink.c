/*
 * libharu as a container of objects.
 *
 * It numbers them, keeps the page tree and the outline consistent, and prints
 * its own dictionaries.  What we made ourselves is printed by write_entries,
 * through the hook libharu has for that.  The file is laid out here, because
 * libharu knows neither object streams nor cross-reference streams
 * (ISO 32000-1 7.5.7, 7.5.8).  libharu's text, font and stream code is not used.
 */
#include "pdf/sink.h"

#include "base/hash.h"
#include "pdf/put.h"

#include <hpdf.h>

#include <hpdf_catalog.h>
#include <hpdf_doc.h>
#include <hpdf_objects.h>
#include <hpdf_outline.h>
#include <hpdf_pages.h>

enum {
	PAGES_PER_NODE = 64, /* of the page tree */
	PER_STREAM = 200,    /* objects of one object stream; at most 255 fit the index */
	ENTRIES = 56,        /* bytes that a small dictionary takes, about */
};

/* What hangs on each of our objects. */
struct body {
	struct bc_str entries;
	struct bc_str data;
	bool is_stream;
};

/* Dictionaries that libharu doesn't hold: thousands cost less so. */
struct tail {
	uint32_t first, n; /* numbers */
	uint32_t begun;
	size_t *begins; /* in `bytes`; one more for the end */
	struct bc_buf bytes;
};

struct bc_sink {
	struct bc_ctx *ctx;
	struct tail tail;
	HPDF_Doc doc;
	HPDF_Pages node; /* takes the next page */
	size_t n_pages;
	HPDF_Outline outline; /* NULL until there is an entry */
};

/*
 * Where libharu's memory comes from.  Its allocator gets no argument that could
 * tell, hence the one variable of the library; it has a meaning only while a
 * call of this file is running.  Whoever lacks memory leaves through the arena,
 * so libharu, which would use what it has freed, never sees NULL.
 */
static _Thread_local struct bc_arena *memory;

static void *HPDF_STDCALL take(HPDF_UINT size)
{
	return bc_alloc(memory, size);
}

static void HPDF_STDCALL give(void *p)
{
	(void)p; /* dies with the arena */
}

static HPDF_Doc enter(struct bc_sink *sink)
{
	memory = sink->ctx->arena;
	return sink->doc;
}

static uint32_t number_of(HPDF_Dict dict)
{
	return dict->header.obj_id & 0xffffff; /* the rest are libharu's marks */
}

static HPDF_Dict dict_of(HPDF_Doc doc, uint32_t object)
{
	return HPDF_Xref_GetEntry(doc->xref, object)->obj;
}

static HPDF_STATUS write_entries(HPDF_Dict dict, HPDF_Stream stream)
{
	const struct body *b = dict->attr;
	return HPDF_Stream_Write(stream, (const HPDF_BYTE *)b->entries.p,
				 (HPDF_UINT)b->entries.n);
}

static struct body *body_of(struct bc_sink *sink, HPDF_Dict dict)
{
	struct body *b = bc_new(sink->ctx->arena, struct body);
	dict->attr = b;
	dict->write_fn = write_entries;
	return b;
}

static bool is_stream(HPDF_Dict dict)
{
	const struct body *b = dict->attr;
	return dict->write_fn == write_entries && b->is_stream;
}

struct bc_sink *bc_sink_new(struct bc_ctx *ctx)
{
	struct bc_sink *sink = bc_new(ctx->arena, struct bc_sink);
	sink->ctx = ctx;
	enter(sink);
	sink->doc = HPDF_NewEx(NULL, take, give, 0, NULL);
	if (!sink->doc)
		bc_arena_fail(ctx->arena);
	sink->node = sink->doc->root_pages;
	HPDF_Dict_RemoveElement(sink->doc->info, "Producer");
	return sink;
}

uint32_t bc_sink_object(struct bc_sink *sink)
{
	HPDF_Doc doc = enter(sink);
	HPDF_Dict dict = HPDF_Dict_New(doc->mmgr);
	HPDF_Xref_Add(doc->xref, dict);
	body_of(sink, dict);
	return number_of(dict);
}

void bc_sink_dict(struct bc_sink *sink, uint32_t object, struct bc_str entries)
{
	struct body *b = dict_of(enter(sink), object)->attr;
	b->entries = entries;
}

void bc_sink_stream(struct bc_sink *sink, uint32_t object, struct bc_str entries,
		    struct bc_str data)
{
	struct body *b = dict_of(enter(sink), object)->attr;
	*b = (struct body){.entries = entries, .data = data, .is_stream = true};
}

uint32_t bc_sink_last(struct bc_sink *sink, uint32_t n)
{
	sink->tail = (struct tail){
		.first = enter(sink)->xref->entries->count,
		.n = n,
		.begins = bc_new_n(sink->ctx->arena, size_t, n + 1),
		.bytes = bc_buf_in(sink->ctx->arena),
	};
	bc_buf_reserve(&sink->tail.bytes, (size_t)n * ENTRIES);
	return sink->tail.first;
}

static void end_last(struct tail *tail)
{
	if (tail->begun)
		bc_buf_puts(&tail->bytes, ">>\n");
	if (tail->n)
		tail->begins[tail->begun] = tail->bytes.n;
}

struct bc_buf *bc_sink_next(struct bc_sink *sink)
{
	struct tail *tail = &sink->tail;
	end_last(tail);
	tail->begun++;
	bc_buf_puts(&tail->bytes, "<<");
	return &tail->bytes;
}

uint32_t bc_sink_page(struct bc_sink *sink, struct bc_str entries)
{
	HPDF_Doc doc = enter(sink);
	if (sink->n_pages && sink->n_pages % PAGES_PER_NODE == 0)
		sink->node = HPDF_Pages_New(doc->mmgr, doc->root_pages, doc->xref);
	sink->n_pages++;
	uint32_t number = bc_sink_object(sink);
	HPDF_Dict page = dict_of(doc, number);
	bc_sink_dict(sink, number, entries);
	HPDF_Pages_AddKids(sink->node, page);
	/* Only now, because a page of libharu's own making has other attributes. */
	page->header.obj_class |= HPDF_OSUBCLASS_PAGE;
	return number;
}

static HPDF_Outline outline_of(struct bc_sink *sink, uint32_t entry)
{
	HPDF_Doc doc = sink->doc;
	if (entry)
		return dict_of(doc, entry);
	if (!sink->outline) {
		sink->outline = HPDF_OutlineRoot_New(doc->mmgr, doc->xref);
		HPDF_Dict_Add(doc->catalog, "Outlines", sink->outline);
	}
	return sink->outline;
}

uint32_t bc_sink_bookmark(struct bc_sink *sink, uint32_t parent, struct bc_str entries)
{
	HPDF_Doc doc = enter(sink);
	HPDF_Outline entry =
		HPDF_Outline_New(doc->mmgr, outline_of(sink, parent), "", NULL, doc->xref);
	HPDF_Dict_RemoveElement(entry, "Title");
	HPDF_Dict_RemoveElement(entry, "Type"); /* an entry has none (12.3.3, table 153) */
	body_of(sink, entry)->entries = entries;
	return number_of(entry);
}

void bc_sink_catalog(struct bc_sink *sink, struct bc_str entries)
{
	body_of(sink, enter(sink)->catalog)->entries = entries;
}

void bc_sink_info(struct bc_sink *sink, struct bc_str entries)
{
	body_of(sink, enter(sink)->info)->entries = entries;
}

/* One row of the cross-reference stream (7.5.8.3, table 18). */
struct row {
	uint8_t type; /* 1: at an offset; 2: in an object stream */
	uint32_t where;
	uint8_t index;
};

/* A file being laid out. */
struct file {
	struct bc_sink *sink;
	struct bc_deflate *z;
	struct bc_buf out;
	struct row *rows; /* by object number */
	uint32_t n;       /* objects so far, the free one 0 included */
};

static HPDF_STATUS HPDF_STDCALL append(HPDF_Stream stream, const HPDF_BYTE *p, HPDF_UINT n)
{
	bc_buf_add(stream->attr, (struct bc_str){(const char *)p, n});
	return HPDF_OK;
}

static void put_stream(struct file *f, uint32_t number, struct bc_str entries,
		       struct bc_str data)
{
	struct bc_buf *out = &f->out;
	f->rows[number] = (struct row){.type = 1, .where = (uint32_t)out->n};
	bc_buf_int(out, number);
	bc_buf_puts(out, " 0 obj\n<<");
	bc_buf_add(out, entries);
	bc_buf_puts(out, "/Length ");
	bc_buf_int(out, (int64_t)data.n);
	bc_buf_puts(out, ">>\nstream\n");
	bc_buf_add(out, data);
	bc_buf_puts(out, "\nendstream\nendobj\n");
}

/* An object stream being filled: "number offset" pairs, and the objects. */
struct packet {
	struct bc_buf index, objects;
	HPDF_Stream writer; /* into objects */
	uint32_t number;    /* of the stream itself */
	int n;
};

static void packet_begin(struct file *f, struct packet *p)
{
	struct bc_ctx *ctx = f->sink->ctx;
	*p = (struct packet){
		.index = bc_buf_in(ctx->scratch),
		.objects = bc_buf_in(ctx->scratch),
		.number = f->n++,
	};
	p->writer = HPDF_CallbackWriter_New(f->sink->doc->mmgr, append, &p->objects);
}

static void packet_end(struct file *f, struct packet *p)
{
	struct bc_buf entries = bc_buf_in(f->sink->ctx->scratch);
	bc_buf_puts(&entries, "/Type/ObjStm/Filter/FlateDecode/N ");
	bc_buf_int(&entries, p->n);
	bc_buf_puts(&entries, "/First ");
	bc_buf_int(&entries, (int64_t)p->index.n);
	bc_buf_add(&p->index, bc_buf_str(&p->objects));
	put_stream(f, p->number, bc_buf_str(&entries), bc_deflate(f->z, bc_buf_str(&p->index)));
	p->n = 0;
}

/* The object whose bytes come next; a full packet goes out. */
static void packet_next(struct file *f, struct packet *p, uint32_t number)
{
	if (p->n == PER_STREAM)
		packet_end(f, p);
	if (p->n == 0)
		packet_begin(f, p);
	f->rows[number] = (struct row){.type = 2, .where = p->number, .index = (uint8_t)p->n++};
	bc_buf_int(&p->index, number);
	bc_buf_putc(&p->index, ' ');
	bc_buf_int(&p->index, (int64_t)p->objects.n);
	bc_buf_putc(&p->index, '\n');
}

static void put_tail(struct file *f, struct packet *p)
{
	struct tail *tail = &f->sink->tail;
	end_last(tail);
	for (uint32_t i = 0; i < tail->begun; i++) {
		packet_next(f, p, tail->first + i);
		bc_buf_add(&p->objects, bc_str_cut(bc_buf_str(&tail->bytes), tail->begins[i],
						   tail->begins[i + 1]));
	}
}

static void put_objects(struct file *f)
{
	HPDF_Doc doc = f->sink->doc;
	HPDF_UINT n = doc->xref->entries->count;
	for (HPDF_UINT i = 1; i < n; i++) {
		HPDF_Dict dict = dict_of(doc, i);
		const struct body *b = dict->attr;
		if (is_stream(dict))
			put_stream(f, i, b->entries, b->data);
	}
	struct packet packet = {.n = 0};
	for (HPDF_UINT i = 1; i < n; i++) {
		HPDF_Dict dict = dict_of(doc, i);
		if (is_stream(dict))
			continue;
		packet_next(f, &packet, i);
		HPDF_Obj_WriteValue(dict, packet.writer, NULL);
		bc_buf_putc(&packet.objects, '\n');
	}
	put_tail(f, &packet);
	if (packet.n)
		packet_end(f, &packet);
}

static struct bc_str table(struct file *f, int width)
{
	struct bc_buf rows = bc_buf_in(f->sink->ctx->scratch);
	for (uint32_t i = 0; i < f->n; i++) {
		bc_put_big_endian(&rows, f->rows[i].type, 1);
		bc_put_big_endian(&rows, f->rows[i].where, width);
		bc_put_big_endian(&rows, f->rows[i].index, 1);
	}
	return bc_deflate(f->z, bc_buf_str(&rows));
}

/* Both parts of /ID are equal in a file that was never changed (14.4). */
static void put_id(struct bc_buf *out, struct bc_str content)
{
	uint64_t half[2] = {bc_hash(content, 1), bc_hash(content, 2)};
	bc_buf_puts(out, "/ID[");
	for (int part = 0; part < 2; part++) {
		bc_buf_putc(out, '<');
		for (int i = 0; i < 8; i++)
			bc_put_hex16(out, (uint32_t)(half[i / 4] >> 16 * (i % 4) & 0xffff));
		bc_buf_putc(out, '>');
	}
	bc_buf_putc(out, ']');
}

static void put_xref(struct file *f)
{
	HPDF_Doc doc = f->sink->doc;
	uint32_t number = f->n++, offset = (uint32_t)f->out.n;
	int width = offset < 1 << 16 ? 2 : offset < 1 << 24 ? 3 : 4;
	f->rows[number] = (struct row){.type = 1, .where = offset};
	struct bc_buf entries = bc_buf_in(f->sink->ctx->scratch);
	bc_buf_puts(&entries, "/Type/XRef/Filter/FlateDecode/Size ");
	bc_buf_int(&entries, f->n);
	bc_buf_puts(&entries, "/W[1 ");
	bc_buf_int(&entries, width);
	bc_buf_puts(&entries, " 1]/Root ");
	bc_put_ref(&entries, number_of(doc->catalog));
	bc_buf_puts(&entries, "/Info ");
	bc_put_ref(&entries, number_of(doc->info));
	put_id(&entries, bc_buf_str(&f->out));
	put_stream(f, number, bc_buf_str(&entries), table(f, width));
	bc_buf_puts(&f->out, "startxref\n");
	bc_buf_int(&f->out, offset);
	bc_buf_puts(&f->out, "\n%%EOF\n");
}

/* Streams make up nearly all of a file; room for them at once saves copying. */
static size_t estimate(HPDF_Doc doc)
{
	size_t size = 1 << 14;
	for (HPDF_UINT i = 1; i < doc->xref->entries->count; i++) {
		HPDF_Dict dict = dict_of(doc, i);
		const struct body *b = dict->attr;
		size += 100 + (is_stream(dict) ? b->entries.n + b->data.n : 0);
	}
	return size;
}

static bool check(struct bc_sink *sink)
{
	const HPDF_Error_Rec *e = &sink->doc->error;
	if (e->error_no == HPDF_OK)
		return true;
	struct bc_buf code = bc_buf_in(sink->ctx->scratch);
	struct bc_buf detail = bc_buf_in(sink->ctx->scratch);
	bc_buf_puts(&code, "libharu ");
	bc_put_hex16(&code, (uint32_t)e->error_no);
	bc_buf_int(&detail, (int64_t)e->detail_no);
	BC_REPORT2(sink->ctx->findings, PDF_INTERNAL, (struct bc_place){0}, bc_buf_str(&code),
		   bc_buf_str(&detail));
	return false;
}

bool bc_sink_save(struct bc_sink *sink, struct bc_deflate *z, struct bc_str *bytes)
{
	struct bc_ctx *ctx = sink->ctx;
	HPDF_Doc doc = enter(sink);
	struct file f = {.sink = sink, .z = z, .out = bc_buf_in(ctx->arena)};
	f.n = doc->xref->entries->count + sink->tail.n;
	f.rows = bc_new_n(ctx->arena, struct row, f.n + f.n / PER_STREAM + 2);
	f.rows[0].index = 0xff; /* the head of the list of free objects: of no generation */
	bc_buf_reserve(&f.out, estimate(doc));
	bc_buf_puts(&f.out, "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"); /* not ASCII: 7.5.2 */
	put_objects(&f);
	put_xref(&f);
	*bytes = bc_buf_str(&f.out);
	return check(sink);
}
