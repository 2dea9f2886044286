/*
 * The reports of a run: where each stands in which file.
 *
 * A file is one report, a JSON array of reports, or one report a line.  It is
 * cut into reports by brackets and quotes alone, in one pass with a fixed
 * buffer: neither the file nor a report is ever held whole here.  Texts are
 * read again when they are needed.
 */
#ifndef BC_BATCH_RECORDS_H
#define BC_BATCH_RECORDS_H

#include "baocao.h"
#include "base/diag.h"

#include <stdint.h>

struct bc_input {
	char *name; /* as the user gave it */
	int fd;     /* a copy of what can be read only once; -1: opened by name */
	bool many;  /* a list: its reports are told apart by line and element */
};

#define BC_NOT_REFUSED BC_DIAG_COUNT

struct bc_record {
	size_t input;
	uint64_t at, size;     /* its bytes in the input */
	unsigned line, column; /* of its first byte, from 1 */
	size_t element;        /* of an array, from 0; SIZE_MAX: no array */
	uint64_t hash;         /* of the bytes that gave the name */
	char *name;            /* of its PDF; NULL: none */
	enum bc_diag refused;  /* why no PDF can be made of it; BC_NOT_REFUSED: none is known */
	char *detail;          /* of that finding; NULL: none */
	size_t related;        /* a record to be seen with it; SIZE_MAX: none */
};

struct bc_records {
	struct bc_input *inputs;
	size_t n_inputs;
	struct bc_record *at;
	size_t n;
};

/* The text of a record, in memory that serves one after another. */
struct bc_record_text {
	char *p; /* malloc'ed; NULL at first */
	size_t room;
};

/*
 * Find the reports in `operands`: files, folders (every *.json in them, in
 * the order of their bytes), "-" for standard input.  What is wrong with an
 * operand becomes a record that is refused.  False without memory.
 */
bool bc_records_find(struct bc_records *records, char *const *operands, int n);
void bc_records_free(struct bc_records *records);

/*
 * The job of making record `i`: its place, and its text as far as it can be
 * read and isn't too long; without a text the engine reads the file, and says
 * why that fails.  Borrows `text` and `pointer` (room for 24 bytes).
 */
struct baocao_job bc_record_job(const struct bc_records *records, size_t i,
				struct bc_record_text *text, char pointer[24]);

#endif
