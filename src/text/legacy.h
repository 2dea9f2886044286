/*
 * Vietnamese in the encodings before Unicode, TCVN3 (ABC) and VNI, that was
 * taken for Latin-1: "céng hßa", "coäng hoøa" for cộng hòa.
 */
#ifndef BC_TEXT_LEGACY_H
#define BC_TEXT_LEGACY_H

#include "base/buf.h"

enum bc_legacy {
	BC_LEGACY_NONE,
	BC_LEGACY_TCVN3,
	BC_LEGACY_VNI,
};

/*
 * Whether the words of `s` read as one of the encodings: *begin and *end are
 * set around the words that do.  Foreign words in Latin-1 letters speak against
 * it.  "chí" is a word as it stands and one of TCVN3, too: it counts for
 * nothing, and at the edges it is taken along only when `s` isn't `mixed` with
 * Unicode text.
 */
enum bc_legacy bc_legacy_of(struct bc_str s, bool mixed, size_t *begin, size_t *end);

/* Append `s` with its legacy words in Unicode, the other text as it is. */
void bc_legacy_decode(struct bc_buf *out, struct bc_str s, enum bc_legacy encoding);

#endif
