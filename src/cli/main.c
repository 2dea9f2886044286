/* The program: a command line in, files and messages out. */
#include "cli/args.h"
#include "cli/batch.h"
#include "cli/datadir.h"
#include "cli/exit.h"
#include "cli/help.h"
#include "cli/messages.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

static int worse(int a, int b)
{
	return a > b ? a : b;
}

/* Print to stdout; a full disk or a closed pipe is trouble of the system. */
static int print_out(const char *text)
{
	if (fputs(text, stdout) < 0 || fflush(stdout) != 0) {
		perror("baocao");
		return EXIT_SYSTEM;
	}
	return 0;
}

static int no_memory(void)
{
	fputs("baocao: hết bộ nhớ (out of memory)\n", stderr);
	return EXIT_SYSTEM;
}

/* REPORT.json → REPORT.pdf, in `out`; standard input goes to standard output. */
static const char *default_output(const struct cli_args *args, char *out, size_t size)
{
	const char *name = args->operands[0];
	size_t n = strlen(name);
	if (args->output)
		return args->output;
	if (args->form != BAOCAO_PDF || strcmp(name, "-") == 0)
		return "-";
	if (n > 5 && strcmp(name + n - 5, ".json") == 0)
		n -= 5;
	int length = snprintf(out, size, "%.*s.pdf", (int)n, name);
	return length > 0 && (size_t)length < size ? out : NULL;
}

static void print_stats(struct baocao_result *result)
{
	struct baocao_stats s = baocao_result_stats(result);
	size_t bytes;
	baocao_result_bytes(result, &bytes);
	fprintf(stderr,
		"stat: parse %.3f ms\nstat: fill %.3f ms\nstat: compose %.3f ms\n"
		"stat: fonts %.3f ms\nstat: layout %.3f ms\nstat: pdf %.3f ms\n"
		"stat: pages %zu pages\nstat: size %zu bytes\n",
		s.parse, s.fill, s.compose, s.fonts, s.layout, s.pdf, s.pages, bytes);
}

static int write_result(const struct cli_args *args, struct baocao_result *result)
{
	char name[4096];
	size_t size;
	const char *path = default_output(args, name, sizeof name);
	if (!baocao_result_bytes(result, &size))
		return 0;
	if (!path ||
	    (strcmp(path, "-") == 0 && args->form == BAOCAO_PDF && isatty(STDOUT_FILENO))) {
		fputs(args->lang == BAOCAO_EN ? "baocao: where to? give -o FILE.pdf\n"
					      : "baocao: ghi vào đâu? thêm -o TỆP.pdf\n",
		      stderr);
		return EXIT_USAGE;
	}
	if (args->map && strcmp(path, args->map) == 0) {
		fputs(args->lang == BAOCAO_EN
			      ? "baocao: signature map and PDF cannot be one file\n"
			      : "baocao: sơ đồ chỗ ký và PDF không thể là một tệp\n",
		      stderr);
		return EXIT_USAGE;
	}
	bool done = baocao_result_write(result, path) &&
		    (!args->map || baocao_result_write_map(result, args->map));
	return done ? 0 : EXIT_SYSTEM;
}

static int run_one(const struct cli_args *args, struct baocao *engine, const char *name,
		   struct cli_totals *totals)
{
	struct baocao_job job = {
		.name = name,
		.template = args->template,
		.sets = args->sets,
		.n_sets = args->n_sets,
		.output = args->command == CLI_CHECK ? BAOCAO_CHECK : args->form,
		.standard = args->standard,
		.draft = args->draft,
		.carry = args->carry,
		.signature_map = args->map != NULL,
		.signature_fields = args->fields,
	};
	if (strcmp(name, "-") == 0 && isatty(STDIN_FILENO))
		fputs(args->lang == BAOCAO_EN
			      ? "baocao: reading from the keyboard; end with Ctrl-D\n"
			      : "baocao: đang đọc từ bàn phím; kết thúc bằng Ctrl-D\n",
		      stderr);
	struct baocao_result *result = baocao_run(engine, &job);
	if (!result)
		return no_memory();
	int status = write_result(args, result);
	cli_findings_print(args, result, totals);
	if (args->stats)
		print_stats(result);
	status = worse(status, (int)baocao_result_status(result));
	baocao_result_free(result);
	return status;
}

static struct baocao *new_engine(const struct cli_args *args)
{
	char found[4200];
	if (!args->data_dir)
		cli_data_dir(found, sizeof found);
	return baocao_new(args->data_dir ? args->data_dir : found, args->font_dir);
}

