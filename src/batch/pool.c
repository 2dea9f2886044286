/*
 * One socket a worker: the number of a record goes out, its outcome comes
 * back.  A socket that closes in between means that the worker died of it.
 */
#include "batch/pool.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum {
	IDLE_MS = 1000,  /* between looks at the clock */
	WALL_FACTOR = 10 /* of the computing time that a report may take by the clock */
};

struct hand {      /* a worker, as seen from here */
	pid_t pid; /* 0: none */
	int fd;
	bool busy, too_long;
	size_t record;
	time_t deadline; /* of the record, by the clock */
};

struct pool {
	const struct bc_work *work;
	struct hand *hands;
	size_t n_hands;
	const size_t *order;
	size_t n, next; /* records, and the first that isn't begun */
	int signals;    /* readable when the run is to stop */
	sigset_t before;
	bool stopping, killed;
	bc_outcome_taker *take;
	void *self;
	struct bc_pool_result result;
};

static time_t now(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec;
}

/* In the new process: nothing of the others', and a terminal's Ctrl-C is not for it. */
static void become_worker(const struct pool *pool, int fd)
{
	sigset_t terminal;
	for (size_t i = 0; i < pool->n_hands; i++) {
		if (pool->hands[i].pid)
			close(pool->hands[i].fd);
	}
	close(pool->signals);
	sigprocmask(SIG_SETMASK, &pool->before, NULL);
	sigemptyset(&terminal);
	sigaddset(&terminal, SIGINT);
	sigaddset(&terminal, SIGHUP);
	sigprocmask(SIG_BLOCK, &terminal, NULL);
	bc_worker_run(pool->work, fd);
}

static bool start(struct pool *pool, struct hand *hand)
{
	int pair[2];
	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) != 0)
		return false;
	pid_t pid = fork();
	if (pid == 0) {
		close(pair[0]);
		become_worker(pool, pair[1]);
	}
	close(pair[1]);
	if (pid < 0) {
		close(pair[0]);
		return false;
	}
	*hand = (struct hand){.pid = pid, .fd = pair[0]};
	return true;
}

/* Give the hand its next record, or take leave of it. */
static void dispatch(struct pool *pool, struct hand *hand)
{
	if (pool->next == pool->n || pool->stopping) {
		shutdown(hand->fd, SHUT_WR);
		return;
	}
	hand->record = pool->order[pool->next];
	/* a worker that is gone already shows when its socket is read */
	if (send(hand->fd, &hand->record, sizeof hand->record, MSG_NOSIGNAL) < 0)
		return;
	pool->next++;
	hand->busy = true;
	hand->deadline = now() + (time_t)(WALL_FACTOR * pool->work->batch->cpu_limit);
}

static void stop(struct pool *pool)
{
	pool->stopping = true;
	for (size_t i = 0; i < pool->n_hands; i++) {
		if (pool->hands[i].pid && !pool->hands[i].busy)
			shutdown(pool->hands[i].fd, SHUT_WR);
	}
}

static void hand_on(struct pool *pool, struct bc_outcome *outcome)
{
	if (!pool->take(pool->self, outcome))
		stop(pool);
	bc_outcome_free(outcome);
}

/* What killed a worker, and the one argument of its message. */
static enum bc_diag cause_of(const struct pool *pool, const struct hand *hand, int status,
			     char detail[32])
{
	size_t limit = pool->work->batch->cpu_limit;
	if (hand->too_long) {
		snprintf(detail, 32, "%zu", WALL_FACTOR * limit);
		return BC_DIAG_BATCH_WALL;
	}
	if (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU) {
		snprintf(detail, 32, "%zu", limit);
		return BC_DIAG_BATCH_CPU;
	}
	if (WIFSIGNALED(status))
		snprintf(detail, 32, "signal %d", WTERMSIG(status));
	else
		snprintf(detail, 32, "exit status %d", WEXITSTATUS(status));
	return BC_DIAG_BATCH_CRASH;
}

/* The worker is gone; with it the record that it was at. */
static void bury(struct pool *pool, struct hand *hand)
{
	struct bc_outcome outcome;
	char detail[32];
	int status = 0;
	close(hand->fd);
	while (waitpid(hand->pid, &status, 0) < 0 && errno == EINTR)
		;
	hand->pid = 0;
	if (!hand->busy)
		return;
	if (pool->killed) {
		pool->result.not_begun++;
		return;
	}
	enum bc_diag cause = cause_of(pool, hand, status, detail);
	if (!bc_worker_lost(pool->work, hand->record, cause, detail, &outcome)) {
		pool->result.error = ENOMEM;
		stop(pool);
		return;
	}
	outcome.fate = cause == BC_DIAG_BATCH_CRASH ? BC_CRASHED : BC_GIVEN_UP;
	hand_on(pool, &outcome);
}

