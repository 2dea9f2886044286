/*
 * DATA: a report as it was given, typed and checked.
 *
 * Filled from JSON by the tables in schema.c; read by compose/.  Says what
 * the office wrote, not how it is set.  Absent strings have p == NULL;
 * absent lists have n == 0.  Everything lives in the document's arena.
 */
#ifndef BC_MODEL_REPORT_H
#define BC_MODEL_REPORT_H

#include "base/ctx.h"
#include "base/decimal.h"
#include "base/place.h"
#include "text/date.h"

#include <stdbool.h>

/* One string and where it was written; NFC. */
struct bc_phrase {
	struct bc_str s;
	struct bc_place place;
};

/* Paragraphs; also every plain list of strings. */
struct bc_prose {
	struct bc_phrase *at;
	size_t n;
};

/* A whole number that may be left out. */
struct bc_count {
	bool given;
	int64_t value;
	struct bc_place place;
};

/* A date that may be left out (year 0) or lack its day. */
struct bc_when {
	struct bc_date date;
	struct bc_place place;
};

enum bc_org_kind {
	BC_ORG_NONE,
	BC_ORG_PARTY,
	BC_ORG_STATE
};

struct bc_organization {
	int kind;               /* enum bc_org_kind */
	struct bc_prose parent; /* one name; several lines where the office breaks it itself */
	struct bc_prose name;
	struct bc_phrase code; /* mã định danh */
	struct bc_place place;
};

enum bc_urgency {
	BC_URGENCY_NONE,
	BC_KHAN,
	BC_THUONG_KHAN,
	BC_HOA_TOC
};
enum bc_secrecy {
	BC_SECRECY_NONE,
	BC_MAT,
	BC_TOI_MAT,
	BC_TUYET_MAT
};

/* Whether a document says what it is above its subject. */
enum bc_form {
	BC_FORM_TEN_LOAI,
	BC_FORM_CONG_VAN /* its subject stands below the number */
};

struct bc_document {
	int form;                    /* enum bc_form */
	struct bc_phrase number;     /* "15"; empty or absent: left for the clerk */
	struct bc_phrase symbol;     /* "BC/ĐU", "BC-UBND" */
	struct bc_phrase place_name; /* địa danh */
	struct bc_when date;
	struct bc_phrase type;        /* "Báo cáo" */
	struct bc_phrase subject;     /* trích yếu */
	struct bc_phrase author_line; /* "của Ban Thường vụ ...", between type and subject */
	struct bc_count draft;        /* Dự thảo lần N */
	int urgency;                  /* enum bc_urgency */
	int secrecy;                  /* enum bc_secrecy */
	struct bc_phrase circulation; /* "Lưu hành nội bộ" */
	struct bc_phrase drafter;     /* ký hiệu người soạn thảo */
	struct bc_count copies;       /* số lượng bản phát hành */
	struct bc_phrase contact;     /* address line */
	struct bc_place place;
};

enum bc_period_kind {
	BC_PERIOD_NONE,
	BC_MONTH,
	BC_QUARTER,
	BC_HALF,
	BC_NINE_MONTHS,
	BC_YEAR,
	BC_TERM,
	BC_CAMPAIGN,
};

struct bc_period {
	int kind; /* enum bc_period_kind */
	struct bc_when from, to, cutoff;
	struct bc_phrase label;
	struct bc_place place;
};

enum bc_basis_style {
	BC_BASIS_OPENING,
	BC_BASIS_CAN_CU
};

struct bc_basis {
	int style; /* enum bc_basis_style */
	struct bc_prose text;
	struct bc_place place;
};

/* How the office writes what no rule prescribes; only the functions of templates ask for it. */
struct bc_wording {
	int tens_zero;    /* linh, lẻ */
	int thousand;     /* nghìn, ngàn */
	int small_counts; /* padded: 09; plain: 9 */
	struct bc_place place;
};

