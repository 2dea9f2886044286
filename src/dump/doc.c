/* The document tree, a node a line, indented by depth. */
#include "dump/dump.h"

#include "dump/text.h"

static void put_nodes(struct bc_buf *out, const struct bc_node *node, unsigned depth);

static void indent(struct bc_buf *out, unsigned depth)
{
	while (depth--)
		bc_buf_puts(out, "  ");
}

static void put_run(struct bc_buf *out, const struct bc_run *run)
{
	bc_buf_puts(out, "run");
	bc_dump_flag(out, "bold", run->bold);
	bc_dump_flag(out, "italic", run->italic);
	bc_dump_flag(out, "underline", run->underline);
	bc_dump_flag(out, "red", run->red);
	bc_dump_flag(out, "boxed", run->boxed);
	if (run->spot)
		bc_dump_flag(out, bc_spot_name(run->spot->kind), true);
	bc_dump_string(out, run->text);
	bc_buf_putc(out, '\n');
}

static void put_para(struct bc_buf *out, const struct bc_para *p, unsigned depth)
{
	static const char *const aligns[] = {"justify", "left", "center", "right", "decimal"};
	bc_buf_putc(out, ' ');
	bc_buf_puts(out, aligns[p->align]);
	bc_dump_named(out, "size", p->size);
	bc_dump_named(out, "line", p->leading.exact);
	bc_dump_named(out, "lines", p->leading.multiple * BC_PT / 1000);
	bc_dump_named(out, "first", p->indent_first);
	bc_dump_named(out, "left", p->indent_left);
	bc_dump_named(out, "before", p->space_before);
	bc_dump_named(out, "after", p->space_after);
	bc_dump_named(out, "rule", p->rule.share * BC_PT / 1000);
	bc_dump_named(out, "frame", p->frame.weight);
	bc_dump_flag(out, "whole", p->whole);
	bc_dump_flag(out, "balance", p->balance);
	bc_dump_flag(out, "figures", p->figures);
	bc_dump_flag(out, "keep_lines", p->keep_lines);
	bc_dump_flag(out, "keep", p->keep_next);
	bc_buf_putc(out, '\n');
	for (size_t i = 0; i < p->n_runs; i++) {
		indent(out, depth + 1);
		put_run(out, &p->runs[i]);
	}
}

static void put_cell(struct bc_buf *out, const struct bc_cell *cell, unsigned depth)
{
	indent(out, depth);
	bc_buf_puts(out, cell->head ? "th" : "td");
	if (cell->colspan > 1)
		bc_dump_named(out, "colspan", cell->colspan * BC_PT);
	if (cell->rowspan > 1)
		bc_dump_named(out, "rowspan", cell->rowspan * BC_PT);
	if (cell->para)
		put_para(out, cell->para, depth);
	else
		bc_buf_puts(out, " empty\n");
}

static void put_table(struct bc_buf *out, const struct bc_table *t, unsigned depth)
{
	bc_dump_named(out, "border", t->border);
	bc_buf_putc(out, '\n');
	for (size_t row = 0; row < t->n_rows; row++) {
		indent(out, depth + 1);
		bc_buf_puts(out, row < t->n_head ? "head row" : "row");
		bc_dump_flag(out, "keep", t->rows[row].keep_next);
		bc_buf_putc(out, '\n');
		for (size_t i = 0; i < t->n_columns; i++) {
			if (t->rows[row].cells[i].colspan)
				put_cell(out, &t->rows[row].cells[i], depth + 2);
		}
	}
}

static void put_columns(struct bc_buf *out, const struct bc_columns *columns, unsigned depth)
{
	bc_dump_flag(out, "baseline", columns->baseline);
	bc_dump_flag(out, "with_previous", columns->with_previous);
	bc_buf_putc(out, '\n');
	for (size_t i = 0; i < columns->n_columns; i++) {
		indent(out, depth + 1);
		bc_buf_puts(out, "column");
		bc_dump_named(out, "width", columns->columns[i].width);
		bc_dump_flag(out, "fit", columns->columns[i].fit);
		bc_buf_putc(out, '\n');
		put_nodes(out, columns->columns[i].first, depth + 2);
	}
}

static void put_vacancy(struct bc_buf *out, const struct bc_vacancy *v)
{
	bc_dump_flag(out, bc_spot_name(v->spot->kind), true);
	bc_dump_len(out, v->right);
	bc_dump_len(out, v->down);
	bc_dump_len(out, v->width);
	bc_dump_len(out, v->height);
	bc_buf_putc(out, '\n');
}

static void put_node(struct bc_buf *out, const struct bc_node *node, unsigned depth)
{
	static const char *const kinds[] = {"para", "table",      "columns", "space",
					    "spot", "page_break", "group"};
	indent(out, depth);
	bc_buf_puts(out, kinds[node->kind]);
	bc_buf_putc(out, ' ');
	bc_buf_puts(out, bc_role_name(node->role));
	switch (node->kind) {
	case BC_NODE_PARA:
		put_para(out, &node->u.para, depth);
		break;
	case BC_NODE_TABLE:
		put_table(out, &node->u.table, depth);
		break;
	case BC_NODE_COLUMNS:
		put_columns(out, &node->u.columns, depth);
		break;
	case BC_NODE_GROUP:
		bc_buf_putc(out, '\n');
		put_nodes(out, node->u.first, depth + 1);
		break;
	case BC_NODE_SPACE:
		bc_dump_named(out, "height", node->u.space);
		bc_buf_putc(out, '\n');
		break;
	case BC_NODE_SPOT:
		put_vacancy(out, &node->u.spot);
		break;
	case BC_NODE_PAGE_BREAK:
		bc_buf_putc(out, '\n');
		break;
	}
}

static void put_nodes(struct bc_buf *out, const struct bc_node *node, unsigned depth)
{
	for (; node; node = node->next)
		put_node(out, node, depth);
}

static void put_sheet(struct bc_buf *out, const struct bc_part *part)
{
	const struct bc_sheet *s = &part->sheet;
	bc_buf_puts(out, "part");
	bc_dump_named(out, "width", s->width);
	bc_dump_named(out, "height", s->height);
	bc_dump_named(out, "top", s->top);
	bc_dump_named(out, "bottom", s->bottom);
	bc_dump_named(out, "left", s->left);
	bc_dump_named(out, "right", s->right);
	bc_dump_flag(out, "restart", part->restart);
	bc_dump_flag(out, "number_first", s->number_first);
	bc_buf_putc(out, '\n');
}

static void put_furniture(struct bc_buf *out, const char *name, const struct bc_para *para)
{
	if (!para)
		return;
	indent(out, 1);
	bc_buf_puts(out, name);
	put_para(out, para, 1);
}

void bc_dump_doc(struct bc_buf *out, const struct bc_doc *doc)
{
	bc_buf_puts(out, "doc");
	bc_dump_string(out, doc->lang);
	bc_dump_string(out, doc->title);
	bc_dump_string(out, doc->author);
	bc_buf_putc(out, '\n');
	for (const struct bc_part *part = doc->parts; part; part = part->next) {
		put_sheet(out, part);
		put_furniture(out, "head", part->head);
		put_furniture(out, part->foot_last ? "foot last" : "foot first", part->foot);
		put_nodes(out, part->first, 1);
	}
}
