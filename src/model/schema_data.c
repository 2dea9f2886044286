/*
 * The report's data as tables: results with their plans and other periods,
 * models, and tables with their columns, rows and cells.
 */
#include "base/limits.h"
#include "model/report.h"
#include "model/schema.h"
#include "json/json.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

static const char *const result_kind_names[] = {"count", "attendance", "percent", "amount"};
static const struct bc_names result_kinds = {result_kind_names, COUNT(result_kind_names),
					     BC_RESULT_COUNT};
static const char *const status_names[] = {"actual", "estimate"};
static const struct bc_names statuses = {status_names, COUNT(status_names), BC_ACTUAL};
static const char *const missing_names[] = {"not_reported", "not_applicable", "zero"};
static const struct bc_names missings = {missing_names, COUNT(missing_names), BC_NOT_REPORTED};

static const struct bc_field plan[] = {
	{.key = "source",
	 .type = BC_T_STRING,
	 .flags = BC_F_REQUIRED | BC_F_BESIDE,
	 .at = offsetof(struct bc_plan, source),
	 .title = "Nơi giao kế hoạch",
	 .about = "Ví dụ “Nghị quyết Đại hội”, “Tỉnh ủy giao”."},
	{.key = "value",
	 .type = BC_T_NUMBER,
	 .flags = BC_F_REQUIRED,
	 .at = offsetof(struct bc_plan, value),
	 .title = "Số kế hoạch",
	 .about = "Cùng đơn vị tính với kết quả."},
};

const struct bc_shape bc_shape_plan = {
	.name = "plan",
	.size = sizeof(struct bc_plan),
	.place_at = offsetof(struct bc_plan, place),
	.fields = plan,
	.n = COUNT(plan),
	.title = "Một kế hoạch cho kết quả",
};

static const char *const comparison_names[] = {"same_period", "previous_period", "base"};
const struct bc_names bc_comparison_names = {comparison_names, COUNT(comparison_names),
					     BC_SAME_PERIOD};

static const struct bc_field comparison[] = {
	{.key = "basis",
	 .type = BC_T_ENUM,
	 .flags = BC_F_REQUIRED,
	 .at = offsetof(struct bc_comparison, basis),
	 .names = &bc_comparison_names,
	 .title = "Kỳ so sánh",
	 .about = "same_period: cùng kỳ năm trước; previous_period: kỳ trước; base: kỳ gốc."},
	{.key = "value",
	 .type = BC_T_NUMBER,
	 .flags = BC_F_REQUIRED,
	 .at = offsetof(struct bc_comparison, value),
	 .title = "Số của kỳ so sánh",
	 .about = "Cùng đơn vị tính với kết quả; không phải mức tăng, giảm."},
};

const struct bc_shape bc_shape_comparison = {
	.name = "comparison",
	.size = sizeof(struct bc_comparison),
	.place_at = offsetof(struct bc_comparison, place),
	.fields = comparison,
	.n = COUNT(comparison),
	.title = "Một kỳ để so sánh",
};

static const struct bc_field point[] = {
	{.key = "period",
	 .type = BC_T_STRING,
	 .flags = BC_F_REQUIRED | BC_F_BESIDE,
	 .at = offsetof(struct bc_point, period),
	 .title = "Kỳ",
	 .about = "Ví dụ “2021”, “Quý I/2026”."},
	{.key = "value",
	 .type = BC_T_NUMBER,
	 .flags = BC_F_REQUIRED,
	 .at = offsetof(struct bc_point, value),
	 .title = "Số của kỳ",
	 .about = "Cùng đơn vị tính với kết quả."},
	{.key = "status",
	 .type = BC_T_ENUM,
	 .at = offsetof(struct bc_point, status),
	 .names = &statuses,
	 .title = "Tình trạng",
	 .about = "actual: thực hiện (mặc định); estimate: ước thực hiện."},
};

const struct bc_shape bc_shape_point = {
	.name = "point",
	.size = sizeof(struct bc_point),
	.place_at = offsetof(struct bc_point, place),
	.fields = point,
	.n = COUNT(point),
	.title = "Một kỳ trong chuỗi số liệu",
};

