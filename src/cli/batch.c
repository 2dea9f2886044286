/* Findings as they come, one line of progress on a terminal, one line at the end. */
#include "cli/batch.h"

#include "batch/batch.h"
#include "batch/ndjson.h"
#include "cli/exit.h"
#include "cli/messages.h"

#include <string.h>
#include <time.h>
#include <unistd.h>

enum {
	REDRAW_MS = 100
};

struct screen {
	const struct cli_args *args;
	bool terminal;
	double begun, drawn; /* ms */
};

static double now_ms(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

/* A macro, so that the compiler sees the formats. */
#define SAY(args, vi, en) ((args)->lang == BAOCAO_EN ? (en) : (vi))

static void tell(void *self, const struct baocao_finding *finding, FILE *out)
{
	const struct screen *screen = self;
	cli_finding_print(screen->args, finding, out);
}

static void wipe(const struct screen *screen)
{
	if (screen->terminal)
		fputs("\r\033[K", stderr);
}

static void draw(struct screen *screen, const struct bc_batch_summary *so_far)
{
	double now = now_ms();
	size_t done = so_far->written + so_far->failed;
	double seconds = (now - screen->begun) / 1e3;
	if (!screen->terminal || (now - screen->drawn < REDRAW_MS && done < so_far->records))
		return;
	screen->drawn = now;
	double rate = seconds > 0 ? (double)done / seconds : 0;
	fprintf(stderr, SAY(screen->args, "\r%zu/%zu báo cáo", "\r%zu/%zu reports"), done,
		so_far->records);
	if (so_far->failed)
		fprintf(stderr, SAY(screen->args, ", %zu không ghi được", ", %zu not written"),
			so_far->failed);
	if (done && rate > 0)
		fprintf(stderr,
			SAY(screen->args, ", %.0f báo cáo/giây, còn khoảng %.0f giây",
			    ", %.0f a second, about %.0f s left"),
			rate, (double)(so_far->records - done) / rate);
	fputs("\033[K", stderr);
}

static void came(void *self, const struct bc_outcome *outcome,
		 const struct bc_batch_summary *so_far)
{
	struct screen *screen = self;
	if (outcome && outcome->n_told) {
		wipe(screen);
		fwrite(outcome->told, 1, outcome->n_told, stderr);
		screen->drawn = 0;
	}
	draw(screen, so_far);
}

static void stopping(void *self, size_t busy)
{
	struct screen *screen = self;
	wipe(screen);
	fprintf(stderr,
		SAY(screen->args,
		    "baocao: đang làm nốt %zu báo cáo dở dang; bấm Ctrl-C lần nữa để dừng "
		    "ngay\n",
		    "baocao: finishing %zu reports; press Ctrl-C again to stop at once\n"),
		busy);
}

static void print_summary(const struct screen *screen, const struct bc_batch_summary *s)
{
	const struct cli_args *args = screen->args;
	double seconds = (now_ms() - screen->begun) / 1e3;
	wipe(screen);
	if (args->diagnostics == CLI_JSON) {
		fprintf(stderr,
			"{\"schema\":1,\"summary\":{\"records\":%zu,\"written\":%zu,\"drafts\":"
			"%zu,"
			"\"failed\":%zu,\"not_begun\":%zu}}\n",
			s->records, s->written, s->drafts, s->failed, s->not_begun);
		return;
	}
	fprintf(stderr,
		SAY(args, "đã ghi %zu trong %zu báo cáo vào %s (%.1f giây)",
		    "%zu of %zu reports written to %s (%.1f s)"),
		s->written, s->records, args->output, seconds);
	if (s->drafts)
		fprintf(stderr, SAY(args, "; %zu bản dự thảo", "; %zu drafts"), s->drafts);
	if (s->failed)
		fprintf(stderr, SAY(args, "; %zu báo cáo không ghi được", "; %zu not written"),
			s->failed);
	if (s->not_begun)
		fprintf(stderr, SAY(args, "; %zu báo cáo chưa làm", "; %zu not begun"),
			s->not_begun);
	fputc('\n', stderr);
}

static int status_of(const struct bc_batch_summary *s)
{
	if (s->error)
		return EXIT_SYSTEM;
	if (s->interrupted)
		return EXIT_INTERRUPTED;
	return s->failed || s->drafts ? EXIT_ERRORS : 0;
}

/* Whether the pattern is one; it is told what is wrong with it. */
static bool pattern_holds(const struct cli_args *args, struct baocao *engine)
{
	struct cli_totals totals = {0};
	struct baocao_result *result =
		args->pattern ? baocao_name(engine, NULL, args->pattern) : NULL;
	if (!result)
		return true;
	cli_findings_print(args, result, &totals);
	baocao_result_free(result);
	return totals.count[BAOCAO_ERROR] == 0;
}

static bool fonts_load(const struct cli_args *args, struct baocao *engine)
{
	struct cli_totals totals = {0};
	struct baocao_result *result = baocao_load_fonts(engine);
	if (!result)
		return false;
	cli_findings_print(args, result, &totals);
	bool done = baocao_result_status(result) == BAOCAO_DONE;
	baocao_result_free(result);
	return done;
}

int cli_batch(const struct cli_args *args, struct baocao *engine)
{
	long processors = sysconf(_SC_NPROCESSORS_ONLN);
	struct screen screen = {args, isatty(STDERR_FILENO) && args->diagnostics != CLI_JSON,
				now_ms(), 0};
	struct bc_batch batch = {
		.operands = args->operands,
		.n_operands = args->n_operands,
		.folder = args->output,
		.pattern = args->pattern,
		.workers = args->jobs        ? args->jobs
			   : processors >= 1 ? (size_t)processors
					     : 1,
		.cpu_limit = args->cpu_limit,
		.memory_limit = args->memory_limit,
		.template = args->template,
		.sets = args->sets,
		.n_sets = args->n_sets,
		.standard = args->standard,
		.draft = args->draft,
		.carry = args->carry,
		.signature_maps = args->maps,
		.signature_fields = args->fields,
		.self = &screen,
		.tell = tell,
		.came = came,
		.stopping = stopping,
	};
	if (!pattern_holds(args, engine))
		return EXIT_USAGE;
	if (!fonts_load(args, engine))
		return EXIT_SYSTEM;
	struct bc_batch_summary summary = bc_batch_run(&batch, engine);
	if (summary.needs_pattern) {
		fputs(SAY(args,
			  "baocao: tệp có nhiều báo cáo, cần mẫu tên tệp: --name "
			  "'{{ organization.code }}.pdf'\n",
			  "baocao: a file with several reports needs a pattern of file names: "
			  "--name '{{ organization.code }}.pdf'\n"),
		      stderr);
		return EXIT_USAGE;
	}
	if (summary.records)
		print_summary(&screen, &summary);
	if (summary.error)
		fprintf(stderr, "baocao: %s%s%s\n", summary.where, summary.where[0] ? ": " : "",
			strerror(summary.error));
	return status_of(&summary);
}
