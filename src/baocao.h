/*
 * libbaocao: a JSON description of a report in, an official Vietnamese PDF out.
 *
 * One engine serves many documents, one after another; it holds the fonts.
 * Nothing here prints, exits, or reads the clock, the locale or the
 * environment.  Strings are UTF-8 and end with NUL; those of a result live
 * until baocao_result_free.
 */
#ifndef BAOCAO_H
#define BAOCAO_H

#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

struct baocao;        /* an engine */
struct baocao_result; /* what became of one document */

enum baocao_status {
	BAOCAO_DONE = 0,   /* no errors */
	BAOCAO_ERRORS = 1, /* the document has errors, or is a draft */
	BAOCAO_SYSTEM = 3, /* a file, a font or memory was not to be had */
};

enum baocao_output {
	BAOCAO_PDF,
	BAOCAO_CHECK,    /* findings only */
	BAOCAO_DOC,      /* the document tree as text */
	BAOCAO_PAGES,    /* the laid-out pages as text */
	BAOCAO_REPORT,   /* the report, filled in by its template, as JSON */
	BAOCAO_CARRIED,  /* the report that the PDF carries along, as JSON */
	BAOCAO_MANIFEST, /* what the PDF says it was made of, as JSON */
};

/* What of the data the PDF carries along; a draft and what is stamped secret never any. */
enum baocao_carry {
	BAOCAO_CARRY_PRINTED, /* what stands on its pages */
	BAOCAO_CARRY_ALL,     /* the report and its base as they were given */
	BAOCAO_CARRY_NONE,
};

/* What a PDF claims to be, for archives and for readers who cannot see it. */
enum baocao_standard {
	BAOCAO_PDFA_3A_UA1, /* PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1) */
	BAOCAO_PDFA_2A_UA1, /* PDF/A-2a (ISO 19005-2) and PDF/UA-1: nothing is embedded */
	BAOCAO_PLAIN,       /* nothing */
};

struct baocao_job {
	const char *name; /* file of the report, "-": standard input; also for findings */
	const char *text; /* the report, when it is a part of that file; NULL: read the file */
	size_t size;      /* bytes of `text` */
	unsigned line, column; /* where `text` begins in the file; 0: at its beginning */
	const char *pointer;   /* JSON Pointer of `text` in the file, "/12"; NULL: "" */
	const char *base; /* its base's bytes, base_size of them, as a PDF carries them; NULL:
			     the file that it names is read */
	size_t base_size;
	const char *const
		*sets; /* "document.number=15": laid over the report; n_sets of them */
	size_t n_sets;
	const char *template; /* to be filled in, whatever the report says; NULL: as it says */
	enum baocao_output output;
	enum baocao_standard standard; /* of a PDF */
	enum baocao_carry carry;
	bool draft;            /* gaps in the data are marked on the page instead of refused */
	bool signature_map;    /* with the PDF, a map of what waits to be signed; no draft */
	bool signature_fields; /* the PDF gets empty fields to be signed; no draft */
	bool unattended; /* one of many: a report that is to be stamped secret is refused */
};

enum baocao_severity {
	BAOCAO_NOTE,
	BAOCAO_WARNING,
	BAOCAO_ERROR,
};

enum baocao_lang {
	BAOCAO_VI,
	BAOCAO_EN,
};

/* A place in an input file; line and column count from 1, columns in characters. */
struct baocao_place {
	const char *file;                            /* NULL: no place */
	unsigned line, column, end_line, end_column; /* line 0: the file as a whole */
	const char *pointer;     /* JSON Pointer; "" is the whole document */
	const char *excerpt;     /* the text of that line */
	unsigned excerpt_column; /* where the excerpt begins in it: 1, but for a part of a file
				  */
};

struct baocao_finding {
	const char *code; /* "J001" */
	enum baocao_severity severity;
	struct baocao_place place, related; /* related: "first given here" */
	const char *message[2], *hint[2];   /* by enum baocao_lang; hint "" for none */
};

/* Milliseconds spent in each stage. */
struct baocao_stats {
	double parse; /* reading and checking the report */
	double fill;  /* filling in its template */
	double compose, fonts, layout, pdf;
	size_t pages;
};

