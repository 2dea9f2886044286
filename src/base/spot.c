/* Names of the spots, for dumps, maps and signature fields. */
#include "base/spot.h"

const char *bc_spot_name(enum bc_spot_kind kind)
{
	static const char *const names[BC_SPOT_COUNT] = {
		[BC_SPOT_SO] = "so",         [BC_SPOT_NGAY] = "ngay", [BC_SPOT_THANG] = "thang",
		[BC_SPOT_CHU_KY] = "chu_ky", [BC_SPOT_DAU] = "dau",
	};
	return names[kind];
}

void bc_spot_field(struct bc_buf *out, const struct bc_spot *spot)
{
	bc_buf_puts(out, spot->kind == BC_SPOT_DAU ? "co_quan_" : "nguoi_ky_");
	bc_buf_int(out, spot->signature);
}
