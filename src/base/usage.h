/*
 * How numbers are written where no rule prescribes it: a profile says what is
 * usual, an office what it does itself.
 */
#ifndef BC_BASE_USAGE_H
#define BC_BASE_USAGE_H

#include <stdbool.h>

struct bc_usage {
	bool le;    /* một trăm lẻ năm, else linh */
	bool ngan;  /* ngàn, else nghìn */
	bool plain; /* 9 tập thể, else 09 */
};

#endif
