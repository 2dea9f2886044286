/* A fixture of its own, `fx`, for each test of a file. */
#ifndef BC_TESTS_UNIT_EACH_H
#define BC_TESTS_UNIT_EACH_H

#include "support.h"

static struct fixture fx;

static int set_up(void **state)
{
	(void)state;
	fixture_init(&fx);
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	fixture_done(&fx);
	return 0;
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

#endif
