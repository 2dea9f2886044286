/*
 * The functions of qpdf's C library that are used here, loaded when a PDF is
 * to be read: who makes PDFs doesn't pay for it.
 */
#ifndef BC_PDFREAD_QPDF_H
#define BC_PDFREAD_QPDF_H

#include "base/ctx.h"

#include <qpdf/qpdf-c.h>

/* Each as qpdf-c.h has it, without its "qpdf_". */
struct bc_qpdf {
	qpdf_data (*init)(void);
	void (*cleanup)(qpdf_data *);
	void (*silence_errors)(qpdf_data);
	void (*set_suppress_warnings)(qpdf_data, QPDF_BOOL);
	void (*set_attempt_recovery)(qpdf_data, QPDF_BOOL);
	QPDF_ERROR_CODE(*read_memory)
	(qpdf_data, const char *, const char *, unsigned long long, const char *);
	QPDF_BOOL (*has_error)(qpdf_data);
	qpdf_error (*get_error)(qpdf_data);
	enum qpdf_error_code_e (*get_error_code)(qpdf_data, qpdf_error);
	const char *(*get_error_message_detail)(qpdf_data, qpdf_error);
	qpdf_oh (*get_root)(qpdf_data);
	QPDF_BOOL (*oh_is_array)(qpdf_data, qpdf_oh);
	QPDF_BOOL (*oh_is_dictionary)(qpdf_data, qpdf_oh);
	QPDF_BOOL (*oh_is_stream)(qpdf_data, qpdf_oh);
	QPDF_BOOL (*oh_is_string)(qpdf_data, qpdf_oh);
	QPDF_BOOL (*oh_is_name)(qpdf_data, qpdf_oh);
	QPDF_BOOL (*oh_is_null)(qpdf_data, qpdf_oh);
	QPDF_BOOL (*oh_get_value_as_longlong)(qpdf_data, qpdf_oh, long long *);
	const char *(*oh_get_binary_utf8_value)(qpdf_data, qpdf_oh, size_t *);
	const char *(*oh_get_name)(qpdf_data, qpdf_oh);
	int (*oh_get_array_n_items)(qpdf_data, qpdf_oh);
	qpdf_oh (*oh_get_array_item)(qpdf_data, qpdf_oh, int);
	qpdf_oh (*oh_get_key)(qpdf_data, qpdf_oh, const char *);
	qpdf_oh (*oh_get_dict)(qpdf_data, qpdf_oh);
	void (*oh_begin_dict_key_iter)(qpdf_data, qpdf_oh);
	QPDF_BOOL (*oh_dict_more_keys)(qpdf_data);
	const char *(*oh_dict_next_key)(qpdf_data);
	int (*oh_get_object_id)(qpdf_data, qpdf_oh);
	const char *(*oh_unparse_resolved)(qpdf_data, qpdf_oh);
	QPDF_ERROR_CODE(*oh_get_stream_data)
	(qpdf_data, qpdf_oh, enum qpdf_stream_decode_level_e, QPDF_BOOL *, unsigned char **,
	 size_t *);
};

/* The library, in ctx->arena; NULL after a finding. */
const struct bc_qpdf *bc_qpdf_load(struct bc_ctx *ctx);

#endif
