/* What the programs that time have in common. */
#ifndef BC_TESTS_BENCH_TIMING_H
#define BC_TESTS_BENCH_TIMING_H

#include <time.h>

/* Processor time of this process so far. */
static inline double cpu_ms(void)
{
	struct timespec now;
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

/* For qsort: doubles, the smallest first. */
static inline int by_value(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return (x > y) - (x < y);
}

#endif
