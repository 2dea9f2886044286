/*
 * A PDF judged again and again by the self-check: selfcheck N FILE.pdf
 * Prints the median in ms.
 */
#include "timing.h"

#include "base/file.h"
#include "pdf/check.h"

#include <stdio.h>
#include <stdlib.h>

/* The scratch memory stays warm, as behind the passes that come before. */
static bool judge(struct bc_ctx *ctx, struct bc_str bytes, double *ms)
{
	double begin = cpu_ms();
	bool sound = bc_pdf_check(ctx, bytes);
	*ms = cpu_ms() - begin;
	return sound;
}

int main(int argc, char **argv)
{
	int n = argc == 3 ? atoi(argv[1]) : 0;
	double *values = n > 0 ? calloc((size_t)n, sizeof *values) : NULL, first;
	struct bc_arena arena, scratch;
	struct bc_findings findings;
	struct bc_ctx ctx = {&arena, &scratch, &findings};
	jmp_buf oom;
	if (!values || setjmp(oom))
		return 1;
	bc_arena_init(&arena, &oom);
	bc_arena_init(&scratch, &oom);
	bc_findings_init(&findings, &arena);
	(void)bc_alloc(&scratch, 1);
	struct bc_str file;
	if (!bc_file_read(&ctx, argv[2], SIZE_MAX, &file) || !judge(&ctx, file, &first))
		return 1;
	for (int i = 0; i < n; i++) {
		if (!judge(&ctx, file, &values[i]))
			return 1;
	}
	qsort(values, (size_t)n, sizeof *values, by_value);
	printf("%.3f %.3f\n", values[n / 2], values[0]);
	bc_arena_done(&arena);
	bc_arena_done(&scratch);
	free(values);
	return 0;
}
