/*
 * Loading: by the name of the library whose headers this was built with.
 *
 * It stays loaded for good: it would leave behind what its own libraries keep,
 * and loading it again then costs nothing.
 */
#include "pdfread/qpdf.h"

#include <dlfcn.h>

static bool take(void *library, const char *name, void *function, size_t size)
{
	void *symbol = dlsym(library, name);
	memcpy(function, &symbol, size);
	return symbol != NULL;
}

/* sizeof, which calls nothing, has the compiler compare the types. */
#define TAKE(f) take(library, "qpdf_" #f, &q->f, sizeof(q->f = qpdf_##f))

static bool take_all(struct bc_qpdf *q, void *library)
{
	return TAKE(init) && TAKE(cleanup) && TAKE(silence_errors) &&
	       TAKE(set_suppress_warnings) && TAKE(set_attempt_recovery) && TAKE(read_memory) &&
	       TAKE(has_error) && TAKE(get_error) && TAKE(get_error_code) &&
	       TAKE(get_error_message_detail) && TAKE(get_root) && TAKE(oh_is_array) &&
	       TAKE(oh_is_dictionary) && TAKE(oh_is_stream) && TAKE(oh_is_string) &&
	       TAKE(oh_is_name) && TAKE(oh_is_null) && TAKE(oh_get_value_as_longlong) &&
	       TAKE(oh_get_binary_utf8_value) && TAKE(oh_get_name) &&
	       TAKE(oh_get_array_n_items) && TAKE(oh_get_array_item) && TAKE(oh_get_key) &&
	       TAKE(oh_get_dict) && TAKE(oh_begin_dict_key_iter) && TAKE(oh_dict_more_keys) &&
	       TAKE(oh_dict_next_key) && TAKE(oh_get_object_id) && TAKE(oh_unparse_resolved) &&
	       TAKE(oh_get_stream_data);
}

const struct bc_qpdf *bc_qpdf_load(struct bc_ctx *ctx)
{
	struct bc_qpdf *q = bc_new(ctx->arena, struct bc_qpdf);
	void *library = dlopen(BC_QPDF, RTLD_NOW | RTLD_LOCAL);
	if (library && take_all(q, library))
		return q;
	BC_REPORT1(ctx->findings, PDF_NO_READER, (struct bc_place){0}, BC_STR(BC_QPDF));
	return NULL;
}
