/* Marks by kind, and which kind comes at which depth. */
#include "compose/number.h"

#include "text/viet.h"

struct bc_str bc_number_mark(struct bc_composer *c, enum bc_numbering numbering, unsigned n)
{
	struct bc_buf mark = bc_buf_in(c->ctx->arena);
	switch (numbering) {
	case BC_NUMBER_PHAN:
		bc_buf_puts(&mark, "Phần ");
		bc_roman(&mark, n);
		break;
	case BC_NUMBER_PHAN_THU:
		bc_buf_puts(&mark, "Phần thứ ");
		bc_ordinal(&mark, n);
		break;
	case BC_NUMBER_ROMAN:
		bc_roman(&mark, n);
		bc_buf_add(&mark, c->profile->roman_mark);
		break;
	case BC_NUMBER_ROMAN_DOT:
		bc_roman(&mark, n);
		bc_buf_putc(&mark, '.');
		break;
	case BC_NUMBER_ARABIC:
		bc_buf_int(&mark, n);
		bc_buf_putc(&mark, '.');
		break;
	case BC_NUMBER_LETTER:
		bc_diem_letter(&mark, n);
		bc_buf_putc(&mark, ')');
		break;
	case BC_NUMBER_PAREN:
		bc_buf_putc(&mark, '(');
		bc_buf_int(&mark, n);
		bc_buf_putc(&mark, ')');
		break;
	case BC_NUMBER_ORDINAL:
		bc_buf_puts(&mark, "Thứ ");
		bc_ordinal(&mark, n);
		bc_buf_putc(&mark, ',');
		break;
	case BC_NUMBER_DASH:
		bc_buf_putc(&mark, '-');
		break;
	case BC_NUMBER_PLUS:
		bc_buf_putc(&mark, '+');
		break;
	default:
		break;
	}
	return bc_buf_str(&mark);
}

static enum bc_numbering by_name(struct bc_str name)
{
	static const struct {
		const char *name;
		enum bc_numbering numbering;
	} marks[] = {
		{"phan", BC_NUMBER_PHAN},     {"phan_thu", BC_NUMBER_PHAN_THU},
		{"roman", BC_NUMBER_ROMAN},   {"roman_dot", BC_NUMBER_ROMAN_DOT},
		{"arabic", BC_NUMBER_ARABIC}, {"letter", BC_NUMBER_LETTER},
		{"paren", BC_NUMBER_PAREN},   {"dash", BC_NUMBER_DASH},
		{"plus", BC_NUMBER_PLUS},
	};
	for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
		if (bc_str_is(name, marks[i].name))
			return marks[i].numbering;
	}
	return BC_NUMBER_NONE;
}

static enum bc_numbering level(const struct bc_composer *c, size_t depth)
{
	const struct bc_report *r = c->report;
	const struct bc_profile *p = c->profile;
	if (r->n_numbering)
		return (enum bc_numbering)
			r->numbering[depth < r->n_numbering ? depth : r->n_numbering - 1];
	return by_name(p->levels[depth < p->n_levels ? depth : p->n_levels - 1]);
}

static size_t n_levels(const struct bc_composer *c)
{
	return c->report->n_numbering ? c->report->n_numbering : c->profile->n_levels;
}

enum bc_numbering bc_number_default(const struct bc_composer *c, unsigned depth,
				    enum bc_numbering above)
{
	/* under a mark of the usual sequence comes the next of the sequence, else count depths
	 */
	for (size_t i = 0; depth > 0 && i + 1 < n_levels(c); i++) {
		if (level(c, i) == above)
			return level(c, i + 1);
	}
	if (above == BC_NUMBER_PHAN || above == BC_NUMBER_PHAN_THU)
		return level(c, 0);
	return level(c, depth);
}

enum bc_element_id bc_number_element(enum bc_numbering numbering)
{
	switch (numbering) {
	case BC_NUMBER_PHAN:
	case BC_NUMBER_PHAN_THU:
		return BC_EL_PHAN;
	case BC_NUMBER_ROMAN:
	case BC_NUMBER_ROMAN_DOT:
		return BC_EL_MUC;
	case BC_NUMBER_ARABIC:
		return BC_EL_KHOAN;
	case BC_NUMBER_LETTER:
		return BC_EL_DIEM;
	default:
		return BC_EL_LOWER;
	}
}

enum bc_listing bc_number_listing(enum bc_numbering numbering)
{
	switch (numbering) {
	case BC_NUMBER_ROMAN:
	case BC_NUMBER_ROMAN_DOT:
		return BC_LISTING_UPPER_ROMAN;
	case BC_NUMBER_ARABIC:
	case BC_NUMBER_PAREN:
		return BC_LISTING_DECIMAL;
	case BC_NUMBER_LETTER:
		return BC_LISTING_LOWER_ALPHA;
	default:
		return BC_LISTING_NONE;
	}
}
