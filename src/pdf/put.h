/*
 * The syntax of PDF: numbers, names, strings and references as bytes.
 */
#ifndef BC_PDF_PUT_H
#define BC_PDF_PUT_H

#include "base/buf.h"
#include "base/len.h"

#include <stdint.h>

/* `v` × 10^-digits as a decimal, without needless zeros. */
void bc_put_fixed(struct bc_buf *out, int64_t v, int digits);

/* A length in thousandths of a point, rounded to nearest: the precision of our pages. */
int64_t bc_put_milli(bc_len len);

/* A length in points. */
void bc_put_len(struct bc_buf *out, bc_len len);

/* The reference to an indirect object: "12 0 R". */
void bc_put_ref(struct bc_buf *out, uint32_t object);

/* `bytes` as a name, with its slash (ISO 32000-1 7.3.5). */
void bc_put_name(struct bc_buf *out, struct bc_str bytes);

/* One byte of a literal string, escaped where needed (7.3.4.2). */
void bc_put_literal(struct bc_buf *out, unsigned byte);

/* Text as UTF-16BE in capital hexadecimal digits, without brackets. */
void bc_put_rune(struct bc_buf *out, uint32_t rune);
void bc_put_utf16(struct bc_buf *out, struct bc_str text);

/* Two bytes in capital hexadecimal digits. */
void bc_put_hex16(struct bc_buf *out, uint32_t v);

/* The lowest `bytes` of `v` as they are, the most significant first. */
void bc_put_big_endian(struct bc_buf *out, uint32_t v, int bytes);

/* A text string (7.9.2.2): literal if it is ASCII, else UTF-16 with its byte order mark. */
void bc_put_text(struct bc_buf *out, struct bc_str text);

/* "/Key (text)\n", or nothing for an empty text. */
void bc_put_entry(struct bc_buf *out, const char *key, struct bc_str text);

#endif
