/* A profile's JSON into its struct: each getter leaves what the file does not give. */
#include "profile/read.h"

#include "base/decimal.h"

/* A value that cannot be used is reported here and counted in ctx->findings. */
static void broken(struct bc_ctx *ctx, const struct bc_json *at)
{
	BC_REPORT0(ctx->findings, PROFILE_VALUE, at->place);
}

const struct bc_json *bc_profile_file(struct bc_ctx *ctx, const char *dir, struct bc_str name)
{
	struct bc_buf path = bc_buf_in(ctx->arena);
	bc_buf_puts(&path, dir);
	bc_buf_putc(&path, '/');
	bc_buf_add(&path, name);
	bc_buf_puts(&path, ".json");
	return bc_json_read_stock(ctx, bc_str_z(ctx->arena, bc_buf_str(&path)));
}

/* A number in thousandths, for lengths and shares. */
static bool milli(struct bc_ctx *ctx, const struct bc_json *v, int64_t *out)
{
	struct bc_decimal d;
	if (v->kind != BC_JSON_NUMBER || !bc_decimal_parse(v->text, &d) || d.scale > 3 ||
	    d.units < 0 || d.units > 1000000) {
		broken(ctx, v);
		return false;
	}
	for (int scale = d.scale; scale < 3; scale++)
		d.units *= 10;
	*out = d.units;
	return true;
}

static void get_mm(struct bc_ctx *ctx, const struct bc_json *v, bc_len *out)
{
	int64_t n;
	if (v && milli(ctx, v, &n))
		*out = bc_len_micron(n);
}

static void get_pt(struct bc_ctx *ctx, const struct bc_json *v, bc_len *out)
{
	int64_t n;
	if (v && milli(ctx, v, &n))
		*out = bc_len_milli_pt(n);
}

static void get_share(struct bc_ctx *ctx, const struct bc_json *v, int32_t *out)
{
	int64_t n;
	if (v && milli(ctx, v, &n))
		*out = (int32_t)(n / 1000);
}

static void get_bool(struct bc_ctx *ctx, const struct bc_json *v, bool *out)
{
	if (v && v->kind != BC_JSON_TRUE && v->kind != BC_JSON_FALSE)
		broken(ctx, v);
	else if (v)
		*out = v->kind == BC_JSON_TRUE;
}

static void get_text(struct bc_ctx *ctx, const struct bc_json *v, struct bc_str *out)
{
	if (v && v->kind != BC_JSON_STRING)
		broken(ctx, v);
	else if (v)
		*out = v->text;
}

/* Which of the words a text is, as an index; *out is left alone otherwise. */
static void get_word(struct bc_ctx *ctx, const struct bc_json *v, const char *const *words,
		     int *out)
{
	if (!v)
		return;
	for (int i = 0; words[i] && v->kind == BC_JSON_STRING; i++) {
		if (bc_str_is(v->text, words[i])) {
			*out = i;
			return;
		}
	}
	broken(ctx, v);
}

/* The elements of an array of exactly `n`; false when it is none. */
static bool get_array(struct bc_ctx *ctx, const struct bc_json *v, size_t n,
		      const struct bc_json **out)
{
	if (!v)
		return false;
	if (v->kind != BC_JSON_ARRAY || v->count != n) {
		broken(ctx, v);
		return false;
	}
	size_t i = 0;
	for (const struct bc_json *e = v->first; e; e = e->next)
		out[i++] = e;
	return true;
}

typedef void get_len(struct bc_ctx *ctx, const struct bc_json *v, bc_len *out);

static void get_range(struct bc_ctx *ctx, const struct bc_json *v, get_len *get,
		      struct bc_range *out)
{
	const struct bc_json *e[3];
	if (!get_array(ctx, v, 3, e))
		return;
	get(ctx, e[0], &out->min);
	get(ctx, e[1], &out->max);
	get(ctx, e[2], &out->use);
	if (out->use < out->min || out->use > out->max)
		broken(ctx, v);
}

static void get_shares(struct bc_ctx *ctx, const struct bc_json *v, int32_t *min, int32_t *max,
		       int32_t *use)
{
	const struct bc_json *e[3];
	if (!get_array(ctx, v, 3, e))
		return;
	get_share(ctx, e[0], min);
	get_share(ctx, e[1], max);
	get_share(ctx, e[2], use);
	if (*use < *min || *use > *max)
		broken(ctx, v);
}

static const struct bc_json *member(const struct bc_json *object, const char *key)
{
	return bc_json_get(object, bc_str_of(key));
}

