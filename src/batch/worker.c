/* Limits are set anew for each report; signals that stop a run wait until a file is written. */
#include "batch/worker.h"

#include "batch/names.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

struct worker {
	const struct bc_work *work;
	struct bc_record_text text;
	char pointer[24];
};

static void know_input(const struct bc_work *work, size_t i, const struct baocao_job *job,
		       struct bc_outcome *outcome)
{
	outcome->input_known = job->text && job->size == work->records->at[i].size;
	if (outcome->input_known)
		bc_sha256((struct bc_str){job->text, job->size}, outcome->input);
}

static double now_ms(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static void limit(int resource, rlim_t soft)
{
	struct rlimit both;
	if (getrlimit(resource, &both) != 0)
		return;
	both.rlim_cur = soft < both.rlim_max ? soft : both.rlim_max;
	setrlimit(resource, &both);
}

/* The kernel counts whole seconds of the process, earlier reports included. */
static void grant_time(size_t seconds)
{
	struct rusage used;
	getrusage(RUSAGE_SELF, &used);
	limit(RLIMIT_CPU,
	      (rlim_t)(used.ru_utime.tv_sec + used.ru_stime.tv_sec) + 1 + (rlim_t)seconds);
}

typedef bool writer(struct baocao_result *result, const char *path);

/* Write `name` in the folder of results, with the ending `end` for ".pdf". */
static bool write_undisturbed(const struct bc_work *work, const char *name, const char *end,
			      struct baocao_result *result, writer *write_it)
{
	size_t stem = strlen(name) - strlen(".pdf");
	size_t room = strlen(work->batch->folder) + 1 + stem + strlen(end) + 1;
	char *path = malloc(room);
	if (!path)
		return false;
	snprintf(path, room, "%s/%.*s%s", work->batch->folder, (int)stem, name, end);

	sigset_t stop, before;
	sigemptyset(&stop);
	sigaddset(&stop, SIGTERM);
	sigprocmask(SIG_BLOCK, &stop, &before);
	bool done = write_it(result, path);
	sigprocmask(SIG_SETMASK, &before, NULL);
	free(path);
	return done;
}

/* The PDF goes to its file, and its map beside it. */
static void write_pdf(const struct bc_work *work, size_t i, struct baocao_result *result,
		      struct bc_outcome *outcome)
{
	size_t n;
	const char *bytes = baocao_result_bytes(result, &n);
	const char *name = work->records->at[i].name;
	if (!bytes || !write_undisturbed(work, name, ".pdf", result, baocao_result_write))
		return;
	outcome->bytes = n;
	bc_sha256((struct bc_str){bytes, n}, outcome->output);
	if (baocao_result_map(result, &n))
		write_undisturbed(work, name, ".map.json", result, baocao_result_write_map);
}

static enum bc_fate fate_of(enum baocao_status status, bool written)
{
	if (status == BAOCAO_SYSTEM)
		return BC_FAILED;
	if (written)
		return status == BAOCAO_DONE ? BC_DONE : BC_DRAFTED;
	return BC_REFUSED;
}

/* What came up beside the job itself: the findings whose codes begin with one of `codes`. */
static void add_refusal(struct bc_telling *telling, struct baocao_result *refusal,
			const char *codes)
{
	bool system = !refusal || baocao_result_status(refusal) == BAOCAO_SYSTEM;
	if (telling->outcome->fate != BC_FAILED)
		telling->outcome->fate = system ? BC_FAILED : BC_REFUSED;
	bc_telling_add(telling, refusal, codes);
	baocao_result_free(refusal);
}

static struct baocao_result *refuse(const struct baocao_job *job, enum bc_diag why,
				    const char *detail, const struct baocao_job *related)
{
	return baocao_refuse(job, bc_diag_text(why)->code, detail, related);
}

/* Why the record was refused before it was begun. */
static struct baocao_result *refusal_of(const struct worker *w, size_t i,
					const struct baocao_job *job)
{
	const struct bc_records *records = w->work->records;
	const struct bc_record *record = &records->at[i];
	struct bc_record_text text = {0};
	char pointer[24];
	if (record->refused ==
	    BC_DIAG_BATCH_NO_NAME) /* the place of each finding, made once more */
		return baocao_name(w->work->engine, job, w->work->batch->pattern);
	if (record->related == SIZE_MAX)
		return refuse(job, record->refused, record->detail, NULL);
	struct baocao_job other = bc_record_job(records, record->related, &text, pointer);
	struct baocao_result *refusal = refuse(job, record->refused, record->detail, &other);
	free(text.p);
	return refusal;
}

/* Run the job, for the PDF or for its findings only. */
static void run_job(const struct worker *w, size_t i, const struct baocao_job *job,
		    struct bc_telling *telling)
{
	struct bc_outcome *outcome = telling->outcome;
	struct baocao_result *result = baocao_run(w->work->engine, job);
	if (result && job->output == BAOCAO_PDF)
		write_pdf(w->work, i, result, outcome);
	enum baocao_status status = result ? baocao_result_status(result) : BAOCAO_SYSTEM;
	outcome->fate = fate_of(status, outcome->bytes > 0);
	outcome->pages = result ? baocao_result_stats(result).pages : 0;
	bc_telling_add(telling, result, "");
	baocao_result_free(result);
}

static void make(const struct worker *w, size_t i, struct baocao_job *job,
		 struct bc_telling *telling)
{
	const struct bc_record *record = &w->work->records->at[i];
	struct bc_outcome *outcome = telling->outcome;
	bool refused = record->refused != BC_NOT_REFUSED;
	know_input(w->work, i, job, outcome);
	if (refused && !record->name && record->refused != BC_DIAG_BATCH_NO_NAME) {
		add_refusal(telling, refusal_of(w, i, job), ""); /* it is no report at all */
		return;
	}
	if (bc_names_hash(job) != record->hash) {
		add_refusal(telling, refuse(job, BC_DIAG_BATCH_CHANGED, NULL, NULL), "");
		return;
	}
	job->draft = w->work->batch->draft;
	job->standard = w->work->batch->standard;
	job->carry = w->work->batch->carry;
	job->signature_map = w->work->batch->signature_maps;
	job->signature_fields = w->work->batch->signature_fields;
	job->template = w->work->batch->template;
	job->output = refused ? BAOCAO_CHECK : BAOCAO_PDF;
	run_job(w, i, job, telling);
	if (refused) /* what is wrong with its JSON has been told already */
		add_refusal(telling, refusal_of(w, i, job), "BT");
}

/* False when this worker had better not go on. */
static bool serve(struct worker *w, size_t i, int fd)
{
	struct bc_outcome outcome = {.record = i};
	struct bc_telling telling;
	const struct bc_batch *batch = w->work->batch;
	double begin = now_ms();
	grant_time(batch->cpu_limit);
	if (!bc_telling_begin(&telling, &outcome, batch->tell, batch->self))
		return false;
	struct baocao_job job = bc_record_job(w->work->records, i, &w->text, w->pointer);
	job.sets = batch->sets;
	job.n_sets = batch->n_sets;
	make(w, i, &job, &telling);
	outcome.ms = now_ms() - begin;
	bool whole = bc_telling_end(&telling);
	whole = whole && bc_outcome_send(fd, &outcome);
	bc_outcome_free(&outcome);
	return whole && outcome.fate != BC_FAILED;
}

static bool receive_number(int fd, size_t *out)
{
	return read(fd, out, sizeof *out) == (ssize_t)sizeof *out;
}

void bc_worker_run(const struct bc_work *work, int fd)
{
	struct worker w = {.work = work};
	size_t record;
	limit(RLIMIT_CORE, 0);
	if (work->batch->memory_limit)
		limit(RLIMIT_AS, (rlim_t)work->batch->memory_limit << 20);
	while (receive_number(fd, &record) && serve(&w, record, fd))
		;
	_exit(0);
}

bool bc_worker_lost(const struct bc_work *work, size_t record, enum bc_diag cause,
		    const char *detail, struct bc_outcome *outcome)
{
	struct worker w = {.work = work};
	struct bc_telling telling;
	*outcome = (struct bc_outcome){.record = record};
	if (!bc_telling_begin(&telling, outcome, work->batch->tell, work->batch->self))
		return false;
	struct baocao_job job = bc_record_job(work->records, record, &w.text, w.pointer);
	know_input(work, record, &job, outcome);
	add_refusal(&telling, refuse(&job, cause, detail, NULL), "");
	free(w.text.p);
	return bc_telling_end(&telling);
}
