/* Questions to a PDF: what does it carry? */
#include "engine.h"

#include "pdfread/extract.h"

/* A question about what a PDF carries. */
struct pdf_question {
	struct bc_ctx *ctx;
	const char *name;
	struct bc_str file;
	struct bc_str *answer;
};

static void extract(void *arg)
{
	struct pdf_question *q = arg;
	if (!bc_extract(q->ctx, q->name, q->file, q->answer))
		*q->answer = (struct bc_str){0};
}

static void list_embedded(void *arg)
{
	struct pdf_question *q = arg;
	struct bc_buf text = bc_buf_in(q->ctx->arena);
	bc_buf_reserve(&text, 1); /* no files are an answer, too */
	if (bc_extract_list(q->ctx, q->name, &text))
		*q->answer = bc_buf_str(&text);
}

static struct baocao_result *ask_pdf(const char *name, const char *file,
				     void (*question)(void *))
{
	struct baocao_result *r = bc_result_new(NULL);
	if (!r)
		return NULL;
	struct pdf_question q = {&r->ctx, name, bc_str_of(file), &r->bytes};
	bc_guarded(r, question, &q);
	return r;
}

struct baocao_result *baocao_extract(const char *name, const char *file)
{
	return ask_pdf(name, file, extract);
}

struct baocao_result *baocao_embedded(const char *name)
{
	return ask_pdf(name, NULL, list_embedded);
}
