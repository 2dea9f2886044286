/* A report that is refused before it is read. */
#include "run.h"

struct refusal {
	struct bc_ctx *ctx;
	const struct baocao_job *job, *related;
	enum bc_diag diag;
	const char *detail;
};

static void refuse(void *arg)
{
	struct refusal *refusal = arg;
	struct bc_ctx *ctx = refusal->ctx;
	struct bc_finding *f =
		bc_report(ctx->findings, refusal->diag, bc_job_place(ctx, refusal->job),
			  bc_str_of(refusal->detail), (struct bc_str){0}, (struct bc_str){0});
	if (f && refusal->related)
		f->related = bc_job_place(ctx, refusal->related);
}

struct baocao_result *baocao_refuse(const struct baocao_job *job, const char *code,
				    const char *detail, const struct baocao_job *related)
{
	enum bc_diag diag = bc_diag_by_code(bc_str_of(code));
	struct baocao_result *r = diag == BC_DIAG_COUNT ? NULL : bc_result_new(NULL);
	struct refusal refusal = {r ? &r->ctx : NULL, job, related, diag, detail};
	if (r)
		bc_guarded(r, refuse, &refusal);
	return r;
}
