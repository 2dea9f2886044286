/*
 * Any bytes as a PDF that is to be read: no crash, and what comes out of it can
 * be shown and is no larger than it may be.
 */
#include "fuzz.h"

#include "base/limits.h"
#include "base/utf8.h"
#include "pdfread/pages.h"

static void check_text(struct bc_str s)
{
	for (size_t at = 0; at < s.n;) {
		bc_rune r = bc_utf8_next(s, &at);
		CHECK(r >= 0x20 && r != 0x7F && r <= 0x10FFFF && (r < 0xD800 || r > 0xDFFF));
		CHECK(at <= s.n);
	}
}

static void check_file(struct bc_pdfread *pdf, const struct bc_embedded *file)
{
	struct bc_str bytes;
	check_text(file->name);
	check_text(file->description);
	check_text(file->mime);
	check_text(file->relation);
	CHECK(file->size >= -1);
	CHECK(bc_pdfread_find(pdf, file->name));
	if (bc_pdfread_bytes(pdf, file, &bytes))
		CHECK(bytes.n <= BC_LIMIT_INPUT);
}

static void read_pdf(struct bc_ctx *ctx, struct bc_str bytes)
{
	size_t n = 0;
	struct bc_str first = bc_pdfread_first_revision(bytes);
	CHECK(first.p == bytes.p && first.n <= bytes.n);
	struct bc_pdfread *pdf = bc_pdfread_open(ctx, (struct bc_place){0}, bytes);
	CHECK(pdf || bc_findings_failed(ctx->findings));
	const struct bc_embedded *files = pdf ? bc_pdfread_files(pdf, &n) : NULL;
	for (size_t i = 0; i < n && i < 8; i++)
		check_file(pdf, &files[i]);
	if (pdf && bc_pdfread_pages(pdf, BC_PAGE_ANNOTATIONS, &n))
		CHECK(n <= BC_LIMIT_PAGES);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	jmp_buf oom;
	struct bc_arena arena, scratch;
	struct bc_findings findings;
	bc_arena_init(&arena, &oom);
	bc_arena_init(&scratch, &oom);
	bc_findings_init(&findings, &arena);
	struct bc_ctx ctx = {&arena, &scratch, &findings};
	if (setjmp(oom) == 0)
		read_pdf(&ctx, (struct bc_str){(const char *)data, size});
	bc_arena_done(&scratch);
	bc_arena_done(&arena);
	return 0;
}
