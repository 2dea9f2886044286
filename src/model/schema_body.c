/* The report's body as tables: blocks, lists, appendices. */
#include "base/limits.h"
#include "model/report.h"
#include "model/schema.h"
#include "json/json.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

static const char *const numbering_names[] = {"phan",   "phan_thu", "roman", "roman_dot",
					      "arabic", "letter",   "paren", "ordinal",
					      "dash",   "plus",     "none"};
const struct bc_names bc_numbering_names = {numbering_names, COUNT(numbering_names),
					    BC_NUMBER_PHAN};

static const struct bc_field item[] = {
	{.key = "text",
	 .type = BC_T_TEXT,
	 .flags = BC_F_REQUIRED,
	 .at = offsetof(struct bc_list_item, text),
	 .title = "Nội dung của mục"},
	{.key = "list",
	 .type = BC_T_OBJECTS,
	 .flags = BC_F_DEEP,
	 .at = offsetof(struct bc_list_item, items),
	 .more = offsetof(struct bc_list_item, n_items),
	 .min = 1,
	 .of = &bc_shape_item,
	 .title = "Các mục con"},
	{.key = "numbering",
	 .type = BC_T_ENUM,
	 .at = offsetof(struct bc_list_item, numbering),
	 .with = "list",
	 .names = &bc_numbering_names,
	 .title = "Cách đánh số các mục con"},
};

const struct bc_shape bc_shape_item = {
	.name = "item",
	.size = sizeof(struct bc_list_item),
	.place_at = offsetof(struct bc_list_item, place),
	.fields = item,
	.n = COUNT(item),
	.brief = &item[0],
	.brief_kinds = 1 << BC_JSON_STRING,
	.depth = BC_LIMIT_SECTION_DEPTH,
	.title = "Một mục của danh sách",
};

static const struct bc_field block[] = {
	{.key = "text",
	 .type = BC_T_TEXT,
	 .flags = BC_F_ONE | BC_F_FILLED,
	 .at = offsetof(struct bc_block, text),
	 .tag = BC_BLOCK_TEXT,
	 .title = "Đoạn văn"},
	{.key = "title",
	 .type = BC_T_STRING,
	 .flags = BC_F_ONE | BC_F_FILLED | BC_F_DEEP,
	 .at = offsetof(struct bc_block, title),
	 .tag = BC_BLOCK_SECTION,
	 .title = "Đề mục"},
	{.key = "blocks",
	 .type = BC_T_OBJECTS,
	 .flags = BC_F_DEEP,
	 .at = offsetof(struct bc_block, blocks),
	 .more = offsetof(struct bc_block, n_blocks),
	 .with = "title",
	 .of = &bc_shape_block,
	 .title = "Nội dung dưới đề mục"},
	{.key = "list",
	 .type = BC_T_OBJECTS,
	 .flags = BC_F_ONE,
	 .at = offsetof(struct bc_block, items),
	 .more = offsetof(struct bc_block, n_items),
	 .min = 1,
	 .tag = BC_BLOCK_LIST,
	 .of = &bc_shape_item,
	 .title = "Danh sách"},
	{.key = "numbering",
	 .type = BC_T_ENUM,
	 .at = offsetof(struct bc_block, numbering),
	 .with = "title list",
	 .names = &bc_numbering_names,
	 .title = "Cách đánh số",
	 .about = "Của chính đề mục, hoặc của các mục trong danh sách. roman: I- hay I., "
		  "theo quy định; roman_dot: luôn là I."},
	{.key = "table",
	 .type = BC_T_TABLE,
	 .flags = BC_F_ONE | BC_F_FILLED,
	 .at = offsetof(struct bc_block, table),
	 .more = offsetof(struct bc_block, reference),
	 .tag = BC_BLOCK_TABLE,
	 .of = &bc_shape_table,
	 .title = "Bảng",
	 .about = "Mã của một bảng trong “tables”, hoặc chính bảng ấy."},
	{.key = "page_break",
	 .type = BC_T_TRUE,
	 .flags = BC_F_ONE,
	 .tag = BC_BLOCK_PAGE_BREAK,
	 .title = "Sang trang mới"},
};

const struct bc_shape bc_shape_block = {
	.name = "block",
	.size = sizeof(struct bc_block),
	.place_at = offsetof(struct bc_block, place),
	.fields = block,
	.n = COUNT(block),
	.brief = &block[0],
	.brief_kinds = 1 << BC_JSON_STRING,
	.tagged = true,
	.tag_at = offsetof(struct bc_block, kind),
	/* the deepest section still has blocks, none of them a section */
	.depth = BC_LIMIT_SECTION_DEPTH + 1,
	.title = "Một khối nội dung",
	.about = "Chuỗi là một đoạn văn; đối tượng là đúng một trong: đoạn văn, đề mục, danh "
		 "sách, "
		 "bảng, sang trang.",
};

static const struct bc_field appendix[] = {
	{.key = "title",
	 .type = BC_T_STRING,
	 .flags = BC_F_REQUIRED,
	 .at = offsetof(struct bc_appendix, title),
	 .title = "Tên phụ lục"},
	{.key = "reference",
	 .type = BC_T_STRING,
	 .at = offsetof(struct bc_appendix, reference),
	 .title = "Dòng chỉ dẫn",
	 .about = "Ví dụ “(Kèm theo Báo cáo số …)”."},
	{.key = "landscape",
	 .type = BC_T_BOOL,
	 .at = offsetof(struct bc_appendix, landscape),
	 .title = "Trang nằm ngang"},
	{.key = "blocks",
	 .type = BC_T_OBJECTS,
	 .flags = BC_F_REQUIRED,
	 .at = offsetof(struct bc_appendix, blocks),
	 .more = offsetof(struct bc_appendix, n_blocks),
	 .min = 1,
	 .of = &bc_shape_block,
	 .title = "Nội dung phụ lục"},
};

const struct bc_shape bc_shape_appendix = {
	.name = "appendix",
	.size = sizeof(struct bc_appendix),
	.place_at = offsetof(struct bc_appendix, place),
	.fields = appendix,
	.n = COUNT(appendix),
	.title = "Một phụ lục",
};
