/*
 * How much is too much.  Each limit has a finding, and a case at the limit
 * and one past it.
 */
#ifndef BC_BASE_LIMITS_H
#define BC_BASE_LIMITS_H

enum {
	BC_LIMIT_DEPTH = 128,         /* nested arrays and objects in JSON */
	BC_LIMIT_INPUT = 64 << 20,    /* bytes of one input file */
	BC_LIMIT_ATTACHMENTS = 32,    /* files attached to one document */
	BC_LIMIT_ATTACHED = 16 << 20, /* bytes of one of them */
	BC_LIMIT_PDF = 1 << 30,       /* bytes of a PDF that is read */
	BC_LIMIT_FINDINGS = 100,      /* findings of a severity; the rest are counted */
	BC_LIMIT_COLUMNS = 60,        /* columns of one table */
	BC_LIMIT_HEAD_LEVELS = 3,     /* levels of a table's header */
	BC_LIMIT_PAGES = 20000,       /* pages of one document */
	BC_LIMIT_SECTION_DEPTH = 6,   /* nested sections */
	BC_LIMIT_EXPR_DEPTH = 64,     /* nested parentheses of an expression */
	BC_LIMIT_INCLUDES = 16,       /* templates that include each other, nested */
	BC_LIMIT_WORK = 20000000,     /* steps of filling in one template */
	BC_LIMIT_DECIMAL_DIGITS = 18, /* significant digits of a number */
};

#endif
