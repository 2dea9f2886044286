/*
 * Whole numbers in words, as amounts "bằng chữ" are written.
 */
#ifndef BC_TEXT_WORDS_H
#define BC_TEXT_WORDS_H

#include "base/buf.h"

#include <stdbool.h>
#include <stdint.h>

/* No rule prescribes either; {0} is what the state's offices and schoolbooks mostly write. */
struct bc_word_style {
	bool le;   /* "lẻ" instead of "linh": một trăm lẻ năm */
	bool ngan; /* "ngàn" instead of "nghìn" */
};

/*
 * `n` in small letters.  Behind "mươi" 1 is mốt, 4 is tư; behind "mươi" and
 * "mười" 5 is lăm: mười một, mười bốn, mười lăm, hai mươi mốt, hai mươi tư,
 * hai mươi lăm; một trăm linh bốn.
 *
 * By groups of three digits: nghìn, triệu, tỷ, nghìn tỷ, triệu tỷ, tỷ tỷ.  A
 * group behind the first has its hundreds said (1.005: một nghìn không trăm
 * linh năm); one of three zeros is not said at all (1.000.005: một triệu
 * không trăm linh năm), since what follows can't be taken for anything else.
 * A number below zero begins with "âm".
 */
void bc_number_words(struct bc_buf *out, int64_t n, struct bc_word_style style);

#endif