/* How the items of one level are marked. */
enum bc_numbering {
	BC_NUMBER_DEFAULT,   /* by depth, from the profile */
	BC_NUMBER_PHAN,      /* "Phần I" on its own line */
	BC_NUMBER_PHAN_THU,  /* "Phần thứ nhất" */
	BC_NUMBER_ROMAN,     /* "I." or "I-": the profile's mark */
	BC_NUMBER_ROMAN_DOT, /* "I." under any profile */
	BC_NUMBER_ARABIC,    /* "1." */
	BC_NUMBER_LETTER,    /* "a)" */
	BC_NUMBER_PAREN,     /* "(1)" */
	BC_NUMBER_ORDINAL,   /* "Thứ nhất," */
	BC_NUMBER_DASH,      /* "-" */
	BC_NUMBER_PLUS,      /* "+" */
	BC_NUMBER_NONE,
	BC_NUMBERINGS
};

enum bc_value_kind {
	BC_VALUE_NONE,
	BC_VALUE_TEXT,
	BC_VALUE_NUMBER
};

/* What a table's cell holds, or one number by itself. */
struct bc_value {
	enum bc_value_kind kind;
	struct bc_phrase text; /* also the digits of a number, as written */
	struct bc_decimal number;
};

/* A key of the office's own choice and what it holds, `text` or `value`: the field says. */
struct bc_entry {
	struct bc_phrase key;
	struct bc_prose text;
	struct bc_value value;
};

/* An object with such keys, in the order of the file. */
struct bc_map {
	struct bc_entry *at;
	size_t n;
};

enum bc_column_kind {
	BC_COLUMN_TEXT,
	BC_COLUMN_INDEX,   /* running numbers, centred */
	BC_COLUMN_CENTER,  /* short text, centred */
	BC_COLUMN_COUNT,   /* whole numbers */
	BC_COLUMN_DECIMAL, /* numbers with a decimal mark */
	BC_COLUMN_PERCENT, /* decimals that are never summed */
};

struct bc_table_head {
	struct bc_phrase title;
	int kind;              /* enum bc_column_kind, of a column without sub-columns */
	struct bc_count width; /* millimetres; not given: from its content */
	struct bc_table_head *columns; /* merged over these */
	size_t n_columns;
	struct bc_place place;
};

struct bc_table_cell {
	struct bc_value value;
	int64_t colspan, rowspan; /* at least 1 */
	bool bold;
	struct bc_place place;
};

struct bc_table_row {
	struct bc_phrase group; /* a line across the table instead of cells */
	struct bc_table_cell *cells;
	size_t n_cells;
	bool bold;
	struct bc_place place;
};

/* What the figures of a column add up to. */
struct bc_column_sum {
	bool given; /* it has figures, and their sum fits */
	struct bc_decimal value;
};

struct bc_table_total {
	struct bc_phrase label;
	/* as stated, for the last columns; the label spans those before. n 0: summed here */
	struct bc_table_cell *cells;
	size_t n_cells;
	struct bc_column_sum *sums; /* of every column, exact; set by bc_report_check */
	struct bc_place place;
};

struct bc_data_table {
	struct bc_phrase id;
	struct bc_phrase caption;
	struct bc_phrase unit; /* "Đơn vị tính: ..." */
	struct bc_table_head *columns;
	size_t n_columns;
	struct bc_table_row *rows;
	size_t n_rows;
	struct bc_table_total total; /* label.s.p NULL: none */
	bool column_numbers;         /* a row (1) (2) (3) under the header */
	struct bc_phrase note;       /* under the table */
	struct bc_place place;
};

struct bc_list_item {
	struct bc_prose text;
	struct bc_list_item *items;
	size_t n_items;
	int numbering; /* of `items` */
	struct bc_place place;
};

enum bc_block_kind {
	BC_BLOCK_TEXT,
	BC_BLOCK_SECTION,
	BC_BLOCK_LIST,
	BC_BLOCK_TABLE,
	BC_BLOCK_PAGE_BREAK,
};

