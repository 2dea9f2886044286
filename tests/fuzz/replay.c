/*
 * Runs a fuzz target once over each file given, or each file in a folder
 * given: the seeds as a test, and a crash without a fuzzer at hand.
 */
#include "fuzz.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static int failed(const char *name)
{
	perror(name);
	return 1;
}

static int run_file(const char *name, size_t size)
{
	FILE *file = fopen(name, "rb");
	if (!file)
		return failed(name);
	uint8_t *data = malloc(size ? size : 1);
	size_t n = data ? fread(data, 1, size, file) : 0;
	fclose(file);
	if (!data || n != size) {
		free(data);
		return failed(name);
	}
	LLVMFuzzerTestOneInput(data, size);
	free(data);
	return 0;
}

static int run(const char *name);

static int run_folder(const char *name)
{
	struct dirent **entries;
	int n = scandir(name, &entries, NULL, alphasort), bad = 0;
	if (n < 0)
		return failed(name);
	for (int i = 0; i < n; i++) {
		char path[4096];
		snprintf(path, sizeof path, "%s/%s", name, entries[i]->d_name);
		if (entries[i]->d_name[0] != '.')
			bad |= run(path);
		free(entries[i]);
	}
	free(entries);
	return bad;
}

static int run(const char *name)
{
	struct stat st;
	if (stat(name, &st) != 0)
		return failed(name);
	return S_ISDIR(st.st_mode) ? run_folder(name) : run_file(name, (size_t)st.st_size);
}

int main(int argc, char **argv)
{
	int bad = 0;
	for (int i = 1; i < argc; i++)
		bad |= run(argv[i]);
	return bad;
}
