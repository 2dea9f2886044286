/*
 * Random expressions give what a slow reference gives that shares nothing with
 * the program: it walks the tree that the text was printed from, keeps numbers
 * as fractions of 128 bits, and divides and rounds digit by digit.
 *
 *	prop_expr [SEED]
 */
#include "prop.h"

#include "expr/expr.h"
#include "json/json.h"

#include <string.h>

enum {
	ROUNDS = 40000,
	DEPTH = 5,
	LIST = 4,     /* most elements of a list of the data */
	TEXT = 4000,  /* bytes of a text that the reference keeps */
	DIGITS = 18,  /* of a number */
	WORK = 50000, /* steps that an expression of this size may take */
};

static const bc_int128 most = 999999999999999999;

/* ---- values of the reference ---- */

enum kind {
	WRONG,
	NOTHING,
	TRUTH,
	NUMBER,
	WORDS,
};

struct value {
	enum kind kind;
	bool truth;
	bc_int128 over, under;
	unsigned scale; /* digits that are printed at least */
	char *text;
};

static bool unsure; /* two texts whose order only the collation knows were compared */
static char room[1 << 20];
static size_t used;

static struct value of_kind(enum kind kind)
{
	return (struct value){.kind = kind};
}

static struct value of_truth(bool truth)
{
	return (struct value){.kind = TRUTH, .truth = truth};
}

static struct value of_text(const char *text)
{
	struct value v = {.kind = WORDS, .text = room + used};
	size_t n = strlen(text) + 1;
	if (n > TEXT || used + n > sizeof room)
		abort();
	memcpy(v.text, text, n);
	used += n;
	return v;
}

static bc_int128 absolute(bc_int128 v)
{
	return v < 0 ? -v : v;
}

/* In lowest terms, if they fit. */
static struct value of_fraction(bc_int128 over, bc_int128 under)
{
	struct value v = {.kind = NUMBER};
	if (under < 0) {
		over = -over;
		under = -under;
	}
	bc_int128 a = absolute(over), b = under;
	while (b) {
		bc_int128 rest = a % b;
		a = b;
		b = rest;
	}
	v.over = over / a;
	v.under = under / a;
	return absolute(v.over) > most || v.under > most + 1 ? of_kind(WRONG) : v;
}

static int sign_of(bc_int128 v)
{
	return (v > 0) - (v < 0);
}

static int compare(struct value a, struct value b)
{
	return sign_of(a.over * b.under - b.over * a.under);
}

static bool holds(struct value v)
{
	return (v.kind == TRUTH && v.truth) || (v.kind == NUMBER && v.over != 0) ||
	       (v.kind == WORDS && v.text[0]);
}

/* ---- numbers as texts, digit by digit ---- */

/* A number's digits from the first on, `scale` of them behind the mark. */
struct digits {
	char at[64];
	unsigned n, scale;
	bc_int128 rest; /* of the division, still to be divided by `under` */
};

static struct digits divide(struct value v, unsigned scale)
{
	struct digits d = {.scale = scale};
	char backwards[48];
	unsigned n = 0;
	bc_int128 whole = absolute(v.over) / v.under;
	d.rest = absolute(v.over) % v.under;
	do
		backwards[n++] = (char)('0' + (int)(whole % 10));
	while ((whole /= 10) > 0);
	while (n > 0)
		d.at[d.n++] = backwards[--n];
	for (unsigned i = 0; i < scale; i++) {
		d.rest *= 10;
		d.at[d.n++] = (char)('0' + (int)(d.rest / v.under));
		d.rest %= v.under;
	}
	return d;
}

static void round_up(struct digits *d)
{
	unsigned i = d->n;
	while (i > 0 && d->at[i - 1] == '9')
		d->at[--i] = '0';
	if (i > 0) {
		d->at[i - 1]++;
		return;
	}
	memmove(d->at + 1, d->at, d->n++);
	d->at[0] = '1';
}

static bool fits(const struct digits *d)
{
	unsigned zeros = 0;
	while (zeros < d->n && d->at[zeros] == '0')
		zeros++;
	return d->n - zeros <= DIGITS;
}

