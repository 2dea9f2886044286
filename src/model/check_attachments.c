/* Attached files, before any is opened: where they lie, what they are called, whether they may
 * be. */
#include "model/check.h"

#include "base/carried.h"
#include "base/path.h"
#include "model/attachment.h"
#include "text/file_name.h"
#include "text/viet.h"

/* Where its name in the PDF is written. */
static struct bc_place name_place(const struct bc_attachment *a)
{
	return a->name.s.n ? a->name.place : a->file.place;
}

static bool is_token(struct bc_str s)
{
	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];
		bool alnum = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
			     (c >= '0' && c <= '9');
		if (!alnum && (c == '\0' || !strchr("!#$&-^_.+", c)))
			return false;
	}
	return s.n > 0;
}

/* Two restricted names of RFC 6838, 4.2, with a slash between them; a name of PDF holds 127
 * bytes. */
static bool is_mime(struct bc_str s)
{
	size_t slash = bc_str_find(s, 0, BC_STR("/"));
	return slash < s.n && s.n <= 127 && is_token(bc_str_cut(s, 0, slash)) &&
	       is_token(bc_str_cut(s, slash + 1, s.n));
}

static void check_one(struct bc_ctx *ctx, const struct bc_attachment *a)
{
	struct bc_str name = bc_attachment_name(a);
	struct bc_str fault = name.n ? bc_file_name_fault(name) : (struct bc_str){0};
	if (!bc_path_stays_below(a->file.s))
		BC_REPORT1(ctx->findings, ATTACHED_OUTSIDE, a->file.place, a->file.s);
	else if (fault.n || !name.n)
		BC_REPORT2(ctx->findings, BATCH_NAME_ILLEGAL, name_place(a), name,
			   name.n ? fault : BC_BOTH("đây là thư mục", "this is a folder"));
	if (a->mime.s.n && !is_mime(a->mime.s))
		BC_REPORT1(ctx->findings, ATTACHED_MIME, a->mime.place, a->mime.s);
}

static bool same_name(struct bc_str a, struct bc_str b)
{
	return a.n && bc_compare_no_case(a, b) == 0;
}

/* The names before it, and the program's own, are taken. */
static void check_name(struct bc_ctx *ctx, const struct bc_attachment *all, size_t at)
{
	struct bc_str name = bc_attachment_name(&all[at]);
	size_t i = 0;
	while (i < at && !same_name(name, bc_attachment_name(&all[i])))
		i++;
	if (i == at && !same_name(name, BC_CARRIED_REPORT) &&
	    !same_name(name, BC_CARRIED_MANIFEST) && !same_name(name, BC_CARRIED_BASE))
		return;
	struct bc_finding *f =
		BC_REPORT1(ctx->findings, ATTACHED_NAME_TAKEN, name_place(&all[at]), name);
	if (f && i < at)
		f->related = name_place(&all[i]);
}

void bc_check_attachments(struct bc_ctx *ctx, const struct bc_report *report)
{
	const struct bc_attachment *all = report->attachments;
	if (report->n_attachments && report->document.secrecy != BC_SECRECY_NONE)
		BC_REPORT0(ctx->findings, ATTACHED_SECRET, all[0].place);
	for (size_t i = 0; i < bc_attachments_considered(report); i++) {
		if (!all[i].file.s.n)
			continue; /* missing, which is reported already */
		check_one(ctx, &all[i]);
		check_name(ctx, all, i);
	}
}
