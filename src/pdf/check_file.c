/* From the file's end to each object's bytes (ISO 32000-1 7.5). */
#include "pdf/check_parts.h"

static const struct bc_str header = {"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", 15};

/* The cross-reference stream, expanded. */
struct table {
	struct bc_str rows;
	size_t width; /* of a row, in bytes */
	uint32_t object;
	size_t used; /* bytes of the file that belong to something */
	uint32_t in_streams, found_in_streams;
};

/* Fields of 1, width - 2 and 1 bytes (7.5.8.3). */
struct row {
	unsigned type;
	uint32_t where;
	unsigned index;
};

static struct row row_of(const struct table *t, uint32_t object)
{
	const unsigned char *p = (const unsigned char *)t->rows.p + object * t->width;
	struct row row = {.type = p[0], .index = p[t->width - 1]};
	for (size_t i = 1; i + 1 < t->width; i++)
		row.where = row.where << 8 | p[i];
	return row;
}

/* Go past `what`, if it stands here. */
static bool skip(struct bc_pdf_reader *r, const char *what)
{
	size_t n = strlen(what);
	if ((size_t)(r->end - r->at) < n || memcmp(r->at, what, n) != 0)
		return false;
	r->at += n;
	return true;
}

static bool skip_data(struct bc_pdf_reader *r, int64_t length, struct bc_str *data)
{
	if (length < 0 || length > r->end - r->at)
		return false;
	*data = (struct bc_str){r->at, (size_t)length};
	r->at += length;
	return skip(r, "\nendstream\nendobj\n");
}

/* An object that stands in the file itself: its number, then a dictionary or a stream. */
static bool read_object(struct bc_pdf_check *c, struct table *t, size_t offset, uint32_t number)
{
	struct bc_pdf_reader r = {.at = c->file.p + offset, .end = c->file.p + c->file.n};
	struct bc_pdf_value n, body;
	struct bc_pdf_dict dict;
	if (offset >= c->file.n || !bc_pdf_read(&r, &n) || n.kind != BC_PDF_INT ||
	    n.number != number || !skip(&r, " 0 obj\n") || !bc_pdf_read(&r, &body) ||
	    body.kind != BC_PDF_DICT)
		return bc_pdf_wrong(c, "not where the cross-reference says", number, offset);
	struct bc_pdf_object *object = &c->objects[number];
	object->entries = body.text;
	if (!skip(&r, "\nendobj\n")) {
		struct bc_pdf_reader inside = {.at = body.text.p,
					       .end = body.text.p + body.text.n};
		if (!bc_pdf_read_dict(&inside, &dict) || !skip(&r, "\nstream\n") ||
		    !skip_data(&r, bc_pdf_get(&dict, "Length", BC_PDF_INT).number,
			       &object->data))
			return bc_pdf_wrong(c, "the stream is not of its Length", number,
					    offset);
	}
	t->used += (size_t)(r.at - c->file.p) - offset;
	return true;
}

/* The offset that the file ends with, and where those lines begin. */
static bool find_start(struct bc_pdf_check *c, size_t *offset, size_t *tail)
{
	static const struct bc_str before = {"\nstartxref\n", 11}, after = {"\n%%EOF\n", 7};
	size_t i = c->file.n - after.n, scale = 1;
	*offset = *tail = 0;
	if (c->file.n < header.n + before.n + after.n || !bc_str_starts(c->file, header) ||
	    memcmp(c->file.p + i, after.p, after.n) != 0)
		return bc_pdf_wrong(c, "header or end is missing", 0, 0);
	for (; i > before.n && c->file.p[i - 1] >= '0' && c->file.p[i - 1] <= '9'; scale *= 10)
		*offset += scale * (size_t)(c->file.p[--i] - '0');
	*tail = i - before.n + 1;
	return memcmp(c->file.p + i - before.n, before.p, before.n) == 0 ||
	       bc_pdf_wrong(c, "startxref is missing", 0, i);
}

