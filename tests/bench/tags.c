/*
 * What tags, PDF/A and carried data cost: tags N DATA-FOLDER REPORT.json
 *
 * Writes the pages of one report by turns as they are meant to be and bare: all
 * artifacts, no standard, nothing carried.  The self-check is timed by itself,
 * and taken off both.  Prints the median and the quickest difference in ms, of
 * processor time.  The report is a Party body's, has a date and names no template.
 */
#include "timing.h"

#include "base/file.h"
#include "carry/carry.h"
#include "compose/compose.h"
#include "layout/layout.h"
#include "pdf/check.h"
#include "pdf/pdf.h"
#include "json/write.h"

#include <stdio.h>
#include <stdlib.h>

/* What both ways begin with; lives in the memory that stays. */
struct draft {
	const struct bc_json *data;
	const struct bc_doc *doc;
	const struct bc_fonts *fonts;
};

/* A document's memory, which comes and goes. */
struct memory {
	jmp_buf oom;
	struct bc_arena arena, scratch;
	struct bc_findings findings;
	struct bc_ctx ctx;
};

static void open_memory(struct memory *m)
{
	bc_arena_init(&m->arena, &m->oom);
	bc_arena_init(&m->scratch, &m->oom);
	bc_findings_init(&m->findings, &m->arena);
	m->ctx = (struct bc_ctx){&m->arena, &m->scratch, &m->findings};
}

static void close_memory(struct memory *m)
{
	bc_arena_done(&m->scratch);
	bc_arena_done(&m->arena);
}

/* Pages on their way, with nothing in them that a tree would know. */
struct bare {
	struct bc_arena *arena;
	struct bc_page_sink next;
};

static void pass_bare(void *self, const struct bc_page *page)
{
	struct bare *bare = self;
	struct bc_page copy = *page;
	struct bc_item *items = bc_new_n(bare->arena, struct bc_item, page->n_items);
	for (size_t i = 0; i < page->n_items; i++) {
		items[i] = page->items[i];
		items[i].elem = NULL;
	}
	copy.items = items;
	bare->next.page(bare->next.self, &copy);
}

/* The data as a run of the program would carry it. */
static void attach_data(struct bc_ctx *ctx, struct bc_pdf *pdf, const struct draft *draft)
{
	struct bc_buf text = bc_buf_in(ctx->arena), manifest = bc_buf_in(ctx->arena);
	bc_json_write_dense(&text, bc_carry_printed(ctx->arena, draft->data));
	struct bc_manifest made = {.engine = BC_STR("baocao"),
				   .format = 1,
				   .mode = BC_STR("printed"),
				   .report = bc_buf_str(&text)};
	bc_manifest_print(&manifest, &made);
	struct bc_pdf_file files[] = {
		{BC_STR("baocao.json"), BC_STR("application/json"), BC_STR("-"), BC_PDF_SOURCE,
		 bc_buf_str(&text)},
		{BC_STR("baocao-manifest.json"), BC_STR("application/json"), BC_STR("-"),
		 BC_PDF_DATA, bc_buf_str(&manifest)},
	};
	bc_pdf_attach(pdf, &files[0]);
	bc_pdf_attach(pdf, &files[1]);
}

/* Milliseconds for layout and PDF without the self-check; negative after a finding. */
static double write_once(const struct draft *draft, bool bare)
{
	struct memory m;
	if (setjmp(m.oom))
		return -1;
	open_memory(&m);
	const struct bc_doc *doc = draft->doc;
	struct bc_pdf_meta meta = {
		.standard = bare ? BC_PDF_PLAIN : BC_PDF_A3A_UA1,
		.title = doc->title,
		.author = doc->author,
		.subject = doc->subject,
		.lang = doc->lang,
		.year = doc->year,
		.month = doc->month,
		.day = doc->day,
		.edoc = bare ? NULL : doc->edoc,
	};
	struct bc_elem root = {.role = BC_ROLE_DOCUMENT};
	struct bc_str bytes;
	double begin = cpu_ms();
	struct bc_pdf *pdf = bc_pdf_new(&m.ctx, draft->fonts, &meta);
	struct bare stripped = {&m.arena, bc_pdf_sink(pdf)};
	struct bc_page_sink sink =
		bare ? (struct bc_page_sink){&stripped, pass_bare} : bc_pdf_sink(pdf);
	const struct bc_elem *tree = bc_layout(&m.ctx, draft->fonts, doc, sink);
	if (!bare)
		attach_data(&m.ctx, pdf, draft);
	bool done = bc_pdf_finish(pdf, bare ? &root : tree, &bytes);
	double written = cpu_ms();
	done = done && bc_pdf_check(&m.ctx, bytes);
	double checked = cpu_ms();
	close_memory(&m);
	return done ? (written - begin) - (checked - written) : -1;
}

static bool prepare(struct bc_ctx *ctx, const char *folder, const char *name,
		    struct draft *draft)
{
	struct bc_buf profiles = bc_buf_in(ctx->arena), fonts = bc_buf_in(ctx->arena);
	bc_buf_puts(&profiles, folder);
	bc_buf_add(&profiles, (struct bc_str){"/templates/profiles", 20});
	bc_buf_puts(&fonts, folder);
	bc_buf_add(&fonts, (struct bc_str){"/fonts", 7});
	draft->data = bc_json_read(ctx, name);
	struct bc_report *report = draft->data ? bc_report_read(ctx, draft->data) : NULL;
	struct bc_profiles stock = {.dir = profiles.p, .arena = ctx->arena};
	const struct bc_date *date = report ? &report->document.date.date : NULL;
	struct bc_profile_wish wish = {
		.kind = BC_STR("party"),
		.document_date = date ? (date->year * 100 + date->month) * 100 + date->day : 0,
	};
	const struct bc_profile *profile = report ? bc_profile_pick(ctx, &stock, &wish) : NULL;
	draft->doc = profile ? bc_compose(ctx, report, profile, false) : NULL;
	draft->fonts = draft->doc ? bc_fonts_load(ctx, NULL, fonts.p) : NULL;
	return draft->fonts;
}

int main(int argc, char **argv)
{
	int n = argc == 4 ? atoi(argv[1]) : 0;
	double *differences = n > 0 ? calloc((size_t)n, sizeof *differences) : NULL;
	double *whole = n > 0 ? calloc((size_t)n, sizeof *whole) : NULL;
	double *plain = n > 0 ? calloc((size_t)n, sizeof *plain) : NULL;
	struct memory m;
	struct draft draft = {0};
	if (!differences || !whole || !plain || setjmp(m.oom))
		return 1;
	open_memory(&m);
	if (!prepare(&m.ctx, argv[2], argv[3], &draft))
		return 1;
	for (int i = -2; i < n; i++) {
		double full = write_once(&draft, false), bare = write_once(&draft, true);
		if (full < 0 || bare < 0)
			return 1;
		if (i < 0)
			continue;
		differences[i] = full - bare;
		whole[i] = full;
		plain[i] = bare;
	}
	qsort(differences, (size_t)n, sizeof *differences, by_value);
	qsort(whole, (size_t)n, sizeof *whole, by_value);
	qsort(plain, (size_t)n, sizeof *plain, by_value);
	printf("%.3f %.3f\n", differences[n / 2], whole[0] - plain[0]);
	close_memory(&m);
	free(differences);
	free(whole);
	free(plain);
	return 0;
}
