/*
 * Places of a page that wait for something: the clerk's number and day, a
 * signature, a seal.  Found again by whoever puts it there.
 */
#ifndef BC_BASE_SPOT_H
#define BC_BASE_SPOT_H

#include "base/buf.h"

enum bc_spot_kind {
	BC_SPOT_SO,     /* the document's number, without its symbol */
	BC_SPOT_NGAY,   /* the day of its date */
	BC_SPOT_THANG,  /* the month */
	BC_SPOT_CHU_KY, /* a person's signature */
	BC_SPOT_DAU,    /* the organisation's seal, or the signature that stands for it */
	BC_SPOT_COUNT
};

struct bc_spot {
	enum bc_spot_kind kind;
	unsigned signature;  /* chu_ky, dau: of which signature block of the report, from 1 */
	struct bc_str text;  /* what is printed there already; empty: nothing */
	struct bc_str title; /* chu_ky: authority and position, a line each */
	struct bc_str name;  /* chu_ky: the signer, may be empty; dau: the organisation */
	struct bc_str label; /* what is to come here, for readers who cannot see the page */
};

/* "so", "ngay", "thang", "chu_ky", "dau". */
const char *bc_spot_name(enum bc_spot_kind kind);

/* Append the name of the PDF's signature field for a chu_ky or dau: "nguoi_ky_1", "co_quan_1".
 */
void bc_spot_field(struct bc_buf *out, const struct bc_spot *spot);

#endif
