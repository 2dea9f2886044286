/*
 * Text as a name for machines: part of a file's name or of an address.
 */
#ifndef BC_TEXT_SLUG_H
#define BC_TEXT_SLUG_H

#include "base/buf.h"

/*
 * `s` (NFC) in small ASCII letters and digits without marks, with one hyphen for
 * whatever stands between them: "Đảng ủy xã Tân An" → dang-uy-xa-tan-an.
 * Apostrophes and what can't be seen part nothing: "Ea H'leo" → ea-hleo.
 * Letters that are not Latin are lost; the result is empty when nothing is left.
 */
void bc_slug(struct bc_buf *out, struct bc_str s);

#endif
