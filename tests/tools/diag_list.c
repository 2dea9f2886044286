/*
 * The table of all messages, for scripts.
 *
 *	diag_list codes   one line each: CODE TROUBLE (DATA, FILE, SYSTEM)
 *	diag_list mdoc    the list of the manual page's DIAGNOSTICS
 */
#include "base/diag.h"

#include <stdio.h>
#include <string.h>

static const char *const severities[] = {
	[BC_NOTE] = "note",
	[BC_WARNING] = "warning",
	[BC_ERROR] = "error",
};
static const char *const troubles[] = {
	[BC_DATA] = "DATA",
	[BC_FILE] = "FILE",
	[BC_SYSTEM] = "SYSTEM",
};
static const char *const arguments[] = {"A", "B", "C"};

/* Text of a mdoc line: an argument {0} becomes a letter, roff's own signs are escaped. */
static void put_text(const char *s)
{
	if (*s == '.' || *s == '\'')
		fputs("\\&", stdout);
	for (; *s; s++) {
		if (s[0] == '{' && s[1] >= '0' && s[1] <= '2' && s[2] == '}') {
			printf("\\fI%s\\fP", arguments[s[1] - '0']);
			s += 2;
		} else if (*s == '\\') {
			fputs("\\e", stdout);
		} else {
			putchar(*s);
		}
	}
	putchar('\n');
}

static void put_mdoc(const struct bc_diag_text *text)
{
	printf(".It %s Pq %s\n", text->code, severities[text->severity]);
	put_text(text->message[BC_EN]);
	if (*text->hint[BC_EN]) {
		puts(".br");
		put_text(text->hint[BC_EN]);
	}
}

int main(int argc, char **argv)
{
	if (argc != 2 || (strcmp(argv[1], "codes") != 0 && strcmp(argv[1], "mdoc") != 0))
		return 2;
	for (int i = 0; i < BC_DIAG_COUNT; i++) {
		const struct bc_diag_text *text = bc_diag_text((enum bc_diag)i);
		if (argv[1][0] == 'm')
			put_mdoc(text);
		else
			printf("%s %s\n", text->code, troubles[text->trouble]);
	}
	return 0;
}
