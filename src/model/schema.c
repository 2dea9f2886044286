/*
 * The report itself, its head and its foot as tables: organisation, document,
 * period, basis, signatures.  Its figures are in schema_data.c, its other
 * lists in schema_lists.c, its body in schema_body.c, the files it attaches in
 * schema_attachments.c.
 */
#include "model/schema.h"

#include "base/limits.h"
#include "model/report.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

static const char *const org_kind_names[] = {"party", "state"};
static const struct bc_names org_kinds = {org_kind_names, COUNT(org_kind_names), BC_ORG_PARTY};

static const struct bc_field organization[] = {
	{.key = "kind",
	 .type = BC_T_ENUM,
	 .at = offsetof(struct bc_organization, kind),
	 .names = &org_kinds,
	 .title = "Hệ thống của cơ quan",
	 .about = "party: cơ quan của Đảng; state: cơ quan nhà nước. Quyết định thể thức văn "
		  "bản; "
		  "bắt buộc khi không ghi profile."},
	{.key = "parent",
	 .type = BC_T_TEXT,
	 .at = offsetof(struct bc_organization, parent),
	 .title = "Cơ quan cấp trên trực tiếp",
	 .about = "Một tên, hoặc danh sách các dòng khi cơ quan tự ngắt dòng."},
	{.key = "name",
	 .type = BC_T_TEXT,
	 .flags = BC_F_REQUIRED,
	 .at = offsetof(struct bc_organization, name),
	 .title = "Tên cơ quan ban hành",
	 .about = "Một tên, hoặc danh sách các dòng khi cơ quan tự ngắt dòng."},
	{.key = "code",
	 .type = BC_T_STRING,
	 .at = offsetof(struct bc_organization, code),
	 .title = "Mã định danh của cơ quan"},
};

const struct bc_shape bc_shape_organization = {
	.name = "organization",
	.size = sizeof(struct bc_organization),
	.place_at = offsetof(struct bc_organization, place),
	.fields = organization,
	.n = COUNT(organization),
	.title = "Cơ quan ban hành",
};

static const char *const form_names[] = {"ten_loai", "cong_van"};
static const struct bc_names forms = {form_names, COUNT(form_names), BC_FORM_TEN_LOAI};
static const char *const urgency_names[] = {"none", "khan", "thuong_khan", "hoa_toc"};
static const struct bc_names urgencies = {urgency_names, COUNT(urgency_names), BC_URGENCY_NONE};
static const char *const secrecy_names[] = {"none", "mat", "toi_mat", "tuyet_mat"};
static const struct bc_names secrecies = {secrecy_names, COUNT(secrecy_names), BC_SECRECY_NONE};

