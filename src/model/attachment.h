/*
 * What an attached file is called in the PDF, and what is in it.
 */
#ifndef BC_MODEL_ATTACHMENT_H
#define BC_MODEL_ATTACHMENT_H

#include "base/limits.h"
#include "model/report.h"

/* Its name in the PDF: as the report says, else the file's own. */
struct bc_str bc_attachment_name(const struct bc_attachment *attachment);

/* Its MIME type: as the report says, else by the ending of its name. */
struct bc_str bc_attachment_mime(const struct bc_attachment *attachment);

/* How many of a report's are looked at: what is beyond the limit is reported once. */
static inline size_t bc_attachments_considered(const struct bc_report *report)
{
	return report->n_attachments < BC_LIMIT_ATTACHMENTS ? report->n_attachments
							    : BC_LIMIT_ATTACHMENTS;
}

#endif