/* A piece of the body: exactly one of its kinds. */
struct bc_block {
	int kind; /* enum bc_block_kind */
	struct bc_prose text;
	struct bc_phrase title; /* of a section */
	struct bc_block *blocks;
	size_t n_blocks;
	struct bc_list_item *items; /* of a list */
	size_t n_items;
	struct bc_data_table *table; /* of a table, never NULL: given here or found by its id */
	struct bc_phrase reference;  /* that id; s.p NULL: the table is given here */
	int numbering; /* enum bc_numbering: a list's items, a section's own mark */
	struct bc_place place;
};

struct bc_appendix {
	struct bc_phrase title;
	struct bc_phrase reference; /* "(Kèm theo Báo cáo số ...)" */
	bool landscape;
	struct bc_block *blocks;
	size_t n_blocks;
	struct bc_place place;
};

enum bc_side {
	BC_SIDE_RIGHT,
	BC_SIDE_LEFT
};

struct bc_signature {
	int side;                        /* enum bc_side */
	struct bc_prose lines;           /* authority lines, then the position */
	struct bc_phrase other_position; /* a line above the name (NĐ 30 I.IV ô 7b) */
	struct bc_phrase name;           /* empty: left for the signer */
	bool seal;
	struct bc_place place;
};

enum bc_result_kind {
	BC_RESULT_COUNT,
	BC_RESULT_ATTENDANCE,
	BC_RESULT_PERCENT,
	BC_RESULT_AMOUNT
};
enum bc_result_status {
	BC_ACTUAL,
	BC_ESTIMATE
};
enum bc_missing {
	BC_MISSING_NO,
	BC_NOT_REPORTED,
	BC_NOT_APPLICABLE,
	BC_ZERO
};

enum bc_comparison_basis {
	BC_COMPARED_WITH_NOTHING,
	BC_SAME_PERIOD, /* of the year before */
	BC_PREVIOUS_PERIOD,
	BC_BASE_PERIOD
};

/* What was planned for a result, and by whom. */
struct bc_plan {
	struct bc_phrase source;
	struct bc_value value;
	struct bc_place place;
};

/* The same result of another period. */
struct bc_comparison {
	int basis; /* enum bc_comparison_basis */
	struct bc_value value;
	struct bc_place place;
};

/* One period of a result over several of them. */
struct bc_point {
	struct bc_phrase period;
	struct bc_value value;
	int status; /* enum bc_result_status */
	struct bc_place place;
};

/* One figure of the period.  A report prints it through a template. */
struct bc_result {
	struct bc_phrase id, label, group, unit, as_written, subset_of;
	struct bc_phrase period; /* where it is not the report's */
	int kind;                /* enum bc_result_kind */
	int status;              /* enum bc_result_status */
	int missing;
	struct bc_value value, low, high, numerator, denominator;
	struct bc_prose qualifiers;
	struct bc_plan *plans;
	size_t n_plans;
	struct bc_comparison *compare;
	size_t n_compare;
	struct bc_point *series;
	size_t n_series;
	struct bc_place place;
};

enum bc_target_op {
	BC_TARGET_AS_IT_IS,
	BC_AT_LEAST,
	BC_AT_MOST,
	BC_EXACTLY
};
enum bc_frequency {
	BC_FREQUENCY_NONE,
	BC_YEARLY,
	BC_WHOLE_TERM
};

/* A chỉ tiêu, mục tiêu. */
struct bc_target {
	struct bc_phrase id, unit, subset_of;
	struct bc_phrase result; /* id of the result over the same population */
	struct bc_prose text, qualifiers;
	struct bc_value value;
	int op;        /* enum bc_target_op */
	int frequency; /* enum bc_frequency */
	struct bc_place place;
};

/* Biểu dương, khen thưởng: at least one of the numbers. */
struct bc_commendation {
	struct bc_phrase unit, level, period;
	struct bc_count collectives, individuals, combined;
	struct bc_prose qualifiers;
	struct bc_place place;
};

/* One form of kỷ luật. */
struct bc_discipline {
	struct bc_phrase form, scope;
	struct bc_count count;
	struct bc_prose cause;
	struct bc_place place;
};

/* A cách làm hay that has no name. */
struct bc_practice {
	struct bc_prose text;
	struct bc_phrase unit;
	struct bc_place place;
};

