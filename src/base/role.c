/* Names of structure roles and attributes. */
#include "base/role.h"

const char *bc_role_name(enum bc_role role)
{
	static const char *const names[BC_ROLE_COUNT] = {
		[BC_ROLE_ARTIFACT] = "Artifact",
		[BC_ROLE_INLINE] = "Inline",
		[BC_ROLE_DOCUMENT] = "Document",
		[BC_ROLE_SECT] = "Sect",
		[BC_ROLE_DIV] = "Div",
		[BC_ROLE_H1] = "H1",
		[BC_ROLE_H2] = "H2",
		[BC_ROLE_H3] = "H3",
		[BC_ROLE_H4] = "H4",
		[BC_ROLE_H5] = "H5",
		[BC_ROLE_H6] = "H6",
		[BC_ROLE_P] = "P",
		[BC_ROLE_L] = "L",
		[BC_ROLE_LI] = "LI",
		[BC_ROLE_LBL] = "Lbl",
		[BC_ROLE_LBODY] = "LBody",
		[BC_ROLE_TABLE] = "Table",
		[BC_ROLE_THEAD] = "THead",
		[BC_ROLE_TBODY] = "TBody",
		[BC_ROLE_TFOOT] = "TFoot",
		[BC_ROLE_TR] = "TR",
		[BC_ROLE_TH] = "TH",
		[BC_ROLE_TD] = "TD",
		[BC_ROLE_CAPTION] = "Caption",
		[BC_ROLE_FORM] = "Form",
	};
	return names[role];
}

const char *bc_listing_name(enum bc_listing listing)
{
	static const char *const names[] = {
		[BC_LISTING_NONE] = "None",
		[BC_LISTING_DECIMAL] = "Decimal",
		[BC_LISTING_UPPER_ROMAN] = "UpperRoman",
		[BC_LISTING_LOWER_ALPHA] = "LowerAlpha",
	};
	return names[listing];
}
