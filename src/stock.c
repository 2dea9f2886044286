/* Questions to the stock of templates, and to the schema. */
#include "engine.h"

#include "expr/load.h"
#include "expr/reads.h"
#include "model/report.h"

static void print_schema(void *arg)
{
	struct baocao_result *r = arg;
	struct bc_buf text = bc_buf_in(&r->arena);
	bc_schema_print(&text);
	r->bytes = bc_buf_str(&text);
}

struct baocao_result *baocao_schema(void)
{
	struct baocao_result *r = bc_result_new(NULL);
	if (r)
		bc_guarded(r, print_schema, r);
	return r;
}

/* A question about the stock of templates. */
struct stock_question {
	struct bc_ctx *ctx;
	const char *dir; /* of the engine's data */
	struct bc_str name;
	struct bc_str *answer;
};

static void list_templates(void *arg)
{
	struct stock_question *q = arg;
	size_t n;
	const struct bc_template_entry *entries =
		bc_templates_list(q->ctx, bc_in_dir(q->ctx, q->dir, "templates"), &n);
	struct bc_buf text = bc_buf_in(q->ctx->arena);
	for (size_t i = 0; entries && i < n; i++) {
		bc_buf_add(&text, entries[i].name);
		bc_buf_puts(&text, "\n    ");
		bc_buf_add(&text, entries[i].title);
		bc_buf_puts(&text, ". ");
		bc_buf_add(&text, entries[i].about);
		bc_buf_puts(&text, "\n");
	}
	if (entries)
		*q->answer = bc_buf_str(&text);
}

static void start_report(void *arg)
{
	struct stock_question *q = arg;
	if (!bc_template_start(q->ctx, bc_in_dir(q->ctx, q->dir, "templates"), q->name,
			       q->answer))
		*q->answer = (struct bc_str){0};
}

static void list_reads(void *arg)
{
	struct stock_question *q = arg;
	struct bc_buf text = bc_buf_in(q->ctx->arena);
	const struct bc_files *files;
	const struct bc_template *t = bc_template_load(
		q->ctx, bc_in_dir(q->ctx, q->dir, "templates"), q->name,
		bc_str_z(q->ctx->arena, q->name), (struct bc_place){0}, &files);
	if (t && bc_template_reads(q->ctx, &text, t))
		*q->answer = bc_buf_str(&text);
}

static struct baocao_result *ask_stock(struct baocao *engine, const char *name,
				       void (*question)(void *))
{
	struct baocao_result *r = bc_result_new(engine);
	if (!r)
		return NULL;
	struct stock_question q = {&r->ctx, engine->data_dir, bc_str_of(name), &r->bytes};
	bc_guarded(r, question, &q);
	return r;
}

struct baocao_result *baocao_templates(struct baocao *engine)
{
	return ask_stock(engine, NULL, list_templates);
}

struct baocao_result *baocao_new_report(struct baocao *engine, const char *name)
{
	return ask_stock(engine, name, start_report);
}

struct baocao_result *baocao_template_reads(struct baocao *engine, const char *name)
{
	return ask_stock(engine, name, list_reads);
}