static const struct bc_field document[] = {
	{.key = "number",
	 .type = BC_T_LABEL,
	 .at = offsetof(struct bc_document, number),
	 .min = 0,
	 .max = 999999,
	 .title = "Số văn bản",
	 .about = "Để trống (\"\") thì chừa chỗ cho văn thư ghi số."},
	{.key = "symbol",
	 .type = BC_T_STRING,
	 .flags = BC_F_REQUIRED,
	 .at = offsetof(struct bc_document, symbol),
	 .title = "Ký hiệu văn bản",
	 .about = "Ví dụ BC/ĐU, BC-UBND; của công văn: CV/ĐU, UBND-VP."},
	{.key = "place",
	 .type = BC_T_STRING,
	 .flags = BC_F_REQUIRED,
	 .at = offsetof(struct bc_document, place_name),
	 .title = "Địa danh"},
	{.key = "date",
	 .type = BC_T_DATE,
	 .flags = BC_F_DAY_OPTIONAL,
	 .at = offsetof(struct bc_document, date),
	 .title = "Ngày ban hành",
	 .about = "2026-11-21; ghi 2026-11 thì chừa chỗ cho ngày. Bỏ hẳn được khi có "
		  "period.to hoặc profile."},
	{.key = "form",
	 .type = BC_T_ENUM,
	 .at = offsetof(struct bc_document, form),
	 .names = &forms,
	 .title = "Hình thức văn bản",
	 .about = "ten_loai: văn bản có tên loại (mặc định); cong_van: công văn, không có tên "
		  "loại, trích yếu đứng dưới số và ký hiệu."},
	{.key = "type",
	 .type = BC_T_STRING,
	 .flags = BC_F_FILLED,
	 .at = offsetof(struct bc_document, type),
	 .title = "Tên loại văn bản",
	 .about = "Không ghi thì là “Báo cáo”. Công văn không có tên loại."},
	{.key = "subject",
	 .type = BC_T_STRING,
	 .flags = BC_F_REQUIRED,
	 .at = offsetof(struct bc_document, subject),
	 .title = "Trích yếu nội dung",
	 .about = "Của công văn thì không ghi “V/v”, “Về việc”: chương trình in sẵn."},
	{.key = "author_line",
	 .type = BC_T_STRING,
	 .at = offsetof(struct bc_document, author_line),
	 .title = "Dòng chủ thể báo cáo",
	 .about = "Đứng giữa tên loại và trích yếu, ví dụ “của Ban Thường vụ Đảng ủy”."},
	{.key = "draft",
	 .type = BC_T_INTEGER,
	 .at = offsetof(struct bc_document, draft),
	 .min = 1,
	 .max = 99,
	 .title = "Dự thảo lần thứ"},
	{.key = "urgency",
	 .type = BC_T_ENUM,
	 .at = offsetof(struct bc_document, urgency),
	 .names = &urgencies,
	 .title = "Mức độ khẩn",
	 .about = "none: không; khan: khẩn; thuong_khan: thượng khẩn; hoa_toc: hỏa tốc."},
	{.key = "secrecy",
	 .type = BC_T_ENUM,
	 .at = offsetof(struct bc_document, secrecy),
	 .names = &secrecies,
	 .title = "Mức độ mật",
	 .about = "none: không; mat: mật; toi_mat: tối mật; tuyet_mat: tuyệt mật."},
	{.key = "circulation",
	 .type = BC_T_STRING,
	 .at = offsetof(struct bc_document, circulation),
	 .title = "Phạm vi lưu hành",
	 .about = "Ví dụ “Lưu hành nội bộ”."},
	{.key = "drafter",
	 .type = BC_T_STRING,
	 .at = offsetof(struct bc_document, drafter),
	 .title = "Ký hiệu người soạn thảo"},
	{.key = "copies",
	 .type = BC_T_INTEGER,
	 .at = offsetof(struct bc_document, copies),
	 .min = 1,
	 .max = 99999,
	 .title = "Số lượng bản phát hành"},
	{.key = "contact",
	 .type = BC_T_STRING,
	 .at = offsetof(struct bc_document, contact),
	 .title = "Địa chỉ liên hệ của cơ quan"},
};

const struct bc_shape bc_shape_document = {
	.name = "document",
	.size = sizeof(struct bc_document),
	.place_at = offsetof(struct bc_document, place),
	.fields = document,
	.n = COUNT(document),
	.title = "Văn bản",
};

static const char *const period_kind_names[] = {"month", "quarter", "half",    "nine_months",
						"year",  "term",    "campaign"};
static const struct bc_names period_kinds = {period_kind_names, COUNT(period_kind_names),
					     BC_MONTH};

static const struct bc_field period[] = {
	{.key = "kind",
	 .type = BC_T_ENUM,
	 .at = offsetof(struct bc_period, kind),
	 .names = &period_kinds,
	 .title = "Loại kỳ",
	 .about = "month: tháng; quarter: quý; half: sáu tháng; nine_months: chín tháng; year: "
		  "năm; "
		  "term: nhiệm kỳ; campaign: đợt, chuyên đề."},
	{.key = "from",
	 .type = BC_T_DATE,
	 .at = offsetof(struct bc_period, from),
	 .title = "Từ ngày"},
	{.key = "to",
	 .type = BC_T_DATE,
	 .at = offsetof(struct bc_period, to),
	 .title = "Đến ngày"},
	{.key = "cutoff",
	 .type = BC_T_DATE,
	 .at = offsetof(struct bc_period, cutoff),
	 .title = "Ngày chốt số liệu"},
	{.key = "label",
	 .type = BC_T_STRING,
	 .at = offsetof(struct bc_period, label),
	 .title = "Tên kỳ báo cáo",
	 .about = "Ví dụ “6 tháng đầu năm 2026”."},
};

const struct bc_shape bc_shape_period = {
	.name = "period",
	.size = sizeof(struct bc_period),
	.place_at = offsetof(struct bc_period, place),
	.fields = period,
	.n = COUNT(period),
	.title = "Kỳ báo cáo",
};

static const char *const basis_style_names[] = {"opening", "can_cu"};
static const struct bc_names basis_styles = {basis_style_names, COUNT(basis_style_names),
					     BC_BASIS_OPENING};

static const struct bc_field basis[] = {
	{.key = "style",
	 .type = BC_T_ENUM,
	 .at = offsetof(struct bc_basis, style),
	 .names = &basis_styles,
	 .title = "Cách nêu căn cứ",
	 .about = "opening: đoạn mở đầu “Thực hiện …”; can_cu: các dòng “Căn cứ …”."},
	{.key = "text",
	 .type = BC_T_TEXT,
	 .flags = BC_F_REQUIRED,
	 .at = offsetof(struct bc_basis, text),
	 .title = "Nội dung căn cứ"},
};

