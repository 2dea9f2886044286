/*
 * What a test of the public library needs: a folder, a report that is right,
 * jobs, and what their findings say.
 */
#ifndef BC_TESTS_UNIT_API_H
#define BC_TESTS_UNIT_API_H

#include "support.h"

#include "baocao.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char folder[] = "/tmp/baocao-api-XXXXXX";
static char report[64], out[64], office[64];

#define GOOD                                                                                        \
	"{\"baocao\": 1, \"organization\": {\"kind\": \"party\", \"name\": \"ĐẢNG ỦY XÃ\"}, " \
	"\"document\": {\"symbol\": \"BC/ĐU\", \"place\": \"Tân An\", "                           \
	"\"date\": \"2026-11-21\", \"subject\": \"kết quả\"}, "                                 \
	"\"signatures\": [{\"lines\": [\"BÍ THƯ\"], \"name\": \"Trần A\"}], "                   \
	"\"sections\": [{\"title\": \"Kết quả\", \"blocks\": [\"Đã xong.\"]}]}"

static inline int begin(void **state)
{
	(void)state;
	if (!mkdtemp(folder))
		return 1;
	snprintf(report, sizeof report, "%s/report.json", folder);
	snprintf(out, sizeof out, "%s/out", folder);
	snprintf(office, sizeof office, "%s/office.json", folder);
	return 0;
}

static inline int end(void **state)
{
	(void)state;
	unlink(report);
	unlink(out);
	unlink(office);
	return rmdir(folder);
}

static inline void store(const char *name, const char *text)
{
	FILE *file = fopen(name, "wb");
	assert_non_null(file);
	assert_int_equal(fwrite(text, 1, strlen(text), file), strlen(text));
	assert_int_equal(fclose(file), 0);
}

static inline struct baocao_result *run(struct baocao *engine, const char *text,
					enum baocao_output output, bool draft)
{
	struct baocao_job job = {.name = report, .output = output, .draft = draft};
	store(report, text);
	struct baocao_result *result = baocao_run(engine, &job);
	assert_non_null(result);
	return result;
}

/* The code of the first finding that is no note; "" without. */
static inline const char *first_code(struct baocao_result *result)
{
	size_t dropped, n = baocao_result_findings(result, &dropped);
	for (size_t i = 0; i < n; i++) {
		const struct baocao_finding *f = baocao_result_finding(result, i);
		if (f->severity != BAOCAO_NOTE)
			return f->code;
	}
	return "";
}

/* A job with a text of its own: nothing is read from a file. */
static inline struct baocao_job text_job(const char *text)
{
	return (struct baocao_job){
		.name = report, .text = text, .size = strlen(text), .output = BAOCAO_CHECK};
}

static inline struct baocao_result *run_job(struct baocao *engine, const struct baocao_job *job)
{
	unlink(report);
	struct baocao_result *result = baocao_run(engine, job);
	assert_non_null(result);
	return result;
}

/* The finding number `k` (from 0) of those with the code, or NULL. */
static inline const struct baocao_finding *find_one(struct baocao_result *result,
						    const char *code, size_t k)
{
	size_t dropped, n = baocao_result_findings(result, &dropped);
	for (size_t i = 0; i < n; i++) {
		const struct baocao_finding *f = baocao_result_finding(result, i);
		if (strcmp(f->code, code) == 0 && k-- == 0)
			return f;
	}
	return NULL;
}

static inline const struct baocao_finding *find(struct baocao_result *result, const char *code)
{
	return find_one(result, code, 0);
}

static inline void assert_output(const struct baocao_result *result, const char *want)
{
	size_t n;
	const char *bytes = baocao_result_bytes(result, &n);
	assert_int_equal(bytes != NULL, want != NULL);
	assert_int_equal(n, want ? strlen(want) : 0);
	if (want)
		assert_memory_equal(bytes, want, n);
}

static inline void assert_place(const struct baocao_finding *f, unsigned line, unsigned column,
				const char *pointer)
{
	assert_non_null(f);
	assert_string_equal(f->place.file, report);
	assert_int_equal(f->place.line, line);
	assert_int_equal(f->place.column, column);
	assert_string_equal(f->place.pointer, pointer);
}

static inline void assert_excerpt(const struct baocao_finding *f, const char *excerpt,
				  unsigned column)
{
	assert_string_equal(f->place.excerpt, excerpt);
	assert_int_equal(f->place.excerpt_column, column);
}

#endif
