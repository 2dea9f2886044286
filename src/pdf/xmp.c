/*
 * XMP (ISO 16684-1) as PDF/A wants it (ISO 19005-3 6.6.2): no padding, and a
 * description of every property that PDF/A does not know by itself.
 */
#include "pdf/xmp.h"

#include "base/edoc.h"

#define UA_NAMESPACE "http://www.aiim.org/pdfua/ns/id/"

/* A property that has to be described. */
struct property {
	const char *name, *type, *about;
	struct bc_str value;
};

enum {
	MAX_PROPERTIES = 13
};

/* A schema that PDF/A does not know. */
struct schema {
	const char *about, *namespace, *prefix;
	const char *category; /* of its properties: who keeps them up to date */
	struct property at[MAX_PROPERTIES];
	size_t n;
};

/* What stands for a character with a meaning of its own; NULL: itself. */
static const char *entity(char c)
{
	switch (c) {
	case '&':
		return "&amp;";
	case '<':
		return "&lt;";
	case '>':
		return "&gt;";
	case '"':
		return "&quot;";
	case '\t':
		return "&#9;";
	case '\n':
		return "&#10;";
	default:
		return NULL;
	}
}

/* Text as an element's or an attribute's; a report has no character that XML forbids. */
static void put_escaped(struct bc_buf *out, struct bc_str text)
{
	for (size_t i = 0; i < text.n; i++) {
		const char *name = entity(text.p[i]);
		if (name)
			bc_buf_puts(out, name);
		else
			bc_buf_putc(out, text.p[i]);
	}
}

/* What lies around a value: <name>open value close</name>. */
static void put_within(struct bc_buf *out, const char *name, const char *open,
		       struct bc_str value, const char *close)
{
	if (value.n == 0)
		return;
	bc_buf_puts(out, "<");
	bc_buf_puts(out, name);
	bc_buf_puts(out, ">");
	bc_buf_puts(out, open);
	put_escaped(out, value);
	bc_buf_puts(out, close);
	bc_buf_puts(out, "</");
	bc_buf_puts(out, name);
	bc_buf_puts(out, ">\n");
}

static void put_attribute(struct bc_buf *out, const char *prefix, const char *name,
			  struct bc_str value)
{
	bc_buf_putc(out, ' ');
	bc_buf_puts(out, prefix);
	bc_buf_putc(out, ':');
	bc_buf_puts(out, name);
	bc_buf_puts(out, "=\"");
	put_escaped(out, value);
	bc_buf_putc(out, '"');
}

static void put_simple(struct bc_buf *out, const char *name, struct bc_str value)
{
	put_within(out, name, "", value, "");
}

/* In one language, the file's. */
static void put_alternative(struct bc_buf *out, const char *name, struct bc_str value)
{
	put_within(out, name, "<rdf:Alt><rdf:li xml:lang=\"x-default\">", value,
		   "</rdf:li></rdf:Alt>");
}

/* The day of the document; hours and zone as in the information dictionary. */
static struct bc_str day_of(struct bc_arena *arena, const struct bc_pdf_meta *meta)
{
	struct bc_buf day = bc_buf_in(arena);
	if (meta->year == 0)
		return bc_buf_str(&day);
	bc_buf_padded(&day, meta->year, 4);
	bc_buf_putc(&day, '-');
	bc_buf_padded(&day, meta->month, 2);
	bc_buf_putc(&day, '-');
	bc_buf_padded(&day, meta->day, 2);
	return bc_buf_str(&day);
}

static void put_date(struct bc_buf *out, const char *name, struct bc_str day)
{
	put_within(out, name, "", day, "T00:00:00+07:00");
}

/* Nothing that is empty needs a place, nor a description. */
static void add(struct schema *s, const char *name, const char *type, const char *about,
		struct bc_str value)
{
	if (value.n)
		s->at[s->n++] = (struct property){name, type, about, value};
}

static struct bc_str decimal(struct bc_arena *arena, size_t n)
{
	struct bc_buf digits = bc_buf_in(arena);
	bc_buf_int(&digits, (int64_t)n);
	return bc_buf_str(&digits);
}

/* By the names that the rules on electronic documents give them. */
static struct schema edoc_schema(struct bc_arena *arena, const struct bc_pdf_meta *meta,
				 size_t pages)
{
	struct schema s = {
		.about = "Văn bản điện tử",
		.namespace = "urn:x-baocao:edoc:1:",
		.prefix = "edoc",
		.category = "external",
	};
	const struct bc_edoc *e = meta->edoc;
	if (!e)
		return s;
	struct bc_str issued = e->issued ? day_of(arena, meta) : (struct bc_str){0};
	add(&s, "CodeNumber", "Text", "Số văn bản", e->code_number);
	add(&s, "CodeNotation", "Text", "Ký hiệu", e->code_notation);
	add(&s, "IssuedDate", "Date", "Ngày ban hành", issued);
	add(&s, "OrganId", "Text", "Mã định danh cơ quan", e->organ_id);
	add(&s, "OrganName", "Text", "Cơ quan ban hành", e->organ_name);
	add(&s, "TypeName", "Text", "Tên loại", e->type_name);
	add(&s, "Subject", "Text", "Trích yếu", e->subject);
	add(&s, "Language", "Text", "Ngôn ngữ", e->language);
	add(&s, "PageAmount", "Integer", "Số trang", decimal(arena, pages));
	add(&s, "Position", "Text", "Chức vụ người ký", e->position);
	add(&s, "FullName", "Text", "Họ tên người ký", e->full_name);
	add(&s, "Priority", "Integer", "Mức độ khẩn", e->priority);
	add(&s, "IssuedAmount", "Integer", "Số bản phát hành", e->issued_amount);
	return s;
}

