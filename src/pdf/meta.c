/* ISO 32000-1 14.3 (metadata), 14.11.5 (output intents), 7.7.2, 12.4.2. */
#include "pdf/meta.h"

#include "pdf/icc.h"
#include "pdf/put.h"
#include "pdf/xmp.h"

enum {
	LABEL_DIGITS = 9, /* a number with more is taken as text */
};

/* Split a label into a prefix and the number at its end; no number: 0. */
static struct bc_str split(struct bc_str label, uint32_t *number)
{
	size_t digits = 0;
	while (digits < label.n && digits < LABEL_DIGITS &&
	       label.p[label.n - 1 - digits] >= '0' && label.p[label.n - 1 - digits] <= '9')
		digits++;
	struct bc_str prefix = bc_str_cut(label, 0, label.n - digits);
	while (prefix.n < label.n && label.p[prefix.n] == '0')
		prefix.n++; /* "A-01": viewers would count */
	*number = 0;
	for (size_t i = prefix.n; i < label.n; i++)
		*number = *number * 10 + (uint32_t)(label.p[i] - '0');
	return prefix;
}

static bool continues(const struct bc_label_run *run, size_t page, struct bc_str prefix,
		      uint32_t number)
{
	size_t expected = run->number ? run->number + (page - run->page) : 0;
	return number == expected && bc_str_eq(run->prefix, prefix);
}

void bc_labels_add(struct bc_labels *labels, size_t page, struct bc_str label)
{
	uint32_t number;
	struct bc_str prefix = split(label, &number);
	labels->pages = page + 1;
	if (labels->last && continues(labels->last, page, prefix, number))
		return;
	struct bc_label_run *run = bc_new(labels->arena, struct bc_label_run);
	run->page = page;
	run->prefix = bc_str_dup(labels->arena, prefix);
	run->number = number;
	if (labels->last)
		labels->last->next = run;
	else
		labels->first = run;
	labels->last = run;
}

/* Without labels viewers count 1, 2, 3 by themselves; and pages may have none at all. */
static bool needs_labels(const struct bc_labels *labels)
{
	const struct bc_label_run *first = labels->first;
	if (!first)
		return false;
	return first->next || first->prefix.n || first->number > 1;
}

static void put_labels(struct bc_buf *out, const struct bc_labels *labels)
{
	bc_buf_puts(out, "/PageLabels<</Nums[");
	for (const struct bc_label_run *run = labels->first; run; run = run->next) {
		bc_buf_int(out, (int64_t)run->page);
		bc_buf_puts(out, "<<");
		if (run->number) {
			bc_buf_puts(out, "/S/D/St ");
			bc_buf_int(out, run->number);
		}
		bc_put_entry(out, "P", run->prefix);
		bc_buf_puts(out, ">>");
	}
	bc_buf_puts(out, "]>>\n");
}

/* 7.9.4; Vietnam has been at UTC+7 without summer time since 1975. */
void bc_put_date(struct bc_buf *out, const char *key, const struct bc_pdf_meta *meta)
{
	if (!meta->year)
		return;
	bc_buf_putc(out, '/');
	bc_buf_puts(out, key);
	bc_buf_puts(out, "(D:");
	bc_buf_padded(out, meta->year, 4);
	bc_buf_padded(out, meta->month, 2);
	bc_buf_padded(out, meta->day, 2);
	bc_buf_puts(out, "000000+07'00')\n");
}

static void write_info(struct bc_ctx *ctx, struct bc_sink *sink, const struct bc_pdf_meta *meta)
{
	struct bc_buf out = bc_buf_in(ctx->arena);
	bc_put_entry(&out, "Title", meta->title);
	bc_put_entry(&out, "Author", meta->author);
	bc_put_entry(&out, "Subject", meta->subject);
	bc_put_entry(&out, "Producer", meta->producer);
	bc_put_date(&out, "CreationDate", meta);
	bc_put_date(&out, "ModDate", meta);
	bc_sink_info(sink, bc_buf_str(&out));
}

/* Readable without knowledge of PDF, hence not compressed (14.3.2). */
static void put_metadata(struct bc_ctx *ctx, struct bc_sink *sink,
			 const struct bc_pdf_meta *meta, size_t pages, struct bc_buf *catalog)
{
	struct bc_buf packet = bc_buf_in(ctx->arena);
	uint32_t object = bc_sink_object(sink);
	bc_xmp_put(&packet, meta, pages);
	bc_sink_stream(sink, object, BC_STR("/Type/Metadata/Subtype/XML"), bc_buf_str(&packet));
	bc_buf_puts(catalog, "/Metadata ");
	bc_put_ref(catalog, object);
}

/* What our numbers for colours mean (ISO 19005-3 6.2.3, 6.2.4.3). */
static void put_output_intent(struct bc_ctx *ctx, struct bc_sink *sink, struct bc_deflate *z,
			      struct bc_buf *catalog)
{
	struct bc_buf profile = bc_buf_in(ctx->scratch);
	uint32_t object = bc_sink_object(sink);
	bc_icc_put_srgb(&profile);
	bc_sink_stream(sink, object, BC_STR("/N 3/Filter/FlateDecode"),
		       bc_deflate(z, bc_buf_str(&profile)));
	bc_buf_puts(catalog, "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1"
			     "/OutputConditionIdentifier(sRGB)/Info(IEC 61966-2-1 sRGB)"
			     "/DestOutputProfile ");
	bc_put_ref(catalog, object);
	bc_buf_puts(catalog, ">>]\n");
}

void bc_meta_write(struct bc_ctx *ctx, struct bc_sink *sink, struct bc_deflate *z,
		   const struct bc_pdf_meta *meta, const struct bc_labels *labels,
		   struct bc_buf *catalog)
{
	write_info(ctx, sink, meta);
	bc_put_entry(catalog, "Lang", meta->lang);
	put_metadata(ctx, sink, meta, labels->pages, catalog);
	if (meta->standard != BC_PDF_PLAIN)
		put_output_intent(ctx, sink, z, catalog);
	if (meta->title.n)
		bc_buf_puts(catalog, "/ViewerPreferences<</DisplayDocTitle true>>\n");
	if (needs_labels(labels))
		put_labels(catalog, labels);
}
