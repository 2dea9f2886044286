/*
 * Break opportunities, as a table: '|' where a line may end, '<' where a title
 * best does, '~' where it may but shouldn't, '{' where it parts what belongs
 * together, '}' where nothing else is left, '^' where it must.  At spaces the
 * sign stands before them.
 */
#include "support.h"

#include "text/breaks.h"

static const char *const table[] = {
	/* codes and dates */
	"Kết| luận| số{ 01-KL/TW| ngày{ 18/5/2021",
	"Báo| cáo| số{ 15/BC-UBND< và| 66-QĐ/TW,< QĐ-TTg,< UBND-VP| đã~ gửi",
	"ngày{ 05~ tháng{ 3~ năm{ 2026~ của| Tỉnh~ ủy",
	"Hà~ Nội,< ngày      tháng{ 3~ năm{ 2026",
	"Hà~ Nội,< ngày      tháng      năm{ 2026",
	"quý{ I/2026< và| quý{ IV~ năm{ 2025~ đạt| chỉ~ tiêu",
	"lúc| 8} giờ| 30} phút| ngày{ 20~ tháng{ 5~ tại| trụ~ sở",
	"dịch| COVID-19< và| khóa{ QH15,< Bảng{ B.1,< Phụ| lục{ A2,< ngày{ 2-9~ nghỉ~ lễ",
	"Số:      /BC-UBND",
	/* what a number belongs to */
	"đạt| 12,5} tỷ{ đồng,< 15} km| đường,< 1.236} người~ dự",
	"thưởng| 3} năm| liền< và| 2} năm| nữa< từ< năm{ 2022~ trở~ đi",
	"nhiệt| độ| 15} °C,< 18 %| diện| tích| 25} m²| nhà~ ở",
	"Hàng< năm| 100%| tổ| chức| đảng| tham~ gia",
	"Điều{ 5,< người| bị| kỷ| luật< trong| năm,< 5} người~ khác",
	/* what stands before its number, letter or name */
	"điểm{ a| khoản{ 2~ Điều{ 103~ Mục{ 5~ Chương{ XII| nghị~ định",
	"điểm{ đ< và| điểm| ở| trên,< PHỤ~ LỤC{ I,< Bảng{ B,< Quận{ 1~ cũ",
	"Đại| hội| lần| thứ{ XIII,< thứ| hai,< số| lượng,< số{ 89~ tổ~ chức",
	"đồng| chí{ Nguyễn~ Văn~ A,< ông{ Trần~ B,< bà| con,< Hồ~ Chí~ Minh,< (đồng| chí{ Lê)",
	"TP.} Hồ~ Chí~ Minh,< T/M} BAN~ THƯỜNG~ VỤ,< K/T} CHỦ~ TỊCH,< Q.} Giám~ đốc",
	/* hyphens and dashes */
	"phát| triển| kinh| tế -} xã| hội< giai| đoạn| 2021 -} 2023",
	"vượt| 1 -} 2%,< 1% -} 2%,< từ| 1-2%| chỉ~ tiêu",
	"kinh| tế-}xã| hội| Mát-}xcơ-}va< và| X-quang| phổ| thông",
	"giai| đoạn| 2021–2025,< Hà~ Nội–|Huế,< Huế~—|Vinh",
	"- Nội| dung| thứ| nhất< của| báo~ cáo",
	"Độc| lập –} Tự< do —} Hạnh~ phúc",
	/* slashes */
	"tổ| chức/~cá| nhân| và/~hoặc| 60~ km/h,< QĐ/TW,< đ/c{ Nguyễn~ Văn~ Bình",
	/* punctuation: LB13, LB14 */
	"“tự| soi”,< “tự| sửa” ,< ( abc )| nói| chung| thì ...",
	"mua| sắm| tài| sản...| Do| đó| hết ./.",
	"dùng| .NET| cổng| :8080| thôi| nhé| bạn| nhỏ!| Vâng~ ạ",
	"tỉnh| (Đảng| bộ| khối)< và| «tự| chủ»| [1]| được~ khen",
	/* the last word */
	"sức| lan~ tỏa.",
	"sức| lan| nhanh.",
	"tỏa.",
	"được| giao~ việc\n^và| hơn~ thế",
	/* spaces */
	"một|   hai|  bốn~ ba",
	"  thụt| đầu~ dòng  ",
	"một\u00A0hai< của~ Đảng",
	"một \u00A0hai< của~ Đảng",
	"a\u2060b\u2009|c| không~ gian",
	"không\u200B|rộng| không~ gian",
	/* ideographs: LB31, with 。 」 held by LB13 and 「 by LB14 */
	"日|本|語。|「東|京」abc| không~ gian",
	/* URLs */
	"https://example.gov.vn/van-ban| không~ gian",
	("https://~www.~example.~gov.~vn/~van-}ban/~2021-05-03/~ke_~hoach.~html?~id=~3| không~ "
	 "gian"),
	"abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz| không~ gian",
	/* combining marks: LB9 */
	"ơ\u0306-ơ\u0306| ê\u0306| Jrai| không~ gian",
	"",
	"\n",
	"một\n^\n^hai",
};

/* The text of a row, without its signs. */
static struct bc_str text_of(struct bc_arena *a, const char *row)
{
	struct bc_buf out = bc_buf_in(a);
	for (; *row; row++) {
		if (!strchr("|<~{}^", *row))
			bc_buf_putc(&out, *row);
	}
	return bc_buf_str(&out);
}

