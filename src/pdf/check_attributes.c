/* Cells and lists; of what else there is nothing is asked. */
#include "pdf/check_attributes.h"

#include "pdf/check_grid.h"

/* What is looked at. */
struct attributes {
	struct bc_str scope, numbering;
	int64_t colspan, rowspan;
};

static bool read_owned(struct bc_pdf_reader *r, struct attributes *out)
{
	struct bc_pdf_dict dict;
	if (!bc_pdf_read_dict(r, &dict) || !bc_pdf_get(&dict, "O", BC_PDF_NAME).kind)
		return false;
	struct bc_pdf_value scope = bc_pdf_get(&dict, "Scope", BC_PDF_NAME);
	struct bc_pdf_value numbering = bc_pdf_get(&dict, "ListNumbering", BC_PDF_NAME);
	struct bc_pdf_value colspan = bc_pdf_get(&dict, "ColSpan", BC_PDF_INT);
	struct bc_pdf_value rowspan = bc_pdf_get(&dict, "RowSpan", BC_PDF_INT);
	out->scope = scope.kind ? scope.text : out->scope;
	out->numbering = numbering.kind ? numbering.text : out->numbering;
	out->colspan = colspan.kind ? colspan.number : out->colspan;
	out->rowspan = rowspan.kind ? rowspan.number : out->rowspan;
	return true;
}

/* Those of one owner, or an array of such. */
static bool read_attributes(struct bc_pdf_check *c, struct bc_pdf_value a,
			    struct attributes *out)
{
	struct bc_pdf_reader r = bc_pdf_reader(c, a.text);
	struct bc_pdf_value one;
	if (a.kind == BC_PDF_DICT)
		return read_owned(&r, out);
	while (a.kind == BC_PDF_ARRAY && bc_pdf_read(&r, &one)) {
		struct bc_pdf_reader inside = bc_pdf_reader(c, one.text);
		if (one.kind != BC_PDF_DICT || !read_owned(&inside, out))
			return false;
	}
	return !r.broken;
}

/* ISO 14289-1 7.5: a header says what it heads. */
static bool is_scope(struct bc_str scope)
{
	return bc_str_is(scope, "Column") || bc_str_is(scope, "Row") ||
	       bc_str_is(scope, "Both");
}

bool bc_pdf_check_cell(struct bc_pdf_check *c, uint32_t object, enum bc_pdf_role role,
		       struct bc_pdf_value a, struct bc_pdf_span *span)
{
	struct attributes is = {.colspan = span->columns, .rowspan = span->rows};
	if (!read_attributes(c, a, &is) || is.colspan < 1 || is.rowspan < 1 ||
	    is.colspan > BC_PDF_MAX_COLUMNS || is.rowspan > UINT16_MAX)
		return bc_pdf_wrong(c, "attributes of a cell", object, 0);
	*span = (struct bc_pdf_span){(uint32_t)is.colspan, (uint32_t)is.rowspan};
	return role != BC_PDF_TH || is_scope(is.scope) ||
	       bc_pdf_wrong(c, "a header without Scope", object, 0);
}

/* ISO 14289-1 7.6: a list says how it is numbered. */
bool bc_pdf_check_list(struct bc_pdf_check *c, uint32_t object, struct bc_pdf_value a)
{
	static const char *const numberings[] = {"None",       "Disc",       "Circle",
						 "Square",     "Decimal",    "UpperRoman",
						 "LowerRoman", "UpperAlpha", "LowerAlpha"};
	struct attributes is = {0};
	if (!read_attributes(c, a, &is))
		return bc_pdf_wrong(c, "attributes of a list", object, 0);
	for (size_t i = 0; i < sizeof numberings / sizeof *numberings; i++) {
		if (bc_str_is(is.numbering, numberings[i]))
			return true;
	}
	return bc_pdf_wrong(c, "a list without ListNumbering", object, 0);
}
