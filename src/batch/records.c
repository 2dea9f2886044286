/* Operands -> inputs -> records. */
#include "batch/records.h"

#include "base/limits.h"
#include "batch/split.h"

#include <assert.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
	SHOWN = 400 /* bytes read of a report that is too long to be made */
};

#define LIMIT_MIB "64"
static_assert(BC_LIMIT_INPUT == 64 << 20, "what the message says");

/* Room for one more of `n` things at `p`: a power of two of them. */
static void *grown(void *p, size_t n, size_t size)
{
	if (n & (n - 1))
		return p;
	if (n > SIZE_MAX / 2 / size)
		return NULL;
	return realloc(p, (n ? 2 * n : 1) * size);
}

static bool add_input(struct bc_records *r, const char *name)
{
	struct bc_input *inputs = grown(r->inputs, r->n_inputs, sizeof *inputs);
	if (!inputs)
		return false;
	r->inputs = inputs;
	char *copy = strdup(name);
	if (!copy)
		return false;
	inputs[r->n_inputs++] = (struct bc_input){.name = copy, .fd = -1};
	return true;
}

static struct bc_record *add_record(struct bc_records *r)
{
	struct bc_record *at = grown(r->at, r->n, sizeof *at);
	if (!at)
		return NULL;
	r->at = at;
	at[r->n] = (struct bc_record){.input = r->n_inputs - 1,
				      .element = SIZE_MAX,
				      .refused = BC_NOT_REFUSED,
				      .related = SIZE_MAX};
	return &at[r->n++];
}

/* A record that stands for the whole of the last input. */
static bool refuse(struct bc_records *r, enum bc_diag why, const char *detail)
{
	struct bc_record *record = add_record(r);
	if (!record)
		return false;
	record->refused = why;
	record->detail = detail ? strdup(detail) : NULL;
	return !detail || record->detail;
}

struct collecting {
	struct bc_records *records;
	bool exhausted; /* memory ran out */
};

static bool take_piece(void *self, const struct bc_piece *piece)
{
	struct collecting *c = self;
	struct bc_record *record = add_record(c->records);
	if (!record) {
		c->exhausted = true;
		return false;
	}
	record->at = piece->at;
	record->size = piece->size;
	record->line = piece->line;
	record->column = piece->column;
	record->element = piece->element;
	const char *detail = NULL;
	if (piece->expected) {
		record->refused = BC_DIAG_BATCH_LIST;
		detail = piece->expected;
	} else if (piece->size > BC_LIMIT_INPUT) {
		record->refused = BC_DIAG_FILE_TOO_LARGE;
		detail = LIMIT_MIB;
	}
	record->detail = detail ? strdup(detail) : NULL;
	c->exhausted = detail && !record->detail;
	return !c->exhausted;
}

static bool ends_with(const char *name, const char *end)
{
	size_t n = strlen(name), m = strlen(end);
	return n >= m && strcmp(name + n - m, end) == 0;
}

static bool copy(int from, FILE *to)
{
	char buf[1 << 16];
	for (;;) {
		ssize_t n = read(from, buf, sizeof buf);
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return n == 0 && fflush(to) == 0;
		if (fwrite(buf, 1, (size_t)n, to) != (size_t)n)
			return false;
	}
}

/* What can be read only once, in a file that nobody else sees; its descriptor, or -1. */
static int spool(int from)
{
	FILE *file = tmpfile();
	if (!file)
		return -1;
	int fd = copy(from, file) ? dup(fileno(file)) : -1;
	int cause = errno;
	fclose(file);
	errno = cause;
	return fd;
}

/* The descriptor from which the input can be read at any place, or -1. */
static int open_input(struct bc_input *input, int fd)
{
	struct stat st;
	if (fd < 0 || fstat(fd, &st) != 0)
		return -1;
	if (S_ISREG(st.st_mode) && fd != STDIN_FILENO)
		return fd;
	input->fd = spool(fd);
	return input->fd;
}

