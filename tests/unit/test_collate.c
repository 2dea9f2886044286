/* Dictionary order: lists in the right order, sorted back from disorder. */
#include "support.h"

#include <stdlib.h>

#include "text/collate.h"

typedef int collate(struct bc_str, struct bc_str);

enum {
	MOST = 400,
	SHUFFLES = 20,
};

static int sign(int order)
{
	return (order > 0) - (order < 0);
}

/* Any one stands behind all that are before it. */
static void assert_order(collate *compare, const char *const *list, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		for (size_t j = 0; j < n; j++) {
			int got = compare(bc_str_of(list[i]), bc_str_of(list[j]));
			if (sign(got) != (i > j) - (i < j))
				fail_msg("%s, %s: got %d", list[i], list[j], got);
		}
	}
}

static void shuffle(const char **list, size_t n, uint32_t *state)
{
	for (size_t i = n - 1; i > 0; i--) {
		*state = *state * 1664525 + 1013904223;
		size_t j = (*state >> 8) % (i + 1);
		const char *other = list[i];
		list[i] = list[j];
		list[j] = other;
	}
}

static int by_order(const void *a, const void *b)
{
	return bc_collate(bc_str_of(*(const char *const *)a),
			  bc_str_of(*(const char *const *)b));
}

static int by_people(const void *a, const void *b)
{
	return bc_collate_people(bc_str_of(*(const char *const *)a),
				 bc_str_of(*(const char *const *)b));
}

static void assert_sorts(int (*by)(const void *, const void *), const char *const *list,
			 size_t n)
{
	const char *mixed[MOST];
	uint32_t state = 20261121;
	assert_true(n <= MOST);
	memcpy(mixed, list, n * sizeof *list);
	for (int round = 0; round < SHUFFLES; round++) {
		shuffle(mixed, n, &state);
		qsort(mixed, n, sizeof *mixed, by);
		for (size_t i = 0; i < n; i++)
			assert_string_equal(mixed[i], list[i]);
	}
}

static void test_letters(void **state)
{
	(void)state;
	static const char *const order[] = {
		"0", "1", "9", "a", "ă", "â", "b", "ƀ", "c", "d", "đ", "e", "ê",
		"f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "ô", "ơ", "p",
		"q", "r", "s", "t", "u", "ư", "v", "w", "x", "y", "z", "α", "日",
	};
	assert_order(bc_collate, order, sizeof order / sizeof *order);
}

static void test_tones(void **state)
{
	(void)state;
	/* of each vowel: ngang huyền hỏi ngã sắc nặng, all before the next vowel */
	static const char *const order[] = {
		"a", "à", "ả", "ã", "á", "ạ", "ă", "ằ", "ẳ", "ẵ", "ắ", "ặ", "â", "ầ", "ẩ",
		"ẫ", "ấ", "ậ", "e", "è", "ẻ", "ẽ", "é", "ẹ", "ê", "ề", "ể", "ễ", "ế", "ệ",
		"i", "ì", "ỉ", "ĩ", "í", "ị", "o", "ò", "ỏ", "õ", "ó", "ọ", "ô", "ồ", "ổ",
		"ỗ", "ố", "ộ", "ơ", "ờ", "ở", "ỡ", "ớ", "ợ", "u", "ù", "ủ", "ũ", "ú", "ụ",
		"ư", "ừ", "ử", "ữ", "ứ", "ự", "y", "ỳ", "ỷ", "ỹ", "ý", "ỵ",
	};
	assert_order(bc_collate, order, sizeof order / sizeof *order);
}