static struct value written(const struct digits *d, bool negative)
{
	char text[160];
	unsigned n = 0, whole = d->n - d->scale;
	bool zero = strspn(d->at, "0") >= d->n;
	if (!fits(d))
		return of_kind(WRONG);
	if (negative && !zero)
		text[n++] = '-';
	for (unsigned i = 0; i < d->n; i++) {
		if (i == whole)
			text[n++] = ',';
		else if (i > 0 && i < whole && (whole - i) % 3 == 0)
			text[n++] = '.';
		text[n++] = d->at[i];
	}
	text[n] = '\0';
	return of_text(text);
}

static struct digits rounded(struct value v, unsigned scale)
{
	struct digits d = divide(v, scale);
	if (d.rest * 2 >= v.under)
		round_up(&d);
	return d;
}

/* As it is, with as many digits as it needs; wrong when it has no end. */
static struct value printed(struct value v)
{
	unsigned scale = 0;
	if (v.kind == WORDS)
		return v;
	if (v.kind != NUMBER)
		return of_kind(WRONG);
	while (scale < DIGITS && divide(v, scale).rest)
		scale++;
	struct digits d = divide(v, scale);
	if (d.rest || !fits(&d))
		return of_kind(WRONG);
	d = divide(v, scale > v.scale ? scale : v.scale);
	return written(&d, v.over < 0);
}

/* ---- random expressions: what the program reads, and the tree of the reference ---- */

enum form {
	LITERAL,
	NAME,
	IT,
	UNARY,
	BINARY,
	CALL,
	OVER_LIST,
};

struct tree {
	enum form form;
	struct value value; /* of a LITERAL or NAME */
	const char *word;   /* of a NAME, an operator or a function */
	unsigned digits;    /* argument of a CALL */
	struct tree *a, *b; /* b: what is evaluated for each element */
};

struct sample {
	struct random *r;
	struct bc_arena *arena;
	struct value names[3]; /* n, a, b */
	struct value list[LIST];
	size_t n_list;
	struct bc_buf text, data;
};

static struct tree *new_tree(struct sample *s, enum form form)
{
	struct tree *t = bc_new(s->arena, struct tree);
	t->form = form;
	return t;
}

static const char *const words[] = {"", "a", "an", "b", "xa", "tinh"};

/* A text, or else a number; how it is written is appended. */
static struct value random_literal(struct sample *s, struct bc_buf *out, bool text,
				   bool negative)
{
	static const int64_t wholes[] = {0, 1, 2, 3, 7, 10, 12, 100, 999, 7500};
	if (text) {
		const char *word = words[below(s->r, sizeof words / sizeof *words)];
		bc_buf_putc(out, '"');
		bc_buf_puts(out, word);
		bc_buf_putc(out, '"');
		return of_text(word);
	}
	bc_int128 over = wholes[below(s->r, sizeof wholes / sizeof *wholes)], under = 1;
	unsigned scale = (unsigned)below(s->r, 3);
	if (negative && one_in(s->r, 3) && over) {
		bc_buf_putc(out, '-');
		over = -over;
	}
	bc_buf_int(out, (int64_t)absolute(over));
	if (scale)
		bc_buf_putc(out, '.');
	for (unsigned i = 0; i < scale; i++) {
		int digit = (int)below(s->r, 10);
		bc_buf_putc(out, (char)('0' + digit));
		over = over * 10 + (over < 0 ? -digit : digit);
		under *= 10;
	}
	struct value v = of_fraction(over, under);
	v.scale = scale;
	return v;
}

static struct tree *random_leaf(struct sample *s, bool it, enum kind wish)
{
	static const char *const constants[] = {"null", "true", "false"};
	static const char *const names[] = {"n", "a", "b"};
	struct tree *t = new_tree(s, LITERAL);
	struct bc_buf text = bc_buf_in(s->arena);
	size_t name = wish == WORDS ? 2 : below(s->r, 2);
	size_t constant = wish == TRUTH ? 1 + below(s->r, 2) : 0;
	if (it && one_in(s->r, 2)) {
		t->form = IT;
	} else if (one_in(s->r, 3)) {
		t->form = NAME;
		t->word = names[name];
		t->value = s->names[name];
	} else if (wish == TRUTH || one_in(s->r, 20)) {
		t->word = constants[constant];
		t->value = constant ? of_truth(constant == 1) : of_kind(NOTHING);
	} else {
		t->value = random_literal(s, &text, wish == WORDS, false);
		t->word = bc_str_z(s->arena, bc_buf_str(&text));
	}
	return t;
}

