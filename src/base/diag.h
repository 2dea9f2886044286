/*
 * Findings: what is wrong with the input, or what was decided for it.
 *
 * diag.def is the one table of all messages.  A pass adds findings and goes
 * on where it safely can; whether a PDF is written is decided at the end by
 * the worst severity.  Nothing here prints.
 */
#ifndef BC_BASE_DIAG_H
#define BC_BASE_DIAG_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/place.h"

#include <stdbool.h>

enum bc_severity {
	BC_NOTE,    /* shown only when asked for */
	BC_WARNING, /* the PDF is written */
	BC_ERROR,   /* no PDF */
};

/*
 * What kind of trouble: a gap in the data may be drafted around (--draft),
 * a mistake in the file may not, and trouble of the system is nobody's mistake.
 */
enum bc_trouble {
	BC_DATA,
	BC_FILE,
	BC_SYSTEM,
};

enum bc_lang {
	BC_VI,
	BC_EN,
};

enum bc_diag {
#define BC_DIAG(id, code, severity, trouble, en, vi, hint_en, hint_vi) BC_DIAG_##id,
#include "base/diag.def"
#undef BC_DIAG
	BC_DIAG_COUNT
};

/* One row of the table. {0} {1} {2} in a text stand for the finding's arguments. */
struct bc_diag_text {
	const char *code; /* "J001"; never reused */
	enum bc_severity severity;
	enum bc_trouble trouble;
	const char *message[2]; /* by bc_lang */
	const char *hint[2];    /* by bc_lang; "" for none */
};

struct bc_finding {
	enum bc_diag diag;
	enum bc_severity severity; /* the table's, or BC_WARNING for data in a draft */
	struct bc_place place;
	struct bc_place related; /* source NULL: none; "first given here" */
	struct bc_str args[3];
	struct bc_finding *next;
};

struct bc_findings {
	struct bc_arena *arena; /* borrowed; findings and their arguments live in it */
	struct bc_finding *first, **last;
	size_t kept, dropped; /* dropped: past BC_LIMIT_FINDINGS */
	size_t count[3];      /* by severity, dropped ones included */
	bool draft;           /* gaps in the data are warnings */
	bool system;          /* a BC_SYSTEM error was found */
};

void bc_findings_init(struct bc_findings *f, struct bc_arena *arena);

/*
 * An argument that reads differently in the two languages, as a constant:
 * BC_BOTH("chuỗi", "string").  What parts them is a byte that UTF-8 never has.
 */
#define BC_BOTH_MARK    "\xff"
#define BC_BOTH(vi, en) BC_STR(vi BC_BOTH_MARK en)

/*
 * Add a finding.  The arguments are copied; leave trailing ones out with
 * bc_str{0}.  Returns it so that the caller may set `related`, or NULL when
 * there are too many of its severity (it is counted all the same).
 */
struct bc_finding *bc_report(struct bc_findings *f, enum bc_diag diag, struct bc_place place,
			     struct bc_str arg0, struct bc_str arg1, struct bc_str arg2);

#define BC_REPORT0(f, id, place)                                                  \
	bc_report(f, BC_DIAG_##id, place, (struct bc_str){0}, (struct bc_str){0}, \
		  (struct bc_str){0})
#define BC_REPORT1(f, id, place, a0) \
	bc_report(f, BC_DIAG_##id, place, a0, (struct bc_str){0}, (struct bc_str){0})
#define BC_REPORT2(f, id, place, a0, a1) \
	bc_report(f, BC_DIAG_##id, place, a0, a1, (struct bc_str){0})
#define BC_REPORT3(f, id, place, a0, a1, a2) bc_report(f, BC_DIAG_##id, place, a0, a1, a2)

static inline bool bc_findings_failed(const struct bc_findings *f)
{
	return f->count[BC_ERROR] > 0;
}

const struct bc_diag_text *bc_diag_text(enum bc_diag diag);

/* The diagnostic whose code is `code`, or BC_DIAG_COUNT. */
enum bc_diag bc_diag_by_code(struct bc_str code);

/* Append a finding's message, or its hint (nothing when it has none), in `lang`. */
void bc_finding_message(struct bc_buf *out, const struct bc_finding *f, enum bc_lang lang);
void bc_finding_hint(struct bc_buf *out, const struct bc_finding *f, enum bc_lang lang);

#endif
