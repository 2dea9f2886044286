/* What file systems and their users forbid. */
#include "text/file_name.h"

#include "base/diag.h"
#include "text/viet.h"

#include <string.h>

enum {
	MAX_NAME = 255, /* bytes: ext4, NTFS and exFAT count differently, none takes more */
};

struct bc_str bc_file_name_sign(struct bc_str s)
{
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		if (c < 0x20 || c == 0x7F)
			return BC_BOTH("có ký tự điều khiển", "it holds a control character");
		if (strchr("/\\:*?\"<>|", c))
			return BC_BOTH("có một trong các dấu / \\ : * ? \" < > |",
				       "it holds one of / \\ : * ? \" < > |");
	}
	return (struct bc_str){0};
}

/* CON, NUL, COM1 ... name devices in Windows, with whatever ending. */
static bool is_device(struct bc_str name)
{
	static const struct {
		char name[4];
		bool numbered;
	} devices[] = {{"con", false}, {"prn", false}, {"aux", false},
		       {"nul", false}, {"com", true},  {"lpt", true}};
	struct bc_str stem =
		bc_str_trimmed(bc_str_cut(name, 0, bc_str_find(name, 0, BC_STR("."))));
	bool numbered = stem.n == 4 && stem.p[3] >= '1' && stem.p[3] <= '9';
	for (size_t i = 0; i < sizeof devices / sizeof devices[0]; i++) {
		struct bc_str device = bc_str_of(devices[i].name);
		if (stem.n == (devices[i].numbered ? 4 : 3) &&
		    numbered == devices[i].numbered &&
		    bc_compare_no_case(bc_str_cut(stem, 0, 3), device) == 0)
			return true;
	}
	return false;
}

struct bc_str bc_file_name_fault(struct bc_str name)
{
	struct bc_str why = bc_file_name_sign(name);
	if (why.n)
		return why;
	if (name.p[0] == '.' || name.p[0] == ' ' || name.p[0] == '-')
		return BC_BOTH("bắt đầu bằng dấu chấm, dấu cách hoặc dấu gạch",
			       "it begins with a point, a space or a dash");
	if (name.n > MAX_NAME)
		return BC_BOTH("dài quá 255 byte", "it is longer than 255 bytes");
	if (is_device(name))
		return BC_BOTH("Windows dùng tên này cho thiết bị",
			       "Windows keeps this name for a device");
	return (struct bc_str){0};
}