/* `s` with its signs; a break inside a run of spaces shows there, where it must not be. */
static const char *draw(struct bc_arena *a, struct bc_str s)
{
	static const char sign[] = {0, '<', '|', '~', '{', '}', '^'};
	const unsigned char *breaks = bc_breaks(a, s);
	struct bc_buf out = bc_buf_in(a);
	for (size_t i = 0; i < s.n; i++) {
		bool space = s.p[i] == ' ', behind = i > 0 && s.p[i - 1] == ' ';
		size_t end = i;
		while (end < s.n && s.p[end] == ' ')
			end++;
		if (breaks[i] && (space || !behind))
			bc_buf_putc(&out, sign[breaks[i]]);
		if (space && !behind && end < s.n && breaks[end])
			bc_buf_putc(&out, sign[breaks[end]]);
		bc_buf_putc(&out, s.p[i]);
	}
	assert_int_equal(breaks[s.n], BC_BREAK_MUST);
	return bc_str_z(a, bc_buf_str(&out));
}

static void test_table(void **state)
{
	(void)state;
	struct fixture fx;
	if (setjmp(fx.oom))
		fail_msg("out of memory");
	fixture_init(&fx);
	int wrong = 0;
	for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
		const char *got = draw(&fx.arena, text_of(&fx.arena, table[i]));
		if (strcmp(got, table[i]) != 0) {
			print_error("want %s\n got %s\n", table[i], got);
			wrong++;
		}
	}
	fixture_done(&fx);
	assert_int_equal(wrong, 0);
}

/* Every word of the tables of glue.c, found whether small or capital. */
static void test_leaning_words(void **state)
{
	(void)state;
	static const char *const held[] = {
		"ngày 5",   "Tháng 5", "NĂM 2026", "quý 2",    "kỳ 2",    "khóa 12", "khoá XII",
		"thứ 2",    "số 7",    "trang 9",  "Chương I", "Điều 5",  "khoản 2", "Quận 3",
		"PHƯỜNG 4", "điểm b",  "Phần II",  "mục A",    "Bảng 1",  "biểu 2",  "lục 3",
		"tổ 4",     "5 tỷ",    "5 tỉ",     "5 TRIỆU",  "5 nghìn", "5 ngàn",  "5 đồng",
		"5 VND",    "5 USD",   "5 người",  "5 lượt",   "5 hộ",    "5 giờ",   "5 phút",
		"5 ha",     "5 m",     "5 m2",     "5 m²",     "5 m3",    "5 m³",    "5 km",
		"5 km2",    "5 km²",   "5 cm",     "5 mm",     "5 g",     "5 kg",    "5 tạ",
		"5 tấn",    "5 lít",   "5 kW",     "5 kWh",    "5 MW",    "5 %",     "5 ‰",
		"5 °C",     "5 năm",   "5 tháng",  "5 ngày",   "ông Ba",  "bà Tư",   "đ/c An",
		"TP. An",   "TP An",   "T/M AN",   "TM. AN",   "K/T AN",  "KT. AN",  "T/L AN",
		"TL. AN",   "TX. An",  "TUQ. AN",  "TT. An",   "Q. AN",   "P. An",
	};
	struct fixture fx;
	if (setjmp(fx.oom))
		fail_msg("out of memory");
	fixture_init(&fx);
	for (size_t i = 0; i < sizeof held / sizeof *held; i++) {
		struct bc_buf text = bc_buf_in(&fx.arena);
		bc_buf_puts(&text, held[i]);
		bc_buf_puts(&text, " không gian");
		const unsigned char *breaks = bc_breaks(&fx.arena, bc_buf_str(&text));
		size_t gap = (size_t)(strchr(held[i], ' ') - held[i]) + 1;
		bool bound = breaks[gap] == BC_BREAK_NEVER || breaks[gap] == BC_BREAK_BOUND ||
			     breaks[gap] == BC_BREAK_LAST;
		if (!bound || breaks[strlen(held[i]) + 1] == BC_BREAK_NEVER)
			fail_msg("%s", held[i]);
	}
	fixture_done(&fx);
}

/* A text whose spaces are all no-break ones, as pasted from the web, still breaks. */
static void test_no_break_spaces_throughout(void **state)
{
	(void)state;
	struct fixture fx;
	if (setjmp(fx.oom))
		fail_msg("out of memory");
	fixture_init(&fx);
	struct bc_buf text = bc_buf_in(&fx.arena);
	for (int i = 0; i < 20; i++)
		bc_buf_puts(&text, "Đảng\u00A0viên\u00A0");
	bc_buf_puts(&text, "mới");
	const unsigned char *breaks = bc_breaks(&fx.arena, bc_buf_str(&text));
	size_t poor = 0;
	for (size_t i = 0; i < text.n; i++)
		poor += breaks[i] == BC_BREAK_POOR;
	assert_int_equal(poor, 40);
	breaks = bc_breaks(&fx.arena, BC_STR("Đảng\u00A0viên\u00A0mới"));
	for (size_t i = 0; i < sizeof "Đảng\u00A0viên\u00A0mới" - 1; i++)
		assert_int_equal(breaks[i], BC_BREAK_NEVER);
	fixture_done(&fx);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_table),
		cmocka_unit_test(test_leaning_words),
		cmocka_unit_test(test_no_break_spaces_throughout),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