static void test_dictionary(void **state)
{
	(void)state;
	static const char *const order[] = {
		"",
		"-",
		"1.9",
		"1.10",
		"007", /* as much as 7: by code points only */
		"7",
		"7a",
		"7 A",
		"12",
		"18446744073709551616",
		"18446744073709551617",
		"a",
		"A",
		"a 1",
		"a a",
		"an",
		"An",
		"An Bình",
		"An Hòa",
		"án",
		"anh",
		"Bản 1",
		"Bản 2",
		"Bản 10",
		"Bản Đon",
		"bạn", /* tones before the next syllable */
		"bảo đảm",
		"báo cáo",
		"Đăk Tô", /* likewise: Lắk would be before Tô */
		"Đắk Lắk",
		"H",
		"H'Mông",
		"Ha",
		"hoa",
		"Hoa Bình",
		"hoà",
		"hòa",
		"Hoà",
		"HÒA",
		"Hòa An",
		"Hòa-An",
		"Hoà Bình",
		"Hòa Bình",
		"Hoà Bình 2",
		"Hoà Vang",
		"hoá",
		"hóa",
		"hoang",
		"kơi",
		"kơ\u0306k", /* one word, with a mark in it that can't be joined */
		"kơl",
		"Krông Ana",
		"Krông Păk",
		"Muller",
		"Müller",
		"ngã",
		"nghỉ",
		"nguyên",
		"Nguyễn",
		"nguyện",
		"o",
		"ŏ", /* a mark that is none of Vietnamese */
		"ò",
		"ơ",
		"ơ\u0306",
		"ờ",
		"quy",
		"quỳ",
		"quý",
		"quỵ",
		"thuỷ",
		"thủy",
		"Thủy Nguyên",
		"Thuỵ An",
		"Thụy Bình",
		"ủy ban",
		"Ủy ban",
		"ỦY BAN",
		"uỷ viên",
		"xã",
	};
	enum {
		N = sizeof order / sizeof *order
	};
	assert_order(bc_collate, order, N);
	assert_sorts(by_order, order, N);
}

