/*
 * base/file: what is read, what is written whole or not at all, and what is
 * said when it cannot be.  Failures of single calls are in tests/fault.
 */
#include "support.h"

#include "base/file.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static struct fixture fx;
static char folder[] = "/tmp/baocao-file-XXXXXX";
static int here; /* the folder the tests were started in */

static int set_up(void **state)
{
	(void)state;
	fixture_init(&fx);
	strcpy(folder + sizeof folder - 7, "XXXXXX");
	return mkdtemp(folder) && chdir(folder) == 0 ? 0 : 1;
}

static int tear_down(void **state)
{
	(void)state;
	DIR *dir = opendir(".");
	for (struct dirent *e = readdir(dir); e; e = readdir(dir)) {
		if (unlink(e->d_name) != 0)
			rmdir(e->d_name);
	}
	closedir(dir);
	fixture_done(&fx);
	return fchdir(here) == 0 && rmdir(folder) == 0 ? 0 : 1;
}

static int entries(void)
{
	int n = 0;
	DIR *dir = opendir(".");
	for (struct dirent *e = readdir(dir); e; e = readdir(dir))
		n += strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0;
	closedir(dir);
	return n;
}

static void put(const char *name, const char *text, mode_t mode)
{
	int fd = open(name, O_WRONLY | O_CREAT | O_TRUNC, 0600);
	assert_true(fd >= 0);
	assert_int_equal(write(fd, text, strlen(text)), strlen(text));
	assert_int_equal(fchmod(fd, mode), 0);
	close(fd);
}

static void assert_holds(const char *name, const char *text)
{
	struct bc_str bytes;
	assert_true(bc_file_read(&fx.ctx, name, 1 << 20, &bytes));
	if (!bc_str_is(bytes, text))
		fail_msg("%s holds “%.*s”", name, (int)bytes.n, bytes.p);
	assert_int_equal(bytes.p[bytes.n], '\0');
}

/* Nothing was found but one `diag`, at the file `name`. */
static void assert_only(enum bc_diag diag, const char *name)
{
	assert_int_equal(fx.findings.kept, 1);
	assert_int_equal(fx.findings.first->diag, diag);
	assert_true(bc_str_is(fx.findings.first->place.source->name, name));
}

static mode_t mode_of(const char *name)
{
	struct stat st;
	assert_int_equal(lstat(name, &st), 0);
	return st.st_mode;
}

static void writes_and_reads(void **state)
{
	(void)state;
	assert_true(bc_file_write(&fx.ctx, "a.pdf", BC_STR("một")));
	assert_holds("a.pdf", "một");
	assert_true(bc_file_write(&fx.ctx, "./a.pdf", (struct bc_str){0}));
	assert_holds("a.pdf", "");
	assert_int_equal(entries(), 1);
	assert_int_equal(fx.findings.kept, 0);
}

static void a_new_file_gets_the_usual_mode(void **state)
{
	(void)state;
	mode_t mask = umask(027);
	assert_true(bc_file_write(&fx.ctx, "new", BC_STR("x")));
	assert_int_equal(mode_of("new") & 07777, 0640);
	assert_int_equal(umask(mask), 027);
}

static void a_file_that_is_replaced_keeps_its_mode(void **state)
{
	(void)state;
	put("old", "old", 0604);
	assert_true(bc_file_write(&fx.ctx, "old", BC_STR("new")));
	assert_int_equal(mode_of("old") & 07777, 0604);
	assert_holds("old", "new");
}

static void who_has_the_old_file_open_keeps_it(void **state)
{
	(void)state;
	char text[8] = "";
	put("old", "old", 0644);
	int fd = open("old", O_RDONLY);
	assert_true(bc_file_write(&fx.ctx, "old", BC_STR("newer")));
	assert_int_equal(read(fd, text, sizeof text), 3);
	assert_string_equal(text, "old");
	close(fd);
}

static void a_link_stays_and_its_file_is_replaced(void **state)
{
	(void)state;
	assert_int_equal(mkdir("sub", 0700), 0);
	put("sub/file", "old", 0644);
	assert_int_equal(symlink("file", "sub/link"), 0);
	assert_int_equal(symlink("sub/link", "latest"), 0);
	assert_true(bc_file_write(&fx.ctx, "latest", BC_STR("new")));
	assert_true(S_ISLNK(mode_of("latest")) && S_ISLNK(mode_of("sub/link")));
	assert_true(S_ISREG(mode_of("sub/file")));
	assert_holds("sub/file", "new");
	assert_int_equal(unlink("sub/link") | unlink("sub/file"), 0);
}

static void a_link_to_nothing_yet_is_followed(void **state)
{
	(void)state;
	assert_int_equal(symlink("to-come", "link"), 0);
	assert_true(bc_file_write(&fx.ctx, "link", BC_STR("x")));
	assert_true(S_ISLNK(mode_of("link")));
	assert_holds("to-come", "x");
}

