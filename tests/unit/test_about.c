/* What a report's PDF says about itself, from the JSON to the metadata in the file. */
#include "support.h"

#include "baocao.h"

#include <stdio.h>
#include <string.h>

static struct baocao *engine;

static int begin(void **state)
{
	(void)state;
	engine = baocao_new(".", NULL);
	return engine ? 0 : 1;
}

static int end(void **state)
{
	(void)state;
	baocao_free(engine);
	return 0;
}

/* A report with these members of its document and signatures. */
static struct baocao_result *run(const char *document, const char *signatures, bool draft,
				 enum baocao_standard standard)
{
	char text[4096];
	snprintf(text, sizeof text,
		 "{\"baocao\": 1, \"profile\": \"party-hd36\", \"organization\": {\"kind\": "
		 "\"party\", \"code\": \"H99.01\", \"name\": [\"ĐẢNG ỦY XÃ\", \"TÂN & AN\"]}, "
		 "\"addressees\": [\"Tỉnh ủy\"], \"document\": {\"place\": \"Tân An\", %s}, "
		 "\"signatures\": [%s], \"sections\": [\"Đã xong.\"]}",
		 document, signatures);
	struct baocao_job job = {.name = "report.json",
				 .text = text,
				 .size = strlen(text),
				 .draft = draft,
				 .standard = standard};
	struct baocao_result *result = baocao_run(engine, &job);
	assert_non_null(result);
	return result;
}

/* The metadata in its PDF. */
static const char *metadata(const char *document, const char *signatures, bool draft,
			    enum baocao_standard standard)
{
	static char xmp[16384];
	struct baocao_result *result = run(document, signatures, draft, standard);
	size_t n;
	const char *bytes = baocao_result_bytes(result, &n);
	assert_non_null(bytes);
	struct bc_str file = {bytes, n};
	size_t from = bc_str_find(file, 0, BC_STR("<?xpacket begin"));
	size_t to = bc_str_find(file, from, BC_STR("<?xpacket end"));
	assert_true(to < n && to - from < sizeof xmp);
	memcpy(xmp, bytes + from, to - from);
	xmp[to - from] = '\0';
	baocao_result_free(result);
	return xmp;
}

#define REPORT "\"symbol\": \"BC/ĐU\", "
#define SIGNED "{\"lines\": [\"T/M BAN THƯỜNG VỤ\", \"BÍ THƯ\"], \"name\": \"Trần A\"}"

static void says(const char *xmp, const char *what)
{
	if (!strstr(xmp, what))
		fail_msg("no %s in %s", what, xmp);
}

static void says_not(const char *xmp, const char *what)
{
	if (strstr(xmp, what))
		fail_msg("%s in %s", what, xmp);
}

static void the_document_is_described(void **state)
{
	(void)state;
	const char *xmp =
		metadata(REPORT "\"number\": 7, \"date\": \"2026-01-21\", \"urgency\": "
				"\"thuong_khan\", \"copies\": 30, "
				"\"subject\": \"kết quả\\nnăm   2025\"",
			 SIGNED, false, BAOCAO_PDFA_3A_UA1);
	says(xmp, "<rdf:li xml:lang=\"x-default\">Báo cáo kết quả năm 2025</rdf:li>");
	says(xmp, "<rdf:li xml:lang=\"x-default\">kết quả năm 2025</rdf:li>");
	says(xmp, "<rdf:li>ĐẢNG ỦY XÃ TÂN &amp; AN</rdf:li>");
	says(xmp, "<xmp:CreateDate>2026-01-21T00:00:00+07:00</xmp:CreateDate>");
	says(xmp, " edoc:CodeNumber=\"7\" edoc:CodeNotation=\"BC/ĐU\" "
		  "edoc:IssuedDate=\"2026-01-21\" edoc:OrganId=\"H99.01\" "
		  "edoc:OrganName=\"ĐẢNG ỦY XÃ TÂN &amp; AN\" edoc:TypeName=\"Báo cáo\" "
		  "edoc:Subject=\"kết quả năm 2025\" edoc:Language=\"Tiếng Việt\" "
		  "edoc:PageAmount=\"1\" edoc:Position=\"BÍ THƯ\" edoc:FullName=\"Trần A\" "
		  "edoc:Priority=\"2\" edoc:IssuedAmount=\"30\"");
}

