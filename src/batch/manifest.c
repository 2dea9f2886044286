/* Each line is flushed, so that a broken-off run leaves what it did. */
#include "batch/manifest.h"

#include "batch/ndjson.h"

#include <errno.h>

static void put_hash(FILE *out, const char *name, const unsigned char hash[BC_SHA256])
{
	fprintf(out, ",\"%s\":\"", name);
	for (size_t i = 0; i < BC_SHA256; i++)
		fprintf(out, "%02x", hash[i]);
	fputc('"', out);
}

static void put_input(FILE *out, const struct bc_records *records,
		      const struct bc_record *record)
{
	const struct bc_input *input = &records->inputs[record->input];
	fputs(",\"input\":", out);
	bc_ndjson_string(out, input->name);
	if (input->many)
		fprintf(out, ",\"line\":%u", record->line);
	if (record->element != SIZE_MAX)
		fprintf(out, ",\"element\":%zu", record->element);
}

static void put_output(FILE *out, const struct bc_record *record,
		       const struct bc_outcome *outcome)
{
	if (!outcome->bytes)
		return;
	fputs(",\"output\":", out);
	bc_ndjson_string(out, record->name);
	put_hash(out, "sha256", outcome->output);
	fprintf(out, ",\"bytes\":%llu,\"pages\":%zu", (unsigned long long)outcome->bytes,
		outcome->pages);
}

bool bc_manifest_add(FILE *out, const struct bc_records *records,
		     const struct bc_outcome *outcome)
{
	static const char *const fates[] = {"done",   "draft",   "errors",
					    "failed", "crashed", "given-up"};
	const struct bc_record *record = &records->at[outcome->record];
	errno = 0;
	fprintf(out, "{\"schema\":1,\"record\":%zu,\"status\":\"%s\"", outcome->record + 1,
		fates[outcome->fate]);
	put_input(out, records, record);
	if (outcome->input_known)
		put_hash(out, "input_sha256", outcome->input);
	put_output(out, record, outcome);
	fprintf(out, ",\"ms\":%.1f,\"findings\":[%.*s]", outcome->ms, (int)outcome->n_listed,
		outcome->listed);
	if (outcome->dropped)
		fprintf(out, ",\"dropped\":%zu", outcome->dropped);
	fputs("}\n", out);
	return fflush(out) == 0;
}
