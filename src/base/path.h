/*
 * Names of files that a report gives.
 */
#ifndef BC_BASE_PATH_H
#define BC_BASE_PATH_H

#include "base/arena.h"
#include "base/str.h"

/* Whether `name`, seen from some folder, leads to a file in it or below it. */
bool bc_path_stays_below(struct bc_str name);

/* The file `name` as seen from the folder of the file `beside`; in `a`, ends with NUL. */
const char *bc_path_beside(struct bc_arena *a, const char *beside, struct bc_str name);

/* What stands behind the last slash. */
struct bc_str bc_path_last(struct bc_str name);

#endif