static void a_letter_has_no_type_on_its_page(void **state)
{
	(void)state;
	const char *xmp = metadata(
		"\"symbol\": \"CV/ĐU\", \"form\": \"cong_van\", \"date\": \"2026-01-21\", "
		"\"subject\": \"gửi báo cáo\"",
		SIGNED, false, BAOCAO_PDFA_3A_UA1);
	says(xmp, "<rdf:li xml:lang=\"x-default\">Về việc gửi báo cáo</rdf:li>");
	says(xmp, " edoc:TypeName=\"Công văn\" edoc:Subject=\"gửi báo cáo\"");
}

static void what_the_clerk_will_write_is_not_there(void **state)
{
	(void)state;
	const char *xmp =
		metadata(REPORT "\"number\": \"\", \"date\": \"2026-01\", \"subject\": \"x\"",
			 "{\"lines\": [\"BÍ THƯ\"]}", false, BAOCAO_PDFA_3A_UA1);
	static const char *const absent[] = {"CodeNumber", "IssuedDate", "FullName", "Priority",
					     "IssuedAmount"};
	for (size_t i = 0; i < sizeof absent / sizeof *absent; i++)
		says_not(xmp, absent[i]);
	says(xmp, " edoc:Position=\"BÍ THƯ\"");
}

static void a_draft_has_a_title_and_is_not_issued(void **state)
{
	(void)state;
	const char *xmp =
		metadata(REPORT "\"number\": 7, \"date\": \"2026-01-21\", \"type\": \" \", "
				"\"subject\": \"\"",
			 SIGNED, true, BAOCAO_PDFA_3A_UA1);
	says(xmp,
	     "<rdf:li xml:lang=\"x-default\">[CẦN BỔ SUNG: Tên loại văn bản] [CẦN BỔ SUNG: "
	     "Trích yếu nội dung]</rdf:li>");
	says_not(xmp, "edoc");
}

/* The standards ask for a title: what would leave it empty is refused, or a gap in a draft. */
static void a_title_cannot_be_missing(void **state)
{
	(void)state;
	static const char *const missing[][2] = {
		{REPORT "\"subject\": \"\"", "/document/subject"},
		{REPORT "\"subject\": \" \\n \"", "/document/subject"},
		{REPORT "\"subject\": \"x\", \"type\": \" \"", "/document/type"},
		{REPORT "\"date\": \"2026-01-21\"", "/document"},
	};
	for (size_t i = 0; i < sizeof missing / sizeof *missing; i++) {
		size_t n;
		struct baocao_result *result =
			run(missing[i][0], SIGNED, false, BAOCAO_PDFA_3A_UA1);
		assert_null(baocao_result_bytes(result, &n));
		assert_string_equal(baocao_result_finding(result, 0)->place.pointer,
				    missing[i][1]);
		baocao_result_free(result);
	}
}

static void the_lead_organ_signs_with_all_its_posts(void **state)
{
	(void)state;
	const char *xmp =
		metadata(REPORT "\"date\": \"2026-01-21\", \"subject\": \"x\"",
			 "{\"side\": \"left\", \"lines\": [\"CHỦ TỊCH\"], \"name\": "
			 "\"Lê B\"}, {\"lines\": [\"T/M BAN THƯỜNG VỤ\", \"PHÓ BÍ THƯ\", "
			 "\"kiêm\", \"CHỦ NHIỆM\"], \"name\": \"Trần A\"}",
			 false, BAOCAO_PDFA_3A_UA1);
	says(xmp, " edoc:Position=\"PHÓ BÍ THƯ kiêm CHỦ NHIỆM\" edoc:FullName=\"Trần A\"");
}

static void the_job_says_what_is_claimed(void **state)
{
	(void)state;
	const char *const document = REPORT "\"date\": \"2026-01-21\", \"subject\": \"x\"";
	says(metadata(document, SIGNED, false, BAOCAO_PDFA_3A_UA1), "<pdfaid:part>3<");
	says(metadata(document, SIGNED, false, BAOCAO_PDFA_2A_UA1), "<pdfaid:part>2<");
	says_not(metadata(document, SIGNED, false, BAOCAO_PLAIN), "pdfaid");
	says(metadata(document, SIGNED, false, BAOCAO_PLAIN), " edoc:CodeNotation=\"BC/ĐU\"");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_document_is_described),
		cmocka_unit_test(a_letter_has_no_type_on_its_page),
		cmocka_unit_test(what_the_clerk_will_write_is_not_there),
		cmocka_unit_test(a_draft_has_a_title_and_is_not_issued),
		cmocka_unit_test(a_title_cannot_be_missing),
		cmocka_unit_test(the_lead_organ_signs_with_all_its_posts),
		cmocka_unit_test(the_job_says_what_is_claimed),
	};
	return cmocka_run_group_tests(tests, begin, end);
}
