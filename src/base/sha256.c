/* Nettle's, behind the project's own types. */
#include "base/sha256.h"

#include <nettle/sha2.h>

void bc_sha256(struct bc_str bytes, unsigned char out[BC_SHA256])
{
	struct sha256_ctx ctx;
	sha256_init(&ctx);
	sha256_update(&ctx, bytes.n, (const uint8_t *)bytes.p);
	sha256_digest(&ctx, BC_SHA256, out);
}

const struct bc_files *bc_files_add(struct bc_arena *a, const struct bc_files *before,
				    const struct bc_source *source)
{
	struct bc_files *files = bc_new(a, struct bc_files);
	*files = (struct bc_files){source, before};
	return files;
}

void bc_sha256_files(const struct bc_files *files, unsigned char out[BC_SHA256])
{
	struct sha256_ctx ctx;
	bc_sha256(files->source->text, out);
	if (!files->before)
		return;
	sha256_init(&ctx);
	for (const struct bc_files *file = files; file; file = file->before) {
		bc_sha256(file->source->text, out);
		sha256_update(&ctx, BC_SHA256, out);
	}
	sha256_digest(&ctx, BC_SHA256, out);
}

void bc_sha256_print(struct bc_buf *out, const unsigned char digest[BC_SHA256])
{
	static const char digits[] = "0123456789abcdef";
	for (size_t i = 0; i < BC_SHA256; i++) {
		bc_buf_putc(out, digits[digest[i] >> 4]);
		bc_buf_putc(out, digits[digest[i] & 15]);
	}
}
