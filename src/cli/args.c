/* Commands and options from one table each. */
#include "cli/args.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
	MAX_JOBS = 256,
	MAX_SECONDS = 86400,
	MAX_MEMORY = 1 << 20, /* MiB */
	DEFAULT_SECONDS = 60,
	DEFAULT_MEMORY = 2048,
};

enum option_id {
	OPT_OUTPUT,
	OPT_FONTS,
	OPT_DATA,
	OPT_DUMP,
	OPT_STANDARD,
	OPT_CARRY,
	OPT_LANG,
	OPT_DIAGNOSTICS,
	OPT_TEMPLATE,
	OPT_SET,
	OPT_NAME,
	OPT_JOBS,
	OPT_CPU_LIMIT,
	OPT_MEMORY_LIMIT,
	OPT_LIST,
	OPT_FILE,
	OPT_SIGNATURE_MAP,
	OPT_SIGNATURE_MAPS,
	OPT_SIGNATURE_FIELDS,
	OPT_DRAFT,
	OPT_VERBOSE,
	OPT_STATS,
	OPT_HELP,
	OPT_VERSION,
};

struct option {
	enum option_id id;
	const char *name; /* behind "--" */
	char letter;      /* behind "-"; 0: none */
	bool value;
};

static const struct option options[] = {
	{OPT_OUTPUT, "output", 'o', true},
	{OPT_FONTS, "fonts", 0, true},
	{OPT_DATA, "data", 0, true},
	{OPT_DUMP, "dump", 0, true},
	{OPT_STANDARD, "standard", 0, true},
	{OPT_CARRY, "carry", 0, true},
	{OPT_LANG, "lang", 0, true},
	{OPT_DIAGNOSTICS, "diagnostics", 0, true},
	{OPT_TEMPLATE, "template", 0, true},
	{OPT_SET, "set", 0, true},
	{OPT_NAME, "name", 0, true},
	{OPT_JOBS, "jobs", 'j', true},
	{OPT_CPU_LIMIT, "cpu-limit", 0, true},
	{OPT_MEMORY_LIMIT, "memory-limit", 0, true},
	{OPT_LIST, "list", 0, false},
	{OPT_FILE, "file", 0, true},
	{OPT_SIGNATURE_MAP, "signature-map", 0, true},
	{OPT_SIGNATURE_MAPS, "signature-maps", 0, false},
	{OPT_SIGNATURE_FIELDS, "signature-fields", 0, false},
	{OPT_DRAFT, "draft", 0, false},
	{OPT_VERBOSE, "verbose", 'v', false},
	{OPT_STATS, "stats", 0, false},
	{OPT_HELP, "help", 'h', false},
	{OPT_VERSION, "version", 0, false},
};

static const struct {
	const char *name;
	enum cli_command command;
	int least, most; /* operands; -1: any number */
} commands[] = {
	{"render", CLI_RENDER, 1, 1},       {"check", CLI_CHECK, 1, -1},
	{"batch", CLI_BATCH, 1, -1},        {"schema", CLI_SCHEMA, 0, 0},
	{"templates", CLI_TEMPLATES, 0, 0}, {"new", CLI_NEW, 1, 1},
	{"extract", CLI_EXTRACT, 1, 1},     {"verify", CLI_VERIFY, 1, -1},
	{"explain", CLI_EXPLAIN, 1, 1},     {"help", CLI_HELP, 0, -1},
};

enum {
	N_OPTIONS = sizeof options / sizeof options[0]
};
enum {
	N_COMMANDS = sizeof commands / sizeof commands[0]
};

static bool wrong(const struct cli_args *args, const char *vi, const char *en, const char *what)
{
	const char *text = args->lang == BAOCAO_EN ? en : vi;
	fprintf(stderr, "baocao: %s%s%s\n", text, what ? ": " : "", what ? what : "");
	fprintf(stderr, "%s\n",
		args->lang == BAOCAO_EN ? "try: baocao --help" : "xem: baocao --help");
	return false;
}

static enum baocao_lang locale_lang(void)
{
	static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		const char *value = getenv(names[i]);
		if (value && *value)
			return strncmp(value, "en", 2) == 0 ? BAOCAO_EN : BAOCAO_VI;
	}
	return BAOCAO_VI;
}

/* Index of `value` among `words`, or -1. */
static int word(const char *value, const char *const *words)
{
	for (int i = 0; words[i]; i++) {
		if (strcmp(value, words[i]) == 0)
			return i;
	}
	return -1;
}

