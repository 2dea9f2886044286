/* Names and types of attached files, where the report leaves them to us. */
#include "model/attachment.h"

#include "base/path.h"
#include "text/viet.h"

struct bc_str bc_attachment_name(const struct bc_attachment *attachment)
{
	return attachment->name.s.n ? attachment->name.s : bc_path_last(attachment->file.s);
}

static struct bc_str ending(struct bc_str name)
{
	size_t from = name.n;
	while (from > 0 && name.p[from - 1] != '.')
		from--;
	return from ? bc_str_cut(name, from, name.n) : (struct bc_str){0};
}

struct bc_str bc_attachment_mime(const struct bc_attachment *attachment)
{
	/* as registered with IANA */
	static const char *const types[][2] = {
		{"csv", "text/csv"},
		{"doc", "application/msword"},
		{"docx", "application/"
			 "vnd.openxmlformats-officedocument.wordprocessingml.document"},
		{"jpeg", "image/jpeg"},
		{"jpg", "image/jpeg"},
		{"json", "application/json"},
		{"odp", "application/vnd.oasis.opendocument.presentation"},
		{"ods", "application/vnd.oasis.opendocument.spreadsheet"},
		{"odt", "application/vnd.oasis.opendocument.text"},
		{"pdf", "application/pdf"},
		{"png", "image/png"},
		{"ppt", "application/vnd.ms-powerpoint"},
		{"pptx", "application/"
			 "vnd.openxmlformats-officedocument.presentationml.presentation"},
		{"txt", "text/plain"},
		{"xls", "application/vnd.ms-excel"},
		{"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
		{"xml", "application/xml"},
		{"zip", "application/zip"},
	};
	if (attachment->mime.s.n)
		return attachment->mime.s;
	struct bc_str end = ending(bc_attachment_name(attachment));
	for (size_t i = 0; i < sizeof types / sizeof types[0]; i++) {
		if (bc_compare_no_case(end, bc_str_of(types[i][0])) == 0)
			return bc_str_of(types[i][1]);
	}
	return BC_STR("application/octet-stream");
}
