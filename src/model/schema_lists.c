/*
 * The report's lists beside its results as tables: targets, commendations,
 * discipline, practices, subordinate units with their figures, comments on a
 * draft, and documents sent along.
 */
#include "model/report.h"
#include "model/schema.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

enum {
	MOST_PEOPLE = 999999999, /* or units, or cases: what a list here may count */
	MOST_SHEETS = 99999,     /* pages, copies */
};

static const char *const op_names[] = {"at_least", "at_most", "exactly"};
static const struct bc_names ops = {op_names, COUNT(op_names), BC_AT_LEAST};
static const char *const frequency_names[] = {"yearly", "term"};
static const struct bc_names frequencies = {frequency_names, COUNT(frequency_names), BC_YEARLY};

static const struct bc_field target[] = {
	{.key = "id",
	 .type = BC_T_STRING,
	 .flags = BC_F_FILLED | BC_F_NAME | BC_F_BESIDE,
	 .at = offsetof(struct bc_target, id),
	 .title = "Mã của chỉ tiêu"},
	{.key = "text",
	 .type = BC_T_TEXT,
	 .flags = BC_F_REQUIRED,
	 .at = offsetof(struct bc_target, text),
	 .title = "Nội dung chỉ tiêu"},
	{.key = "value",
	 .type = BC_T_NUMBER,
	 .at = offsetof(struct bc_target, value),
	 .title = "Mức phải đạt"},
	{.key = "unit",
	 .type = BC_T_STRING,
	 .flags = BC_F_BESIDE,
	 .at = offsetof(struct bc_target, unit),
	 .title = "Đơn vị tính"},
	{.key = "qualifiers",
	 .type = BC_T_STRINGS,
	 .flags = BC_F_BESIDE,
	 .at = offsetof(struct bc_target, qualifiers),
	 .title = "Từ đi trước con số",
	 .about = "Theo thứ tự, ví dụ “phấn đấu”, “trên”."},
	{.key = "op",
	 .type = BC_T_ENUM,
	 .at = offsetof(struct bc_target, op),
	 .with = "value",
	 .names = &ops,
	 .title = "So với mức phải đạt",
	 .about = "at_least: ít nhất, từ mức ấy trở lên; at_most: không quá; exactly: đúng "
		  "bằng."},
	{.key = "frequency",
	 .type = BC_T_ENUM,
	 .at = offsetof(struct bc_target, frequency),
	 .names = &frequencies,
	 .title = "Tính theo",
	 .about = "yearly: hằng năm; term: cả nhiệm kỳ."},
	{.key = "subset_of",
	 .type = BC_T_STRING,
	 .flags = BC_F_FILLED | BC_F_NAME | BC_F_BESIDE,
	 .at = offsetof(struct bc_target, subset_of),
	 .title = "Là một phần của chỉ tiêu",
	 .about = "Mã của chỉ tiêu chứa nó."},
	{.key = "result",
	 .type = BC_T_STRING,
	 .flags = BC_F_FILLED | BC_F_NAME | BC_F_BESIDE,
	 .at = offsetof(struct bc_target, result),
	 .title = "Đối chiếu với kết quả",
	 .about = "Mã của kết quả tính trên cùng đối tượng."},
};

const struct bc_shape bc_shape_target = {
	.name = "target",
	.size = sizeof(struct bc_target),
	.place_at = offsetof(struct bc_target, place),
	.fields = target,
	.n = COUNT(target),
	.title = "Một chỉ tiêu, mục tiêu",
};

static const struct bc_field commendation[] = {
	{.key = "unit",
	 .type = BC_T_STRING,
	 .at = offsetof(struct bc_commendation, unit),
	 .title = "Nơi có tập thể, cá nhân được khen"},
	{.key = "level",
	 .type = BC_T_STRING,
	 .at = offsetof(struct bc_commendation, level),
	 .title = "Cấp khen",
	 .about = "Ví dụ “cấp ủy các cấp”."},
	{.key = "collectives",
	 .type = BC_T_INTEGER,
	 .flags = BC_F_SOME,
	 .at = offsetof(struct bc_commendation, collectives),
	 .max = MOST_PEOPLE,
	 .title = "Số tập thể"},
	{.key = "individuals",
	 .type = BC_T_INTEGER,
	 .flags = BC_F_SOME,
	 .at = offsetof(struct bc_commendation, individuals),
	 .max = MOST_PEOPLE,
	 .title = "Số cá nhân"},
	{.key = "combined",
	 .type = BC_T_INTEGER,
	 .flags = BC_F_SOME,
	 .at = offsetof(struct bc_commendation, combined),
	 .max = MOST_PEOPLE,
	 .title = "Số tập thể và cá nhân gộp chung",
	 .about = "Khi nguồn số liệu không tách riêng tập thể, cá nhân."},
	{.key = "qualifiers",
	 .type = BC_T_STRINGS,
	 .flags = BC_F_BESIDE,
	 .at = offsetof(struct bc_commendation, qualifiers),
	 .title = "Từ đi trước con số",
	 .about = "Theo thứ tự, ví dụ “hơn”."},
	{.key = "period",
	 .type = BC_T_STRING,
	 .at = offsetof(struct bc_commendation, period),
	 .title = "Kỳ của số liệu",
	 .about = "Khi khác kỳ báo cáo, ví dụ “03 năm (2021-2023)”."},
};

