/* templates/NAME/template.json, and parts below templates/parts. */
#include "expr/load.h"

#include "base/file.h"
#include "base/limits.h"

#include <dirent.h>
#include <stdlib.h>

struct stock {
	const char *dir;              /* of all templates */
	const struct bc_files *files; /* read so far */
};

/* Small letters, digits and hyphens; parts may lie in folders. */
static bool is_stock_name(struct bc_str name, bool folders)
{
	for (size_t i = 0; i < name.n; i++) {
		char c = name.p[i];
		bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
		if (!letter && !(folders && c == '/' && i > 0))
			return false;
	}
	return name.n > 0;
}

static const char *path_of(struct bc_ctx *ctx, const char *dir, struct bc_str name,
			   const char *end)
{
	struct bc_buf path = bc_buf_in(ctx->arena);
	bc_buf_puts(&path, dir);
	bc_buf_putc(&path, '/');
	bc_buf_add(&path, name);
	bc_buf_puts(&path, end);
	bc_buf_putc(&path, '\0');
	return path.p;
}

static const struct bc_json *unknown(struct bc_ctx *ctx, struct bc_str name,
				     struct bc_place place)
{
	BC_REPORT1(ctx->findings, TEMPLATE_UNKNOWN, place, name);
	return NULL;
}

static const struct bc_json *read_file(struct stock *stock, struct bc_ctx *ctx,
				       const char *path, bool of_stock)
{
	const struct bc_json *json =
		of_stock ? bc_json_read_stock(ctx, path) : bc_json_read(ctx, path);
	if (json)
		stock->files = bc_files_add(ctx->arena, stock->files, json->place.source);
	return json;
}

static const struct bc_json *read_part(void *self, struct bc_ctx *ctx, struct bc_str name,
				       struct bc_place place)
{
	struct stock *stock = self;
	const char *path = path_of(ctx, stock->dir, name, ".json");
	if (!is_stock_name(name, true) || !bc_file_readable(path))
		return unknown(ctx, name, place);
	return read_file(stock, ctx, path, true);
}

/* {"template": 1, "title", "about", "report"}; NULL after a finding. */
static const struct bc_json *check_head(struct bc_ctx *ctx, const struct bc_json *json)
{
	const struct bc_json *format = bc_json_get(json, BC_STR("template"));
	const struct bc_json *report = bc_json_get(json, BC_STR("report"));
	bool known = format && bc_str_is(format->text, "1");
	if (known && report && report->kind == BC_JSON_OBJECT)
		return report;
	BC_REPORT1(ctx->findings, TEMPLATE_PIECE, json->place,
		   BC_BOTH("mẫu báo cáo phải có \"template\": 1 và \"report\": { }",
			   "a template has \"template\": 1 and \"report\": { }"));
	return NULL;
}

const struct bc_template *bc_template_load(struct bc_ctx *ctx, const char *dir,
					   struct bc_str name, const char *path,
					   struct bc_place place, const struct bc_files **files)
{
	struct stock stock = {.dir = dir};
	bool of_stock = is_stock_name(name, false);
	if (of_stock)
		path = path_of(ctx, dir, name, "/template.json");
	if (!bc_file_readable(path)) {
		unknown(ctx, name, place);
		return NULL;
	}
	const struct bc_json *json = read_file(&stock, ctx, path, of_stock);
	const struct bc_json *report = json ? check_head(ctx, json) : NULL;
	if (!report)
		return NULL;
	const struct bc_template *t = bc_template_compile(
		ctx, report, bc_json_get(json, BC_STR("let")), read_part, &stock);
	*files = stock.files;
	return t;
}

bool bc_template_start(struct bc_ctx *ctx, const char *dir, struct bc_str name,
		       struct bc_str *out)
{
	const char *path = path_of(ctx, dir, name, "/new.json");
	if (is_stock_name(name, false) && bc_file_readable(path))
		return bc_file_read(ctx, path, BC_LIMIT_INPUT, out);
	unknown(ctx, name, (struct bc_place){0});
	return false;
}

static int by_name(const void *a, const void *b)
{
	const struct bc_template_entry *x = a, *y = b;
	size_t n = x->name.n < y->name.n ? x->name.n : y->name.n;
	int order = memcmp(x->name.p, y->name.p, n);
	return order ? order : (x->name.n > y->name.n) - (x->name.n < y->name.n);
}

/* Folder by folder; false after a finding. */
static bool read_entries(struct bc_ctx *ctx, const char *dir, DIR *folder,
			 struct bc_template_entry *out, size_t room, size_t *n)
{
	for (const struct dirent *e; (e = readdir(folder)) && *n < room;) {
		struct bc_str name = bc_str_dup(ctx->arena, bc_str_of(e->d_name));
		const char *path = path_of(ctx, dir, name, "/template.json");
		if (!is_stock_name(name, false) || !bc_file_readable(path))
			continue;
		const struct bc_json *json = bc_json_read_stock(ctx, path);
		if (!json)
			return false;
		out[(*n)++] = (struct bc_template_entry){name, bc_json_text(json, "title"),
							 bc_json_text(json, "about")};
	}
	return true;
}

static void close_folder(void *folder)
{
	closedir(folder);
}

const struct bc_template_entry *bc_templates_list(struct bc_ctx *ctx, const char *dir,
						  size_t *n)
{
	enum {
		MOST = 200
	};
	struct bc_template_entry *out = bc_new_n(ctx->arena, struct bc_template_entry, MOST);
	void **slot = bc_arena_defer(ctx->arena, close_folder);
	DIR *folder = opendir(dir);
	*slot = folder;
	*n = 0;
	if (!folder) {
		unknown(ctx, bc_str_of(dir), (struct bc_place){0});
		return NULL;
	}
	bool done = read_entries(ctx, dir, folder, out, MOST, n);
	qsort(out, *n, sizeof *out, by_name);
	return done ? out : NULL;
}