static void test_people(void **state)
{
	(void)state;
	static const char *const names[] = {
		"An",
		"Bùi An",
		"Bùi Văn an",
		"Bùi Văn An",
		"Trịnh Đức An",
		"Đặng Hữu Anh",
		"Đỗ Thu Anh",
		"Lê Công Anh",
		"Nguyễn Minh Anh",
		"Trần Xuân Anh",
		"Vũ Đức Anh",
		"Sùng Xuân Ánh",
		"Vũ Đình Ân",
		"Lương Gia Ấn",
		"Phạm Bá Ba",
		"Tạ Gia Bá",
		"Y Ban",
		"Nông Thu Bắc",
		"Sùng Thế Bích",
		"Lý Thanh Biên",
		"Đỗ Đình Bình",
		"Đỗ Gia Bình",
		"Đỗ Hồng Bình",
		"Hoàng Đức Bình",
		"Hoàng Quốc Bình",
		"Huỳnh Văn Bình",
		"Nguyễn Đức Bình",
		"Nguyễn Thu Bình",
		"Trần Đức Bình",
		"Võ Hữu Bình",
		"Vũ Văn Bình",
		"Ngô Hải Bổn",
		"Lý Thanh Bốn",
		"Sùng Ngọc Ca",
		"Mai Hữu Cát",
		"Bùi Thị Cẩm",
		"Võ Thị Cần",
		"Quách Hải Cẩn",
		"Mai Công Chí",
		"Phan Hải Chiến",
		"Đinh Hồng Chính",
		"Vàng Thanh Chung",
		"Sùng Minh Chương",
		"Lê Minh Cúc",
		"Phạm Văn Dân",
		"Võ Thị Dần",
		"Hoàng Thế Diễm",
		"Hoàng Thế Diệp",
		"Huỳnh Quốc Diệu",
		"Vàng Đình Dinh",
		"Phạm Gia Doãn",
		"Giàng A Dơ",
		"Võ Minh Du",
		"Huỳnh Minh Dung",
		"Cao Xuân Dũng",
		"Đoàn Thanh Duy",
		"Lý Hồng Duyên",
		"Vũ Thanh Dương",
		"Ngô Đức Đại",
		"Lê Xuân Đạo",
		"Nguyễn Xuân Đạt",
		"Hà Thế Đặng",
		"Ngô Đức Đình",
		"Vàng Công Định",
		"Phan Hồng Đô",
		"Mai Hải Đông",
		"Lý Hồng Đồng",
		"Huỳnh Minh Đức",
		"Lê Bá Đức",
		"Nguyễn Công Đức",
		"Nguyễn Quốc Đức",
		"Nguyễn Văn Đức",
		"Phạm Công Đức",
		"Phạm Thu Đức",
		"Đỗ Hải Hà",
		"Huỳnh Xuân Hà",
		"Lê Gia Hà",
		"Lê Xuân Hà",
		"Nguyễn Hải Hà",
		"Phạm Xuân Hà",
		"Phan Đức Hà",
		"Phan Hồng Hà",
		"Phan Hồng Minh Hà",
		"Trần Hữu Hà",
		"Trần Thanh Hải",
		"Ngô Xuân Hảo",
		"Võ Thế Hằng",
		"Hà Hải Hiền",
		"Sùng Hữu Hiến",
		"Đỗ Đức Hiệp",
		"Đinh Đức Hiếu",
		"Giàng Thanh Hoa",
		"Bùi Gia Hòa",
		"Đoàn Hữu Hòa",
		"Hoàng Hữu Hòa",
		"Hoàng Thu Hòa",
		"Huỳnh Ngọc Hòa",
		"Lê Minh Hòa",
		"Nguyễn Bá Hòa",
		"Phạm Đình Hòa",
		"Phạm Đức Hòa",
		"Phạm Hải Hòa",
		"Phạm Kim Hòa",
		"Phan Công Hòa",
		"Phan Hồng Hòa",
		"Sùng Thanh Hoà",
		"Vũ Hải Hòa",
		"Vũ Văn Hoà",
		"Vũ Văn Hòa",
		"Phan Gia Hóa",
		"Dương Hải Hoài",
		"Dương Quốc Hoàn",
		"Sùng Minh Hoàng",
		"Đinh Công Hoạt",
		"Lý Ngọc Hồng",
		"Đinh Thu Hợi",
		"Lê Quốc Hợp",
		"Đỗ Hồng Huấn",
		"Nguyễn Kim Huê",
		"Bùi Quốc Hùng",
		"Nông Văn Huy",
		"Trịnh Thu Huyền",
		"Nông Thế Hưng",
		"Phạm Kim Hữu",
		"Tạ Hồng Kha",
		"Dương Kim Khang",
		"Lò Minh Khánh",
		"Hà Quốc Khuê",
		"Lê Xuân Kim",
		"Lý Thanh Lam",
		"Bùi Bá Lan",
		"Bùi Quốc Lan",
		"Đặng Hữu Bá Lan",
		"Đặng Minh Lan",
		"Hoàng Xuân Lan",
		"Huỳnh Kim Thế Lan",
		"Huỳnh Thị Lan",
		"Nguyễn Văn Lan",
		"Phan Đức Lan",
		"Phan Quốc Lan",
		"Vũ Thị Thế Lan",
		"Đinh Hữu Lâm",
		"Bùi Thế Lân",
		"Vàng Hữu Lễ",
		"Cao Quốc Lệ",
		"Lê Xuân Liễu",
		"Lương Đình Loan",
		"Hoàng Bá Lợi",
		"Phan Hồng Lụa",
		"Phạm Ngọc Luân",
		"Cao Đức Lục",
		"Cao Hải Lương",
		"Hồ Thị Ly",
		"Võ Thị Mai",
		"Hồ Minh Mão",
		"Đinh Thế Mẫn",
		"Đinh Quốc Mận",
		"Lò Văn Mến",
		"Đỗ Bá Minh",
		"Đỗ Thanh Ngọc Minh",
		"Huỳnh Hữu Minh",
		"Lê Hải Minh",
		"Phạm Hồng Minh",
		"Phạm Ngọc Minh",
		"Phạm Thị Thu Minh",
		"Phan Thanh Minh",
		"Phan Thanh Hữu Minh",
		"Vũ Bá Minh",
		"Đinh Văn Mơ",
		"Đinh Minh Muôn",
		"Trần Hải Mười",
		"Bùi Hải Mỹ",
		"Giàng Đình Nam",
		"Hồ Kim Năm",
		"Phan Xuân Ngân",
		"Nguyễn Minh Nghĩa",
		"Đỗ Văn Ngọc",
		"Hà Hồng Nguyên",
		"Mai Văn Nguyện",
		"Phan Thu Nhẫn",
		"Đoàn Hải Nhi",
		"Phan Đình Như",
		"Đoàn Thế Nhường",
		"H'Lan Niê",
		"Cao Hồng Pháp",
		"Dương Kim Phát",
		"Lý Thu Phòng",
		"Tạ Hải Phú",
		"Võ Hồng Phúc",
		"Đinh Văn Phụng",
		"Dương Công Phước",
		"Dương Gia Quang",
		"Đặng Đình Quân",
		"Đoàn Gia Quyên",
		"Ngô Hữu Quyết",
		"Huỳnh Minh San",
		"Mai Văn Sang",
		"Cao Ngọc Sinh",
		"Đoàn Thị Sương",
		"Huỳnh Bá Tài",
		"Phạm Quốc Tạo",
		"Sùng Đình Thạch",
		"Lê Quốc Thái",
		"Lò Thanh Thành",
		"Ngô Kim Thảo",
		"Võ Văn Thạo",
		"Bùi Đức Thắng",
		"Hoàng Xuân Thập",
		"Phan Xuân Thi",
		"Đinh Quốc Thìn",
		"Hồ Gia Thỏa",
		"Đoàn Đình Thoại",
		"Nguyễn Văn Thông",
		"Bùi Thị Minh Thu",
		"Dương Văn Thu",
		"Hoàng Văn Thu",
		"Huỳnh Kim Thu",
		"Huỳnh Quốc Thu",
		"Nguyễn Công Thế Thu",
		"Nguyễn Hữu Thu",
		"Phạm Văn Thu",
		"Phan Hải Thu",
		"Trần Gia Thu",
		"Trần Xuân Thu",
		"Vũ Minh Thu",
		"Lê Công Thủ",
		"Lương Minh Thuận",
		"Đoàn Văn Thục",
		"Cao Văn Thủy",
		"Đinh Gia Thuỷ",
		"Bùi Đình Thúy",
		"Hoàng Kim Thúy",
		"Lê Thu Thúy",
		"Ngô Minh Thúy",
		"Nguyễn Bá Thúy",
		"Phạm Hồng Thúy",
		"Phạm Kim Thúy",
		"Phan Văn Thúy",
		"Võ Quốc Thúy",
		"Võ Thị Thúy",
		"Vũ Quốc Thúy",
		"Lò Đức Thụy",
		"Cao Thanh Thực",
		"Lý Ngọc Thương",
		"Lò Quốc Tiên",
		"Dương Hồng Tiến",
		"Dương Văn Tiếp",
		"Nông Công Tiệp",
		"Đỗ Minh Tín",
		"Quách Đức Tịnh",
		"Lý Xuân Toàn",
		"Nông Ngọc Tố",
		"Mai Minh Tới",
		"Vũ Gia Trà",
		"Lê Hữu Trang",
		"Đỗ Quốc Tráng",
		"Quách Ngọc Trân",
		"Mai Gia Triển",
		"Phan Kim Trọng",
		"Phan Thu Trúc",
		"Lò Thanh Trương",
		"Quách Kim Trường",
		"Đoàn Minh Tuấn",
		"Giàng Xuân Tuyến",
		"Đặng Đức Tư",
		"Quách Hải Tường",
		"Mai Hải Tý",
		"Hoàng Xuân Tỵ",
		"Hoàng Hải Uyên",
		"Lò Hữu Ước",
		"Hà Kim Văn",
		"Bùi Bá Vân",
		"Bùi Công Vân",
		"Bùi Hữu Vân",
		"Bùi Quốc Vân",
		"Đỗ Đình Vân",
		"Hoàng Đình Vân",
		"Lê Công Vân",
		"Lê Hải Vân",
		"Lê Hồng Vân",
		"Lê Thị Hồng Vân",
		"Phạm Đức Vân",
		"Phan Hải Vân",
		"Trần Hữu Vân",
		"Trần Kim Vân",
		"Võ Đức Vân",
		"Trần Ngọc Vận",
		"Nguyễn Văn Vi",
		"Huỳnh Thanh Vị",
		"Phan Hải Việt",
		"Đinh Ngọc Vinh",
		"Phạm Công Vương",
		"Hà Xuân Vượng",
		"Trần Quốc Vy",
		"Lò Xuân Xuân",
		"Nguyễn Xuân Xuyến",
		"Quách Minh Ý",
		"Vàng Bá Yên",
		"Trần Hồng Yến",
		"Đinh Đình Yêu",
	};
	enum {
		N = sizeof names / sizeof *names
	};
	assert_int_equal(N, 300);
	assert_order(bc_collate_people, names, N);
	assert_sorts(by_people, names, N);
}

static void test_given_names(void **state)
{
	(void)state;
	static const char *const order[] = {
		"",
		" ",
		"An",
		"An ",
		"Bùi\u00A0An",
		"Bùi Văn an",
		"Bùi Văn\tAn",
		"Bùi Văn An",
		"Bùi Văn\u00A0An",
		"Bùi Xuân an", /* case says nothing before the other names have */
		"Lê Hồng An",
		"Lê Thị Hồng An",
		"Lê Thị Thu An",
		"Lê Thị Anh",
		"An Thị Ánh",
		"Vũ Văn Hoà",
		"Vũ Văn Hòa",
		"Vũ Xuân Hoà",
		"Y Kim-Anh",
		"Nông Thị Kìm",
	};
	assert_order(bc_collate_people, order, sizeof order / sizeof *order);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_letters),     cmocka_unit_test(test_tones),
		cmocka_unit_test(test_dictionary),  cmocka_unit_test(test_people),
		cmocka_unit_test(test_given_names),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