const struct bc_shape bc_shape_basis = {
	.name = "basis",
	.size = sizeof(struct bc_basis),
	.place_at = offsetof(struct bc_basis, place),
	.fields = basis,
	.n = COUNT(basis),
	.title = "Căn cứ báo cáo",
};

static const char *const tens_zero_names[] = {"linh", "lẻ"};
static const struct bc_names tens_zeros = {tens_zero_names, COUNT(tens_zero_names), 0};
static const char *const thousand_names[] = {"nghìn", "ngàn"};
static const struct bc_names thousands = {thousand_names, COUNT(thousand_names), 0};
static const char *const small_count_names[] = {"padded", "plain"};
static const struct bc_names small_counts = {small_count_names, COUNT(small_count_names), 0};

static const struct bc_field wording[] = {
	{.key = "tens_zero",
	 .type = BC_T_ENUM,
	 .at = offsetof(struct bc_wording, tens_zero),
	 .names = &tens_zeros,
	 .title = "Cách đọc chữ số 0 ở hàng chục",
	 .about = "linh: một trăm linh năm (mặc định); lẻ: một trăm lẻ năm."},
	{.key = "thousand",
	 .type = BC_T_ENUM,
	 .at = offsetof(struct bc_wording, thousand),
	 .names = &thousands,
	 .title = "Cách đọc hàng nghìn",
	 .about = "nghìn (mặc định) hoặc ngàn."},
	{.key = "small_counts",
	 .type = BC_T_ENUM,
	 .at = offsetof(struct bc_wording, small_counts),
	 .names = &small_counts,
	 .title = "Cách viết số đếm nhỏ hơn 10",
	 .about = "padded: 09 tập thể (mặc định); plain: 9 tập thể."},
};

const struct bc_shape bc_shape_wording = {
	.name = "wording",
	.size = sizeof(struct bc_wording),
	.place_at = offsetof(struct bc_wording, place),
	.fields = wording,
	.n = COUNT(wording),
	.title = "Cách viết của cơ quan",
	.about = "Những điều không quy định nào bắt buộc, để mẫu báo cáo viết theo lệ của cơ "
		 "quan.",
};

static const char *const side_names[] = {"right", "left"};
static const struct bc_names sides = {side_names, COUNT(side_names), BC_SIDE_RIGHT};

static const struct bc_field signature[] = {
	{.key = "side",
	 .type = BC_T_ENUM,
	 .at = offsetof(struct bc_signature, side),
	 .names = &sides,
	 .title = "Bên ký",
	 .about = "right: bên phải (mặc định); left: bên trái."},
	{.key = "lines",
	 .type = BC_T_STRINGS,
	 .flags = BC_F_REQUIRED,
	 .at = offsetof(struct bc_signature, lines),
	 .min = 1,
	 .title = "Thẩm quyền và chức vụ",
	 .about = "Từng dòng, ví dụ “T/M BAN THƯỜNG VỤ”, “BÍ THƯ”."},
	{.key = "name",
	 .type = BC_T_STRING,
	 .at = offsetof(struct bc_signature, name),
	 .title = "Họ và tên người ký",
	 .about = "Để trống thì chừa chỗ."},
	{.key = "other_position",
	 .type = BC_T_STRING,
	 .at = offsetof(struct bc_signature, other_position),
	 .title = "Chức vụ khác ghi trên họ tên"},
	{.key = "seal",
	 .type = BC_T_BOOL,
	 .at = offsetof(struct bc_signature, seal),
	 .title = "Chừa chỗ đóng dấu"},
};

const struct bc_shape bc_shape_signature = {
	.name = "signature",
	.size = sizeof(struct bc_signature),
	.place_at = offsetof(struct bc_signature, place),
	.fields = signature,
	.n = COUNT(signature),
	.title = "Khối chữ ký",
};