/* What gives the kind, and what it is made of. */
struct rule {
	enum kind gives;
	enum form form;
	const char *word;
	enum kind a, b;
};

static const struct rule rules[] = {
	{NUMBER, BINARY, "+", NUMBER, NUMBER},       {NUMBER, BINARY, "-", NUMBER, NUMBER},
	{NUMBER, BINARY, "*", NUMBER, NUMBER},       {NUMBER, BINARY, "/", NUMBER, NUMBER},
	{NUMBER, UNARY, "-", NUMBER, NUMBER},        {NUMBER, CALL, "round", NUMBER, NUMBER},
	{NUMBER, CALL, "default", NUMBER, NUMBER},   {NUMBER, OVER_LIST, "map", NUMBER, NUMBER},
	{NUMBER, OVER_LIST, "filter", TRUTH, TRUTH}, {WORDS, BINARY, "~", WORDS, WORDS},
	{WORDS, BINARY, "~", WORDS, NUMBER},         {WORDS, BINARY, "~", NUMBER, WORDS},
	{WORDS, CALL, "number", NUMBER, NUMBER},     {WORDS, CALL, "percent", NUMBER, NUMBER},
	{WORDS, BINARY, "or", WORDS, WORDS},         {TRUTH, BINARY, "==", NUMBER, NUMBER},
	{TRUTH, BINARY, "!=", WORDS, WORDS},         {TRUTH, BINARY, "<=", NUMBER, NUMBER},
	{TRUTH, BINARY, "<", NUMBER, NUMBER},        {TRUTH, BINARY, ">=", WORDS, WORDS},
	{TRUTH, BINARY, ">", NUMBER, NUMBER},        {TRUTH, BINARY, "and", TRUTH, TRUTH},
	{TRUTH, BINARY, "or", TRUTH, TRUTH},         {TRUTH, UNARY, "not", TRUTH, TRUTH},
};

/* Of the kind that is wished for, mostly. */
static struct tree *random_tree(struct sample *s, unsigned depth, bool it, enum kind wish)
{
	const struct rule *rule;
	bool any = one_in(s->r, 30);
	if (depth == 0 || one_in(s->r, 8))
		return random_leaf(s, it, any ? TRUTH + (enum kind)below(s->r, 3) : wish);
	do
		rule = &rules[below(s->r, sizeof rules / sizeof *rules)];
	while (rule->gives != wish && !any);
	struct tree *t = new_tree(s, rule->form);
	t->word = rule->word;
	t->digits = (unsigned)below(s->r, 4);
	if (t->form != OVER_LIST)
		t->a = random_tree(s, depth - 1, it, rule->a);
	if (t->form == BINARY || t->form == OVER_LIST)
		t->b = random_tree(s, depth - 1, it || t->form == OVER_LIST, rule->b);
	return t;
}

/* ---- as text, with no more parentheses than are needed, or some more ---- */

/* How tightly it binds: what stands within something tighter needs parentheses. */
static int tightness(const struct tree *t)
{
	static const struct {
		const char *word;
		int tightness;
	} rows[] = {{"or", 1}, {"and", 2}, {"==", 4}, {"!=", 4}, {"<=", 4}, {"<", 4}, {">=", 4},
		    {">", 4},  {"+", 5},   {"-", 5},  {"~", 5},  {"*", 6},  {"/", 6}};
	if (t->form == UNARY)
		return t->word[0] == '-' ? 7 : 3;
	if (t->form == CALL || t->form == OVER_LIST)
		return 0;
	for (size_t i = 0; t->form == BINARY && i < sizeof rows / sizeof *rows; i++) {
		if (strcmp(rows[i].word, t->word) == 0)
			return rows[i].tightness;
	}
	return 8;
}

static void put_space(struct sample *s, bool needed)
{
	for (uint64_t n = below(s->r, 3) + needed; n > 0; n--)
		bc_buf_putc(&s->text, " \t\n"[below(s->r, 8) < 6 ? 0 : below(s->r, 3)]);
}

