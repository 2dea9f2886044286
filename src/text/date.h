/*
 * Dates as data, and as official documents write them.
 */
#ifndef BC_TEXT_DATE_H
#define BC_TEXT_DATE_H

#include "base/buf.h"

#include <stdbool.h>

struct bc_date {
	int year, month, day; /* day 0: left for the clerk to fill in; year 0: no date */
};

/*
 * Read "2026-11-21" or, when `day_optional`, "2026-11".  False when the form
 * is another or no such day exists in the calendar.
 */
bool bc_date_parse(struct bc_str text, bool day_optional, struct bc_date *out);

/* Whether `text` has the form of a date, existing or not: for the choice of message. */
bool bc_date_shaped(struct bc_str text);

/* <0, 0, >0; a missing day counts as the first of the month. */
int bc_date_compare(struct bc_date a, struct bc_date b);

/* Where in a buffer day and month stand, or the gaps for them: bytes. */
struct bc_date_places {
	size_t day, day_end, month, month_end;
};

/*
 * "ngày 05 tháng 01 năm 2026": days below 10 and months 1 and 2 with a zero
 * (NĐ 30 I.II.4.b; HD36 1.4.2).  A missing day, and a month 0, are gaps of
 * `blank` spaces, at least 2; a year 0 is left out.
 */
struct bc_date_places bc_date_print_long(struct bc_buf *out, struct bc_date d, unsigned blank);

#endif
