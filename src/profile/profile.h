/*
 * The rule of presentation that binds the issuing body, as data.
 *
 * Read from templates/profiles; picked by organisation and by date.  Each
 * value carries its range, the value in use, its clause and its standing.
 * Knows nothing of reports or pages.
 */
#ifndef BC_PROFILE_PROFILE_H
#define BC_PROFILE_PROFILE_H

#include "base/ctx.h"
#include "base/len.h"
#include "base/sha256.h"
#include "base/usage.h"

#include <stdbool.h>

/* What a value rests on. */
enum bc_standing {
	BC_REGULATED,
	BC_PRACTICE,    /* the rule is silent */
	BC_UNCONFIRMED, /* a secondary source only */
};

struct bc_range {
	bc_len min, max, use;
};

/* The elements of a document, by the names of the rule's own parts. */
#define BC_ELEMENTS(X)                              \
	X(PARTY_TITLE, "party_title")               \
	X(QUOC_HIEU, "quoc_hieu")                   \
	X(TIEU_NGU, "tieu_ngu")                     \
	X(ORG_PARENT, "org_parent")                 \
	X(ORG_ISSUER, "org_issuer")                 \
	X(ORG_STAR, "org_star")                     \
	X(DOC_NUMBER, "doc_number")                 \
	X(PLACE_DATE, "place_date")                 \
	X(SECRECY, "secrecy")                       \
	X(URGENCY, "urgency")                       \
	X(DRAFT_NOTE, "draft_note")                 \
	X(CIRCULATION, "circulation")               \
	X(DOC_TYPE, "doc_type")                     \
	X(AUTHOR_LINE, "author_line")               \
	X(DOC_SUBJECT, "doc_subject")               \
	X(SUBJECT_SEPARATOR, "subject_separator")   \
	X(SUBJECT_CV, "subject_cv")                 \
	X(KINH_GUI, "kinh_gui")                     \
	X(KINH_GUI_NAME, "kinh_gui_name")           \
	X(CAN_CU, "can_cu")                         \
	X(BODY, "body")                             \
	X(PHAN, "phan")                             \
	X(PHAN_TITLE, "phan_title")                 \
	X(MUC, "muc")                               \
	X(KHOAN, "khoan")                           \
	X(DIEM, "diem")                             \
	X(LOWER, "lower")                           \
	X(TABLE_CAPTION, "table_caption")           \
	X(TABLE_UNIT, "table_unit")                 \
	X(TABLE_HEAD, "table_head")                 \
	X(TABLE_CELL, "table_cell")                 \
	X(TABLE_NOTE, "table_note")                 \
	X(SIGN_AUTHORITY, "sign_authority")         \
	X(SIGN_POSITION, "sign_position")           \
	X(SIGN_NAME, "sign_name")                   \
	X(NOI_NHAN_LABEL, "noi_nhan_label")         \
	X(NOI_NHAN_ITEM, "noi_nhan_item")           \
	X(DRAFTER, "drafter")                       \
	X(CONTACT, "contact")                       \
	X(APPENDIX_LABEL, "appendix_label")         \
	X(APPENDIX_TITLE, "appendix_title")         \
	X(APPENDIX_REFERENCE, "appendix_reference") \
	X(PAGE_NUMBER, "page_number")

enum bc_element_id {
#define BC_ELEMENT(id, name) BC_EL_##id,
	BC_ELEMENTS(BC_ELEMENT)
#undef BC_ELEMENT
	BC_EL_COUNT
};

struct bc_element {
	bool present;
	struct bc_range size; /* of the font */
	bool bold, italic, underline, caps, red;
	bool own_line; /* a heading whose title stands below its number */
	bool centered;
	struct bc_str text;      /* literal text, prefix or label */
	struct bc_str joint;     /* between the parts: number and symbol */
	struct bc_str end, last; /* behind each item, behind the last */
	int32_t rule_min, rule_max,
		rule;      /* a line under it, thousandths of the text; 0: none */
	bc_len box_height; /* framed in a box; 0: none */
	bc_len before;     /* space above */
	enum bc_standing standing;
	struct bc_str clause;
};

struct bc_body_rule {
	struct bc_range indent; /* of a paragraph's first line */
	struct bc_range gap;    /* between paragraphs */
	struct bc_range line;   /* baseline to baseline; exact */
	int32_t multiple_min, multiple_max,
		multiple; /* or thousandths of single spacing; 0: exact */
	struct bc_str end_mark, appendix_end_mark;
};

/* Where an electronic document's images of signature and seal stand. */
struct bc_signing_rule {
	bc_len image_width; /* of the person's signature */
	bc_len seal;        /* side of the seal's square: its real size */
	int32_t overlap;    /* thousandths of the signature's width that the seal covers */
	bool secret;        /* a report with a secrecy mark may have signature fields */
};

/* Marks of urgency: words and box widths, in order of enum bc_urgency less one. */
struct bc_mark_word {
	struct bc_str text;
	bc_len width;
};

enum bc_contact_page {
	BC_CONTACT_FIRST,
	BC_CONTACT_LAST
};

enum {
	BC_PROFILE_LEVELS = 8
};

struct bc_profile {
	struct bc_str id;
	bc_len paper_width, paper_height;
	struct bc_range top, bottom, left, right; /* margins */
	struct bc_body_rule body;
	struct bc_element elements[BC_EL_COUNT];
	struct bc_str levels[BC_PROFILE_LEVELS]; /* names of marks by depth */
	size_t n_levels;
	struct bc_str roman_mark;       /* behind a Roman number: "." or "-" */
	bool subject_lower;             /* trích yếu begins with a small letter */
	bool appendix_roman;            /* Phụ lục I, else Phụ lục 1 */
	bool appendix_restart;          /* each appendix counts its own pages */
	bc_len number_top;              /* paper's edge to the top of the page number */
	bc_len head_top;                /* paper's edge to a mark in the top margin */
	bc_len left_width, right_width; /* of the masthead's columns, preferred */
	bc_len sign_width;              /* of the signature's column */
	bc_len sign_room;               /* height for signature and seal */
	struct bc_signing_rule signing;
	bc_len rule_gap, rule_weight; /* of drawn lines */
	bc_len table_border, cell_pad_x, cell_pad_y;
	enum bc_contact_page contact_page;
	struct bc_mark_word urgency[3]; /* khẩn, thượng khẩn, hoả tốc */
	bc_len secrecy_room;            /* height kept free for the stamp */
	struct bc_str same_as_above;    /* "Như trên" */
	struct bc_usage usage;          /* how numbers are written */
	const struct bc_files *files;   /* that it was read from */
};

struct bc_json;
struct bc_profile_kept;

/* The profiles of a folder, each read once for all documents. */
struct bc_profiles {
	const char *dir;               /* templates/profiles; borrowed */
	struct bc_arena *arena;        /* of what has been read; borrowed */
	const struct bc_json *entries; /* of the index; NULL until a document needs it */
	struct bc_profile_kept *kept;  /* newest first */
};

/* By what a profile is picked. Dates are yyyymmdd; 0: none. */
struct bc_profile_wish {
	struct bc_str name; /* explicit; n 0: by kind and date */
	struct bc_str kind; /* "party", "state" */
	int document_date, period_end;
	struct bc_place place; /* of what decides, for findings */
};

/* The profile that binds; lives in profiles->arena.  NULL after a finding. */
const struct bc_profile *bc_profile_pick(struct bc_ctx *ctx, struct bc_profiles *profiles,
					 const struct bc_profile_wish *wish) BC_MUST_CHECK;

const char *bc_element_name(enum bc_element_id id);

#endif