const struct bc_shape bc_shape_commendation = {
	.name = "commendation",
	.size = sizeof(struct bc_commendation),
	.place_at = offsetof(struct bc_commendation, place),
	.fields = commendation,
	.n = COUNT(commendation),
	.title = "Một đợt, một cấp khen thưởng",
};

static const struct bc_field discipline[] = {
	{.key = "form",
	 .type = BC_T_STRING,
	 .flags = BC_F_REQUIRED,
	 .at = offsetof(struct bc_discipline, form),
	 .title = "Hình thức kỷ luật",
	 .about = "Ví dụ “cảnh cáo”."},
	{.key = "count",
	 .type = BC_T_INTEGER,
	 .flags = BC_F_REQUIRED,
	 .at = offsetof(struct bc_discipline, count),
	 .max = MOST_PEOPLE,
	 .title = "Số trường hợp"},
	{.key = "scope",
	 .type = BC_T_STRING,
	 .at = offsetof(struct bc_discipline, scope),
	 .title = "Đối tượng, phạm vi",
	 .about = "Ví dụ “đảng viên”, “tổ chức đảng”."},
	{.key = "cause",
	 .type = BC_T_TEXT,
	 .at = offsetof(struct bc_discipline, cause),
	 .title = "Lý do xử lý"},
};

const struct bc_shape bc_shape_discipline = {
	.name = "discipline",
	.size = sizeof(struct bc_discipline),
	.place_at = offsetof(struct bc_discipline, place),
	.fields = discipline,
	.n = COUNT(discipline),
	.title = "Một hình thức kỷ luật",
};

static const struct bc_field practice[] = {
	{.key = "text",
	 .type = BC_T_TEXT,
	 .flags = BC_F_REQUIRED,
	 .at = offsetof(struct bc_practice, text),
	 .title = "Cách làm"},
	{.key = "unit",
	 .type = BC_T_STRING,
	 .at = offsetof(struct bc_practice, unit),
	 .title = "Đơn vị thực hiện"},
};

const struct bc_shape bc_shape_practice = {
	.name = "practice",
	.size = sizeof(struct bc_practice),
	.place_at = offsetof(struct bc_practice, place),
	.fields = practice,
	.n = COUNT(practice),
	.title = "Một cách làm hay",
};

static const struct bc_field figure = {
	.type = BC_T_VALUE,
	.at = offsetof(struct bc_entry, value),
	.title = "Số liệu của đơn vị",
	.about = "Số hoặc chữ; null khi chưa có.",
};

static const struct bc_field unit[] = {
	{.key = "code",
	 .type = BC_T_STRING,
	 .flags = BC_F_FILLED | BC_F_NAME,
	 .at = offsetof(struct bc_unit, code),
	 .title = "Mã đơn vị"},
	{.key = "name",
	 .type = BC_T_STRING,
	 .flags = BC_F_REQUIRED,
	 .at = offsetof(struct bc_unit, name),
	 .title = "Tên đơn vị"},
	{.key = "group",
	 .type = BC_T_STRING,
	 .at = offsetof(struct bc_unit, group),
	 .title = "Nhóm đơn vị",
	 .about = "Ví dụ “Các cơ quan Đảng”, “Doanh nghiệp”."},
	{.key = "values",
	 .type = BC_T_MAP,
	 .at = offsetof(struct bc_unit, values),
	 .entry = &figure,
	 .title = "Các số liệu",
	 .about = "Khóa tự đặt, giống nhau ở các đơn vị: chữ thường không dấu, chữ số và dấu "
		  "gạch dưới, bắt đầu bằng chữ cái."},
};

const struct bc_shape bc_shape_unit = {
	.name = "unit",
	.size = sizeof(struct bc_unit),
	.place_at = offsetof(struct bc_unit, place),
	.fields = unit,
	.n = COUNT(unit),
	.title = "Một đơn vị trực thuộc",
};

