/*
 * DATA: what systems for electronic documents ask of a document beside its
 * pages.  compose/ fills it in, pdf/ writes it into the file.
 */
#ifndef BC_BASE_EDOC_H
#define BC_BASE_EDOC_H

#include "base/str.h"

#include <stdbool.h>

/* Empty: not known, or not yet given. */
struct bc_edoc {
	bool issued;                              /* on the day that the document is dated */
	struct bc_str organ_id;                   /* mã định danh of the issuing organ */
	struct bc_str organ_name;                 /* the issuing organ */
	struct bc_str code_number, code_notation; /* số, ký hiệu */
	struct bc_str type_name;                  /* tên loại */
	struct bc_str subject;                    /* trích yếu */
	struct bc_str language;                   /* in words */
	struct bc_str position, full_name;        /* of the signer; of the lead organ's */
	struct bc_str priority;      /* 1 khẩn, 2 thượng khẩn, 3 hỏa tốc */
	struct bc_str issued_amount; /* copies */
};

#endif
