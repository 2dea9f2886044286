/*
 * Characters that are probably not what the writer meant.
 *
 * Only tells; converting is the user's choice (DESIGN: figures and text are
 * never changed silently, but for NFC).
 */
#ifndef BC_TEXT_SUSPECT_H
#define BC_TEXT_SUSPECT_H

#include "base/buf.h"
#include "base/str.h"

#include <stdbool.h>

enum bc_suspicion {
	BC_SUSPECT_NOTHING,
	BC_SUSPECT_CONTROL, /* a control character, a stray BOM, U+FFFD, a private or unassigned
			       one */
	BC_SUSPECT_LOOKALIKE, /* Ð U+00D0, ð U+00F0, Đ's twins; Cyrillic or Greek letters inside
				 a Latin word */
	BC_SUSPECT_LEGACY,    /* a word of TCVN3 or VNI text that was taken for Latin-1 */
	BC_SUSPECT_MARK,      /* a combining mark without a base, or two tones on one letter */
};

/*
 * The first suspect stretch of `s` (valid UTF-8, NFC) at or behind byte `from`:
 * its bytes in *begin and *end, and in `likely` (may be NULL) what was
 * probably meant, when that is known.
 */
enum bc_suspicion bc_suspect(struct bc_str s, size_t from, size_t *begin, size_t *end,
			     struct bc_buf *likely);

/*
 * Whether `bytes`, which are not valid UTF-8, read as TCVN3 (ABC) Vietnamese;
 * a sample of the text in UTF-8 goes to `sample`.
 */
bool bc_looks_tcvn3(struct bc_str bytes, struct bc_buf *sample);

#endif
