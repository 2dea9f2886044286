/* The files that a report attaches, as a table. */
#include "model/report.h"
#include "model/schema.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

static const char *const relation_names[] = {"unspecified", "source", "data", "supplement",
					     "alternative"};
static const struct bc_names relations = {relation_names, COUNT(relation_names),
					  BC_RELATION_UNSPECIFIED};

static const struct bc_field attachment[] = {
	{.key = "file",
	 .type = BC_T_STRING,
	 .flags = BC_F_REQUIRED | BC_F_NAME,
	 .at = offsetof(struct bc_attachment, file),
	 .title = "Tệp",
	 .about = "Đường dẫn tính từ thư mục của báo cáo, không ra ngoài thư mục ấy; mỗi tệp "
		  "không quá 16 MiB."},
	{.key = "name",
	 .type = BC_T_STRING,
	 .flags = BC_F_FILLED | BC_F_NAME,
	 .at = offsetof(struct bc_attachment, name),
	 .title = "Tên tệp trong PDF",
	 .about = "Không ghi thì giữ tên của tệp."},
	{.key = "description",
	 .type = BC_T_STRING,
	 .flags = BC_F_REQUIRED,
	 .at = offsetof(struct bc_attachment, description),
	 .title = "Tệp này là gì",
	 .about = "Người nhận đọc được trong danh sách tệp của PDF, ví dụ “Biểu số 1: kết quả "
		  "theo đơn vị”."},
	{.key = "relationship",
	 .type = BC_T_ENUM,
	 .at = offsetof(struct bc_attachment, relation),
	 .names = &relations,
	 .title = "Quan hệ với báo cáo",
	 .about = "source: báo cáo được lập từ tệp này; data: số liệu của bảng, biểu trong báo "
		  "cáo; supplement: bổ sung cho báo cáo; alternative: cùng nội dung ở dạng "
		  "khác. Không ghi thì là unspecified."},
	{.key = "mime",
	 .type = BC_T_STRING,
	 .flags = BC_F_FILLED | BC_F_NAME,
	 .at = offsetof(struct bc_attachment, mime),
	 .title = "Kiểu MIME",
	 .about = "Không ghi thì lấy theo đuôi tệp."},
};

const struct bc_shape bc_shape_attachment = {
	.name = "attachment",
	.size = sizeof(struct bc_attachment),
	.place_at = offsetof(struct bc_attachment, place),
	.fields = attachment,
	.n = COUNT(attachment),
	.title = "Một tệp gắn trong PDF",
};
