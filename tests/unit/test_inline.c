/*
 * compose/inline: CommonMark 0.31's emphasis by asterisks, its own examples
 * first, then every short string against the rules as they are worded there.
 */
#include "each.h"

#include "compose/inline.h"

#include <stdio.h>
#include <time.h>

/* The spans in words: b[...] bold, i[...] italic, x[...] both. */
static struct bc_str shown(struct bc_str s, const struct bc_spans *spans)
{
	struct bc_buf out = bc_buf_in(&fx.arena);
	for (size_t i = 0; i < spans->n; i++) {
		const struct bc_span *span = &spans->at[i];
		const char *mark = span->bold     ? span->italic ? "x[" : "b["
				   : span->italic ? "i["
						  : "";
		bc_buf_puts(&out, mark);
		bc_buf_add(&out, bc_str_cut(s, span->begin, span->end));
		bc_buf_puts(&out, *mark ? "]" : "");
	}
	bc_buf_putc(&out, '\0');
	out.n--;
	return bc_buf_str(&out);
}

static void assert_shown(const char *text, const char *want)
{
	struct bc_spans spans = bc_inline_parse(&fx.arena, bc_str_of(text));
	struct bc_str got = shown(bc_str_of(text), &spans);
	if (!bc_str_is(got, want))
		fail_msg("%s: got %s, want %s", text, got.p, want);
}