static const char *const taken_names[] = {"accepted", "partly", "explained"};
static const struct bc_names takens = {taken_names, COUNT(taken_names), BC_ACCEPTED};

static const struct bc_field comment[] = {
	{.key = "from",
	 .type = BC_T_STRING,
	 .flags = BC_F_REQUIRED,
	 .at = offsetof(struct bc_comment, from),
	 .title = "Nơi góp ý",
	 .about = "Cơ quan, đơn vị hoặc cá nhân."},
	{.key = "part",
	 .type = BC_T_STRING,
	 .at = offsetof(struct bc_comment, part),
	 .with = "comment",
	 .title = "Phần của dự thảo",
	 .about = "Các ý kiến được xếp theo phần, ví dụ “Về mục tiêu, chỉ tiêu”."},
	{.key = "where",
	 .type = BC_T_STRING,
	 .at = offsetof(struct bc_comment, where),
	 .with = "comment",
	 .title = "Chỗ được góp ý trong dự thảo",
	 .about = "Điều, khoản, mục, trang, ví dụ “Mục III.2”."},
	{.key = "comment",
	 .type = BC_T_TEXT,
	 .flags = BC_F_FILLED,
	 .at = offsetof(struct bc_comment, comment),
	 .title = "Nội dung góp ý",
	 .about = "Không ghi khi nơi ấy thống nhất với dự thảo."},
	{.key = "taken",
	 .type = BC_T_ENUM,
	 .at = offsetof(struct bc_comment, taken),
	 .with = "comment",
	 .names = &takens,
	 .title = "Kết quả xử lý",
	 .about = "accepted: tiếp thu; partly: tiếp thu một phần; explained: giải trình, giữ "
		  "như dự thảo."},
	{.key = "response",
	 .type = BC_T_TEXT,
	 .flags = BC_F_FILLED,
	 .at = offsetof(struct bc_comment, response),
	 .with = "comment",
	 .title = "Nội dung tiếp thu, giải trình"},
};

const struct bc_shape bc_shape_comment = {
	.name = "comment",
	.size = sizeof(struct bc_comment),
	.place_at = offsetof(struct bc_comment, place),
	.fields = comment,
	.n = COUNT(comment),
	.title = "Một ý kiến góp ý vào dự thảo",
};

static const struct bc_field enclosure[] = {
	{.key = "type",
	 .type = BC_T_STRING,
	 .flags = BC_F_REQUIRED,
	 .at = offsetof(struct bc_enclosure, type),
	 .title = "Tên loại tài liệu",
	 .about = "Ví dụ “Báo cáo”, “Biểu số liệu”."},
	{.key = "number",
	 .type = BC_T_STRING,
	 .at = offsetof(struct bc_enclosure, number),
	 .title = "Số và ký hiệu",
	 .about = "Ví dụ 27-BC/ĐU, 31/BC-UBND."},
	{.key = "date",
	 .type = BC_T_DATE,
	 .at = offsetof(struct bc_enclosure, date),
	 .title = "Ngày ban hành"},
	{.key = "from",
	 .type = BC_T_STRING,
	 .at = offsetof(struct bc_enclosure, from),
	 .title = "Cơ quan ban hành",
	 .about = "Khi không phải là cơ quan gửi."},
	{.key = "subject",
	 .type = BC_T_STRING,
	 .at = offsetof(struct bc_enclosure, subject),
	 .title = "Trích yếu nội dung",
	 .about = "Viết như khi viện dẫn, ví dụ “về kết quả công tác năm 2026”."},
	{.key = "pages",
	 .type = BC_T_INTEGER,
	 .at = offsetof(struct bc_enclosure, pages),
	 .min = 1,
	 .max = MOST_SHEETS,
	 .title = "Số trang"},
	{.key = "appendices",
	 .type = BC_T_INTEGER,
	 .at = offsetof(struct bc_enclosure, appendices),
	 .min = 1,
	 .max = MOST_SHEETS,
	 .title = "Số phụ lục"},
	{.key = "copies",
	 .type = BC_T_INTEGER,
	 .at = offsetof(struct bc_enclosure, copies),
	 .min = 1,
	 .max = MOST_SHEETS,
	 .title = "Số bản gửi"},
};

const struct bc_shape bc_shape_enclosure = {
	.name = "enclosure",
	.size = sizeof(struct bc_enclosure),
	.place_at = offsetof(struct bc_enclosure, place),
	.fields = enclosure,
	.n = COUNT(enclosure),
	.title = "Một tài liệu gửi kèm",
};
