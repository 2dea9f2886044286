/*
 * Texts that a PDF holds, made fit to be shown.
 */
#ifndef BC_PDFREAD_TEXT_H
#define BC_PDFREAD_TEXT_H

#include "base/buf.h"

/* `bytes` as valid UTF-8, in `a`: U+FFFD for what isn't, a space for a control character. */
struct bc_str bc_pdfread_text(struct bc_arena *a, struct bc_str bytes);

#endif
