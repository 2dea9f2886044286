/*
 * What waits to be filled in after the page is made: ô 3, 4, 7c and 8.
 */
#ifndef BC_COMPOSE_SPOT_H
#define BC_COMPOSE_SPOT_H

#include "compose/build.h"

/* Text that fills a spot, or the blank that keeps it free. */
void bc_spot_text_add(struct bc_composer *c, struct bc_para *para, const struct bc_element *e,
		      enum bc_spot_kind kind, struct bc_phrase text);

/* The places of signature and seal over the room for them, which is added next. */
void bc_sign_spots_add(struct bc_composer *c, struct bc_nodes *out,
		       const struct bc_signature *s);

#endif
