/*
 * What a unit test of a pass needs: a document's memory and its findings.
 *
 *	struct fixture fx;
 *	if (setjmp(fx.oom))
 *		fail_msg("out of memory");
 *	fixture_init(&fx);
 *	... &fx.ctx ...
 *	fixture_done(&fx);
 */
#ifndef BC_TESTS_UNIT_SUPPORT_H
#define BC_TESTS_UNIT_SUPPORT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/ctx.h"

struct fixture {
	jmp_buf oom;
	struct bc_arena arena, scratch;
	struct bc_findings findings;
	struct bc_ctx ctx;
};

static inline void fixture_init(struct fixture *fx)
{
	bc_arena_init(&fx->arena, &fx->oom);
	bc_arena_init(&fx->scratch, &fx->oom);
	bc_findings_init(&fx->findings, &fx->arena);
	fx->ctx = (struct bc_ctx){&fx->arena, &fx->scratch, &fx->findings};
}

static inline void fixture_done(struct fixture *fx)
{
	bc_arena_done(&fx->scratch);
	bc_arena_done(&fx->arena);
}

#endif
