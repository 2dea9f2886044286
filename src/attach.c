/* Each file beside its report. */
#include "attach.h"

#include "base/file.h"
#include "base/limits.h"
#include "base/path.h"
#include "model/attachment.h"

static enum bc_pdf_relation relation_of(const struct bc_attachment *a)
{
	static const enum bc_pdf_relation relations[] = {
		[BC_RELATION_UNSPECIFIED] = BC_PDF_UNSPECIFIED,
		[BC_RELATION_SOURCE] = BC_PDF_SOURCE,
		[BC_RELATION_DATA] = BC_PDF_DATA,
		[BC_RELATION_SUPPLEMENT] = BC_PDF_SUPPLEMENT,
		[BC_RELATION_ALTERNATIVE] = BC_PDF_ALTERNATIVE,
	};
	return relations[a->relation];
}

/* All but its bytes. */
static struct bc_pdf_file described(const struct bc_attachment *a)
{
	return (struct bc_pdf_file){
		.name = bc_attachment_name(a),
		.mime = bc_attachment_mime(a),
		.description = a->description.s,
		.relation = relation_of(a),
	};
}

/* `file` is the path as written: on the disk a name need not be in NFC. */
static bool read_one(struct bc_ctx *ctx, const struct bc_attachment *a, struct bc_str file,
		     const char *report, struct bc_pdf_file *out)
{
	*out = described(a);
	return bc_file_read(ctx, bc_path_beside(ctx->arena, report, file), BC_LIMIT_ATTACHED,
			    &out->bytes);
}

struct bc_attached_files bc_attached_load(struct bc_ctx *ctx, const struct bc_report *report,
					  const struct bc_json *data, const char *name)
{
	const struct bc_json *list = bc_json_get(data, BC_STR("attachments"));
	const struct bc_json *element = list ? list->first : NULL;
	size_t n = bc_attachments_considered(report), kept = 0;
	struct bc_pdf_file *files = bc_new_n(ctx->arena, struct bc_pdf_file, n);
	for (size_t i = 0; i < n; i++, element = element->next) {
		const struct bc_json *file = bc_json_get(element, BC_STR("file"));
		if (report->attachments[i].file.s.n && bc_path_stays_below(file->text) &&
		    read_one(ctx, &report->attachments[i], file->text, name, &files[kept]))
			kept++;
	}
	return (struct bc_attached_files){files, kept};
}

struct bc_attached_files bc_attached_again(struct bc_ctx *ctx, const struct bc_report *report,
					   struct bc_pdfread *pdf)
{
	size_t n = bc_attachments_considered(report), kept = 0;
	struct bc_pdf_file *files = bc_new_n(ctx->arena, struct bc_pdf_file, n);
	for (size_t i = 0; i < n; i++) {
		struct bc_pdf_file *file = &files[kept];
		*file = described(&report->attachments[i]);
		const struct bc_embedded *found = bc_pdfread_find(pdf, file->name);
		if (found && bc_pdfread_bytes(pdf, found, &file->bytes))
			kept++;
	}
	return (struct bc_attached_files){files, kept};
}
