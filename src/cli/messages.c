/* Three renderings of one finding; the human one shows the line of the file. */
#include "cli/messages.h"

#include "batch/ndjson.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
	EXCERPT = 76
}; /* characters shown of a long line */

static const char *const severities[2][3] = {
	[BAOCAO_VI] = {"lưu ý", "cảnh báo", "lỗi"},
	[BAOCAO_EN] = {"note", "warning", "error"},
};

static bool colored(void)
{
	return isatty(STDERR_FILENO) && !getenv("NO_COLOR");
}

/* One character of UTF-8 and how many cells of a terminal it takes: marks take none. */
static size_t character(const char *p, unsigned *cells)
{
	unsigned char c = (unsigned char)*p;
	size_t n = c < 0x80 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
	for (size_t i = 1; i < n; i++) {
		if (((unsigned char)p[i] & 0xC0) != 0x80)
			n = i;
	}
	/* U+0300..U+036F: CC 80 .. CD AF */
	bool mark = n == 2 && (c == 0xCC || (c == 0xCD && (unsigned char)p[1] <= 0xAF));
	*cells = mark ? 0 : 1;
	return n;
}

/* Control characters and bytes that are no UTF-8 must not reach the terminal. */
static void put_character(FILE *out, const char *p, size_t n)
{
	unsigned char c = (unsigned char)*p;
	bool control =
		c < 0x20 || c == 0x7F || (c == 0xC2 && n == 2 && (unsigned char)p[1] < 0xA0);
	if (control)
		fputc(' ', out);
	else if (n == 1 && c >= 0x80)
		fputc('?', out);
	else
		fwrite(p, 1, n, out);
}

static void put_text(FILE *out, const char *s)
{
	unsigned cells;
	for (size_t n; *s; s += n) {
		n = character(s, &cells);
		put_character(out, s, n);
	}
}

/* Text that may hold the user's own, between two constants. */
static void put_line(FILE *out, const char *before, const char *s, const char *behind)
{
	fputs(before, out);
	put_text(out, s);
	fputs(behind, out);
}

/* The line around the finding, and carets under it. */
static void print_excerpt(FILE *out, const struct baocao_place *place)
{
	unsigned first = place->column > EXCERPT / 2 ? place->column - EXCERPT / 2 : 1;
	unsigned end = place->end_line == place->line ? place->end_column : first + EXCERPT;
	unsigned column = place->excerpt_column, cells, before = 0, under = 0;
	fprintf(out, "%5u | ", place->line);
	for (const char *p = place->excerpt; *p && column < first + EXCERPT; column++) {
		size_t n = character(p, &cells);
		if (column >= first)
			put_character(out, p, n);
		if (column >= first && column < place->column)
			before += cells;
		else if (column >= place->column && column < end)
			under += cells;
		p += n;
	}
	fprintf(out, "\n      | %*s", (int)before, "");
	for (unsigned i = 0; i < under || i == 0; i++)
		fputc('^', out);
	fputc('\n', out);
}

static void print_where(FILE *out, const struct baocao_place *place)
{
	put_text(out, place->file);
	if (place->line)
		fprintf(out, ":%u:%u", place->line, place->column);
}

static void print_human(const struct cli_args *args, FILE *out, const struct baocao_finding *f)
{
	static const char *const colors[] = {"\033[36m", "\033[33m", "\033[31m"};
	bool color = colored();
	fprintf(out, "%s%s[%s]%s: ", color ? colors[f->severity] : "",
		severities[args->lang][f->severity], f->code, color ? "\033[0m" : "");
	put_line(out, "", f->message[args->lang], "\n");
	if (f->place.file) {
		fputs("  --> ", out);
		print_where(out, &f->place);
		if (f->place.pointer[0])
			put_line(out, "  (", f->place.pointer, ")");
		fputc('\n', out);
		if (f->place.line)
			print_excerpt(out, &f->place);
	}
	if (f->related.file) {
		fprintf(out, "  %s ", args->lang == BAOCAO_EN ? "see also" : "xem thêm");
		print_where(out, &f->related);
		fputc('\n', out);
		if (f->related.line)
			print_excerpt(out, &f->related);
	}
	if (f->hint[args->lang][0])
		put_line(out, args->lang == BAOCAO_EN ? "  = hint: " : "  = gợi ý: ",
			 f->hint[args->lang], "\n");
	fputc('\n', out);
}

static void print_short(const struct cli_args *args, FILE *out, const struct baocao_finding *f)
{
	if (f->place.file) {
		print_where(out, &f->place);
		fputs(": ", out);
	}
	fprintf(out, "%s %s: ", severities[BAOCAO_EN][f->severity], f->code);
	if (f->place.file && f->place.pointer[0])
		put_line(out, "", f->place.pointer, ": ");
	put_line(out, "", f->message[args->lang], "\n");
	if (f->hint[args->lang][0])
		put_line(out, "    ", f->hint[args->lang], "\n");
}

/* check --template asks which of its headings stay empty; verify's answers are notes, too. */
static bool is_asked_for(const struct cli_args *args, const struct baocao_finding *f)
{
	if (args->command == CLI_VERIFY)
		return true;
	return args->command == CLI_CHECK && args->template && strcmp(f->code, "T016") == 0;
}

void cli_finding_print(const struct cli_args *args, const struct baocao_finding *f, FILE *out)
{
	if (args->diagnostics == CLI_JSON) {
		bc_ndjson_finding(out, "", f);
		fputc('\n', out);
	} else if (f->severity == BAOCAO_NOTE && !args->verbose && !is_asked_for(args, f)) {
		return;
	} else if (args->diagnostics == CLI_SHORT) {
		print_short(args, out, f);
	} else {
		print_human(args, out, f);
	}
}

void cli_findings_print(const struct cli_args *args, struct baocao_result *result,
			struct cli_totals *totals)
{
	size_t dropped;
	size_t n = baocao_result_findings(result, &dropped);
	for (size_t i = 0; i < n; i++) {
		const struct baocao_finding *f = baocao_result_finding(result, i);
		totals->count[f->severity]++;
		cli_finding_print(args, f, stderr);
	}
	totals->dropped += dropped;
}

void cli_summary_print(const struct cli_args *args, const struct cli_totals *totals)
{
	const char *const *names = severities[args->lang];
	size_t errors = totals->count[BAOCAO_ERROR], warnings = totals->count[BAOCAO_WARNING];
	if (args->diagnostics == CLI_JSON) {
		fprintf(stderr,
			"{\"schema\":1,\"summary\":{\"errors\":%zu,\"warnings\":%zu,\"notes\":%"
			"zu,"
			"\"dropped\":%zu}}\n",
			errors, warnings, totals->count[BAOCAO_NOTE], totals->dropped);
		return;
	}
	if (args->diagnostics == CLI_SHORT || errors + warnings == 0)
		return;
	fprintf(stderr, "%zu %s, %zu %s", errors, names[BAOCAO_ERROR], warnings,
		names[BAOCAO_WARNING]);
	if (totals->dropped)
		fprintf(stderr, args->lang == BAOCAO_EN ? "; %zu more" : "; còn %zu mục nữa",
			totals->dropped);
	if (errors && args->command == CLI_RENDER)
		fputs(args->lang == BAOCAO_EN ? "; nothing was written" : "; chưa ghi tệp nào",
		      stderr);
	fputc('\n', stderr);
}
