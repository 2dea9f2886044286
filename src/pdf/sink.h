/*
 * The objects of a PDF file: numbered, hung into the page tree and the
 * outline, and at last written out.
 *
 * libharu holds them, and is seen by sink.c alone.  Dictionaries are given as
 * the bytes between << and >>; bytes handed over must live in ctx->arena.
 */
#ifndef BC_PDF_SINK_H
#define BC_PDF_SINK_H

#include "base/ctx.h"
#include "pdf/deflate.h"

#include <stdint.h>

struct bc_sink;

/* An empty file; lives in ctx->arena. */
struct bc_sink *bc_sink_new(struct bc_ctx *ctx);

/* The number of a new object, an empty dictionary as yet. */
uint32_t bc_sink_object(struct bc_sink *sink);

/* Make the object a dictionary, or a stream (`entries` without its Length). */
void bc_sink_dict(struct bc_sink *sink, uint32_t object, struct bc_str entries);
void bc_sink_stream(struct bc_sink *sink, uint32_t object, struct bc_str entries,
		    struct bc_str data);

/*
 * The numbers of `n` dictionaries in a row, the last objects of the file: the
 * first of them.  Their entries follow in order, each between two calls of
 * bc_sink_next, appended to the buffer that it gives.
 */
uint32_t bc_sink_last(struct bc_sink *sink, uint32_t n);
struct bc_buf *bc_sink_next(struct bc_sink *sink);

/* Append a page; its number.  The tree adds Parent. */
uint32_t bc_sink_page(struct bc_sink *sink, struct bc_str entries);

/* Append an entry of the outline under `parent` (0: the outline itself); its number. */
uint32_t bc_sink_bookmark(struct bc_sink *sink, uint32_t parent, struct bc_str entries);

/* The entries that the catalog has besides, and all of the information dictionary. */
void bc_sink_catalog(struct bc_sink *sink, struct bc_str entries);
void bc_sink_info(struct bc_sink *sink, struct bc_str entries);

/*
 * The whole file, in ctx->arena: PDF 1.7 with object streams.  Its /ID is made
 * from its content.  False after a finding.
 */
bool bc_sink_save(struct bc_sink *sink, struct bc_deflate *z,
		  struct bc_str *bytes) BC_MUST_CHECK;

#endif
