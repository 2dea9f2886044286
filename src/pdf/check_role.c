/* One table of roles. */
#include "pdf/check_role.h"

#include <stdint.h>

#define BIT(role) (UINT32_C(1) << (role))

static const uint32_t headings = BIT(BC_PDF_H1) | BIT(BC_PDF_H2) | BIT(BC_PDF_H3) |
				 BIT(BC_PDF_H4) | BIT(BC_PDF_H5) | BIT(BC_PDF_H6);
static const uint32_t groups = BIT(BC_PDF_SECT) | BIT(BC_PDF_DIV);
static const uint32_t inlines =
	BIT(BC_PDF_SPAN) | BIT(BC_PDF_LINK) | BIT(BC_PDF_FORM) | BIT(BC_PDF_NOTE);
static const uint32_t rows = BIT(BC_PDF_THEAD) | BIT(BC_PDF_TBODY) | BIT(BC_PDF_TFOOT);

/* What is said of an element by its role; the commonest come first. */
static const struct rule {
	struct bc_str name;
	bool shows;
} rules[BC_PDF_NO_ROLE] = {
	[BC_PDF_TD] = {{"TD", 2}, true},
	[BC_PDF_P] = {{"P", 1}, true},
	[BC_PDF_TR] = {{"TR", 2}, false},
	[BC_PDF_TH] = {{"TH", 2}, true},
	[BC_PDF_LI] = {{"LI", 2}, false},
	[BC_PDF_LBL] = {{"Lbl", 3}, true},
	[BC_PDF_LBODY] = {{"LBody", 5}, true},
	[BC_PDF_L] = {{"L", 1}, false},
	[BC_PDF_SECT] = {{"Sect", 4}, false},
	[BC_PDF_DIV] = {{"Div", 3}, false},
	[BC_PDF_H1] = {{"H1", 2}, true},
	[BC_PDF_H2] = {{"H2", 2}, true},
	[BC_PDF_H3] = {{"H3", 2}, true},
	[BC_PDF_H4] = {{"H4", 2}, true},
	[BC_PDF_H5] = {{"H5", 2}, true},
	[BC_PDF_H6] = {{"H6", 2}, true},
	[BC_PDF_TABLE] = {{"Table", 5}, false},
	[BC_PDF_THEAD] = {{"THead", 5}, false},
	[BC_PDF_TBODY] = {{"TBody", 5}, false},
	[BC_PDF_TFOOT] = {{"TFoot", 5}, false},
	[BC_PDF_CAPTION] = {{"Caption", 7}, true},
	[BC_PDF_SPAN] = {{"Span", 4}, true},
	[BC_PDF_LINK] = {{"Link", 4}, true},
	[BC_PDF_FORM] = {{"Form", 4}, true},
	[BC_PDF_NOTE] = {{"Note", 4}, true},
	[BC_PDF_FIGURE] = {{"Figure", 6}, true},
	[BC_PDF_DOCUMENT] = {{"Document", 8}, false},
};

enum bc_pdf_role bc_pdf_role_of(struct bc_str name)
{
	for (int role = 0; role < BC_PDF_NO_ROLE; role++) {
		struct bc_str is = rules[role].name;
		if (is.n == name.n && is.p[0] == name.p[0] && memcmp(is.p, name.p, is.n) == 0)
			return (enum bc_pdf_role)role;
	}
	return BC_PDF_NO_ROLE;
}

bool bc_pdf_role_shows(enum bc_pdf_role role)
{
	return rules[role].shows;
}

int bc_pdf_role_level(enum bc_pdf_role role)
{
	return role >= BC_PDF_H1 && role <= BC_PDF_H6 ? (int)role - BC_PDF_H1 + 1 : 0;
}

/* The roles of children. */
static uint32_t kids_of(enum bc_pdf_role parent)
{
	const uint32_t blocks = headings | BIT(BC_PDF_P) | BIT(BC_PDF_L) | BIT(BC_PDF_TABLE) |
				BIT(BC_PDF_FIGURE);
	switch (parent) {
	case BC_PDF_DOCUMENT:
	case BC_PDF_SECT:
	case BC_PDF_DIV:
		return groups | blocks | BIT(BC_PDF_FORM);
	case BC_PDF_TABLE:
		return rows | BIT(BC_PDF_TR) | BIT(BC_PDF_CAPTION);
	case BC_PDF_THEAD:
	case BC_PDF_TBODY:
	case BC_PDF_TFOOT:
		return BIT(BC_PDF_TR);
	case BC_PDF_TR:
		return BIT(BC_PDF_TH) | BIT(BC_PDF_TD);
	case BC_PDF_L:
		return BIT(BC_PDF_LI) | BIT(BC_PDF_CAPTION);
	case BC_PDF_LI:
		return BIT(BC_PDF_LBL) | BIT(BC_PDF_LBODY);
	case BC_PDF_TH:
	case BC_PDF_TD:
	case BC_PDF_LBODY:
	case BC_PDF_CAPTION:
	case BC_PDF_FIGURE:
		return blocks | inlines | groups;
	default:
		return inlines;
	}
}

/* The roles that may precede one, besides itself; all, where no order is asked. */
static uint32_t before(enum bc_pdf_role role, enum bc_pdf_role parent)
{
	switch (role) {
	case BC_PDF_CAPTION:
	case BC_PDF_LBL:
		return 0;
	case BC_PDF_THEAD:
		return BIT(BC_PDF_CAPTION);
	case BC_PDF_TBODY:
		return BIT(BC_PDF_CAPTION) | BIT(BC_PDF_THEAD) | BIT(BC_PDF_TBODY);
	case BC_PDF_TFOOT:
		return BIT(BC_PDF_TBODY);
	case BC_PDF_TR:
		return parent == BC_PDF_TABLE ? BIT(BC_PDF_CAPTION) | BIT(BC_PDF_TR)
					      : BIT(BC_PDF_TR);
	case BC_PDF_LBODY:
		return BIT(BC_PDF_LBL);
	default:
		return UINT32_MAX;
	}
}

bool bc_pdf_role_fits(enum bc_pdf_role role, enum bc_pdf_role parent, enum bc_pdf_role sibling)
{
	if (parent == BC_PDF_NO_ROLE)
		return role == BC_PDF_DOCUMENT && sibling == BC_PDF_NO_ROLE;
	return (kids_of(parent) & BIT(role)) &&
	       (sibling == BC_PDF_NO_ROLE || (before(role, parent) & BIT(sibling)));
}
