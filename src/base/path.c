/* Paths as texts; nothing here looks at the file system. */
#include "base/path.h"

#include "base/buf.h"

bool bc_path_stays_below(struct bc_str name)
{
	if (name.n == 0 || name.p[0] == '/')
		return false;
	for (size_t i = 0; i + 1 < name.n; i++) {
		bool start = i == 0 || name.p[i - 1] == '/';
		if (start && name.p[i] == '.' && name.p[i + 1] == '.')
			return false;
	}
	return true;
}

const char *bc_path_beside(struct bc_arena *a, const char *beside, struct bc_str name)
{
	struct bc_buf path = bc_buf_in(a);
	const char *slash = strrchr(beside, '/');
	if (slash)
		bc_buf_add(&path, (struct bc_str){beside, (size_t)(slash - beside) + 1});
	bc_buf_add(&path, name);
	bc_buf_putc(&path, '\0');
	return path.p;
}

struct bc_str bc_path_last(struct bc_str name)
{
	size_t from = name.n;
	while (from > 0 && name.p[from - 1] != '/')
		from--;
	return bc_str_cut(name, from, name.n);
}
