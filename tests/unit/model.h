/*
 * For tests of model/: a report read from JSON text, and the codes that were found.
 *
 * main() does the setjmp, so that its frame lives as long as the tests do.
 */
#ifndef BC_TESTS_UNIT_MODEL_H
#define BC_TESTS_UNIT_MODEL_H

#include "each.h"

#include "model/report.h"
#include "json/json.h"

#include <string.h>

/* Single quotes in `json` stand for double ones. */
static inline struct bc_report *read_report(const char *json)
{
	struct bc_buf text = bc_buf_in(&fx.arena);
	for (const char *p = json; *p; p++)
		bc_buf_putc(&text, *p == '\'' ? '"' : *p);
	*bc_buf_reserve(&text, 1) = '\0';
	struct bc_source *source = bc_new(&fx.arena, struct bc_source);
	*source = (struct bc_source){.name = BC_STR("r.json"), .text = bc_buf_str(&text)};
	const struct bc_json *data = bc_json_parse(&fx.ctx, source);
	assert_non_null(data);
	return bc_report_read(&fx.ctx, data);
}

#define HEAD                                                                                    \
	"{'baocao': 1, 'organization': {'kind': 'party', 'name': 'ĐẢNG ỦY XÃ TÂN AN'}, " \
	"'document': {'symbol': 'BC/ĐU', 'place': 'Tân An', 'date': '2026-11-21', "           \
	"'subject': 'kết quả'}, 'signatures': [{'lines': ['BÍ THƯ']}]"

/* A report with HEAD and `members`. */
static inline struct bc_report *read_with(const char *members)
{
	struct bc_buf text = bc_buf_in(&fx.arena);
	bc_buf_puts(&text, HEAD ", ");
	bc_buf_puts(&text, members);
	bc_buf_puts(&text, "}");
	return read_report(bc_str_z(&fx.arena, bc_buf_str(&text)));
}

static inline void assert_str(struct bc_str s, const char *expected)
{
	assert_string_equal(bc_str_z(&fx.arena, s), expected);
}

/* The codes of all findings so far, in order, apart by spaces. */
static inline void assert_codes(const char *expected)
{
	struct bc_buf codes = bc_buf_in(&fx.arena);
	for (const struct bc_finding *f = fx.findings.first; f; f = f->next) {
		bc_buf_puts(&codes, codes.n ? " " : "");
		bc_buf_puts(&codes, bc_diag_text(f->diag)->code);
	}
	assert_str(bc_buf_str(&codes), expected);
}

/* The number `n` of the findings, from 0. */
static inline const struct bc_finding *finding(size_t n)
{
	const struct bc_finding *f = fx.findings.first;
	while (f && n--)
		f = f->next;
	assert_non_null(f);
	return f;
}

static inline void assert_pointer(size_t n, const char *expected)
{
	struct bc_buf pointer = bc_buf_in(&fx.arena);
	bc_path_print(&pointer, finding(n)->place.path);
	assert_str(bc_buf_str(&pointer), expected);
}

/* The bytes of the input that a finding points at. */
static inline void assert_points_at(size_t n, const char *expected)
{
	const struct bc_place *p = &finding(n)->place;
	assert_str(bc_str_cut(p->source->text, p->begin, p->end), expected);
}

static inline void assert_message(size_t n, const char *expected)
{
	struct bc_buf text = bc_buf_in(&fx.arena);
	bc_finding_message(&text, finding(n), BC_VI);
	assert_str(bc_buf_str(&text), expected);
}

static inline void assert_hint(size_t n, const char *expected)
{
	struct bc_buf text = bc_buf_in(&fx.arena);
	bc_finding_hint(&text, finding(n), BC_VI);
	assert_str(bc_buf_str(&text), expected);
}

#endif
