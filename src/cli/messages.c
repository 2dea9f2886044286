/* Three renderings of one finding; the human one shows the line of the file. */
#include "cli/messages.h"

#include <stdio.h>
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
static void put_character(const char *p, size_t n)
{
	unsigned char c = (unsigned char)*p;
	bool control =
		c < 0x20 || c == 0x7F || (c == 0xC2 && n == 2 && (unsigned char)p[1] < 0xA0);
	if (control)
		fputc(' ', stderr);
	else if (n == 1 && c >= 0x80)
		fputc('?', stderr);
	else
		fwrite(p, 1, n, stderr);
}

static void put_text(const char *s)
{
	unsigned cells;
	for (size_t n; *s; s += n) {
		n = character(s, &cells);
		put_character(s, n);
	}
}

/* Text that may hold the user's own, between two constants. */
static void put_line(const char *before, const char *s, const char *behind)
{
	fputs(before, stderr);
	put_text(s);
	fputs(behind, stderr);
}

/* The line around the finding, and carets under it. */
static void print_excerpt(const struct baocao_place *place)
{
	unsigned first = place->column > EXCERPT / 2 ? place->column - EXCERPT / 2 : 1;
	unsigned end = place->end_line == place->line ? place->end_column : first + EXCERPT;
	unsigned column = 1, cells, before = 0, under = 0;
	fprintf(stderr, "%5u | ", place->line);
	for (const char *p = place->excerpt; *p && column < first + EXCERPT; column++) {
		size_t n = character(p, &cells);
		if (column >= first)
			put_character(p, n);
		if (column >= first && column < place->column)
			before += cells;
		else if (column >= place->column && column < end)
			under += cells;
		p += n;
	}
	fprintf(stderr, "\n      | %*s", (int)before, "");
	for (unsigned i = 0; i < under || i == 0; i++)
		fputc('^', stderr);
	fputc('\n', stderr);
}

static void print_where(const struct baocao_place *place)
{
	put_text(place->file);
	if (place->line)
		fprintf(stderr, ":%u:%u", place->line, place->column);
}

static void print_human(const struct cli_args *args, const struct baocao_finding *f)
{
	static const char *const colors[] = {"\033[36m", "\033[33m", "\033[31m"};
	bool color = colored();
	fprintf(stderr, "%s%s[%s]%s: ", color ? colors[f->severity] : "",
		severities[args->lang][f->severity], f->code, color ? "\033[0m" : "");
	put_line("", f->message[args->lang], "\n");
	if (f->place.file) {
		fputs("  --> ", stderr);
		print_where(&f->place);
		if (f->place.pointer[0])
			put_line("  (", f->place.pointer, ")");
		fputc('\n', stderr);
		if (f->place.line)
			print_excerpt(&f->place);
	}
	if (f->related.file) {
		fprintf(stderr, "  %s ", args->lang == BAOCAO_EN ? "see also" : "xem thêm");
		print_where(&f->related);
		fputc('\n', stderr);
		if (f->related.line)
			print_excerpt(&f->related);
	}
	if (f->hint[args->lang][0])
		put_line(args->lang == BAOCAO_EN ? "  = hint: " : "  = gợi ý: ",
			 f->hint[args->lang], "\n");
	fputc('\n', stderr);
}

static void print_short(const struct cli_args *args, const struct baocao_finding *f)
{
	if (f->place.file) {
		print_where(&f->place);
		fputs(": ", stderr);
	}
	fprintf(stderr, "%s %s: ", severities[BAOCAO_EN][f->severity], f->code);
	if (f->place.file && f->place.pointer[0])
		put_line("", f->place.pointer, ": ");
	put_line("", f->message[args->lang], "\n");
	if (f->hint[args->lang][0])
		put_line("    ", f->hint[args->lang], "\n");
}

static void put_json(const char *s)
{
	fputc('"', stderr);
	for (; *s; s++) {
		unsigned char c = (unsigned char)*s;
		if (c == '"' || c == '\\')
			fprintf(stderr, "\\%c", c);
		else if (c < 0x20 || c == 0x7F)
			fprintf(stderr, "\\u%04x", c);
		else
			fputc(c, stderr);
	}
	fputc('"', stderr);
}

static void put_member(const char *name, const char *value)
{
	fprintf(stderr, ",\"%s\":", name);
	put_json(value);
}

static void put_place(const char *name, const struct baocao_place *place)
{
	if (!place->file)
		return;
	fprintf(stderr, ",\"%s\":{\"file\":", name);
	put_json(place->file);
	if (place->line)
		fprintf(stderr, ",\"line\":%u,\"column\":%u,\"end_line\":%u,\"end_column\":%u",
			place->line, place->column, place->end_line, place->end_column);
	put_member("pointer", place->pointer);
	fputc('}', stderr);
}

static void print_json(const struct baocao_finding *f)
{
	fprintf(stderr, "{\"schema\":1,\"code\":\"%s\",\"severity\":\"%s\"", f->code,
		severities[BAOCAO_EN][f->severity]);
	put_place("place", &f->place);
	put_place("related", &f->related);
	put_member("message_vi", f->message[BAOCAO_VI]);
	put_member("message_en", f->message[BAOCAO_EN]);
	put_member("hint_vi", f->hint[BAOCAO_VI]);
	put_member("hint_en", f->hint[BAOCAO_EN]);
	fputs("}\n", stderr);
}

void cli_findings_print(const struct cli_args *args, struct baocao_result *result,
			struct cli_totals *totals)
{
	size_t dropped;
	size_t n = baocao_result_findings(result, &dropped);
	for (size_t i = 0; i < n; i++) {
		const struct baocao_finding *f = baocao_result_finding(result, i);
		totals->count[f->severity]++;
		if (args->diagnostics == CLI_JSON)
			print_json(f);
		else if (f->severity == BAOCAO_NOTE && !args->verbose)
			continue;
		else if (args->diagnostics == CLI_SHORT)
			print_short(args, f);
		else
			print_human(args, f);
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
