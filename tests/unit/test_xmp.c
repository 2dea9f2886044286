/* The metadata packet: its text escaped, its claims, and a description of all that is new. */
#include "each.h"

#include "pdf/xmp.h"

static struct bc_str packet(const struct bc_pdf_meta *meta)
{
	struct bc_buf out = bc_buf_in(&fx.arena);
	bc_xmp_put(&out, meta, 12);
	return bc_buf_str(&out);
}

static bool has(struct bc_str in, const char *what)
{
	return bc_str_find(in, 0, bc_str_of(what)) < in.n;
}

static void a_packet_has_its_marks(void **state)
{
	(void)state;
	struct bc_str xmp = packet(&(struct bc_pdf_meta){.title = BC_STR("Báo cáo")});
	static const char begin[] = "<?xpacket begin=\"\xef\xbb\xbf\" id=";
	static const char end[] = "\n<?xpacket end=\"r\"?>\n";
	assert_memory_equal(xmp.p, begin, sizeof begin - 1);
	assert_memory_equal(xmp.p + xmp.n - (sizeof end - 1), end, sizeof end - 1);
}

static void markup_in_text_is_text(void **state)
{
	(void)state;
	const struct bc_edoc edoc = {.organ_name = BC_STR("\"A\" <&>\n\tB")};
	struct bc_str xmp = packet(&(struct bc_pdf_meta){
		.title = BC_STR("a < b && c > d ]]>"),
		.author = BC_STR("<i>Đảng ủy</i>"),
		.subject = BC_STR("&amp;"),
		.edoc = &edoc,
	});
	assert_true(has(xmp, "x-default\">a &lt; b &amp;&amp; c &gt; d ]]&gt;</rdf:li>"));
	assert_true(has(xmp, "<rdf:li>&lt;i&gt;Đảng ủy&lt;/i&gt;</rdf:li>"));
	assert_true(has(xmp, "x-default\">&amp;amp;</rdf:li>"));
	assert_true(has(xmp, " edoc:OrganName=\"&quot;A&quot; &lt;&amp;&gt;&#10;&#9;B\""));
}

static void what_is_not_known_is_left_out(void **state)
{
	(void)state;
	const struct bc_edoc edoc = {.issued = true, .full_name = BC_STR("Trần A")};
	struct bc_str xmp = packet(&(struct bc_pdf_meta){.edoc = &edoc});
	static const char *const absent[] = {"dc:title",     "dc:creator", "dc:description",
					     "dc:language",  "Producer",   "Date",
					     "CodeNotation", "Priority"};
	for (size_t i = 0; i < sizeof absent / sizeof *absent; i++)
		assert_false(has(xmp, absent[i]));
	assert_true(has(xmp, " edoc:PageAmount=\"12\" edoc:FullName=\"Trần A\""));
	assert_false(has(packet(&(struct bc_pdf_meta){.year = 2026}), "edoc"));
}

static void dates_are_vietnamese_days(void **state)
{
	(void)state;
	struct bc_edoc edoc = {.issued = true};
	const struct bc_pdf_meta meta = {.year = 987, .month = 1, .day = 9, .edoc = &edoc};
	struct bc_str xmp = packet(&meta);
	assert_true(has(xmp, "<xmp:CreateDate>0987-01-09T00:00:00+07:00</xmp:CreateDate>"));
	assert_true(has(xmp, "<xmp:ModifyDate>0987-01-09T00:00:00+07:00</xmp:ModifyDate>"));
	assert_true(has(xmp, "<xmp:MetadataDate>0987-01-09T00:00:00+07:00</xmp:MetadataDate>"));
	assert_true(has(xmp, " edoc:IssuedDate=\"0987-01-09\""));
	edoc.issued = false;
	assert_false(has(packet(&meta), "IssuedDate"));
}

static void each_standard_has_its_claims(void **state)
{
	(void)state;
	static const char *const parts[] = {
		[BC_PDF_A3A_UA1] = "<pdfaid:part>3</pdfaid:part>",
		[BC_PDF_A2A_UA1] = "<pdfaid:part>2</pdfaid:part>",
	};
	struct bc_pdf_meta meta = {.title = BC_STR("x")};
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		meta.standard = (enum bc_pdf_standard)i;
		struct bc_str xmp = packet(&meta);
		assert_true(has(xmp, parts[i]));
		assert_false(has(xmp, parts[1 - i]));
		assert_true(has(xmp, "<pdfaid:conformance>A</pdfaid:conformance>"));
		assert_true(has(xmp, "<pdfuaid:part>1</pdfuaid:part>"));
	}
	meta.standard = BC_PDF_PLAIN;
	assert_false(has(packet(&meta), "pdfaid"));
	assert_false(has(packet(&meta), "pdfuaid"));
	assert_false(has(packet(&meta), "pdfaExtension"));
}

/* Every attribute "edoc:NAME=" has a description with that name, and nothing else has. */
static void every_new_property_is_described(void **state)
{
	(void)state;
	const struct bc_str x = BC_STR("1");
	const struct bc_edoc edoc = {true, x, x, x, x, x, x, x, x, x, x, x};
	struct bc_str xmp = packet(&(struct bc_pdf_meta){.year = 2026, .edoc = &edoc});
	struct bc_str prefix = BC_STR(" edoc:"), described = BC_STR("pdfaProperty:name=");
	size_t values = 0, descriptions = 0;
	for (size_t at = 0; (at = bc_str_find(xmp, at, prefix)) < xmp.n; values++) {
		at += prefix.n;
		size_t end = bc_str_find(xmp, at, BC_STR("="));
		struct bc_buf line = bc_buf_in(&fx.arena);
		bc_buf_add(&line, described);
		bc_buf_putc(&line, '"');
		bc_buf_add(&line, bc_str_cut(xmp, at, end));
		bc_buf_puts(&line, "\" pdfaProperty:valueType=");
		assert_true(bc_str_find(xmp, end, bc_buf_str(&line)) < xmp.n);
	}
	for (size_t at = 0; (at = bc_str_find(xmp, at, described)) < xmp.n; at++)
		descriptions++;
	assert_int_equal(values, 13);
	assert_int_equal(descriptions, values + 1); /* pdfuaid:part */
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_packet_has_its_marks),        TEST(markup_in_text_is_text),
		TEST(what_is_not_known_is_left_out), TEST(dates_are_vietnamese_days),
		TEST(each_standard_has_its_claims),  TEST(every_new_property_is_described),
	};
	if (setjmp(fx.oom))
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
