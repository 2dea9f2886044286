/* Written to a FILE: on a terminal, in a file, in memory. */
#include "batch/ndjson.h"

#include "json/encoding.h"

void bc_ndjson_string(FILE *out, const char *s)
{
	bool utf8 = bc_is_utf8(bc_str_of(s));
	fputc('"', out);
	for (; *s; s++) {
		unsigned char c = (unsigned char)*s;
		if (c == '"' || c == '\\')
			fprintf(out, "\\%c", c);
		else if (c < 0x20 || c == 0x7F)
			fprintf(out, "\\u%04x", c);
		else if (c >= 0x80 && !utf8)
			fputs("\\ufffd", out);
		else
			fputc(c, out);
	}
	fputc('"', out);
}

static void put_member(FILE *out, const char *name, const char *value)
{
	fprintf(out, ",\"%s\":", name);
	bc_ndjson_string(out, value);
}

static void put_place(FILE *out, const char *name, const struct baocao_place *place)
{
	if (!place->file)
		return;
	fprintf(out, ",\"%s\":{\"file\":", name);
	bc_ndjson_string(out, place->file);
	if (place->line)
		fprintf(out, ",\"line\":%u,\"column\":%u,\"end_line\":%u,\"end_column\":%u",
			place->line, place->column, place->end_line, place->end_column);
	put_member(out, "pointer", place->pointer);
	fputc('}', out);
}

void bc_ndjson_finding(FILE *out, const char *before, const struct baocao_finding *f)
{
	static const char *const severities[] = {"note", "warning", "error"};
	fprintf(out, "%s{\"schema\":1,\"code\":\"%s\",\"severity\":\"%s\"", before, f->code,
		severities[f->severity]);
	put_place(out, "place", &f->place);
	put_place(out, "related", &f->related);
	put_member(out, "message_vi", f->message[BAOCAO_VI]);
	put_member(out, "message_en", f->message[BAOCAO_EN]);
	put_member(out, "hint_vi", f->hint[BAOCAO_VI]);
	put_member(out, "hint_en", f->hint[BAOCAO_EN]);
	fputc('}', out);
}