/* Both halves of /ID are 16 bytes, and equal in a new file (14.4). */
static bool id_is_whole(struct bc_pdf_value id)
{
	struct bc_pdf_reader r = {.at = id.text.p, .end = id.text.p + id.text.n};
	struct bc_pdf_value first, second;
	return id.kind == BC_PDF_ARRAY && bc_pdf_read(&r, &first) && bc_pdf_read(&r, &second) &&
	       first.kind == BC_PDF_STRING && first.text.n == 32 &&
	       bc_str_eq(first.text, second.text);
}

static bool read_trailer(struct bc_pdf_check *c, struct table *t)
{
	struct bc_pdf_dict dict;
	struct bc_str entries = c->objects[t->object].entries;
	struct bc_pdf_reader r = {.at = entries.p, .end = entries.p + entries.n};
	(void)bc_pdf_read_dict(&r, &dict);
	struct bc_pdf_value w = bc_pdf_get(&dict, "W", BC_PDF_ARRAY);
	if (!bc_str_is(bc_pdf_get(&dict, "Type", BC_PDF_NAME).text, "XRef") || w.text.n != 5 ||
	    w.text.p[0] != '1' || w.text.p[4] != '1')
		return bc_pdf_wrong(c, "no cross-reference stream", t->object, 0);
	t->width = (size_t)(w.text.p[2] - '0') + 2;
	if (t->width < 3 || t->width > 6 || t->rows.n != t->width * c->n_objects ||
	    bc_pdf_get(&dict, "Size", BC_PDF_INT).number != c->n_objects)
		return bc_pdf_wrong(c, "Size does not agree with the rows", t->object, 0);
	if (!id_is_whole(bc_pdf_get(&dict, "ID", BC_PDF_ARRAY)))
		return bc_pdf_wrong(c, "ID is missing", t->object, 0);
	c->root = (uint32_t)bc_pdf_get(&dict, "Root", BC_PDF_REF).number;
	c->info = (uint32_t)bc_pdf_get(&dict, "Info", BC_PDF_REF).number;
	return true;
}

/* The stream at `offset` is the last object, so its number says how many there are. */
static bool read_table(struct bc_pdf_check *c, struct table *t, size_t offset)
{
	struct bc_pdf_reader r = {.at = c->file.p + offset, .end = c->file.p + c->file.n};
	struct bc_pdf_value number = {0};
	if (offset >= c->file.n || !bc_pdf_read(&r, &number) || number.kind != BC_PDF_INT ||
	    number.number < 1 || number.number > (int64_t)c->file.n)
		return bc_pdf_wrong(c, "startxref leads nowhere", 0, offset);
	t->object = (uint32_t)number.number;
	c->n_objects = t->object + 1;
	c->objects = bc_new_n(c->ctx->scratch, struct bc_pdf_object, c->n_objects);
	c->waiting = bc_new_n(c->ctx->scratch, uint32_t, c->n_objects);
	struct bc_buf rows = bc_buf_in(c->ctx->scratch);
	if (!read_object(c, t, offset, t->object) || !bc_pdf_expand(c, t->object, &rows))
		return false;
	t->rows = bc_buf_str(&rows);
	return read_trailer(c, t);
}

/* All objects that don't lie in object streams. */
static bool read_plain(struct bc_pdf_check *c, struct table *t, size_t offset)
{
	if (row_of(t, 0).type != 0 || row_of(t, t->object).where != offset)
		return bc_pdf_wrong(c, "first or last row of the cross-reference", 0, 0);
	for (uint32_t i = 1; i < t->object; i++) {
		struct row row = row_of(t, i);
		t->in_streams += row.type == 2;
		if (row.type != 2 && row.type != 1)
			return bc_pdf_wrong(c, "neither free nor in use", i, 0);
		if (row.type == 1 && !read_object(c, t, row.where, i))
			return false;
	}
	return true;
}

/* An object stream (7.5.7): pairs of number and offset, then as many dictionaries. */
struct packet {
	uint32_t object;
	int64_t n, first;
	struct bc_str bytes;
};

/* What the i-th pair says. */
struct pair {
	uint32_t object;
	size_t from;
};