/* A subordinate unit and its figures. */
struct bc_unit {
	struct bc_phrase code, name, group;
	struct bc_map values; /* of bc_value */
	struct bc_place place;
};

/* What became of a góp ý. */
enum bc_taken {
	BC_TAKEN_NOT_SAID,
	BC_ACCEPTED,
	BC_PARTLY,
	BC_EXPLAINED
};

/* A góp ý on a draft; without a comment its sender agrees with the draft. */
struct bc_comment {
	struct bc_phrase from;
	struct bc_phrase part, where; /* of the draft */
	struct bc_prose comment, response;
	int taken; /* enum bc_taken */
	struct bc_place place;
};

/* A document sent along with this one. */
struct bc_enclosure {
	struct bc_phrase type, number, from, subject;
	struct bc_when date;
	struct bc_count pages, appendices, copies;
	struct bc_place place;
};

/* A mô hình or điển hình. */
struct bc_model_entry {
	struct bc_phrase name, unit, field;
	struct bc_prose content, effect;
	struct bc_place place;
};

/* What an attached file is to the document (ISO 19005-3, 6.8). */
enum bc_relation {
	BC_RELATION_UNSPECIFIED,
	BC_RELATION_SOURCE,
	BC_RELATION_DATA,
	BC_RELATION_SUPPLEMENT,
	BC_RELATION_ALTERNATIVE,
};

/* A file that the PDF is to carry. */
struct bc_attachment {
	struct bc_phrase file; /* seen from the report's folder */
	struct bc_phrase name; /* in the PDF; s.p NULL: the file's own */
	struct bc_phrase description;
	struct bc_phrase mime; /* s.p NULL: by the name's ending */
	int relation;          /* enum bc_relation */
	struct bc_place place;
};

struct bc_report {
	int64_t format; /* "baocao": 1 */
	struct bc_phrase base, profile;
	struct bc_phrase template; /* laid under the report before it is read */
	struct bc_organization organization;
	struct bc_document document;
	struct bc_period period;
	struct bc_basis basis;
	struct bc_wording wording;
	struct bc_result *results;
	size_t n_results;
	struct bc_model_entry *models;
	size_t n_models;
	struct bc_prose tasks, lessons, shortcomings, causes, proposals;
	struct bc_map texts; /* of bc_prose: the office's words for places of a template */
	struct bc_target *targets;
	size_t n_targets;
	struct bc_commendation *commendations;
	size_t n_commendations;
	struct bc_discipline *discipline;
	size_t n_discipline;
	struct bc_practice *practices;
	size_t n_practices;
	struct bc_unit *units; /* in their official order */
	size_t n_units;
	struct bc_comment *comments;
	size_t n_comments;
	struct bc_enclosure *enclosures;
	size_t n_enclosures;
	struct bc_data_table *tables;
	size_t n_tables;
	int *numbering; /* enum bc_numbering by depth; none: the profile says */
	size_t n_numbering;
	struct bc_block *sections;
	size_t n_sections;
	struct bc_appendix *appendices;
	size_t n_appendices;
	struct bc_attachment *attachments;
	size_t n_attachments;
	struct bc_prose addressees; /* Kính gửi */
	struct bc_prose recipients; /* Nơi nhận */
	struct bc_signature *signatures;
	size_t n_signatures;
	struct bc_place place;
};

struct bc_json;

/*
 * Check `data` against the schema and fill a report.  Unknown keys, wrong
 * types, missing fields and impossible values are all reported.  NULL only
 * when a finding leaves nothing to compose; with findings the caller may go
 * on to find more, but must not print a page unless in a draft.
 */
struct bc_report *bc_report_read(struct bc_ctx *ctx, const struct bc_json *data) BC_MUST_CHECK;

/* Checks across fields: totals, ids, counts, subsets, periods.  Sums the tables' columns. */
void bc_report_check(struct bc_ctx *ctx, struct bc_report *report);

/* The JSON Schema (2020-12) that the tables stand for, as a text of its own. */
void bc_schema_print(struct bc_buf *out);

#endif