/*
 * An engine.  `data_dir` holds fonts/ and templates/; `font_dir` (NULL: none)
 * is searched for a licensed Times New Roman first.  Fonts are loaded with
 * the first document that needs them.  NULL without memory.  Its results may
 * outlive it.
 */
struct baocao *baocao_new(const char *data_dir, const char *font_dir);
void baocao_free(struct baocao *engine);

/*
 * Load the fonts now, so that processes forked from this one share them.
 * The result has findings only.
 */
struct baocao_result *baocao_load_fonts(struct baocao *engine);

/* Do a job.  Never NULL but without memory. */
struct baocao_result *baocao_run(struct baocao *engine, const struct baocao_job *job);
void baocao_result_free(struct baocao_result *result);

/*
 * The file name that `pattern` ("{{ organization.code }}.pdf") gives to the
 * job's report, as the output.  Without a job only the pattern is judged.
 */
struct baocao_result *baocao_name(struct baocao *engine, const struct baocao_job *job,
				  const char *pattern);

/*
 * The order of two file names (UTF-8, NFC) for which capitals are small
 * letters, as on many file systems: 0 for names that cannot stand together.
 */
int baocao_name_compare(const char *a, const char *b);

/*
 * A result without output, for whoever runs jobs: the finding `code` about
 * the report of `job`, with the one argument of its message in `detail` and
 * the report of `related` to be seen with it (both may be NULL).  NULL also
 * for no such code.
 */
struct baocao_result *baocao_refuse(const struct baocao_job *job, const char *code,
				    const char *detail, const struct baocao_job *related);

enum baocao_status baocao_result_status(const struct baocao_result *result);

/* The output's bytes; NULL when there is none. */
const char *baocao_result_bytes(const struct baocao_result *result, size_t *size);

/*
 * Write the output to `path`, whole or not at all ("-": standard output).
 * False when there is none, or after one more finding.
 */
bool baocao_result_write(struct baocao_result *result, const char *path);

/*
 * The signature map of the PDF, as JSON, and writing it likewise; NULL and
 * false when the job didn't ask for one, or there is no PDF.
 */
const char *baocao_result_map(const struct baocao_result *result, size_t *size);
bool baocao_result_write_map(struct baocao_result *result, const char *path);

/* The findings in order; `*dropped` more were only counted. */
size_t baocao_result_findings(const struct baocao_result *result, size_t *dropped);
const struct baocao_finding *baocao_result_finding(struct baocao_result *result, size_t i);

struct baocao_stats baocao_result_stats(const struct baocao_result *result);

/*
 * A result whose output lists the templates there are: for each its name on a
 * line, then what it is for.
 */
struct baocao_result *baocao_templates(struct baocao *engine);

/* Likewise the report that an office begins with, for the template `name`. */
struct baocao_result *baocao_new_report(struct baocao *engine, const char *name);

/* Likewise what the template reads from a report, as JSON. */
struct baocao_result *baocao_template_reads(struct baocao *engine, const char *name);

/*
 * Likewise what the PDF `name` ("-": standard input) carries as `file`, byte for
 * byte; NULL: the data of its report, JSON.  The PDF may have been signed since.
 */
struct baocao_result *baocao_extract(const char *name, const char *file);

/*
 * Likewise a line for each file that the PDF carries: name, relationship, MIME
 * type, size in bytes and description, parted by tabs.
 */
struct baocao_result *baocao_embedded(const char *name);

/*
 * A result with findings only: whether the PDF `name` ("-": standard input) is
 * what the data that it carries gives.  Its report is made again by this
 * engine and compared with its first revision, for it may have been signed
 * since.  BAOCAO_DONE: it is, byte for byte or page for page.
 */
struct baocao_result *baocao_verify(struct baocao *engine, const char *name);

/* A result whose output is the JSON Schema (2020-12) of reports.  NULL without memory. */
struct baocao_result *baocao_schema(void);

/*
 * What a finding's code stands for, arguments shown as {0}: false when there
 * is no such code.  Only code, severity, message and hint are set.
 */
bool baocao_explain(const char *code, struct baocao_finding *out);

const char *baocao_version(void);

#ifdef __cplusplus
}
#endif

#endif
