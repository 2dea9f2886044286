/*
 * What every pass gets: the document's memory and its findings.
 */
#ifndef BC_BASE_CTX_H
#define BC_BASE_CTX_H

#include "base/arena.h"
#include "base/diag.h"

struct bc_ctx {
	struct bc_arena *arena;   /* lives as long as the document */
	struct bc_arena *scratch; /* for inner loops: take a mark, release it */
	struct bc_findings *findings;
};

#endif