static void put_property(struct bc_buf *out, const struct property *p, const char *category)
{
	static const char prefix[] = "pdfaProperty";
	bc_buf_puts(out, "<rdf:li");
	put_attribute(out, prefix, "name", bc_str_of(p->name));
	put_attribute(out, prefix, "valueType", bc_str_of(p->type));
	put_attribute(out, prefix, "category", bc_str_of(category));
	put_attribute(out, prefix, "description", bc_str_of(p->about));
	bc_buf_puts(out, "/>\n");
}

/* ISO 19005-3 6.6.2.3.3, tables 3 and 4. */
static void put_schema(struct bc_buf *out, const struct schema *schema)
{
	static const char prefix[] = "pdfaSchema";
	bc_buf_puts(out, "<rdf:li><rdf:Description");
	put_attribute(out, prefix, "schema", bc_str_of(schema->about));
	put_attribute(out, prefix, "namespaceURI", bc_str_of(schema->namespace));
	put_attribute(out, prefix, "prefix", bc_str_of(schema->prefix));
	bc_buf_puts(out, "><pdfaSchema:property><rdf:Seq>\n");
	for (size_t i = 0; i < schema->n; i++)
		put_property(out, &schema->at[i], schema->category);
	bc_buf_puts(out, "</rdf:Seq></pdfaSchema:property></rdf:Description></rdf:li>\n");
}

/* The standards (ISO 19005-3 6.6.4, ISO 14289-1 5), and what they do not know. */
static void put_claims(struct bc_buf *out, enum bc_pdf_standard standard,
		       const struct schema *edoc)
{
	static const struct schema ua = {
		.about = "PDF/UA",
		.namespace = UA_NAMESPACE,
		.prefix = "pdfuaid",
		.category = "internal",
		.at = {{.name = "part", .type = "Integer", .about = "Part of ISO 14289"}},
		.n = 1,
	};
	put_simple(out, "pdfaid:part", standard == BC_PDF_A2A_UA1 ? BC_STR("2") : BC_STR("3"));
	put_simple(out, "pdfaid:conformance", BC_STR("A"));
	put_simple(out, "pdfuaid:part", BC_STR("1"));
	bc_buf_puts(out, "<pdfaExtension:schemas><rdf:Bag>\n");
	put_schema(out, &ua);
	if (edoc->n)
		put_schema(out, edoc);
	bc_buf_puts(out, "</rdf:Bag></pdfaExtension:schemas>\n");
}

/* What the information dictionary says, under XMP's names (ISO 19005-1 table 1). */
static void put_info(struct bc_buf *out, const struct bc_pdf_meta *meta, struct bc_str day)
{
	put_alternative(out, "dc:title", meta->title);
	put_within(out, "dc:creator", "<rdf:Seq><rdf:li>", meta->author, "</rdf:li></rdf:Seq>");
	put_alternative(out, "dc:description", meta->subject);
	put_within(out, "dc:language", "<rdf:Bag><rdf:li>", meta->lang, "</rdf:li></rdf:Bag>");
	put_simple(out, "pdf:Producer", meta->producer);
	put_date(out, "xmp:CreateDate", day);
	put_date(out, "xmp:ModifyDate", day);
	put_date(out, "xmp:MetadataDate", day);
}

/* As attributes, RDF's shorter form. */
static void put_values(struct bc_buf *out, const struct schema *schema)
{
	put_attribute(out, "xmlns", schema->prefix, bc_str_of(schema->namespace));
	for (size_t i = 0; i < schema->n; i++)
		put_attribute(out, schema->prefix, schema->at[i].name, schema->at[i].value);
}

static const char info_namespaces[] = "\n xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
				      "\n xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
				      "\n xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"";
static const char claim_namespaces[] =
	"\n xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\""
	"\n xmlns:pdfuaid=\"" UA_NAMESPACE "\""
	"\n xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
	"\n xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
	"\n xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\"";

void bc_xmp_put(struct bc_buf *out, const struct bc_pdf_meta *meta, size_t pages)
{
	struct schema edoc = edoc_schema(out->arena, meta, pages);
	bool claims = meta->standard != BC_PDF_PLAIN;
	bc_buf_puts(out, "<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
			 "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
			 "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
			 "<rdf:Description rdf:about=\"\"");
	bc_buf_puts(out, info_namespaces);
	bc_buf_puts(out, claims ? claim_namespaces : "");
	if (edoc.n)
		put_values(out, &edoc);
	bc_buf_puts(out, ">\n");
	put_info(out, meta, day_of(out->arena, meta));
	if (claims)
		put_claims(out, meta->standard, &edoc);
	bc_buf_puts(out, "</rdf:Description>\n</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>\n");
}