static void examples_of_the_specification(void **state)
{
	(void)state;
	static const char *const cases[][2] = {
		{"*foo bar*", "i[foo bar]"},
		{"a * foo bar*", "a * foo bar*"},
		{"a*\"foo\"*", "a*\"foo\"*"},
		{"*\xC2\xA0"
		 "a\xC2\xA0*",
		 "*\xC2\xA0"
		 "a\xC2\xA0*"},
		{"foo*bar*", "fooi[bar]"},
		{"5*6*78", "5i[6]78"},
		{"*foo bar *", "*foo bar *"},
		{"*(*foo)", "*(*foo)"},
		{"*(*foo*)*", "i[(]i[foo]i[)]"},
		{"*foo*bar", "i[foo]bar"},
		{"**foo bar**", "b[foo bar]"},
		{"** foo bar**", "** foo bar**"},
		{"a**\"foo\"**", "a**\"foo\"**"},
		{"foo**bar**", "foob[bar]"},
		{"**foo bar **", "**foo bar **"},
		{"**(**foo)", "**(**foo)"},
		{"**foo \"*bar*\" foo**", "b[foo \"]x[bar]b[\" foo]"},
		{"**foo**bar", "b[foo]bar"},
		{"*foo **bar** baz*", "i[foo ]x[bar]i[ baz]"},
		{"*foo**bar**baz*", "i[foo]x[bar]i[baz]"},
		{"*foo**bar*", "i[foo**bar]"},
		{"***foo** bar*", "x[foo]i[ bar]"},
		{"*foo **bar***", "i[foo ]x[bar]"},
		{"*foo**bar***", "i[foo]x[bar]"},
		{"foo***bar***baz", "foox[bar]baz"},
		{"foo******bar*********baz", "foob[bar]***baz"},
		{"** is not an empty emphasis", "** is not an empty emphasis"},
		{"**** is not an empty strong emphasis",
		 "**** is not an empty strong emphasis"},
		{"***foo* bar**", "x[foo]b[ bar]"},
		{"**foo *bar***", "b[foo ]x[bar]"},
		{"foo ***", "foo ***"},
		{"foo *\\**", "foo i[*]"},
		{"foo **\\***", "foo b[*]"},
		{"**foo*", "*i[foo]"},
		{"*foo**", "i[foo]*"},
		{"***foo**", "*b[foo]"},
		{"****foo*", "***i[foo]"},
		{"**foo***", "b[foo]*"},
		{"*foo****", "i[foo]***"},
		{"****foo****", "b[foo]"},
		{"******foo******", "b[foo]"},
		{"***foo***", "x[foo]"},
		{"*****foo*****", "x[foo]"},
		{"**foo **bar baz**", "**foo b[bar baz]"},
		{"*foo *bar baz*", "*foo i[bar baz]"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_shown(cases[i][0], cases[i][1]);
}

static void escapes(void **state)
{
	(void)state;
	static const char *const cases[][2] = {
		{"\\*not\\*", "*not*"}, {"\\**a*", "*i[a]"},
		{"\\\\*a*", "\\i[a]"},  {"\\a\\", "\\a\\"},
		{"*a\\*", "*a*"},       {"\\", "\\"},
		{"\\\\", "\\"},         {"", ""},
		{"\\đ", "\\đ"},         {"C:\\*.txt", "C:*.txt"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_shown(cases[i][0], cases[i][1]);
}

static void other_alphabets_have_punctuation_and_spaces_too(void **state)
{
	(void)state;
	static const char *const cases[][2] = {
		{"là**“đậm”**", "là**“đậm”**"},
		{"là **“đậm”** ạ", "là b[“đậm”] ạ"},
		{"**đậm**đà", "b[đậm]đà"},
		{"–**(a)**…", "–b[(a)]…"},
		{"\u2009**(a)**\u2009", "\u2009b[(a)]\u2009"}, /* Zs is whitespace */
		{"\u3000**(a)**\u3000", "\u3000b[(a)]\u3000"},
		{"**€5**a", "b[€5]a"},
		{"a**€5**", "a**€5**"}, /* 0.31: symbols count as punctuation */
		{"a**§5**", "a**§5**"},
		{"a**×5**", "a**×5**"},
		{"m²**a**", "m²b[a]"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_shown(cases[i][0], cases[i][1]);
}

/* ---- the rules, slowly ---------------------------------------------------------------- */

enum {
	LONGEST = 7
};

struct run {
	size_t at, left; /* asterisks not yet used, from `at` */
	size_t length;   /* as written */
	bool opens, closes;
};

struct reference {
	const char *text;
	size_t n;
	struct run runs[LONGEST];
	size_t n_runs;
	bool used[LONGEST]; /* asterisks that became marks */
	int bold[LONGEST], italic[LONGEST];
};

static bool is_space_at(const struct reference *r, size_t i)
{
	return i >= r->n || r->text[i] == ' ';
}

/* One before the text wraps to SIZE_MAX, which is a space too. */
static bool is_dot_at(const struct reference *r, size_t i)
{
	return i < r->n && r->text[i] == '.';
}

static void find_runs(struct reference *r)
{
	for (size_t i = 0, end; i < r->n; i = end) {
		end = i + 1;
		if (r->text[i] != '*')
			continue;
		while (end < r->n && r->text[end] == '*')
			end++;
		bool left =
			!is_space_at(r, end) &&
			(!is_dot_at(r, end) || is_space_at(r, i - 1) || is_dot_at(r, i - 1));
		bool right = !is_space_at(r, i - 1) &&
			     (!is_dot_at(r, i - 1) || is_space_at(r, end) || is_dot_at(r, end));
		r->runs[r->n_runs++] = (struct run){i, end - i, end - i, left, right};
	}
}

/* Rules 9 and 10. */
static bool may_match(const struct run *o, const struct run *c)
{
	bool both = (o->opens && o->closes) || (c->opens && c->closes);
	bool sum = (o->length + c->length) % 3 == 0;
	bool each = o->length % 3 == 0 && c->length % 3 == 0;
	return !(both && sum && !each);
}

static void pair(struct reference *r, struct run *o, struct run *c)
{
	size_t n = o->left >= 2 && c->left >= 2 ? 2 : 1;
	for (size_t i = 0; i < n; i++) {
		r->used[o->at + --o->left] = true;
		r->used[c->at++] = true;
	}
	c->left -= n;
	for (size_t i = o->at + o->left + n; i < c->at - n; i++)
		(n == 2 ? r->bold : r->italic)[i]++;
}

/* Closers from the left, each with the nearest opener; what lies between is spent. */
static void pair_all(struct reference *r)
{
	for (size_t c = 0; c < r->n_runs; c++) {
		for (size_t o = c; o-- > 0 && r->runs[c].closes && r->runs[c].left;) {
			struct run *opener = &r->runs[o];
			if (!opener->opens || !opener->left || !may_match(opener, &r->runs[c]))
				continue;
			for (size_t i = o + 1; i < c; i++)
				r->runs[i].opens = false;
			pair(r, opener, &r->runs[c]);
			o = c; /* begin anew */
		}
	}
}

static void assert_as_the_rules_say(const char *text, size_t n)
{
	struct reference r = {.text = text, .n = n};
	find_runs(&r);
	pair_all(&r);
	struct bc_spans spans = bc_inline_parse(&fx.arena, (struct bc_str){text, n});
	size_t span = 0;
	for (size_t i = 0; i < n; i++) {
		if (r.used[i])
			continue;
		while (span < spans.n && spans.at[span].end <= i)
			span++;
		const struct bc_span *s = &spans.at[span];
		if (span == spans.n || s->begin > i || s->bold != (r.bold[i] > 0) ||
		    s->italic != (r.italic[i] > 0))
			fail_msg("“%.*s” at %zu", (int)n, text, i);
	}
	size_t shown_bytes = 0, want = 0;
	for (size_t i = 0; i < spans.n; i++)
		shown_bytes += spans.at[i].end - spans.at[i].begin;
	for (size_t i = 0; i < n; i++)
		want += !r.used[i];
	if (shown_bytes != want)
		fail_msg("“%.*s” shows asterisks that are marks", (int)n, text);
}

static void every_short_string(void **state)
{
	(void)state;
	static const char letters[] = "*a .";
	char text[LONGEST];
	for (size_t n = 1; n <= LONGEST; n++) {
		for (uint32_t code = 0; code < 1u << 2 * n; code++) {
			struct bc_mark mark = bc_arena_mark(&fx.arena);
			for (size_t i = 0; i < n; i++)
				text[i] = letters[code >> 2 * i & 3];
			assert_as_the_rules_say(text, n);
			bc_arena_release(&fx.arena, mark);
		}
	}
}

/* ---- time ----------------------------------------------------------------------------- */

static double seconds_for(const char *part, size_t bytes)
{
	struct bc_mark mark = bc_arena_mark(&fx.arena);
	struct bc_buf text = bc_buf_in(&fx.arena);
	while (text.n < bytes)
		bc_buf_puts(&text, part);
	clock_t begin = clock();
	bc_inline_parse(&fx.arena, bc_buf_str(&text));
	double spent = (double)(clock() - begin) / CLOCKS_PER_SEC;
	bc_arena_release(&fx.arena, mark);
	return spent;
}

static void takes_linear_time(void **state)
{
	(void)state;
	static const char *const parts[] = {"*a ",         "**a",    "a**b",     "*a_ ",
					    "a*b**c***d ", "***a* ", "a* *",     "*.",
					    "\\*",         "**a *a", "a**b*c***"};
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		double spent = seconds_for(parts[i], 1 << 20);
		/* a square of 300,000 marks would take minutes */
		if (spent > 2)
			fail_msg("“%s” a million times over: %.1f s", parts[i], spent);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(examples_of_the_specification),
		TEST(escapes),
		TEST(other_alphabets_have_punctuation_and_spaces_too),
		TEST(every_short_string),
		TEST(takes_linear_time),
	};
	if (setjmp(fx.oom))
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
