/* base/: SHA-256 against the values of FIPS 180-2, appendix B. */
#include "support.h"

#include "base/sha256.h"

static struct bc_str digest_of(struct fixture *fx, const char *text)
{
	struct bc_buf out = bc_buf_in(&fx->arena);
	unsigned char digest[BC_SHA256];
	bc_sha256(bc_str_of(text), digest);
	bc_sha256_print(&out, digest);
	return bc_buf_str(&out);
}

static void known_texts_have_known_digests(void **state)
{
	(void)state;
	static const char *const known[][2] = {
		{"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
		{"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
		{"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
		 "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
	};
	struct fixture fx;
	if (setjmp(fx.oom))
		fail_msg("out of memory");
	fixture_init(&fx);
	for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
		assert_true(bc_str_is(digest_of(&fx, known[i][0]), known[i][1]));
	fixture_done(&fx);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(known_texts_have_known_digests)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
