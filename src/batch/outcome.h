/*
 * What became of one report of a run.
 */
#ifndef BC_BATCH_OUTCOME_H
#define BC_BATCH_OUTCOME_H

#include "baocao.h"
#include "base/sha256.h"

#include <stdint.h>
#include <stdio.h>

enum bc_fate {
	BC_DONE,
	BC_DRAFTED,  /* written, but not finished */
	BC_REFUSED,  /* has errors: nothing was written */
	BC_FAILED,   /* a file, a font or memory was not to be had */
	BC_CRASHED,  /* the program broke off */
	BC_GIVEN_UP, /* it took too long */
};

/* Plain data, but for the two texts: it goes through a pipe as it is. */
struct bc_outcome {
	size_t record;
	enum bc_fate fate;
	size_t pages;
	double ms;
	uint64_t bytes; /* of the PDF; 0: none */
	unsigned char input[BC_SHA256], output[BC_SHA256];
	bool input_known;
	size_t count[3], dropped; /* findings by severity */
	char *told;               /* the findings for people */
	char *listed;             /* the findings for the manifest: JSON objects and commas */
	size_t n_told, n_listed;
};

/* Prints a finding for whoever started the run. */
typedef void bc_teller(void *self, const struct baocao_finding *finding, FILE *out);

/* The texts of an outcome while findings are added. */
struct bc_telling {
	struct bc_outcome *outcome;
	FILE *told, *listed;
	bc_teller *tell;
	void *self;
};

/* False without memory. */
bool bc_telling_begin(struct bc_telling *telling, struct bc_outcome *outcome, bc_teller *tell,
		      void *self);
/* Add the findings of `result` (NULL: memory ran out) whose codes begin with one of the letters
 * `codes`; "": all. */
void bc_telling_add(struct bc_telling *telling, struct baocao_result *result,
		    const char *codes);
/* Close the texts; the outcome owns them from here. False without memory. */
bool bc_telling_end(struct bc_telling *telling);

/* Through a pipe, whole.  False when the other side is gone. */
bool bc_outcome_send(int fd, const struct bc_outcome *outcome);
bool bc_outcome_receive(int fd, struct bc_outcome *outcome);

void bc_outcome_free(struct bc_outcome *outcome);

#endif