static void put_tree(struct sample *s, const struct tree *t, int within);

static void put_binary(struct sample *s, const struct tree *t)
{
	int own = tightness(t);
	bool letters = t->word[0] == 'a' || t->word[0] == 'o';
	/* to the left as tight is enough, but for comparisons, of which there is one */
	put_tree(s, t->a, own == 4 ? 5 : own);
	put_space(s, letters);
	bc_buf_puts(&s->text, t->word);
	put_space(s, letters);
	put_tree(s, t->b, own + 1);
}

static void put_call(struct sample *s, const struct tree *t)
{
	put_tree(s, t->a, 0);
	bc_buf_puts(&s->text, "|");
	put_space(s, false);
	bc_buf_puts(&s->text, t->word);
	bc_buf_puts(&s->text, "(");
	bc_buf_int(&s->text, t->digits);
	bc_buf_puts(&s->text, ")");
}

/* models | filter(it > 1) | count, or map and sum. */
static void put_over_list(struct sample *s, const struct tree *t)
{
	bc_buf_puts(&s->text, "models | ");
	bc_buf_puts(&s->text, t->word);
	bc_buf_puts(&s->text, "(");
	put_tree(s, t->b, 0);
	bc_buf_puts(&s->text, t->word[0] == 'm' ? ") | sum" : ") | count");
}

static void put_tree(struct sample *s, const struct tree *t, int within)
{
	bool parentheses = tightness(t) < within || one_in(s->r, 10);
	if (parentheses)
		bc_buf_putc(&s->text, '(');
	switch (t->form) {
	case LITERAL:
	case NAME:
		bc_buf_puts(&s->text, t->word);
		break;
	case IT:
		bc_buf_puts(&s->text, "it");
		break;
	case UNARY:
		bc_buf_puts(&s->text, t->word);
		put_space(s, t->word[0] == 'n');
		/* -(-1): one sign only */
		put_tree(s, t->a, t->word[0] == '-' ? 8 : 3);
		break;
	case BINARY:
		put_binary(s, t);
		break;
	case CALL:
		put_call(s, t);
		break;
	case OVER_LIST:
		put_over_list(s, t);
		break;
	}
	if (parentheses)
		bc_buf_putc(&s->text, ')');
}

/* ---- the reference ---- */

static struct value evaluate(const struct sample *s, const struct tree *t,
			     const struct value *it);

static struct value compute(char op, struct value a, struct value b)
{
	if (a.kind != NUMBER || b.kind != NUMBER)
		return of_kind(WRONG);
	switch (op) {
	case '+':
		return of_fraction(a.over * b.under + b.over * a.under, a.under * b.under);
	case '-':
		return of_fraction(a.over * b.under - b.over * a.under, a.under * b.under);
	case '*':
		return of_fraction(a.over * b.over, a.under * b.under);
	default:
		return b.over == 0 ? of_kind(WRONG)
				   : of_fraction(a.over * b.under, a.under * b.over);
	}
}

static struct value joined(struct value a, struct value b)
{
	char text[2 * TEXT];
	a = printed(a);
	b = printed(b);
	if (a.kind == WRONG || b.kind == WRONG)
		return of_kind(WRONG);
	snprintf(text, sizeof text, "%s%s", a.text, b.text);
	return of_text(text);
}

static bool same(struct value a, struct value b)
{
	if (a.kind != b.kind)
		return false;
	if (a.kind == TRUTH)
		return a.truth == b.truth;
	if (a.kind == NUMBER)
		return compare(a, b) == 0;
	return a.kind != WORDS || strcmp(a.text, b.text) == 0;
}

static bool is_word(const char *text)
{
	return strspn(text, "abcdefghijklmnopqrstuvwxyz") == strlen(text);
}

static struct value ordered(const char *op, struct value a, struct value b)
{
	int order;
	if (a.kind == NUMBER && b.kind == NUMBER) {
		order = compare(a, b);
	} else if (a.kind == WORDS && b.kind == WORDS) {
		unsure |= !is_word(a.text) || !is_word(b.text);
		order = strcmp(a.text, b.text);
	} else {
		return of_kind(WRONG);
	}
	if (order == 0)
		return of_truth(op[1] == '=');
	return of_truth((op[0] == '<') == (order < 0));
}