static void long_names_are_names(void **state)
{
	(void)state;
	char name[256];
	memset(name, 'n', 255);
	name[255] = '\0';
	assert_true(bc_file_write(&fx.ctx, name, BC_STR("x")));
	assert_holds(name, "x");
}

static void cannot_write(void **state)
{
	(void)state;
	static const char *const names[] = {"none/a.pdf", "", "dir", "dir/", "file/a"};
	assert_int_equal(mkdir("dir", 0700), 0);
	put("file", "x", 0600);
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		bc_findings_init(&fx.findings, &fx.arena);
		assert_false(bc_file_write(&fx.ctx, names[i], BC_STR("new")));
		assert_only(BC_DIAG_FILE_WRITE, names[i]);
	}
	assert_int_equal(entries(), 2);
	assert_holds("file", "x");
}

static void devices_are_written_to(void **state)
{
	(void)state;
	assert_true(bc_file_write(&fx.ctx, "/dev/null", BC_STR("x")));
	assert_true(S_ISCHR(mode_of("/dev/null")));
	assert_false(bc_file_write(&fx.ctx, "/dev/full", BC_STR("x")));
	assert_only(BC_DIAG_FILE_WRITE, "/dev/full");
	assert_true(fx.findings.system);
	assert_true(S_ISCHR(mode_of("/dev/full")));
}

static void pipes_are_written_to(void **state)
{
	(void)state;
	char text[8] = "";
	assert_int_equal(mkfifo("pipe", 0600), 0);
	int fd = open("pipe", O_RDONLY | O_NONBLOCK);
	assert_true(bc_file_write(&fx.ctx, "pipe", BC_STR("abc")));
	assert_int_equal(read(fd, text, sizeof text), 3);
	assert_true(S_ISFIFO(mode_of("pipe")));
	close(fd);
}

static void standard_output_is_a_dash_whatever_lies_here(void **state)
{
	(void)state;
	char text[8] = "";
	int ends[2], out = dup(STDOUT_FILENO);
	assert_int_equal(mkdir("-", 0700), 0);
	assert_int_equal(pipe(ends), 0);
	fflush(stdout);
	dup2(ends[1], STDOUT_FILENO);
	bool done = bc_file_write(&fx.ctx, "-", BC_STR("abc"));
	dup2(out, STDOUT_FILENO);
	assert_true(done);
	assert_int_equal(read(ends[0], text, sizeof text), 3);
	close(ends[0]);
	close(ends[1]);
	close(out);
}

static void cannot_read(void **state)
{
	(void)state;
	static const char *const names[] = {"none", "", ".", "file/a"};
	struct bc_str bytes;
	put("file", "x", 0600);
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		bc_findings_init(&fx.findings, &fx.arena);
		assert_false(bc_file_read(&fx.ctx, names[i], 100, &bytes));
		assert_only(BC_DIAG_FILE_READ, names[i]);
	}
	assert_false(bc_file_readable("none"));
	assert_true(bc_file_readable("file"));
}

static void the_limit_is_a_limit(void **state)
{
	(void)state;
	struct bc_str bytes;
	put("file", "1234567890", 0600);
	assert_true(bc_file_read(&fx.ctx, "file", 10, &bytes));
	assert_int_equal(bytes.n, 10);
	assert_false(bc_file_read(&fx.ctx, "file", 9, &bytes));
	assert_only(BC_DIAG_FILE_TOO_LARGE, "file");
	/* without an end, and without a size */
	assert_false(bc_file_read(&fx.ctx, "/dev/zero", 1 << 20, &bytes));
	assert_true(bc_file_read(&fx.ctx, "/dev/null", 10, &bytes));
	assert_int_equal(bytes.n, 0);
	assert_true(bc_file_read(&fx.ctx, "/proc/self/status", 1 << 20, &bytes));
	assert_true(bytes.n > 100);
}

static void descriptors_are_given_back(void **state)
{
	(void)state;
	struct bc_str bytes;
	put("file", "x", 0600);
	int before = dup(0);
	close(before);
	for (int i = 0; i < 50; i++) {
		assert_true(bc_file_read(&fx.ctx, "file", 10, &bytes));
		assert_true(bc_file_write(&fx.ctx, "file", bytes));
	}
	bc_arena_done(&fx.arena);
	int after = dup(0);
	close(after);
	assert_int_equal(after, before);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(writes_and_reads),
		TEST(a_new_file_gets_the_usual_mode),
		TEST(a_file_that_is_replaced_keeps_its_mode),
		TEST(who_has_the_old_file_open_keeps_it),
		TEST(a_link_stays_and_its_file_is_replaced),
		TEST(a_link_to_nothing_yet_is_followed),
		TEST(long_names_are_names),
		TEST(cannot_write),
		TEST(devices_are_written_to),
		TEST(pipes_are_written_to),
		TEST(standard_output_is_a_dash_whatever_lies_here),
		TEST(cannot_read),
		TEST(the_limit_is_a_limit),
		TEST(descriptors_are_given_back),
	};
	here = open(".", O_RDONLY | O_DIRECTORY);
	if (setjmp(fx.oom))
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