static const char *const dumps[] = {"doc", "pages", "report", "carried", "manifest", NULL};
static const enum baocao_output dumped[] = {BAOCAO_DOC, BAOCAO_PAGES, BAOCAO_REPORT,
					    BAOCAO_CARRIED, BAOCAO_MANIFEST};
static const char *const standards[] = {
	[BAOCAO_PDFA_3A_UA1] = "pdfa-3a+ua1",
	[BAOCAO_PDFA_2A_UA1] = "pdfa-2a+ua1",
	[BAOCAO_PLAIN] = "plain",
	NULL,
};
static const char *const carries[] = {
	[BAOCAO_CARRY_PRINTED] = "printed",
	[BAOCAO_CARRY_ALL] = "all",
	[BAOCAO_CARRY_NONE] = "none",
	NULL,
};
static const char *const langs[] = {
	[BAOCAO_VI] = "vi",
	[BAOCAO_EN] = "en",
	NULL,
};
static const char *const diagnostics[] = {
	[CLI_HUMAN] = "human",
	[CLI_SHORT] = "short",
	[CLI_JSON] = "json",
	NULL,
};

/* The values that the option knows; NULL: it takes others. */
static const char *const *words_of(enum option_id id)
{
	switch (id) {
	case OPT_DUMP:
		return dumps;
	case OPT_STANDARD:
		return standards;
	case OPT_CARRY:
		return carries;
	case OPT_LANG:
		return langs;
	case OPT_DIAGNOSTICS:
		return diagnostics;
	default:
		return NULL;
	}
}

/* A number from `least` to `most` in decimal digits. */
static bool set_number(size_t *out, const char *value, size_t least, size_t most)
{
	size_t number = 0;
	for (const char *p = value; *p; p++) {
		if (*p < '0' || *p > '9' || number > most)
			return false;
		number = number * 10 + (size_t)(*p - '0');
	}
	*out = number;
	return *value && number >= least && number <= most;
}

static bool add_set(struct cli_args *args, const char *value)
{
	if (args->n_sets == CLI_SETS)
		return false;
	args->sets[args->n_sets++] = value;
	return true;
}

static bool apply(struct cli_args *args, enum option_id id, const char *value)
{
	const char *const *words = words_of(id);
	int choice = words ? word(value, words) : 0;
	if (choice < 0)
		return false;
	switch (id) {
	case OPT_OUTPUT:
		args->output = value;
		return true;
	case OPT_FONTS:
		args->font_dir = value;
		return true;
	case OPT_DATA:
		args->data_dir = value;
		return true;
	case OPT_DUMP:
		args->form = dumped[choice];
		return true;
	case OPT_STANDARD:
		args->standard = (enum baocao_standard)choice;
		return true;
	case OPT_CARRY:
		args->carry = (enum baocao_carry)choice;
		return true;
	case OPT_LANG:
		args->lang = (enum baocao_lang)choice;
		return true;
	case OPT_DIAGNOSTICS:
		args->diagnostics = (enum cli_diagnostics)choice;
		return true;
	case OPT_TEMPLATE:
		args->template = value;
		return true;
	case OPT_SET:
		return add_set(args, value);
	case OPT_NAME:
		args->pattern = value;
		return true;
	case OPT_JOBS:
		return set_number(&args->jobs, value, 1, MAX_JOBS);
	case OPT_CPU_LIMIT:
		return set_number(&args->cpu_limit, value, 1, MAX_SECONDS);
	case OPT_MEMORY_LIMIT:
		return set_number(&args->memory_limit, value, 0, MAX_MEMORY);
	case OPT_LIST:
		args->list = true;
		return true;
	case OPT_FILE:
		args->file = value;
		return *value != '\0';
	case OPT_SIGNATURE_MAP:
		args->map = value;
		return true;
	case OPT_SIGNATURE_MAPS:
		args->maps = true;
		return true;
	case OPT_SIGNATURE_FIELDS:
		args->fields = true;
		return true;
	case OPT_DRAFT:
		args->draft = true;
		return true;
	case OPT_VERBOSE:
		args->verbose = true;
		return true;
	case OPT_STATS:
		args->stats = true;
		return true;
	case OPT_HELP:
		args->command = CLI_HELP;
		return true;
	case OPT_VERSION:
		args->command = CLI_VERSION;
		return true;
	}
	return false;
}