static void hear(struct pool *pool, struct hand *hand)
{
	struct bc_outcome outcome;
	if (bc_outcome_receive(hand->fd, &outcome)) {
		bool leaves = outcome.fate == BC_FAILED;
		hand->busy = false;
		hand_on(pool, &outcome);
		if (!leaves)
			dispatch(pool, hand);
		return;
	}
	bury(pool, hand);
	if (pool->next < pool->n && !pool->stopping && start(pool, hand))
		dispatch(pool, hand);
}

static size_t count_busy(const struct pool *pool)
{
	size_t busy = 0;
	for (size_t i = 0; i < pool->n_hands; i++)
		busy += pool->hands[i].pid && pool->hands[i].busy;
	return busy;
}

/* The first time: no new report.  The second time: no report at all. */
static void interrupt(struct pool *pool)
{
	struct signalfd_siginfo info;
	const struct bc_batch *batch = pool->work->batch;
	if (read(pool->signals, &info, sizeof info) != (ssize_t)sizeof info)
		return;
	if (!pool->result.interrupted) {
		pool->result.interrupted = true;
		stop(pool);
		batch->stopping(batch->self, count_busy(pool));
		return;
	}
	pool->killed = true;
	for (size_t i = 0; i < pool->n_hands; i++) {
		if (pool->hands[i].pid)
			kill(pool->hands[i].pid, SIGTERM);
	}
}

static void kill_late(struct pool *pool)
{
	time_t t = now();
	for (size_t i = 0; i < pool->n_hands; i++) {
		struct hand *hand = &pool->hands[i];
		if (hand->pid && hand->busy && t > hand->deadline && !hand->too_long) {
			hand->too_long = true;
			kill(hand->pid, SIGKILL);
		}
	}
}

/* Wait for what comes first; false when nobody is left to wait for. */
static bool turn(struct pool *pool, struct pollfd *fds)
{
	size_t alive = 0;
	fds[pool->n_hands] = (struct pollfd){.fd = pool->signals, .events = POLLIN};
	for (size_t i = 0; i < pool->n_hands; i++) {
		const struct hand *hand = &pool->hands[i];
		fds[i] = (struct pollfd){.fd = hand->pid ? hand->fd : -1, .events = POLLIN};
		alive += hand->pid != 0;
	}
	if (alive == 0)
		return false;
	if (poll(fds, pool->n_hands + 1, IDLE_MS) < 0 && errno != EINTR)
		return false;
	if (fds[pool->n_hands].revents)
		interrupt(pool);
	for (size_t i = 0; i < pool->n_hands; i++) {
		if (fds[i].fd >= 0 && fds[i].revents)
			hear(pool, &pool->hands[i]);
	}
	kill_late(pool);
	return true;
}

static bool catch_signals(struct pool *pool)
{
	sigset_t stops;
	sigemptyset(&stops);
	sigaddset(&stops, SIGINT);
	sigaddset(&stops, SIGTERM);
	sigaddset(&stops, SIGHUP);
	if (sigprocmask(SIG_BLOCK, &stops, &pool->before) != 0)
		return false;
	pool->signals = signalfd(-1, &stops, SFD_CLOEXEC);
	return pool->signals >= 0;
}

/* Start the workers; fewer are enough when there is no room for all. */
static void hire(struct pool *pool)
{
	size_t alive = 0;
	for (size_t i = 0; i < pool->n_hands && i < pool->n; i++) {
		if (!start(pool, &pool->hands[i]))
			break;
		alive++;
	}
	if (alive == 0)
		pool->result.error = errno;
	for (size_t i = 0; i < alive; i++)
		dispatch(pool, &pool->hands[i]);
}

struct bc_pool_result bc_pool_run(const struct bc_work *work, const size_t *order, size_t n,
				  bc_outcome_taker *take, void *self)
{
	size_t n_hands = work->batch->workers;
	struct pool pool = {.work = work,
			    .n_hands = n_hands,
			    .order = order,
			    .n = n,
			    .take = take,
			    .self = self};
	struct pollfd *fds = calloc(n_hands + 1, sizeof *fds);
	pool.hands = calloc(n_hands, sizeof *pool.hands);
	if (!fds || !pool.hands || !catch_signals(&pool)) {
		pool.result.error = errno;
	} else {
		if (n)
			hire(&pool);
		while (turn(&pool, fds))
			;
		close(pool.signals);
		sigprocmask(SIG_SETMASK, &pool.before, NULL);
	}
	pool.result.not_begun += n - pool.next;
	if (pool.next < n && !pool.stopping && !pool.result.error)
		pool.result.error = EAGAIN; /* no worker could be started again */
	free(fds);
	free(pool.hands);
	return pool.result;
}