static struct value evaluate_binary(const struct sample *s, const struct tree *t,
				    const struct value *it)
{
	struct value a = evaluate(s, t->a, it);
	if (t->word[0] == 'a' || t->word[0] == 'o') {
		if (a.kind == WRONG || holds(a) == (t->word[0] == 'o'))
			return a;
		return evaluate(s, t->b, it);
	}
	struct value b = evaluate(s, t->b, it);
	if (a.kind == WRONG || b.kind == WRONG)
		return of_kind(WRONG);
	if (t->word[0] == '~')
		return joined(a, b);
	if (t->word[0] == '=' || t->word[0] == '!')
		return of_truth(same(a, b) == (t->word[0] == '='));
	if (t->word[0] == '<' || t->word[0] == '>')
		return ordered(t->word, a, b);
	return compute(t->word[0], a, b);
}

static struct value evaluate_call(const struct tree *t, struct value v)
{
	char text[200];
	if (v.kind == WRONG)
		return v;
	if (t->word[0] == 'd') {
		bool missing = v.kind == NOTHING || (v.kind == WORDS && !v.text[0]);
		return missing ? of_fraction((bc_int128)t->digits, 1) : v;
	}
	if (v.kind != NUMBER)
		return of_kind(WRONG);
	struct digits d = rounded(v, t->digits);
	if (!fits(&d))
		return of_kind(WRONG);
	if (t->word[0] != 'r') {
		struct value number = written(&d, v.over < 0);
		snprintf(text, sizeof text, "%s%s", number.text, t->word[0] == 'p' ? "%" : "");
		return of_text(text);
	}
	bc_int128 over = 0, under = 1;
	for (unsigned i = 0; i < d.n; i++)
		over = over * 10 + (d.at[i] - '0');
	for (unsigned i = 0; i < d.scale; i++)
		under *= 10;
	struct value out = of_fraction(v.over < 0 ? -over : over, under);
	out.scale = d.scale;
	return out;
}

static struct value evaluate_over_list(const struct sample *s, const struct tree *t)
{
	struct value sum = of_fraction(0, 1), each[LIST];
	bool map = t->word[0] == 'm';
	for (size_t i = 0; i < s->n_list; i++) {
		each[i] = evaluate(s, t->b, &s->list[i]);
		if (each[i].kind == WRONG)
			return each[i];
	}
	/* what is no number is found before anything is added up */
	for (size_t i = 0; map && i < s->n_list; i++) {
		if (each[i].kind != NUMBER && each[i].kind != NOTHING)
			return of_kind(WRONG);
	}
	for (size_t i = 0; i < s->n_list; i++) {
		struct value one = of_fraction(holds(each[i]), 1);
		unsigned scale = sum.scale;
		if (map && each[i].kind == NOTHING)
			continue;
		sum = compute('+', sum, map ? each[i] : one);
		if (sum.kind == WRONG)
			return sum;
		sum.scale = map && each[i].scale > scale ? each[i].scale : scale;
	}
	return sum;
}

static struct value evaluate(const struct sample *s, const struct tree *t,
			     const struct value *it)
{
	struct value v;
	switch (t->form) {
	case LITERAL:
	case NAME:
		return t->value;
	case IT:
		return *it;
	case UNARY:
		v = evaluate(s, t->a, it);
		if (v.kind == WRONG || (t->word[0] == '-' && v.kind != NUMBER))
			return of_kind(WRONG);
		v.over = -v.over;
		return t->word[0] == '-' ? v : of_truth(!holds(v));
	case BINARY:
		return evaluate_binary(s, t, it);
	case CALL:
		return evaluate_call(t, evaluate(s, t->a, it));
	case OVER_LIST:
		break;
	}
	return evaluate_over_list(s, t);
}

/* ---- both ---- */