#define LIST(key_, member, shape_)                                                     \
	.key = (key_), .type = BC_T_OBJECTS, .at = offsetof(struct bc_report, member), \
	.more = offsetof(struct bc_report, n_##member), .of = &(shape_)

#define STRINGS(key_, member) \
	.key = (key_), .type = BC_T_STRINGS, .at = offsetof(struct bc_report, member)

static const struct bc_field text = {
	.type = BC_T_TEXT,
	.at = offsetof(struct bc_entry, text),
	.title = "Lời văn",
	.about = "Một đoạn, hoặc danh sách các đoạn.",
};

static const struct bc_field report[] = {
	{.key = "$schema",
	 .type = BC_T_IGNORED,
	 .title = "Lược đồ của tệp này",
	 .about = "Dành cho trình soạn thảo; chương trình không đọc."},
	{.key = "baocao",
	 .type = BC_T_FORMAT,
	 .flags = BC_F_REQUIRED,
	 .at = offsetof(struct bc_report, format),
	 .otherwise = BC_FORMAT,
	 .title = "Phiên bản của định dạng"},
	{.key = "base",
	 .type = BC_T_STRING,
	 .flags = BC_F_FILLED | BC_F_NAME,
	 .at = offsetof(struct bc_report, base),
	 .title = "Tệp dữ liệu chung của cơ quan",
	 .about = "Các mục không ghi ở đây lấy từ tệp này."},
	{.key = "profile",
	 .type = BC_T_STRING,
	 .flags = BC_F_FILLED | BC_F_NAME,
	 .at = offsetof(struct bc_report, profile),
	 .title = "Bộ quy định thể thức",
	 .about = "Không ghi thì chọn theo hệ thống của cơ quan và ngày ban hành."},
	{.key = "template",
	 .type = BC_T_STRING,
	 .flags = BC_F_FILLED | BC_F_NAME,
	 .at = offsetof(struct bc_report, template),
	 .title = "Mẫu báo cáo",
	 .about = "Tên của một mẫu hoặc đường dẫn đến mẫu; mẫu điền các mục không ghi ở đây."},
	{.key = "organization",
	 .type = BC_T_OBJECT,
	 .flags = BC_F_REQUIRED,
	 .at = offsetof(struct bc_report, organization),
	 .of = &bc_shape_organization,
	 .title = "Cơ quan ban hành"},
	{.key = "document",
	 .type = BC_T_OBJECT,
	 .flags = BC_F_REQUIRED,
	 .at = offsetof(struct bc_report, document),
	 .of = &bc_shape_document,
	 .title = "Văn bản"},
	{.key = "period",
	 .type = BC_T_OBJECT,
	 .at = offsetof(struct bc_report, period),
	 .of = &bc_shape_period,
	 .title = "Kỳ báo cáo"},
	{.key = "basis",
	 .type = BC_T_OBJECT,
	 .at = offsetof(struct bc_report, basis),
	 .of = &bc_shape_basis,
	 .title = "Căn cứ báo cáo"},
	{.key = "wording",
	 .type = BC_T_OBJECT,
	 .at = offsetof(struct bc_report, wording),
	 .of = &bc_shape_wording,
	 .title = "Cách viết của cơ quan",
	 .about = "Thường đặt trong tệp dữ liệu chung."},
	{LIST("results", results, bc_shape_result), .flags = BC_F_DATA,
	 .title = "Kết quả trong kỳ"},
	{LIST("targets", targets, bc_shape_target), .flags = BC_F_DATA,
	 .title = "Chỉ tiêu, mục tiêu"},
	{LIST("models", models, bc_shape_model), .flags = BC_F_DATA,
	 .title = "Mô hình, điển hình"},
	{LIST("practices", practices, bc_shape_practice), .flags = BC_F_DATA,
	 .title = "Cách làm hay", .about = "Việc làm tốt chưa thành mô hình có tên."},
	{LIST("commendations", commendations, bc_shape_commendation), .flags = BC_F_DATA,
	 .title = "Biểu dương, khen thưởng"},
	{LIST("discipline", discipline, bc_shape_discipline), .flags = BC_F_DATA,
	 .title = "Xử lý kỷ luật"},
	{STRINGS("tasks", tasks), .flags = BC_F_DATA, .title = "Nhiệm vụ thời gian tới"},
	{STRINGS("lessons", lessons), .flags = BC_F_DATA, .title = "Bài học kinh nghiệm"},
	{STRINGS("shortcomings", shortcomings), .flags = BC_F_DATA,
	 .title = "Hạn chế, khuyết điểm"},
	{STRINGS("causes", causes), .flags = BC_F_DATA, .title = "Nguyên nhân"},
	{STRINGS("proposals", proposals), .flags = BC_F_DATA, .title = "Kiến nghị, đề xuất"},
	{.key = "texts",
	 .type = BC_T_MAP,
	 .at = offsetof(struct bc_report, texts),
	 .entry = &text,
	 .title = "Lời văn cho các chỗ của mẫu",
	 .about = "Khóa do mẫu đặt: chữ thường không dấu, chữ số và dấu gạch dưới, bắt đầu "
		  "bằng chữ cái."},
	{LIST("units", units, bc_shape_unit), .flags = BC_F_DATA, .title = "Đơn vị trực thuộc",
	 .about = "Theo thứ tự chính thức của cơ quan."},
	{LIST("comments", comments, bc_shape_comment), .flags = BC_F_DATA,
	 .title = "Ý kiến góp ý vào dự thảo",
	 .about = "Mỗi ý kiến một mục; nơi thống nhất với dự thảo chỉ ghi from."},
	{LIST("enclosures", enclosures, bc_shape_enclosure), .flags = BC_F_DATA,
	 .title = "Tài liệu gửi kèm", .about = "Tài liệu chính đứng đầu."},
	{LIST("tables", tables, bc_shape_table), .needs = "id", .title = "Bảng dùng trong bài",
	 .about = "Khối trong bài nhắc đến bảng bằng mã của nó."},
	{.key = "numbering",
	 .type = BC_T_ENUMS,
	 .at = offsetof(struct bc_report, numbering),
	 .more = offsetof(struct bc_report, n_numbering),
	 .max = BC_LIMIT_SECTION_DEPTH,
	 .names = &bc_numbering_names,
	 .title = "Cách đánh số từng cấp đề mục",
	 .about = "Từ cấp ngoài cùng vào trong; không ghi thì theo quy định."},
	{LIST("sections", sections, bc_shape_block), .title = "Nội dung báo cáo"},
	{LIST("appendices", appendices, bc_shape_appendix), .title = "Phụ lục"},
	{LIST("attachments", attachments, bc_shape_attachment), .max = BC_LIMIT_ATTACHMENTS,
	 .title = "Tệp gắn trong PDF",
	 .about = "Người nhận mở hoặc lưu được từ PDF; không in ra trang. Văn bản có độ mật "
		  "không được gắn tệp."},
	{STRINGS("addressees", addressees), .title = "Kính gửi"},
	{STRINGS("recipients", recipients), .title = "Nơi nhận"},
	{LIST("signatures", signatures, bc_shape_signature), .flags = BC_F_REQUIRED, .min = 1,
	 .title = "Chữ ký"},
};

const struct bc_shape bc_shape_report = {
	.name = "report",
	.size = sizeof(struct bc_report),
	.place_at = offsetof(struct bc_report, place),
	.fields = report,
	.n = COUNT(report),
	.title = "Báo cáo",
	.about = "Dữ liệu của một báo cáo. Mọi đối tượng nhận thêm “$comment” để ghi chú và "
		 "các khóa "
		 "bắt đầu bằng “x_” để dùng riêng; khóa lạ khác là lỗi.",
};

const struct bc_shape *const bc_shapes[BC_SHAPES] = {
	&bc_shape_report,     &bc_shape_organization, &bc_shape_document,
	&bc_shape_period,     &bc_shape_basis,        &bc_shape_wording,
	&bc_shape_result,     &bc_shape_plan,         &bc_shape_comparison,
	&bc_shape_point,      &bc_shape_target,       &bc_shape_commendation,
	&bc_shape_discipline, &bc_shape_practice,     &bc_shape_unit,
	&bc_shape_comment,    &bc_shape_enclosure,    &bc_shape_model,
	&bc_shape_table,      &bc_shape_column,       &bc_shape_row,
	&bc_shape_cell,       &bc_shape_total,        &bc_shape_block,
	&bc_shape_item,       &bc_shape_appendix,     &bc_shape_attachment,
	&bc_shape_signature,
};

const struct bc_field *bc_shape_field(const struct bc_shape *shape, struct bc_str key)
{
	for (size_t i = 0; i < shape->n; i++) {
		if (bc_str_is(key, shape->fields[i].key))
			return &shape->fields[i];
	}
	return NULL;
}

bool bc_key_is_free(struct bc_str key)
{
	for (size_t i = 0; i < key.n; i++) {
		bool letter = key.p[i] >= 'a' && key.p[i] <= 'z';
		bool digit = key.p[i] >= '0' && key.p[i] <= '9';
		if (!letter && (i == 0 || (!digit && key.p[i] != '_')))
			return false;
	}
	return key.n > 0;
}

bool bc_key_is_private(struct bc_str key)
{
	return bc_str_is(key, "$comment") || bc_str_starts(key, BC_STR("x_"));
}

bool bc_keys_have(const char *keys, const char *key)
{
	size_t n = strlen(key);
	while (*keys) {
		size_t step = strcspn(keys, " ");
		if (step == n && memcmp(keys, key, n) == 0)
			return true;
		keys += step + (keys[step] == ' ');
	}
	return false;
}