#define LIST(key_, member, shape_)                                                     \
	.key = (key_), .type = BC_T_OBJECTS, .at = offsetof(struct bc_result, member), \
	.more = offsetof(struct bc_result, n_##member), .of = &(shape_)

static const struct bc_field result[] = {
	{.key = "id",
	 .type = BC_T_STRING,
	 .flags = BC_F_REQUIRED | BC_F_NAME | BC_F_BESIDE,
	 .at = offsetof(struct bc_result, id),
	 .title = "Mã của kết quả"},
	{.key = "label",
	 .type = BC_T_STRING,
	 .flags = BC_F_REQUIRED | BC_F_BESIDE,
	 .at = offsetof(struct bc_result, label),
	 .title = "Tên của kết quả"},
	{.key = "group",
	 .type = BC_T_STRING,
	 .at = offsetof(struct bc_result, group),
	 .title = "Nhóm của kết quả",
	 .about = "Tên hàng nhóm trong bảng số liệu, ví dụ “Kinh tế”."},
	{.key = "kind",
	 .type = BC_T_ENUM,
	 .flags = BC_F_REQUIRED,
	 .at = offsetof(struct bc_result, kind),
	 .names = &result_kinds,
	 .title = "Loại số liệu",
	 .about = "count: số đếm; attendance: lượt người; percent: tỷ lệ phần trăm; amount: số "
		  "tiền, "
		  "khối lượng."},
	{.key = "unit",
	 .type = BC_T_STRING,
	 .flags = BC_F_BESIDE,
	 .at = offsetof(struct bc_result, unit),
	 .title = "Đơn vị tính"},
	{.key = "value",
	 .type = BC_T_NUMBER,
	 .flags = BC_F_ONE,
	 .at = offsetof(struct bc_result, value),
	 .title = "Giá trị"},
	{.key = "range",
	 .type = BC_T_RANGE,
	 .flags = BC_F_ONE,
	 .at = offsetof(struct bc_result, low),
	 .more = offsetof(struct bc_result, high),
	 .title = "Khoảng giá trị",
	 .about = "Hai số: thấp nhất, cao nhất."},
	{.key = "as_written",
	 .type = BC_T_STRING,
	 .flags = BC_F_ONE | BC_F_FILLED,
	 .at = offsetof(struct bc_result, as_written),
	 .title = "Giá trị chép nguyên văn"},
	{.key = "missing",
	 .type = BC_T_ENUM,
	 .flags = BC_F_ONE,
	 .at = offsetof(struct bc_result, missing),
	 .names = &missings,
	 .title = "Vì sao không có số",
	 .about = "not_reported: chưa báo cáo; not_applicable: không có nội dung này; zero: "
		  "không "
		  "phát sinh."},
	{.key = "qualifiers",
	 .type = BC_T_STRINGS,
	 .flags = BC_F_BESIDE,
	 .at = offsetof(struct bc_result, qualifiers),
	 .title = "Từ đi trước con số",
	 .about = "Theo thứ tự, ví dụ “ước”, “gần”, “hơn”."},
	{.key = "status",
	 .type = BC_T_ENUM,
	 .at = offsetof(struct bc_result, status),
	 .names = &statuses,
	 .title = "Tình trạng",
	 .about = "actual: thực hiện (mặc định); estimate: ước thực hiện."},
	{.key = "numerator",
	 .type = BC_T_NUMBER,
	 .at = offsetof(struct bc_result, numerator),
	 .title = "Tử số"},
	{.key = "denominator",
	 .type = BC_T_NUMBER,
	 .at = offsetof(struct bc_result, denominator),
	 .title = "Mẫu số"},
	{.key = "subset_of",
	 .type = BC_T_STRING,
	 .flags = BC_F_FILLED | BC_F_NAME | BC_F_BESIDE,
	 .at = offsetof(struct bc_result, subset_of),
	 .title = "Là một phần của kết quả",
	 .about = "Mã của kết quả chứa nó."},
	{.key = "period",
	 .type = BC_T_STRING,
	 .at = offsetof(struct bc_result, period),
	 .title = "Kỳ của số liệu",
	 .about = "Khi khác kỳ báo cáo, ví dụ “02 năm (2021-2022)”."},
	{LIST("plans", plans, bc_shape_plan), .title = "Số kế hoạch"},
	{LIST("compare", compare, bc_shape_comparison), .title = "Số của các kỳ để so sánh"},
	{LIST("series", series, bc_shape_point), .title = "Chuỗi số liệu qua các kỳ"},
};

const struct bc_shape bc_shape_result = {
	.name = "result",
	.size = sizeof(struct bc_result),
	.place_at = offsetof(struct bc_result, place),
	.fields = result,
	.n = COUNT(result),
	.title = "Một kết quả",
};

static const struct bc_field model[] = {
	{.key = "name",
	 .type = BC_T_STRING,
	 .flags = BC_F_REQUIRED,
	 .at = offsetof(struct bc_model_entry, name),
	 .title = "Tên mô hình"},
	{.key = "unit",
	 .type = BC_T_STRING,
	 .at = offsetof(struct bc_model_entry, unit),
	 .title = "Đơn vị thực hiện"},
	{.key = "field",
	 .type = BC_T_STRING,
	 .at = offsetof(struct bc_model_entry, field),
	 .title = "Lĩnh vực"},
	{.key = "content",
	 .type = BC_T_TEXT,
	 .at = offsetof(struct bc_model_entry, content),
	 .title = "Cách làm"},
	{.key = "effect",
	 .type = BC_T_TEXT,
	 .at = offsetof(struct bc_model_entry, effect),
	 .title = "Hiệu quả"},
};

const struct bc_shape bc_shape_model = {
	.name = "model",
	.size = sizeof(struct bc_model_entry),
	.place_at = offsetof(struct bc_model_entry, place),
	.fields = model,
	.n = COUNT(model),
	.title = "Một mô hình, điển hình",
};

static const char *const column_kind_names[] = {"text",  "index",   "center",
						"count", "decimal", "percent"};
static const struct bc_names column_kinds = {column_kind_names, COUNT(column_kind_names),
					     BC_COLUMN_TEXT};

static const struct bc_field column[] = {
	{.key = "title",
	 .type = BC_T_STRING,
	 .flags = BC_F_REQUIRED,
	 .at = offsetof(struct bc_table_head, title),
	 .title = "Tên cột"},
	{.key = "kind",
	 .type = BC_T_ENUM,
	 .at = offsetof(struct bc_table_head, kind),
	 .names = &column_kinds,
	 .title = "Loại cột",
	 .about = "text: chữ (mặc định); index: số thứ tự; center: chữ ngắn ở giữa; count: số "
		  "nguyên; decimal: số có phần lẻ; percent: tỷ lệ, không cộng."},
	{.key = "width",
	 .type = BC_T_INTEGER,
	 .at = offsetof(struct bc_table_head, width),
	 .min = 1,
	 .max = 1000,
	 .title = "Bề rộng (mm)",
	 .about = "Không ghi thì theo nội dung."},
	{.key = "columns",
	 .type = BC_T_OBJECTS,
	 .flags = BC_F_DEEP,
	 .at = offsetof(struct bc_table_head, columns),
	 .more = offsetof(struct bc_table_head, n_columns),
	 .min = 1,
	 .of = &bc_shape_column,
	 .title = "Các cột con"},
};

const struct bc_shape bc_shape_column = {
	.name = "column",
	.size = sizeof(struct bc_table_head),
	.place_at = offsetof(struct bc_table_head, place),
	.fields = column,
	.n = COUNT(column),
	.depth = BC_LIMIT_HEAD_LEVELS,
	.title = "Một cột",
};

static const struct bc_field cell[] = {
	{.key = "value",
	 .type = BC_T_VALUE,
	 .flags = BC_F_REQUIRED,
	 .at = offsetof(struct bc_table_cell, value),
	 .title = "Giá trị của ô",
	 .about = "Chữ, số, hoặc null khi để trống."},
	{.key = "colspan",
	 .type = BC_T_WHOLE,
	 .at = offsetof(struct bc_table_cell, colspan),
	 .min = 1,
	 .max = BC_LIMIT_COLUMNS,
	 .otherwise = 1,
	 .title = "Gộp số cột"},
	{.key = "rowspan",
	 .type = BC_T_WHOLE,
	 .at = offsetof(struct bc_table_cell, rowspan),
	 .min = 1,
	 .max = 1000,
	 .otherwise = 1,
	 .title = "Gộp số dòng"},
	{.key = "bold",
	 .type = BC_T_BOOL,
	 .at = offsetof(struct bc_table_cell, bold),
	 .title = "In đậm"},
};

const struct bc_shape bc_shape_cell = {
	.name = "cell",
	.size = sizeof(struct bc_table_cell),
	.place_at = offsetof(struct bc_table_cell, place),
	.fields = cell,
	.n = COUNT(cell),
	.brief = &cell[0],
	.brief_kinds = 1 << BC_JSON_STRING | 1 << BC_JSON_NUMBER | 1 << BC_JSON_NULL,
	.title = "Một ô",
};

static const struct bc_field row[] = {
	{.key = "cells",
	 .type = BC_T_OBJECTS,
	 .flags = BC_F_ONE,
	 .at = offsetof(struct bc_table_row, cells),
	 .more = offsetof(struct bc_table_row, n_cells),
	 .of = &bc_shape_cell,
	 .title = "Các ô từ trái sang phải"},
	{.key = "group",
	 .type = BC_T_STRING,
	 .flags = BC_F_ONE | BC_F_FILLED,
	 .at = offsetof(struct bc_table_row, group),
	 .title = "Dòng tên nhóm",
	 .about = "Chạy ngang cả bảng, thay cho các ô."},
	{.key = "bold",
	 .type = BC_T_BOOL,
	 .at = offsetof(struct bc_table_row, bold),
	 .title = "In đậm"},
};

const struct bc_shape bc_shape_row = {
	.name = "row",
	.size = sizeof(struct bc_table_row),
	.place_at = offsetof(struct bc_table_row, place),
	.fields = row,
	.n = COUNT(row),
	.brief = &row[0],
	.brief_kinds = 1 << BC_JSON_ARRAY,
	.title = "Một dòng",
	.about = "Danh sách các ô là đủ; viết thành đối tượng khi cần in đậm hoặc là dòng tên "
		 "nhóm.",
};

static const struct bc_field total[] = {
	{.key = "label",
	 .type = BC_T_STRING,
	 .flags = BC_F_REQUIRED,
	 .at = offsetof(struct bc_table_total, label),
	 .title = "Tên dòng cộng",
	 .about = "Ví dụ “Tổng cộng”; chiếm các cột đầu không có số cộng."},
	{.key = "cells",
	 .type = BC_T_OBJECTS,
	 .at = offsetof(struct bc_table_total, cells),
	 .more = offsetof(struct bc_table_total, n_cells),
	 .of = &bc_shape_cell,
	 .title = "Các số cộng đã có",
	 .about = "Cho các cột cuối; được đối chiếu với tổng của từng cột. Không ghi thì tự "
		  "cộng."},
};

const struct bc_shape bc_shape_total = {
	.name = "total",
	.size = sizeof(struct bc_table_total),
	.place_at = offsetof(struct bc_table_total, place),
	.fields = total,
	.n = COUNT(total),
	.title = "Dòng cộng",
};

static const struct bc_field table[] = {
	{.key = "id",
	 .type = BC_T_STRING,
	 .flags = BC_F_FILLED | BC_F_NAME,
	 .at = offsetof(struct bc_data_table, id),
	 .title = "Mã của bảng",
	 .about = "Bắt buộc trong “tables”."},
	{.key = "caption",
	 .type = BC_T_STRING,
	 .at = offsetof(struct bc_data_table, caption),
	 .title = "Tên bảng"},
	{.key = "unit",
	 .type = BC_T_STRING,
	 .at = offsetof(struct bc_data_table, unit),
	 .title = "Đơn vị tính của bảng"},
	{.key = "columns",
	 .type = BC_T_OBJECTS,
	 .flags = BC_F_REQUIRED,
	 .at = offsetof(struct bc_data_table, columns),
	 .more = offsetof(struct bc_data_table, n_columns),
	 .min = 1,
	 .of = &bc_shape_column,
	 .title = "Các cột"},
	{.key = "rows",
	 .type = BC_T_OBJECTS,
	 .flags = BC_F_REQUIRED,
	 .at = offsetof(struct bc_data_table, rows),
	 .more = offsetof(struct bc_data_table, n_rows),
	 .of = &bc_shape_row,
	 .title = "Các dòng"},
	{.key = "total",
	 .type = BC_T_OBJECT,
	 .at = offsetof(struct bc_data_table, total),
	 .of = &bc_shape_total,
	 .title = "Dòng cộng"},
	{.key = "column_numbers",
	 .type = BC_T_BOOL,
	 .at = offsetof(struct bc_data_table, column_numbers),
	 .title = "Dòng số cột (1) (2) (3)"},
	{.key = "note",
	 .type = BC_T_STRING,
	 .at = offsetof(struct bc_data_table, note),
	 .title = "Ghi chú dưới bảng"},
};

const struct bc_shape bc_shape_table = {
	.name = "table",
	.size = sizeof(struct bc_data_table),
	.place_at = offsetof(struct bc_data_table, place),
	.fields = table,
	.n = COUNT(table),
	.title = "Một bảng",
};
