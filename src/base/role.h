/*
 * What a piece of the document is, for readers who cannot see the page.
 * The names are PDF's standard structure types (ISO 32000-1 14.8.4).
 */
#ifndef BC_BASE_ROLE_H
#define BC_BASE_ROLE_H

enum bc_role {
	BC_ROLE_ARTIFACT, /* page numbers, rules, repeated headers: no content */
	BC_ROLE_INLINE,   /* no element of its own: part of the one around it */
	BC_ROLE_DOCUMENT,
	BC_ROLE_SECT,
	BC_ROLE_DIV,
	BC_ROLE_H1,
	BC_ROLE_H2,
	BC_ROLE_H3,
	BC_ROLE_H4,
	BC_ROLE_H5,
	BC_ROLE_H6,
	BC_ROLE_P,
	BC_ROLE_L,
	BC_ROLE_LI,
	BC_ROLE_LBL,
	BC_ROLE_LBODY,
	BC_ROLE_TABLE,
	BC_ROLE_THEAD,
	BC_ROLE_TBODY,
	BC_ROLE_TFOOT,
	BC_ROLE_TR,
	BC_ROLE_TH,
	BC_ROLE_TD,
	BC_ROLE_CAPTION,
	BC_ROLE_FORM,
	BC_ROLE_COUNT
};

/* The PDF name, without the slash. */
const char *bc_role_name(enum bc_role role);

/* How the labels of a list count (ISO 32000-1 14.8.5.5, table 347). */
enum bc_listing {
	BC_LISTING_NONE, /* dashes, words */
	BC_LISTING_DECIMAL,
	BC_LISTING_UPPER_ROMAN,
	BC_LISTING_LOWER_ALPHA,
};

/* The PDF name, without the slash. */
const char *bc_listing_name(enum bc_listing listing);

#endif
