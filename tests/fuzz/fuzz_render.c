/*
 * Any bytes through the whole pipeline, as a report's file: no crash, and what
 * comes out agrees with what is said of it.  The first byte picks the options.
 * Fonts and templates are those of BAOCAO_DATA, else of the current folder.
 */
#include "fuzz.h"

#include "baocao.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A folder of its own: "base" in the data finds nothing but the report. */
static char folder[] = "/dev/shm/baocao-fuzz-XXXXXX";
static char report[sizeof folder + sizeof "/report.json"];
static struct baocao *engine;

static void tidy(void)
{
	baocao_free(engine);
	unlink(report);
	rmdir(folder);
}

static void prepare(void)
{
	const char *data_dir = getenv("BAOCAO_DATA");
	CHECK(mkdtemp(folder));
	snprintf(report, sizeof report, "%s/report.json", folder);
	engine = baocao_new(data_dir ? data_dir : ".", NULL);
	CHECK(engine);
	atexit(tidy);
}

static void store(const uint8_t *data, size_t size)
{
	FILE *file = fopen(report, "wb");
	CHECK(file);
	CHECK(fwrite(data, 1, size, file) == size);
	CHECK(fclose(file) == 0);
}

static void check_place(const struct baocao_place *place)
{
	if (!place->file)
		return;
	CHECK(place->pointer && place->excerpt);
	CHECK(place->line == 0 || place->column > 0);
	CHECK(place->end_line > place->line ||
	      (place->end_line == place->line && place->end_column >= place->column));
}

/* Whether one of the findings is an error; those that were only counted may be. */
static bool check_findings(struct baocao_result *result)
{
	size_t dropped, n = baocao_result_findings(result, &dropped), bytes;
	bool failed = dropped > 0 && !baocao_result_bytes(result, &bytes);
	for (size_t i = 0; i < n; i++) {
		const struct baocao_finding *f = baocao_result_finding(result, i);
		failed |= f->severity == BAOCAO_ERROR;
		CHECK(strlen(f->code) == 4);
		/* of the system's troubles only a "base" that is not there can come up */
		CHECK(f->code[0] != 'P' && f->code[0] != 'F');
		CHECK(f->message[BAOCAO_VI][0] && f->message[BAOCAO_EN][0]);
		check_place(&f->place);
		check_place(&f->related);
	}
	return failed;
}

static void check_bytes(const struct baocao_job *job, const char *bytes, size_t n)
{
	if (job->output == BAOCAO_CHECK)
		CHECK(!bytes);
	if (job->output != BAOCAO_PDF || !bytes)
		return;
	CHECK(n > 100 && memcmp(bytes, "%PDF-1.", 7) == 0);
	CHECK(memcmp(bytes + n - 6, "%%EOF", 5) == 0);
}

static void run(const struct baocao_job *job)
{
	size_t n;
	struct baocao_result *result = baocao_run(engine, job);
	CHECK(result);
	const char *bytes = baocao_result_bytes(result, &n);
	bool failed = check_findings(result);
	check_bytes(job, bytes, n);
	CHECK(!(failed && bytes));
	if (!failed)
		CHECK(bytes || job->output == BAOCAO_CHECK);
	if (baocao_result_status(result) == BAOCAO_DONE)
		CHECK(!failed && !job->draft);
	baocao_result_free(result);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const enum baocao_output outputs[] = {BAOCAO_PDF, BAOCAO_CHECK, BAOCAO_PAGES,
						     BAOCAO_DOC};
	if (size == 0)
		return 0;
	if (!engine)
		prepare();
	store(data + 1, size - 1);
	run(&(struct baocao_job){
		.name = report,
		.output = outputs[data[0] >> 1 & 3],
		.draft = data[0] & 1,
	});
	return 0;
}