/* The option that `arg` names; *value points behind "=" or is NULL. */
static const struct option *find_option(const char *arg, const char **value)
{
	*value = NULL;
	for (size_t i = 0; i < N_OPTIONS; i++) {
		const struct option *o = &options[i];
		size_t n = strlen(o->name);
		if (arg[1] == o->letter && o->letter && arg[1] != '-') {
			*value = arg[2] ? arg + 2 : NULL;
			return o;
		}
		if (arg[1] != '-' || strncmp(arg + 2, o->name, n) != 0)
			continue;
		if (arg[2 + n] == '=')
			*value = arg + 3 + n;
		if (arg[2 + n] == '=' || arg[2 + n] == '\0')
			return o;
	}
	return NULL;
}

/* Say so, and which values the option knows. */
static bool wrong_value(const struct cli_args *args, const struct option *o, const char *value)
{
	const char *const *words = words_of(o->id);
	wrong(args, "giá trị không dùng được", "this value cannot be used", value);
	if (words) {
		fprintf(stderr, "--%s", o->name);
		for (const char *before = " "; *words; before = " | ")
			fprintf(stderr, "%s%s", before, *words++);
		fputc('\n', stderr);
	}
	return false;
}

/* Read the option at argv[*at]; *at moves over a value that stands apart. */
static bool read_option(struct cli_args *args, int argc, char **argv, int *at)
{
	const char *arg = argv[*at], *value;
	const struct option *o = find_option(arg, &value);
	if (!o || (!o->value && value))
		return wrong(args, "không có tùy chọn này", "no such option", arg);
	if (o->value && !value) {
		if (*at + 1 == argc)
			return wrong(args, "tùy chọn này cần một giá trị",
				     "this option needs a value", arg);
		value = argv[++*at];
	}
	return apply(args, o->id, value) || wrong_value(args, o, value);
}

static bool read_command(struct cli_args *args, const char *name)
{
	for (size_t i = 0; i < N_COMMANDS; i++) {
		if (strcmp(name, commands[i].name) == 0) {
			/* "--help render" asks for help */
			if (args->command == CLI_NONE)
				args->command = commands[i].command;
			return true;
		}
	}
	return wrong(args, "không có lệnh này", "no such command", name);
}

static bool count_operands(const struct cli_args *args)
{
	for (size_t i = 0; i < N_COMMANDS; i++) {
		if (commands[i].command != args->command)
			continue;
		if (args->n_operands < commands[i].least)
			return wrong(args, "thiếu tên tệp hoặc mã",
				     "a file name or code is missing", NULL);
		if (commands[i].most >= 0 && args->n_operands > commands[i].most)
			return wrong(args, "thừa", "one too many",
				     args->operands[commands[i].most]);
	}
	return true;
}

static bool need_folder(const struct cli_args *args)
{
	if (args->command != CLI_BATCH || (args->output && strcmp(args->output, "-") != 0))
		return true;
	return wrong(args, "batch cần thư mục kết quả: -o THƯ-MỤC",
		     "batch needs a folder for its results: -o FOLDER", NULL);
}

/* A map tells where things stand in a PDF that is written with it. */
static bool map_fits(const struct cli_args *args)
{
	bool one = args->command == CLI_RENDER && args->form == BAOCAO_PDF;
	if (args->map && !one)
		return wrong(args, "--signature-map chỉ đi cùng tệp PDF của lệnh render",
			     "--signature-map goes with the PDF of render", NULL);
	if (args->maps && args->command != CLI_BATCH)
		return wrong(args, "--signature-maps chỉ dùng với lệnh batch",
			     "--signature-maps is for batch", NULL);
	return true;
}

bool cli_args_read(int argc, char **argv, struct cli_args *out)
{
	bool only_operands = false, command = false;
	*out = (struct cli_args){.lang = locale_lang(),
				 .operands = argv,
				 .cpu_limit = DEFAULT_SECONDS,
				 .memory_limit = DEFAULT_MEMORY};
	for (int i = 1; i < argc; i++) {
		bool option = argv[i][0] == '-' && argv[i][1] && !only_operands;
		if (option && strcmp(argv[i], "--") == 0) {
			only_operands = true;
		} else if (option) {
			if (!read_option(out, argc, argv, &i))
				return false;
		} else if (!command) {
			command = true;
			if (!read_command(out, argv[i]))
				return false;
		} else {
			/* operands gather at the front of argv, over what was read */
			out->operands[out->n_operands++] = argv[i];
		}
	}
	return count_operands(out) && need_folder(out) && map_fits(out);
}
