/*
 * The marks of sections and list items: I. 1. a) - + (1) Thứ nhất.
 */
#ifndef BC_COMPOSE_NUMBER_H
#define BC_COMPOSE_NUMBER_H

#include "compose/build.h"

/* The mark of the n-th item, n from 1, without a space behind it; empty for none. */
struct bc_str bc_number_mark(struct bc_composer *c, enum bc_numbering numbering, unsigned n);

/* How sections at `depth` (from 0) under a parent marked `above` are marked by default. */
enum bc_numbering bc_number_default(const struct bc_composer *c, unsigned depth,
				    enum bc_numbering above);

/* How list labels so marked count. */
enum bc_listing bc_number_listing(enum bc_numbering numbering);

/* The element whose style a section's heading has. */
enum bc_element_id bc_number_element(enum bc_numbering numbering);

#endif