static void fill_element(struct bc_ctx *ctx, const struct bc_json *v, struct bc_element *e)
{
	static const char *const standings[] = {"regulated", "practice", "unconfirmed", NULL};
	int standing = (int)e->standing;
	e->present = true;
	get_range(ctx, member(v, "size"), get_pt, &e->size);
	get_bool(ctx, member(v, "bold"), &e->bold);
	get_bool(ctx, member(v, "italic"), &e->italic);
	get_bool(ctx, member(v, "underline"), &e->underline);
	get_bool(ctx, member(v, "caps"), &e->caps);
	get_bool(ctx, member(v, "red"), &e->red);
	get_bool(ctx, member(v, "own_line"), &e->own_line);
	get_bool(ctx, member(v, "centered"), &e->centered);
	get_text(ctx, member(v, "text"), &e->text);
	get_text(ctx, member(v, "joint"), &e->joint);
	get_text(ctx, member(v, "end"), &e->end);
	get_text(ctx, member(v, "last"), &e->last);
	get_shares(ctx, member(v, "rule"), &e->rule_min, &e->rule_max, &e->rule);
	get_mm(ctx, member(v, "box_height_mm"), &e->box_height);
	get_pt(ctx, member(v, "before_pt"), &e->before);
	get_text(ctx, member(v, "clause"), &e->clause);
	get_word(ctx, member(v, "standing"), standings, &standing);
	e->standing = (enum bc_standing)standing;
}

const char *bc_element_name(enum bc_element_id id)
{
	static const char *const names[] = {
#define BC_ELEMENT(id, name) name,
		BC_ELEMENTS(BC_ELEMENT)
#undef BC_ELEMENT
	};
	return names[id];
}

static void fill_elements(struct bc_ctx *ctx, const struct bc_json *elements,
			  struct bc_profile *profile)
{
	for (const struct bc_json *v = elements ? elements->first : NULL; v; v = v->next) {
		int id = 0;
		while (id < BC_EL_COUNT &&
		       !bc_str_is(v->path.key, bc_element_name((enum bc_element_id)id)))
			id++;
		if (id == BC_EL_COUNT)
			broken(ctx, v);
		else
			fill_element(ctx, v, &profile->elements[id]);
	}
}

static void fill_page(struct bc_ctx *ctx, const struct bc_json *data, struct bc_profile *p)
{
	const struct bc_json *paper[2];
	const struct bc_json *margins = member(data, "margins_mm");
	if (get_array(ctx, member(data, "paper_mm"), 2, paper)) {
		get_mm(ctx, paper[0], &p->paper_width);
		get_mm(ctx, paper[1], &p->paper_height);
	}
	if (margins) {
		get_range(ctx, member(margins, "top"), get_mm, &p->top);
		get_range(ctx, member(margins, "bottom"), get_mm, &p->bottom);
		get_range(ctx, member(margins, "left"), get_mm, &p->left);
		get_range(ctx, member(margins, "right"), get_mm, &p->right);
	}
	get_mm(ctx, member(data, "number_top_mm"), &p->number_top);
	get_mm(ctx, member(data, "head_top_mm"), &p->head_top);
}

static void fill_body(struct bc_ctx *ctx, const struct bc_json *v, struct bc_body_rule *body)
{
	if (!v)
		return;
	get_range(ctx, member(v, "indent_mm"), get_mm, &body->indent);
	get_range(ctx, member(v, "gap_pt"), get_pt, &body->gap);
	get_range(ctx, member(v, "line_pt"), get_pt, &body->line);
	get_shares(ctx, member(v, "line_multiple"), &body->multiple_min, &body->multiple_max,
		   &body->multiple);
	get_text(ctx, member(v, "end_mark"), &body->end_mark);
	get_text(ctx, member(v, "appendix_end_mark"), &body->appendix_end_mark);
}

static void fill_levels(struct bc_ctx *ctx, const struct bc_json *v, struct bc_profile *p)
{
	if (!v)
		return;
	p->n_levels = 0;
	for (const struct bc_json *e = v->first; e; e = e->next) {
		if (p->n_levels == BC_PROFILE_LEVELS) {
			broken(ctx, e);
			return;
		}
		get_text(ctx, e, &p->levels[p->n_levels++]);
	}
}

