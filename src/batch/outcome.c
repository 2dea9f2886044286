/* Outcomes are gathered in a worker and told in the process that started it. */
#include "batch/outcome.h"

#include "batch/ndjson.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

bool bc_telling_begin(struct bc_telling *telling, struct bc_outcome *outcome, bc_teller *tell,
		      void *self)
{
	*telling = (struct bc_telling){.outcome = outcome, .tell = tell, .self = self};
	telling->told = open_memstream(&outcome->told, &outcome->n_told);
	telling->listed = open_memstream(&outcome->listed, &outcome->n_listed);
	if (telling->told && telling->listed)
		return true;
	bc_telling_end(telling);
	return false;
}

void bc_telling_add(struct bc_telling *telling, struct baocao_result *result, const char *codes)
{
	struct bc_outcome *outcome = telling->outcome;
	size_t dropped = 0;
	size_t n = result ? baocao_result_findings(result, &dropped) : 0;
	for (size_t i = 0; i < n; i++) {
		const struct baocao_finding *f = baocao_result_finding(result, i);
		if (codes[0] && !strchr(codes, f->code[0]))
			continue;
		bool first = !outcome->count[0] && !outcome->count[1] && !outcome->count[2];
		outcome->count[f->severity]++;
		telling->tell(telling->self, f, telling->told);
		bc_ndjson_finding(telling->listed, first ? "" : ",", f);
	}
	outcome->dropped += dropped;
}

bool bc_telling_end(struct bc_telling *telling)
{
	bool told = telling->told && fclose(telling->told) == 0;
	bool listed = telling->listed && fclose(telling->listed) == 0;
	return told && listed;
}

static bool send_all(int fd, const void *data, size_t n)
{
	for (const char *p = data; n;) {
		ssize_t sent = write(fd, p, n);
		if (sent < 0 && errno == EINTR)
			continue;
		if (sent < 0)
			return false;
		p += sent;
		n -= (size_t)sent;
	}
	return true;
}

static bool receive_all(int fd, void *data, size_t n)
{
	for (char *p = data; n;) {
		ssize_t got = read(fd, p, n);
		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0)
			return false;
		p += got;
		n -= (size_t)got;
	}
	return true;
}

bool bc_outcome_send(int fd, const struct bc_outcome *outcome)
{
	return send_all(fd, outcome, sizeof *outcome) &&
	       send_all(fd, outcome->told, outcome->n_told) &&
	       send_all(fd, outcome->listed, outcome->n_listed);
}

bool bc_outcome_receive(int fd, struct bc_outcome *outcome)
{
	if (!receive_all(fd, outcome, sizeof *outcome))
		return false;
	outcome->told = malloc(outcome->n_told + 1);
	outcome->listed = malloc(outcome->n_listed + 1);
	if (outcome->told && outcome->listed &&
	    receive_all(fd, outcome->told, outcome->n_told) &&
	    receive_all(fd, outcome->listed, outcome->n_listed))
		return true;
	bc_outcome_free(outcome);
	return false;
}

void bc_outcome_free(struct bc_outcome *outcome)
{
	free(outcome->told);
	free(outcome->listed);
	outcome->told = outcome->listed = NULL;
}
