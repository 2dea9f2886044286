/* A pattern is a list of literal texts, each with a way into the data behind it. */
#include "model/file_name.h"

#include "text/nfc.h"
#include "text/viet.h"
#include "json/pluck.h"

enum {
	MAX_PARTS = 16,
	MAX_KEYS = 8,
	MAX_NAME = 255, /* bytes: ext4, NTFS and exFAT count differently, none takes more */
};

struct part {
	struct bc_str literal;
	struct bc_str way; /* as written, without braces; empty: none */
	struct bc_str keys[MAX_KEYS];
	size_t n_keys;
};

struct bc_name_pattern {
	struct part parts[MAX_PARTS];
	size_t n;
};

static struct bc_str trimmed(struct bc_str s)
{
	while (s.n && s.p[0] == ' ')
		s = bc_str_cut(s, 1, s.n);
	while (s.n && s.p[s.n - 1] == ' ')
		s.n--;
	return s;
}

static bool read_way(struct part *part)
{
	struct bc_str rest = part->way;
	for (;;) {
		size_t dot = bc_str_find(rest, 0, BC_STR("."));
		struct bc_str key = bc_str_cut(rest, 0, dot);
		if (part->n_keys == MAX_KEYS || !bc_str_is_name(key))
			return false;
		part->keys[part->n_keys++] = key;
		if (dot == rest.n)
			return true;
		rest = bc_str_cut(rest, dot + 1, rest.n);
	}
}

/* Why a text cannot be part of a file's name; empty when it can. */
static struct bc_str bad_sign(struct bc_str s)
{
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		if (c < 0x20 || c == 0x7F)
			return BC_BOTH("có ký tự điều khiển", "it holds a control character");
		if (strchr("/\\:*?\"<>|", c))
			return BC_BOTH("có một trong các dấu / \\ : * ? \" < > |",
				       "it holds one of / \\ : * ? \" < > |");
	}
	return (struct bc_str){0};
}

static bool ends_in_pdf(struct bc_str s)
{
	return s.n >= 4 && bc_str_eq(bc_str_cut(s, s.n - 4, s.n), BC_STR(".pdf"));
}

static const struct bc_name_pattern *wrong(struct bc_ctx *ctx, struct bc_str text,
					   struct bc_str part, struct bc_str why)
{
	struct bc_source *source = bc_new(ctx->arena, struct bc_source);
	*source = (struct bc_source){.name = BC_STR("--name"), .text = text};
	uint32_t at = (uint32_t)(part.p - text.p);
	struct bc_place place = {.source = source, .begin = at, .end = at + (uint32_t)part.n};
	BC_REPORT1(ctx->findings, BATCH_PATTERN, place, why);
	return NULL;
}

/* The part with which *rest begins; *rest moves behind it.  Else why *bad is none. */
static struct bc_str read_part(struct bc_str *rest, struct part *part, struct bc_str *bad)
{
	size_t open = bc_str_find(*rest, 0, BC_STR("{{"));
	size_t close = bc_str_find(*rest, 0, BC_STR("}}"));
	*bad = part->literal = bc_str_cut(*rest, 0, open);
	struct bc_str why = bad_sign(part->literal);
	if (why.n)
		return why;
	if (open == rest->n && close == rest->n) {
		rest->n = 0;
		return why;
	}
	*bad = bc_str_cut(*rest, open < close ? open : close, rest->n);
	if (close < open || close == rest->n)
		return BC_BOTH("{{ và }} không đi đôi", "{{ and }} do not match");
	*bad = bc_str_cut(*rest, open, close + 2);
	part->way = trimmed(bc_str_cut(*rest, open + 2, close));
	if (!read_way(part))
		return BC_BOTH("giữa {{ và }} phải là tên các mục, nối bằng dấu chấm",
			       "between {{ and }} stand names of members, parted by points");
	*rest = bc_str_cut(*rest, close + 2, rest->n);
	return why;
}

const struct bc_name_pattern *bc_name_pattern_read(struct bc_ctx *ctx, struct bc_str text)
{
	struct bc_name_pattern *pattern = bc_new(ctx->arena, struct bc_name_pattern);
	struct bc_str rest = text;
	if (!ends_in_pdf(text))
		return wrong(ctx, text, bc_str_cut(text, text.n, text.n),
			     BC_BOTH("phải kết thúc bằng .pdf", "it must end in .pdf"));
	for (; rest.n; pattern->n++) {
		struct bc_str bad, why;
		if (pattern->n == MAX_PARTS)
			return wrong(ctx, text, rest, BC_BOTH("quá dài", "it is too long"));
		why = read_part(&rest, &pattern->parts[pattern->n], &bad);
		if (why.n)
			return wrong(ctx, text, bad, why);
	}
	return pattern;
}