static void fill_usage(struct bc_ctx *ctx, const struct bc_json *data, struct bc_usage *out)
{
	static const char *const tens[] = {"linh", "lẻ", NULL};
	static const char *const thousands[] = {"nghìn", "ngàn", NULL};
	static const char *const counts[] = {"padded", "plain", NULL};
	int le = out->le, ngan = out->ngan, plain = out->plain;
	get_word(ctx, member(data, "tens_zero"), tens, &le);
	get_word(ctx, member(data, "thousand"), thousands, &ngan);
	get_word(ctx, member(data, "small_counts"), counts, &plain);
	*out = (struct bc_usage){le != 0, ngan != 0, plain != 0};
}

static void fill_words(struct bc_ctx *ctx, const struct bc_json *data, struct bc_profile *p)
{
	static const char *const initials[] = {"upper", "lower", NULL};
	static const char *const numerals[] = {"arabic", "roman", NULL};
	static const char *const pages[] = {"continue", "restart", NULL};
	static const char *const contacts[] = {"first", "last", NULL};
	int lower = p->subject_lower, roman = p->appendix_roman, restart = p->appendix_restart;
	int contact = (int)p->contact_page;
	get_text(ctx, member(data, "roman_mark"), &p->roman_mark);
	get_text(ctx, member(data, "same_as_above"), &p->same_as_above);
	fill_usage(ctx, data, &p->usage);
	get_word(ctx, member(data, "subject_initial"), initials, &lower);
	get_word(ctx, member(data, "appendix_numerals"), numerals, &roman);
	get_word(ctx, member(data, "appendix_pages"), pages, &restart);
	get_word(ctx, member(data, "contact_page"), contacts, &contact);
	p->subject_lower = lower != 0;
	p->appendix_roman = roman != 0;
	p->appendix_restart = restart != 0;
	p->contact_page = (enum bc_contact_page)contact;
}

static void fill_marks(struct bc_ctx *ctx, const struct bc_json *v, struct bc_profile *p)
{
	const struct bc_json *marks[3], *pair[2];
	if (!get_array(ctx, v, 3, marks))
		return;
	for (int i = 0; i < 3; i++) {
		if (!get_array(ctx, marks[i], 2, pair))
			return;
		get_text(ctx, pair[0], &p->urgency[i].text);
		get_mm(ctx, pair[1], &p->urgency[i].width);
	}
}

static void fill_signing(struct bc_ctx *ctx, const struct bc_json *v, struct bc_signing_rule *s)
{
	if (!v)
		return;
	get_mm(ctx, member(v, "image_width_mm"), &s->image_width);
	get_mm(ctx, member(v, "seal_mm"), &s->seal);
	get_share(ctx, member(v, "overlap"), &s->overlap);
	get_bool(ctx, member(v, "secret"), &s->secret);
}

static void fill_measures(struct bc_ctx *ctx, const struct bc_json *data, struct bc_profile *p)
{
	const struct bc_json *masthead[2];
	const struct bc_json *rule = member(data, "rule"), *table = member(data, "table");
	if (get_array(ctx, member(data, "masthead_mm"), 2, masthead)) {
		get_mm(ctx, masthead[0], &p->left_width);
		get_mm(ctx, masthead[1], &p->right_width);
	}
	get_mm(ctx, member(data, "sign_width_mm"), &p->sign_width);
	get_mm(ctx, member(data, "sign_room_mm"), &p->sign_room);
	get_mm(ctx, member(data, "secrecy_room_mm"), &p->secrecy_room);
	if (rule) {
		get_pt(ctx, member(rule, "gap_pt"), &p->rule_gap);
		get_pt(ctx, member(rule, "weight_pt"), &p->rule_weight);
	}
	if (table) {
		get_pt(ctx, member(table, "border_pt"), &p->table_border);
		get_pt(ctx, member(table, "pad_x_pt"), &p->cell_pad_x);
		get_pt(ctx, member(table, "pad_y_pt"), &p->cell_pad_y);
	}
}

bool bc_profile_fill(struct bc_ctx *ctx, const struct bc_json *data, struct bc_profile *profile)
{
	size_t errors = ctx->findings->count[BC_ERROR];
	get_text(ctx, member(data, "id"), &profile->id);
	fill_page(ctx, data, profile);
	fill_body(ctx, member(data, "body"), &profile->body);
	fill_elements(ctx, member(data, "elements"), profile);
	fill_levels(ctx, member(data, "levels"), profile);
	fill_words(ctx, data, profile);
	fill_marks(ctx, member(data, "urgency_marks"), profile);
	fill_measures(ctx, data, profile);
	fill_signing(ctx, member(data, "digital_signature"), &profile->signing);
	return ctx->findings->count[BC_ERROR] == errors;
}
