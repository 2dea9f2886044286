/*
 * Drafts: how a page looks while its data is incomplete (--draft).
 */
#ifndef BC_COMPOSE_DRAFT_H
#define BC_COMPOSE_DRAFT_H

#include "compose/build.h"

/*
 * In a draft, turn a gap's text red, and frame a value that a finding is
 * about, with the finding's number behind it.  Nothing otherwise.
 */
void bc_draft_mark(struct bc_composer *c, struct bc_para *para, struct bc_run *run,
		   struct bc_phrase text);

/* The list of what is missing or contradictory, as the draft's last part; NULL: nothing. */
struct bc_part *bc_draft_part(struct bc_composer *c);

#endif