/* Find the records of the last input. */
static bool split_input(struct bc_records *r)
{
	struct bc_input *input = &r->inputs[r->n_inputs - 1];
	struct collecting collecting = {r, false};
	size_t before = r->n;
	bool standard = strcmp(input->name, "-") == 0;
	int opened = standard ? STDIN_FILENO : open(input->name, O_RDONLY | O_CLOEXEC);
	int fd = open_input(input, opened);
	struct bc_split split = {.error = errno};
	if (fd >= 0)
		split = bc_split(fd,
				 ends_with(input->name, ".jsonl") ||
					 ends_with(input->name, ".ndjson"),
				 take_piece, &collecting);
	if (opened > STDIN_FILENO)
		close(opened);
	input->many = split.many;
	if (collecting.exhausted)
		return false;
	if (fd < 0 || split.error)
		return refuse(r, BC_DIAG_FILE_READ, strerror(split.error));
	return r->n > before || refuse(r, BC_DIAG_BATCH_EMPTY, NULL);
}

static int by_bytes(const struct dirent **a, const struct dirent **b)
{
	return strcmp((*a)->d_name, (*b)->d_name);
}

static int is_report(const struct dirent *entry)
{
	return entry->d_name[0] != '.' && ends_with(entry->d_name, ".json");
}

static bool add_file(struct bc_records *r, const char *name)
{
	return add_input(r, name) && split_input(r);
}

static bool add_folder(struct bc_records *r, const char *name)
{
	struct dirent **entries;
	int n = scandir(name, &entries, is_report, by_bytes);
	if (n <= 0) {
		int cause = errno;
		if (n == 0)
			free(entries);
		return add_input(r, name) &&
		       (n == 0 ? refuse(r, BC_DIAG_BATCH_EMPTY, NULL)
			       : refuse(r, BC_DIAG_FILE_READ, strerror(cause)));
	}
	bool done = true;
	for (int i = 0; i < n; i++) {
		size_t room = strlen(name) + strlen(entries[i]->d_name) + 2;
		char *path = done ? malloc(room) : NULL;
		if (path)
			snprintf(path, room, "%s%s%s", name, ends_with(name, "/") ? "" : "/",
				 entries[i]->d_name);
		done = path && add_file(r, path);
		free(path);
		free(entries[i]);
	}
	free(entries);
	return done;
}

bool bc_records_find(struct bc_records *records, char *const *operands, int n)
{
	*records = (struct bc_records){0};
	for (int i = 0; i < n; i++) {
		struct stat st;
		bool folder = stat(operands[i], &st) == 0 && S_ISDIR(st.st_mode);
		if (!(folder ? add_folder : add_file)(records, operands[i]))
			return false;
	}
	return true;
}

void bc_records_free(struct bc_records *records)
{
	for (size_t i = 0; i < records->n_inputs; i++) {
		free(records->inputs[i].name);
		if (records->inputs[i].fd >= 0)
			close(records->inputs[i].fd);
	}
	for (size_t i = 0; i < records->n; i++) {
		free(records->at[i].name);
		free(records->at[i].detail);
	}
	free(records->inputs);
	free(records->at);
}

static bool read_at(int fd, char *p, size_t n, uint64_t at)
{
	while (n) {
		ssize_t got = pread(fd, p, n, (off_t)at);
		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0)
			return false; /* it has become shorter */
		p += got;
		n -= (size_t)got;
		at += (uint64_t)got;
	}
	return true;
}

/* The first `n` bytes of the record, in text->p. */
static bool read_text(const struct bc_input *input, const struct bc_record *record, size_t n,
		      struct bc_record_text *text)
{
	if (n > text->room || !text->p) {
		char *p = realloc(text->p, n + 1);
		if (!p)
			return false;
		text->p = p;
		text->room = n;
	}
	int fd = input->fd >= 0 ? input->fd : open(input->name, O_RDONLY | O_CLOEXEC);
	bool done = fd >= 0 && read_at(fd, text->p, n, record->at);
	if (fd >= 0 && fd != input->fd)
		close(fd);
	return done;
}

struct baocao_job bc_record_job(const struct bc_records *records, size_t i,
				struct bc_record_text *text, char pointer[24])
{
	const struct bc_record *record = &records->at[i];
	const struct bc_input *input = &records->inputs[record->input];
	struct baocao_job job = {.name = input->name, .unattended = true};
	size_t n = record->size <= BC_LIMIT_INPUT ? (size_t)record->size : SHOWN;
	if (input->many) {
		job.line = record->line;
		job.column = record->column;
	}
	if (record->element != SIZE_MAX) {
		snprintf(pointer, 24, "/%zu", record->element);
		job.pointer = pointer;
	}
	if (record->line && read_text(input, record, n, text)) {
		job.text = text->p;
		job.size = n;
	}
	return job;
}
