/* The colour profile, read back and held against the definition of sRGB. */
#include "support.h"

#include "pdf/icc.h"

static uint32_t number(struct bc_str profile, size_t at)
{
	assert_true(at + 4 <= profile.n);
	const unsigned char *p = (const unsigned char *)profile.p + at;
	return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

static double fixed(struct bc_str profile, size_t at)
{
	return (int32_t)number(profile, at) / 65536.0;
}

/* Where the data of a tag begins, of this type and length. */
static size_t data_of(struct bc_str profile, const char *tag, const char *type, size_t length)
{
	size_t n = number(profile, 128);
	for (size_t i = 0; i < n; i++) {
		size_t row = 132 + 12 * i, at = number(profile, row + 4);
		if (memcmp(profile.p + row, tag, 4) != 0)
			continue;
		assert_true(at >= 132 + 12 * n && at % 4 == 0);
		assert_int_equal(number(profile, row + 8), length);
		assert_true(at + length <= profile.n);
		assert_memory_equal(profile.p + at, type, 4);
		return at + 8;
	}
	fail_msg("no tag %s", tag);
	return 0;
}

/* A test's body, run with a profile of its own. */
struct test {
	void (*body)(struct bc_str profile);
};

static void run(void **state)
{
	const struct test *test = *state;
	struct fixture fx;
	if (setjmp(fx.oom))
		fail_msg("out of memory");
	fixture_init(&fx);
	struct bc_buf out = bc_buf_in(&fx.arena);
	bc_buf_puts(&out, "..."); /* it needn't come first */
	bc_icc_put_srgb(&out);
	test->body(bc_str_cut(bc_buf_str(&out), 3, out.n));
	fixture_done(&fx);
}

static void the_header_says_what_it_is(struct bc_str profile)
{
	assert_int_equal(number(profile, 0), profile.n);
	assert_int_equal(number(profile, 8), 0x04200000);
	assert_memory_equal(profile.p + 12, "mntrRGB XYZ ", 12);
	assert_memory_equal(profile.p + 36, "acsp", 4);
	assert_true(profile.n % 4 == 0 && profile.n < 512);
}

static void the_white_is_d50(struct bc_str profile)
{
	size_t white = data_of(profile, "wtpt", "XYZ ", 20);
	for (size_t i = 0; i < 12; i += 4) {
		uint32_t sum = 0;
		for (const char *tag = "rXYZ\0gXYZ\0bXYZ\0"; *tag; tag += 5)
			sum += number(profile, data_of(profile, tag, "XYZ ", 20) + i);
		assert_int_equal(sum, number(profile, white + i));
		assert_int_equal(number(profile, 68 + i), number(profile, white + i));
	}
	assert_float_equal(fixed(profile, white), 0.9642, 1e-4);
	assert_float_equal(fixed(profile, white + 8), 0.8249, 1e-4);
}

/* The primaries (x, y) on a scale on which their sum is D65, moved to D50 by the matrix. */
static void the_primaries_are_those_of_srgb(struct bc_str profile)
{
	static const char *const tags[] = {"rXYZ", "gXYZ", "bXYZ"};
	static const double x[] = {0.64, 0.30, 0.15}, y[] = {0.33, 0.60, 0.06};
	static const double luminance[] = {0.2126390, 0.7151687, 0.0721923};
	size_t matrix = data_of(profile, "chad", "sf32", 44);
	for (int c = 0; c < 3; c++) {
		const double scale = luminance[c] / y[c];
		const double d65[] = {x[c] * scale, luminance[c], (1 - x[c] - y[c]) * scale};
		size_t at = data_of(profile, tags[c], "XYZ ", 20);
		for (size_t i = 0; i < 3; i++) {
			double adapted = 0;
			for (size_t k = 0; k < 3; k++)
				adapted += fixed(profile, matrix + 12 * i + 4 * k) * d65[k];
			assert_float_equal(fixed(profile, at + 4 * i), adapted, 2e-5);
		}
	}
}

static void the_curve_is_that_of_srgb(struct bc_str profile)
{
	size_t at = data_of(profile, "rTRC", "para", 32);
	assert_int_equal(data_of(profile, "gTRC", "para", 32), at);
	assert_int_equal(data_of(profile, "bTRC", "para", 32), at);
	static const double expected[] = {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045};
	assert_int_equal(number(profile, at), 3 << 16);
	for (size_t i = 0; i < 5; i++)
		assert_float_equal(fixed(profile, at + 4 + 4 * i), expected[i], 8e-6);
}

static void its_texts_are_unicode(struct bc_str profile)
{
	size_t at = data_of(profile, "desc", "mluc", 36);
	assert_memory_equal(profile.p + at,
			    "\0\0\0\1\0\0\0\14enUS\0\0\0\10\0\0\0\34\0s\0R\0G\0B", 28);
	assert_memory_equal(profile.p + data_of(profile, "cprt", "mluc", 52) + 20, "\0n\0o\0 ",
			    6);
}

#define TEST(name)                                             \
	{                                                      \
#name, run, NULL, NULL, &(struct test){name }, \
	}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_header_says_what_it_is),      TEST(the_white_is_d50),
		TEST(the_primaries_are_those_of_srgb), TEST(the_curve_is_that_of_srgb),
		TEST(its_texts_are_unicode),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