/* CON, NUL, COM1 ... name devices in Windows, with whatever ending. */
static bool is_device(struct bc_str name)
{
	static const struct {
		char name[4];
		bool numbered;
	} devices[] = {{"con", false}, {"prn", false}, {"aux", false},
		       {"nul", false}, {"com", true},  {"lpt", true}};
	struct bc_str stem = trimmed(bc_str_cut(name, 0, bc_str_find(name, 0, BC_STR("."))));
	bool numbered = stem.n == 4 && stem.p[3] >= '1' && stem.p[3] <= '9';
	for (size_t i = 0; i < sizeof devices / sizeof devices[0]; i++) {
		struct bc_str device = bc_str_of(devices[i].name);
		if (stem.n == (devices[i].numbered ? 4 : 3) &&
		    numbered == devices[i].numbered &&
		    bc_compare_no_case(bc_str_cut(stem, 0, 3), device) == 0)
			return true;
	}
	return false;
}

static struct bc_str illegal(struct bc_str name)
{
	struct bc_str why = bad_sign(name);
	if (why.n)
		return why;
	if (name.p[0] == '.' || name.p[0] == ' ' || name.p[0] == '-')
		return BC_BOTH("bắt đầu bằng dấu chấm, dấu cách hoặc dấu gạch",
			       "it begins with a point, a space or a dash");
	if (name.n > MAX_NAME)
		return BC_BOTH("dài quá 255 byte", "it is longer than 255 bytes");
	if (is_device(name))
		return BC_BOTH("Windows dùng tên này cho thiết bị",
			       "Windows keeps this name for a device");
	return (struct bc_str){0};
}

/* The text of the value at a part's way, or NULL. */
static const struct bc_json *look_up(const struct part *part, const struct bc_json *report)
{
	const struct bc_json *v = report;
	for (size_t i = 0; v && i < part->n_keys; i++)
		v = bc_json_get(v, part->keys[i]);
	bool text = v && (v->kind == BC_JSON_STRING || v->kind == BC_JSON_NUMBER);
	return text && v->text.n ? v : NULL;
}

struct bc_str bc_file_name(struct bc_ctx *ctx, const struct bc_name_pattern *pattern,
			   const struct bc_json *report)
{
	struct bc_buf name = bc_buf_in(ctx->arena);
	struct bc_place place = report->place;
	for (size_t i = 0; i < pattern->n; i++) {
		const struct part *part = &pattern->parts[i];
		bc_buf_add(&name, part->literal);
		if (!part->way.n)
			continue;
		const struct bc_json *value = look_up(part, report);
		if (!value) {
			struct bc_place start = report->place;
			start.end = start.begin + 1;
			BC_REPORT1(ctx->findings, BATCH_NO_NAME, start, part->way);
			return (struct bc_str){0};
		}
		place = value->place;
		bc_buf_add(&name, value->text);
	}
	struct bc_str composed = bc_nfc(ctx->arena, bc_buf_str(&name));
	struct bc_str why = illegal(composed);
	if (!why.n)
		return composed;
	BC_REPORT2(ctx->findings, BATCH_NAME_ILLEGAL, place, composed, why);
	return (struct bc_str){0};
}

struct bc_str bc_file_name_plucked(struct bc_ctx *ctx, const struct bc_name_pattern *pattern,
				   struct bc_str report)
{
	struct bc_buf name = bc_buf_in(ctx->arena);
	for (size_t i = 0; i < pattern->n; i++) {
		const struct part *part = &pattern->parts[i];
		struct bc_str value;
		bc_buf_add(&name, part->literal);
		if (!part->way.n)
			continue;
		if (!bc_json_pluck(report, part->keys, part->n_keys, &value) || !value.n)
			return (struct bc_str){0};
		bc_buf_add(&name, value);
	}
	struct bc_str composed = bc_nfc(ctx->arena, bc_buf_str(&name));
	return illegal(composed).n ? (struct bc_str){0} : composed;
}
