/* The table of diagnostics and the list of findings. */
#include "base/diag.h"

#include "base/limits.h"

enum {
	LONGEST_ARGUMENT = 400, /* bytes of an argument that a finding keeps */
};

static const struct bc_diag_text texts[] = {
#define BC_DIAG(id, code, severity, trouble, en, vi, hint_en, hint_vi) \
	{code, severity, trouble, {vi, en}, {hint_vi, hint_en}},
#include "base/diag.def"
#undef BC_DIAG
};

const struct bc_diag_text *bc_diag_text(enum bc_diag diag)
{
	return &texts[diag];
}

enum bc_diag bc_diag_by_code(struct bc_str code)
{
	for (int i = 0; i < BC_DIAG_COUNT; i++) {
		if (bc_str_is(code, texts[i].code))
			return (enum bc_diag)i;
	}
	return BC_DIAG_COUNT;
}

void bc_findings_init(struct bc_findings *f, struct bc_arena *arena)
{
	*f = (struct bc_findings){.arena = arena};
	f->last = &f->first;
}

static enum bc_severity severity_here(const struct bc_findings *f, const struct bc_diag_text *t)
{
	if (f->draft && t->severity == BC_ERROR && t->trouble == BC_DATA)
		return BC_WARNING;
	return t->severity;
}

/* A copy that is short enough to be read: a message quotes, it does not repeat a chapter. */
static struct bc_str shortened(struct bc_arena *a, struct bc_str arg)
{
	struct bc_buf out = bc_buf_in(a);
	size_t n = LONGEST_ARGUMENT;
	if (arg.n <= n)
		return bc_str_dup(a, arg);
	while (n > 0 && ((unsigned char)arg.p[n] & 0xC0) == 0x80)
		n--;
	bc_buf_add(&out, bc_str_cut(arg, 0, n));
	bc_buf_puts(&out, "…");
	return bc_buf_str(&out);
}

struct bc_finding *bc_report(struct bc_findings *f, enum bc_diag diag, struct bc_place place,
			     struct bc_str arg0, struct bc_str arg1, struct bc_str arg2)
{
	const struct bc_diag_text *t = &texts[diag];
	enum bc_severity severity = severity_here(f, t);
	f->count[severity]++;
	f->system |= severity == BC_ERROR && t->trouble == BC_SYSTEM;
	/* a limit for each severity: a hundred warnings must not hide an error */
	if (f->count[severity] > BC_LIMIT_FINDINGS) {
		f->dropped++;
		return NULL;
	}
	struct bc_finding *finding = bc_new(f->arena, struct bc_finding);
	finding->diag = diag;
	finding->severity = severity;
	finding->place = place;
	finding->args[0] = shortened(f->arena, arg0);
	finding->args[1] = shortened(f->arena, arg1);
	finding->args[2] = shortened(f->arena, arg2);
	*f->last = finding;
	f->last = &finding->next;
	f->kept++;
	return finding;
}

/* The part of a BC_BOTH argument for `lang`; any other argument whole. */
static struct bc_str in_lang(struct bc_str arg, enum bc_lang lang)
{
	const char *split = arg.n ? memchr(arg.p, BC_BOTH_MARK[0], arg.n) : NULL;
	if (!split)
		return arg;
	size_t at = (size_t)(split - arg.p);
	return lang == BC_VI ? bc_str_cut(arg, 0, at) : bc_str_cut(arg, at + 1, arg.n);
}

static void expand(struct bc_buf *out, const char *text, const struct bc_str args[3],
		   enum bc_lang lang)
{
	for (const char *p = text; *p; p++) {
		if (p[0] == '{' && p[1] >= '0' && p[1] <= '2' && p[2] == '}') {
			bc_buf_add(out, in_lang(args[p[1] - '0'], lang));
			p += 2;
		} else {
			bc_buf_putc(out, *p);
		}
	}
}

void bc_finding_message(struct bc_buf *out, const struct bc_finding *f, enum bc_lang lang)
{
	expand(out, texts[f->diag].message[lang], f->args, lang);
}

void bc_finding_hint(struct bc_buf *out, const struct bc_finding *f, enum bc_lang lang)
{
	expand(out, texts[f->diag].hint[lang], f->args, lang);
}