/* {"n": 12, "a": …, "b": …, "models": […]}; a member may be null or not there. */
static void random_data(struct sample *s)
{
	static const char *const keys[] = {"\"n\": ", "\"a\": ", "\"b\": "};
	bc_buf_puts(&s->data, "{");
	for (size_t i = 0; i < 3; i++) {
		s->names[i] = of_kind(NOTHING);
		if (one_in(s->r, 12))
			continue;
		bc_buf_puts(&s->data, keys[i]);
		if (one_in(s->r, 12))
			bc_buf_puts(&s->data, "null");
		else
			s->names[i] = random_literal(s, &s->data, i == 2, true);
		bc_buf_puts(&s->data, ", ");
	}
	bc_buf_puts(&s->data, "\"models\": [");
	s->n_list = below(s->r, LIST + 1);
	for (size_t i = 0; i < s->n_list; i++) {
		bc_buf_puts(&s->data, i ? ", " : "");
		s->list[i] = random_literal(s, &s->data, one_in(s->r, 20), true);
	}
	bc_buf_puts(&s->data, "]}");
	*bc_buf_reserve(&s->data, 1) = '\0';
}

static void check_value(struct random *r, struct bc_eval *eval, struct bc_datum got,
			struct value want)
{
	static const enum bc_datum_kind kinds[] = {BC_DATUM_WRONG, BC_DATUM_NULL, BC_DATUM_BOOL,
						   BC_DATUM_NUMBER, BC_DATUM_TEXT};
	HOLDS(r, got.kind == kinds[want.kind]);
	HOLDS(r, (got.kind == BC_DATUM_WRONG) == bc_findings_failed(eval->ctx->findings));
	HOLDS(r, want.kind != TRUTH || got.truth == want.truth);
	HOLDS(r, want.kind != WORDS || bc_str_is(got.text, want.text));
	if (want.kind != NUMBER)
		return;
	HOLDS(r, got.number.over == (int64_t)want.over);
	HOLDS(r, got.number.under == (int64_t)want.under);
	struct value text = printed(want);
	struct bc_buf out = bc_buf_in(eval->ctx->arena);
	bool done = bc_datum_print(eval, (struct bc_place){0}, &out, got);
	HOLDS(r, done == (text.kind == WORDS));
	HOLDS(r, !done || bc_str_is(bc_buf_str(&out), text.text));
}

static void check(struct random *r, struct bc_ctx *ctx)
{
	static const struct bc_str known[] = {{"n", 1}, {"a", 1}, {"b", 1}, {"models", 6}};
	struct sample s = {.r = r,
			   .arena = ctx->arena,
			   .text = bc_buf_in(ctx->arena),
			   .data = bc_buf_in(ctx->arena)};
	used = 0;
	unsure = false;
	random_data(&s);
	const struct tree *tree = random_tree(&s, DEPTH, false, TRUTH + (enum kind)below(r, 3));
	put_space(&s, false);
	put_tree(&s, tree, 0);
	put_space(&s, false);

	struct bc_source data = {.name = BC_STR("data.json"), .text = bc_buf_str(&s.data)};
	struct bc_source source = {.name = BC_STR("mau.json"), .text = bc_buf_str(&s.text)};
	const struct bc_json *json = bc_json_parse(ctx, &data);
	const struct bc_expr *e = bc_expr_parse(
		ctx, source.text,
		(struct bc_place){.source = &source, .end = (uint32_t)source.text.n});
	HOLDS(r, json);
	HOLDS(r, e);
	struct bc_eval eval = {
		.ctx = ctx, .data = bc_datum_of(json), .known = known, .n_known = 4};
	struct bc_datum got = bc_expr_eval(&eval, e, NULL);
	struct value want = evaluate(&s, tree, NULL);
	HOLDS(r, eval.work > 0 && eval.work < WORK);
	if (!unsure)
		check_value(r, &eval, got, want);
}

int main(int argc, char **argv)
{
	jmp_buf oom;
	struct bc_arena arena, scratch;
	if (setjmp(oom))
		abort();
	uint64_t last = last_seed(argc, argv, ROUNDS);
	for (uint64_t seed = first_seed(argc, argv); seed <= last; seed++) {
		struct random r = random_from(seed);
		struct bc_findings findings;
		bc_arena_init(&arena, &oom);
		bc_arena_init(&scratch, &oom);
		bc_findings_init(&findings, &arena);
		check(&r, &(struct bc_ctx){&arena, &scratch, &findings});
		bc_arena_done(&scratch);
		bc_arena_done(&arena);
	}
	return 0;
}
