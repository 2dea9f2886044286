/*
 * Normalisation to NFC, the one form of text behind this point.
 */
#ifndef BC_TEXT_NFC_H
#define BC_TEXT_NFC_H

#include "base/arena.h"
#include "base/str.h"

/*
 * `s` (valid UTF-8) in NFC: `s` itself when it is already, else a copy in `a`.
 * A letter with more than 64 marks is no text and stays as it is.
 */
struct bc_str bc_nfc(struct bc_arena *a, struct bc_str s);

#endif
