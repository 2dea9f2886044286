/*
 * What Vietnamese office writing does with letters and numbers.
 */
#ifndef BC_TEXT_VIET_H
#define BC_TEXT_VIET_H

#include "base/buf.h"
#include "base/utf8.h"

#include <stdbool.h>

/* `s` (NFC) in capitals, or in small letters; marks are kept. Appends to `out`. */
void bc_upper(struct bc_buf *out, struct bc_str s);
void bc_lower(struct bc_buf *out, struct bc_str s);

/*
 * `s` (NFC) with its first letter as a capital, the rest as it is.  Quotes,
 * brackets and marks may stand before the letter, but no digit: "5 xã" stays.
 */
void bc_capital(struct bc_buf *out, struct bc_str s);

/* The order of two NFC texts, by code points, for which capitals are small letters. */
int bc_compare_no_case(struct bc_str a, struct bc_str b);

/* Whether the rune is a letter, or a letter in capitals (Đ and Ừ are). */
bool bc_is_letter(bc_rune r);
bool bc_is_upper(bc_rune r);

/*
 * The marker of the n-th điểm (n from 1): a b c d đ e g h i k l m n o p q r s
 * t u v x y, as the decree itself letters them (NĐ 30 I.II.6.đ); after y: aa, ab, ...
 */
void bc_diem_letter(struct bc_buf *out, unsigned n);

/* n in capital Roman numerals, 1 <= n <= 3999. */
void bc_roman(struct bc_buf *out, unsigned n);

/*
 * "nhất", "hai", "ba", "tư", ...: the ordinal after "Thứ" or "Phần thứ", n >= 1;
 * in digits from 1000.
 */
void bc_ordinal(struct bc_buf *out, unsigned n);

/* n with a leading zero below 10. */
void bc_two_digits(struct bc_buf *out, unsigned n);

#endif
