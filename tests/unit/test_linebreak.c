/*
 * layout/linebreak: the cases that a reader can check by hand.  That the
 * breaks are the best of all is tests/prop/prop_linebreak.c.
 */
#include "each.h"

#include "layout/linebreak.h"

/*
 * Pieces from a picture: a digit is a word that wide, '_' a space of 4 with a
 * break behind it, '~' one without, '|' a break that must be behind what
 * stands before.
 */
static size_t pieces_of(const char *picture, struct bc_piece_width *out)
{
	size_t n = 0;
	for (const char *p = picture; *p; p++) {
		struct bc_piece_width w = {.penalty = BC_PENALTY_NEVER};
		if (*p == '|') {
			out[n - 1].penalty = BC_PENALTY_MUST;
			continue;
		}
		w.space = *p == '_' || *p == '~';
		w.width = w.space ? 4 * BC_PT : (*p - '0') * 10 * BC_PT;
		w.stretch = w.space ? w.width / 2 : 0;
		w.shrink = w.space ? w.width / 4 : 0;
		if (*p == '_')
			w.penalty = 0;
		out[n++] = w;
	}
	return n;
}

static void assert_lines(const char *picture, struct bc_measure m, const char *want)
{
	struct bc_piece_width pieces[64];
	struct bc_buf got = bc_buf_in(&fx.arena);
	struct bc_breaks_found found =
		bc_linebreak(&fx.arena, pieces, pieces_of(picture, pieces), m);
	for (size_t i = 0; i < found.n; i++) {
		bc_buf_putc(&got, i ? ' ' : '[');
		bc_buf_int(&got, found.ends[i]);
	}
	bc_buf_puts(&got, found.overfull ? "] overfull" : "]");
	if (!bc_str_is(bc_buf_str(&got), want))
		fail_msg("%s: got %.*s, want %s", picture, (int)got.n, got.p, want);
}

static struct bc_measure measure(bc_len points)
{
	return (struct bc_measure){.first = points * BC_PT, .rest = points * BC_PT};
}

static void one_line_when_it_fits(void **state)
{
	(void)state;
	assert_lines("1", measure(10), "[1]");
	assert_lines("1_2_3", measure(68), "[5]");
	assert_lines("1_2_3", measure(66), "[5]"); /* both spaces shrunk as far as they may */
	assert_lines("1_2_3", measure(65), "[4 5]");
}

static void spaces_at_the_end_take_no_room(void **state)
{
	(void)state;
	assert_lines("1_", measure(10), "[2]");
	assert_lines("1~_2_", measure(20), "[3 5]");
	assert_lines("_", measure(0), "[1]");
	assert_lines("__|_", measure(0), "[2 3]");
}

static void breaks_where_it_must(void **state)
{
	(void)state;
	assert_lines("1|2|3", measure(1000), "[1 2 3]");
	assert_lines("1_|2", measure(1000), "[2 3]");
	assert_lines("1|", measure(1000), "[1]");
	assert_lines("11|11", measure(20), "[2 4]");
}

static void never_breaks_where_it_may_not(void **state)
{
	(void)state;
	assert_lines("3~3_3", measure(60), "[4 5] overfull");
	assert_lines("3~3_3", measure(63), "[4 5]");
	assert_lines("1_3~3_1", measure(30), "[2 6 7] overfull");
	assert_lines("999", measure(10), "[3] overfull");
}

static void one_overfull_line_does_not_spoil_the_others(void **state)
{
	(void)state;
	assert_lines("9_1_1_9_1", measure(24), "[2 6 8 9] overfull");
}

static void the_first_line_may_be_shorter(void **state)
{
	(void)state;
	struct bc_measure m = {.first = 10 * BC_PT, .rest = 34 * BC_PT};
	assert_lines("1_1_1_1", m, "[2 6 7]");
	m.first = -BC_PT;
	assert_lines("1_1_1", m, "[2 5] overfull");
}

static void the_whole_paragraph_counts(void **state)
{
	(void)state;
	/* a full first line would leave the second one half empty */
	struct bc_measure m = measure(38);
	m.ragged = true;
	assert_lines("1_1_1_2_3", m, "[4 8 9]");
	assert_lines("1_1_1_3", m, "[6 7]");
}

static void fewer_lines_when_asked(void **state)
{
	(void)state;
	struct bc_piece_width pieces[64];
	size_t n = pieces_of("1_1_1_1_1", pieces);
	struct bc_measure m = measure(52);
	for (size_t i = 0; i < n; i++) {
		if (pieces[i].space)
			pieces[i].penalty = BC_PENALTY_SPLIT;
	}
	m.fewest = true;
	assert_int_equal(bc_linebreak(&fx.arena, pieces, n, m).n, 2);
}

static void more_overfull_lines_than_can_be_counted_in_demerits(void **state)
{
	(void)state;
	enum {
		MANY = 20000
	};
	struct bc_piece_width *pieces = bc_new_n(&fx.arena, struct bc_piece_width, MANY);
	for (size_t i = 0; i < MANY; i++)
		pieces[i] =
			(struct bc_piece_width){.width = BC_PT, .penalty = BC_PENALTY_SPLIT};
	struct bc_breaks_found found = bc_linebreak(&fx.arena, pieces, MANY, measure(0));
	assert_int_equal(found.n, MANY);
	assert_true(found.overfull);
	assert_int_equal(bc_linebreak(&fx.arena, pieces, 0, measure(0)).n, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(one_line_when_it_fits),
		TEST(spaces_at_the_end_take_no_room),
		TEST(breaks_where_it_must),
		TEST(never_breaks_where_it_may_not),
		TEST(one_overfull_line_does_not_spoil_the_others),
		TEST(the_first_line_may_be_shorter),
		TEST(the_whole_paragraph_counts),
		TEST(fewer_lines_when_asked),
		TEST(more_overfull_lines_than_can_be_counted_in_demerits),
	};
	if (setjmp(fx.oom))
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
