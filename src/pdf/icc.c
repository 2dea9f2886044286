/*
 * sRGB (IEC 61966-2-1) as a matrix and a curve; ICC.1:2004-10, 8.3.3.  Unlike a
 * table of version 2 the curve of version 4 is exact, and shorter.
 */
#include "pdf/icc.h"

#include "pdf/put.h"

enum {
	HEADER = 128,
	N_TAGS = 10,
	DATA = HEADER + 4 + 12 * N_TAGS, /* where the tags' data begins */
};

/* Numbers are 16.16 (s15Fixed16Number, 5.1.5). */
static const uint32_t d50[] = {0x0F6D6, 0x10000, 0x0D32D}; /* the connection space's white */

/* From D65, the white of sRGB, to D50 (Bradford's matrix, annex E). */
static const uint32_t adaptation[] = {
	0x10C42,    0x005DE, 0xFFFFF325, /**/
	0x00793,    0x0FD90, 0xFFFFFBA1, /**/
	0xFFFFFDA2, 0x003DC, 0x0C06E,
};

/* The primaries so adapted; their sum is D50, so that white is white. */
static const uint32_t red[] = {0x06FA0, 0x038F5, 0x00390};
static const uint32_t green[] = {0x06297, 0x0B787, 0x018DA};
static const uint32_t blue[] = {0x0249F, 0x00F84, 0x0B6C3};

/* g, a, b, c, d of: (a x + b)^g from d on, c x below (10.15, type 3). */
static const uint32_t curve[] = {0x26666, 0x0F2A7, 0x00D59, 0x013D0, 0x00A5B};

struct profile {
	struct bc_buf table, data;
};

static void put_zeros(struct bc_buf *out, size_t n)
{
	while (n--)
		bc_buf_putc(out, '\0');
}

static void put_words(struct bc_buf *out, const uint32_t *words, size_t n)
{
	for (size_t i = 0; i < n; i++)
		bc_put_big_endian(out, words[i], 4);
}

/* Begin an element of the type; where it begins. */
static size_t begin(struct profile *p, const char *type)
{
	size_t from = p->data.n;
	bc_buf_puts(&p->data, type);
	put_zeros(&p->data, 4);
	return from;
}

/* Name the element that was begun at `from`. */
static void name(struct profile *p, const char *tag, size_t from)
{
	bc_buf_puts(&p->table, tag);
	bc_put_big_endian(&p->table, (uint32_t)(DATA + from), 4);
	bc_put_big_endian(&p->table, (uint32_t)(p->data.n - from), 4);
}

/* ASCII text in one language (10.13); `n` is even, for elements begin at multiples of 4. */
static void add_text(struct profile *p, const char *tag, const char *text, size_t n)
{
	static const uint32_t head[] = {1, 12};
	size_t from = begin(p, "mluc");
	put_words(&p->data, head, 2);
	bc_buf_puts(&p->data, "enUS");
	bc_put_big_endian(&p->data, (uint32_t)(2 * n), 4);
	bc_put_big_endian(&p->data, 28, 4);
	for (size_t i = 0; i < n; i++)
		bc_put_big_endian(&p->data, (unsigned char)text[i], 2);
	name(p, tag, from);
}

static void add_words(struct profile *p, const char *tag, const char *type,
		      const uint32_t *words, size_t n)
{
	size_t from = begin(p, type);
	put_words(&p->data, words, n);
	name(p, tag, from);
}

/* One curve for all three. */
static void add_curve(struct profile *p)
{
	size_t from = begin(p, "para");
	bc_put_big_endian(&p->data, 3, 2);
	put_zeros(&p->data, 2);
	put_words(&p->data, curve, 5);
	name(p, "rTRC", from);
	name(p, "gTRC", from);
	name(p, "bTRC", from);
}

static void put_header(struct bc_buf *out, size_t size)
{
	static const uint32_t version[] = {0, 0x04200000};
	static const uint16_t standard_of[] = {1999, 10, 18, 0, 0, 0}; /* IEC 61966-2-1 */
	size_t from = out->n;
	bc_put_big_endian(out, (uint32_t)size, 4);
	put_words(out, version, 2);
	bc_buf_puts(out, "mntrRGB XYZ ");
	for (size_t i = 0; i < 6; i++)
		bc_put_big_endian(out, standard_of[i], 2);
	bc_buf_puts(out, "acsp");
	put_zeros(out, 28); /* no platform, no device, perceptual */
	put_words(out, d50, 3);
	put_zeros(out, from + HEADER - out->n);
}

void bc_icc_put_srgb(struct bc_buf *out)
{
	struct profile p = {bc_buf_in(out->arena), bc_buf_in(out->arena)};
	add_text(&p, "desc", "sRGB", 4);
	add_text(&p, "cprt", "no copyright", 12);
	add_words(&p, "wtpt", "XYZ ", d50, 3);
	add_words(&p, "chad", "sf32", adaptation, 9);
	add_words(&p, "rXYZ", "XYZ ", red, 3);
	add_words(&p, "gXYZ", "XYZ ", green, 3);
	add_words(&p, "bXYZ", "XYZ ", blue, 3);
	add_curve(&p);
	put_header(out, DATA + p.data.n);
	bc_put_big_endian(out, N_TAGS, 4);
	bc_buf_add(out, bc_buf_str(&p.table));
	bc_buf_add(out, bc_buf_str(&p.data));
}
