/*
 * Reports that are long in one way each: twice as long may take little more
 * than twice the time, and memory in proportion.
 *
 * An argument multiplies the lengths.  Too little time to be measured counts as
 * linear; a time that is too long is measured again before it counts.
 */
#include "baocao.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

static const double LINEAR = 2.5;   /* times as long for twice the work */
static const double NOTICED = 0.04; /* seconds */
static const double MIB_MAX = 900;  /* of the process, for each time the length */

static const char HEAD[] =
	"{\"baocao\": 1, \"organization\": {\"kind\": \"party\", \"name\": \"ĐẢNG ỦY XÃ\"}, "
	"\"document\": {\"symbol\": \"BC/ĐU\", \"place\": \"Tân An\", \"date\": "
	"\"2026-11-21\", "
	"\"subject\": \"kết quả\"}, \"signatures\": [{\"lines\": [\"BÍ THƯ\"], \"name\": "
	"\"A\"}], ";

static void repeat(FILE *f, const char *text, size_t n)
{
	while (n-- > 0)
		fputs(text, f);
}

static void long_paragraph(FILE *f, size_t n)
{
	fputs("\"sections\": [{\"title\": \"a\", \"blocks\": [\"", f);
	repeat(f, "kết quả ", n);
	fputs("x\"]}]}", f);
}

static void many_runs(FILE *f, size_t n)
{
	fputs("\"sections\": [{\"title\": \"a\", \"blocks\": [\"", f);
	repeat(f, "**đậm** *nghiêng* ", n / 4);
	fputs("x\"]}]}", f);
}

static void long_word(FILE *f, size_t n)
{
	fputs("\"sections\": [{\"title\": \"a\", \"blocks\": [\"", f);
	repeat(f, "nghiêng", n);
	fputs("\"]}]}", f);
}

static void many_paragraphs(FILE *f, size_t n)
{
	fputs("\"sections\": [{\"title\": \"a\", \"blocks\": [\"x\"", f);
	repeat(f, ", \"Một đoạn văn.\"", n / 4);
	fputs("]}]}", f);
}

static void many_headings(FILE *f, size_t n)
{
	fputs("\"sections\": [{\"title\": \"a\", \"blocks\": [\"x\"]}", f);
	repeat(f, ", {\"title\": \"Tiêu đề của một mục\", \"blocks\": [\"x\"]}", n / 12);
	fputs("]}", f);
}

static void table(FILE *f, size_t n, const char *row)
{
	fputs("\"sections\": [{\"title\": \"a\", \"blocks\": [{\"table\": \"t\"}]}], "
	      "\"tables\": "
	      "[{\"id\": \"t\", \"columns\": [{\"title\": \"a\"}, {\"title\": \"b\"}, "
	      "{\"title\": \"c\"}], \"rows\": [[1, 2, 3]",
	      f);
	repeat(f, row, n);
	fputs("]}]}", f);
}

static void many_rows(FILE *f, size_t n)
{
	table(f, n / 3, ", [\"Xã Tân An\", 12, \"một nội dung\"]");
}

static void many_merged_rows(FILE *f, size_t n)
{
	table(f, n / 3, ", [{\"value\": \"Xã Tân An\", \"colspan\": 2}, 12]");
}

static void many_deep_cells(FILE *f, size_t n)
{
	table(f, n / 9, ", [{\"value\": \"Xã\", \"rowspan\": 3}, 1, 2], [1, 2], [1, 2]");
}

static void many_unknown_keys(FILE *f, size_t n)
{
	for (size_t i = 0; i < n; i++)
		fprintf(f, "\"x_%zu\": 1, \"khóa %zu\": 1, ", i, i);
	fputs("\"results\": []}", f);
}

static double seconds(void)
{
	struct timespec t;
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

struct kind {
	const char *name;
	void (*write)(FILE *f, size_t n);
};

static double time_for(struct baocao *engine, const char *file, const struct kind *kind,
		       size_t n)
{
	FILE *f = fopen(file, "wb");
	if (!f)
		abort();
	fputs(HEAD, f);
	kind->write(f, n);
	if (fclose(f) != 0)
		abort();
	double begin = seconds();
	struct baocao_result *result =
		baocao_run(engine, &(struct baocao_job){.name = file, .output = BAOCAO_PDF});
	double spent = seconds() - begin;
	if (!result || baocao_result_status(result) == BAOCAO_SYSTEM)
		abort();
	baocao_result_free(result);
	return spent;
}

static bool is_linear(struct baocao *engine, const char *file, const struct kind *kind,
		      size_t n)
{
	double once = 0, twice = 0;
	for (int attempt = 0; attempt < 3; attempt++) {
		once = time_for(engine, file, kind, n);
		twice = time_for(engine, file, kind, 2 * n);
		if (twice < NOTICED || twice < LINEAR * once)
			break;
	}
	bool linear = twice < NOTICED || twice < LINEAR * once;
	printf("%s: %s, %.0f ms, twice as long %.0f ms\n", linear ? "linear" : "NOT LINEAR",
	       kind->name, once * 1e3, twice * 1e3);
	return linear;
}

int main(int argc, char **argv)
{
	static const struct kind kinds[] = {
		{"a long paragraph", long_paragraph},
		{"many runs", many_runs},
		{"a long word", long_word},
		{"many paragraphs", many_paragraphs},
		{"many headings", many_headings},
		{"many rows", many_rows},
		{"many rows with merged columns", many_merged_rows},
		{"many rows with merged rows", many_deep_cells},
		{"many unknown keys", many_unknown_keys},
	};
	char file[] = "/tmp/baocao-slow-XXXXXX";
	unsigned long times = argc > 1 ? strtoul(argv[1], NULL, 10) : 1;
	struct baocao *engine = baocao_new(".", NULL);
	int fd = mkstemp(file), bad = 0;
	if (!engine || fd < 0)
		abort();
	close(fd);
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		bad += !is_linear(engine, file, &kinds[i], 4000 * times);
	unlink(file);
	baocao_free(engine);
	struct rusage use;
	getrusage(RUSAGE_SELF, &use);
	double mib = (double)use.ru_maxrss / 1024;
	printf("%.0f MiB at most\n", mib);
	return bad || mib > MIB_MAX * (double)times;
}