static bool read_pair(struct bc_pdf_check *c, const struct packet *p, struct bc_pdf_reader *r,
		      struct pair *out)
{
	struct bc_pdf_value number, offset;
	if (!bc_pdf_read(r, &number) || !bc_pdf_read(r, &offset) || number.kind != BC_PDF_INT ||
	    offset.kind != BC_PDF_INT || number.number < 1 || number.number >= c->n_objects ||
	    offset.number < 0 || offset.number > (int64_t)p->bytes.n - p->first)
		return bc_pdf_wrong(c, "index of an object stream", p->object,
				    (size_t)(r->at - p->bytes.p));
	*out = (struct pair){(uint32_t)number.number, (size_t)(offset.number + p->first)};
	return true;
}

/* An object reaches from its offset to the next one's. */
static bool take_packed(struct bc_pdf_check *c, struct table *t, const struct packet *p,
			struct pair pair, size_t to, int64_t i)
{
	struct row row = row_of(t, pair.object);
	if (row.type != 2 || row.where != p->object || row.index != i)
		return bc_pdf_wrong(c, "not in the object stream that its row names",
				    pair.object, (size_t)i);
	const char *begin = p->bytes.p + pair.from, *end = p->bytes.p + to;
	if (pair.from + 5 > to || memcmp(begin, "<<", 2) != 0 ||
	    memcmp(end - 3, ">>\n", 3) != 0)
		return bc_pdf_wrong(c, "not at its offset in the object stream", pair.object,
				    pair.from);
	c->objects[pair.object].entries = (struct bc_str){begin + 2, (size_t)(end - begin) - 5};
	return true;
}

static bool read_packet(struct bc_pdf_check *c, struct table *t, const struct packet *p)
{
	struct bc_pdf_reader r = {.at = p->bytes.p, .end = p->bytes.p + p->first};
	struct pair pair = {0}, next;
	if (p->n < 1 || !read_pair(c, p, &r, &pair) || pair.from != (size_t)p->first)
		return bc_pdf_wrong(c, "N or First is not right", p->object, 0);
	for (int64_t i = 0; i < p->n; i++, pair = next) {
		next.from = p->bytes.n;
		if (i + 1 < p->n && !read_pair(c, p, &r, &next))
			return false;
		if (!take_packed(c, t, p, pair, next.from, i))
			return false;
	}
	t->found_in_streams += (uint32_t)p->n;
	return (r.end - r.at == 1 && *r.at == '\n') ||
	       bc_pdf_wrong(c, "N or First is not right", p->object, 0);
}

static bool read_packed(struct bc_pdf_check *c, struct table *t)
{
	struct bc_pdf_dict dict;
	for (uint32_t i = 1; i < t->object; i++) {
		struct bc_str entries = c->objects[i].entries;
		struct bc_pdf_reader r = {.at = entries.p, .end = entries.p + entries.n};
		if (!c->objects[i].data.p)
			continue;
		(void)bc_pdf_read_dict(&r, &dict);
		if (!bc_str_is(bc_pdf_get(&dict, "Type", BC_PDF_NAME).text, "ObjStm"))
			continue;
		struct bc_buf bytes = bc_buf_in(c->ctx->scratch);
		if (!bc_pdf_expand(c, i, &bytes))
			return false;
		struct packet p = {.object = i, .bytes = bc_buf_str(&bytes)};
		p.n = bc_pdf_get(&dict, "N", BC_PDF_INT).number;
		p.first = bc_pdf_get(&dict, "First", BC_PDF_INT).number;
		if (p.first < 0 || p.first > (int64_t)bytes.n || !read_packet(c, t, &p))
			return bc_pdf_wrong(c, "N or First is not right", i, 0);
		c->objects[i].seen = true; /* by the cross-reference */
	}
	return t->in_streams == t->found_in_streams ||
	       bc_pdf_wrong(c, "an object is in no object stream", 0, 0);
}

bool bc_pdf_check_file(struct bc_pdf_check *c)
{
	struct table t = {.used = header.n};
	size_t offset, tail;
	if (!find_start(c, &offset, &tail) || !read_table(c, &t, offset) ||
	    !read_plain(c, &t, offset) || !read_packed(c, &t))
		return false;
	c->objects[t.object].seen = true;
	if (t.used != tail)
		return bc_pdf_wrong(c, "bytes that belong to no object", 0, t.used);
	return bc_pdf_see(c, c->root) && bc_pdf_see(c, c->info);
}