static int run_files(const struct cli_args *args)
{
	struct cli_totals totals = {0};
	int status = 0;
	struct baocao *engine = new_engine(args);
	if (!engine)
		return no_memory();
	if (args->command == CLI_BATCH) {
		status = cli_batch(args, engine);
	} else {
		for (int i = 0; i < args->n_operands; i++)
			status = worse(status,
				       run_one(args, engine, args->operands[i], &totals));
		cli_summary_print(args, &totals);
	}
	baocao_free(engine);
	return status;
}

/* Write what `result` holds to where the user wants it. */
static int print_result(const struct cli_args *args, struct baocao_result *result)
{
	struct cli_totals totals = {0};
	if (!result)
		return no_memory();
	bool done = baocao_result_write(result, args->output ? args->output : "-");
	int status = (int)baocao_result_status(result);
	cli_findings_print(args, result, &totals);
	baocao_result_free(result);
	return done ? 0 : status ? status : EXIT_SYSTEM;
}

static struct baocao_result *ask(const struct cli_args *args, struct baocao *engine)
{
	if (args->command == CLI_NEW)
		return baocao_new_report(engine, args->operands[0]);
	if (args->command == CLI_TEMPLATES)
		return baocao_templates(engine);
	return args->template ? baocao_template_reads(engine, args->template) : baocao_schema();
}

static int print_answer(const struct cli_args *args)
{
	struct baocao *engine = new_engine(args);
	if (!engine)
		return no_memory();
	int status = print_result(args, ask(args, engine));
	baocao_free(engine);
	return status;
}

/*
 * A PDF may claim to be of any size once it is read: what it takes is limited,
 * for qpdf has no limit of its own.
 */
static void limit_memory(const struct cli_args *args)
{
	rlim_t bytes = (rlim_t)args->memory_limit << 20;
	if (bytes)
		setrlimit(RLIMIT_AS, &(struct rlimit){bytes, bytes});
}

static int extract(const struct cli_args *args)
{
	const char *name = args->operands[0];
	limit_memory(args);
	return print_result(args, args->list ? baocao_embedded(name)
					     : baocao_extract(name, args->file));
}

static int verify_one(const struct cli_args *args, struct baocao *engine, const char *name,
		      struct cli_totals *totals)
{
	struct baocao_result *result = baocao_verify(engine, name);
	if (!result)
		return no_memory();
	int status = (int)baocao_result_status(result);
	cli_findings_print(args, result, totals);
	baocao_result_free(result);
	return status;
}

static int verify(const struct cli_args *args)
{
	struct cli_totals totals = {0};
	int status = 0;
	limit_memory(args);
	struct baocao *engine = new_engine(args);
	if (!engine)
		return no_memory();
	for (int i = 0; i < args->n_operands; i++)
		status = worse(status, verify_one(args, engine, args->operands[i], &totals));
	cli_summary_print(args, &totals);
	baocao_free(engine);
	return status;
}

static int explain(const struct cli_args *args)
{
	static const char *const severities[2][3] = {
		[BAOCAO_VI] = {"lưu ý", "cảnh báo: vẫn tạo PDF", "lỗi: không tạo PDF"},
		[BAOCAO_EN] = {"note", "warning: the PDF is written", "error: no PDF"},
	};
	struct baocao_finding f;
	if (!baocao_explain(args->operands[0], &f)) {
		fprintf(stderr,
			args->lang == BAOCAO_EN ? "baocao: there is no code %s\n"
						: "baocao: không có mã %s\n",
			args->operands[0]);
		return EXIT_USAGE;
	}
	printf("%s (%s)\n%s\n", f.code, severities[args->lang][f.severity],
	       f.message[args->lang]);
	if (f.hint[args->lang][0])
		printf("%s: %s\n", args->lang == BAOCAO_EN ? "hint" : "gợi ý",
		       f.hint[args->lang]);
	return print_out("");
}

static int print_version(void)
{
	if (printf("baocao %s\n", baocao_version()) < 0)
		return EXIT_SYSTEM;
	return print_out("");
}

int main(int argc, char **argv)
{
	struct cli_args args;
	if (!cli_args_read(argc, argv, &args))
		return EXIT_USAGE;
	switch (args.command) {
	case CLI_RENDER:
	case CLI_CHECK:
	case CLI_BATCH:
		return run_files(&args);
	case CLI_SCHEMA:
	case CLI_TEMPLATES:
	case CLI_NEW:
		return print_answer(&args);
	case CLI_EXTRACT:
		return extract(&args);
	case CLI_VERIFY:
		return verify(&args);
	case CLI_EXPLAIN:
		return explain(&args);
	case CLI_VERSION:
		return print_version();
	case CLI_NONE:
	case CLI_HELP:
		break;
	}
	return print_out(cli_help(args.lang));
}
