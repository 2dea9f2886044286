/*
 * What a rune is to a line break: the classes of UAX #14 that are told apart
 * here, some merged.  A hand table: its rows are runes that occur in office
 * text and whose class does not follow from their general category.
 */
#ifndef BC_TEXT_LINECLASS_H
#define BC_TEXT_LINECLASS_H

#include "base/utf8.h"

enum bc_line_class {
	BC_LINE_AL,     /* letters, symbols, and all that is not below */
	BC_LINE_NU,     /* digits */
	BC_LINE_SPACE,  /* SP, and tabs */
	BC_LINE_GLUE,   /* GL WJ ZWJ: no break beside them */
	BC_LINE_ZERO,   /* ZW: a break behind it */
	BC_LINE_WIDE,   /* BA: spaces of other widths, line separators other than LF */
	BC_LINE_OPEN,   /* OP */
	BC_LINE_CLOSE,  /* CL CP EX IS PO IN NS and the closing QU: no break before */
	BC_LINE_HYPHEN, /* HY, and U+2010 */
	BC_LINE_DASH,   /* BA: the en dash */
	BC_LINE_EM,     /* B2: the em dash */
	BC_LINE_SLASH,  /* SY */
	BC_LINE_IDEO,   /* ID, Hangul syllables */
	BC_LINE_MARK,   /* CM: belongs to the rune before it */
};

enum bc_line_class bc_line_class_of(bc_rune r);

#endif
