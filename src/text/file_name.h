/*
 * Names that a file may have on the systems of offices: Linux, Windows, macOS.
 */
#ifndef BC_TEXT_FILE_NAME_H
#define BC_TEXT_FILE_NAME_H

#include "base/str.h"

/* Why `part` cannot be part of a file's name; empty when it can. */
struct bc_str bc_file_name_sign(struct bc_str part);

/* Why a file cannot be called `name` (not empty); empty when it can. */
struct bc_str bc_file_name_fault(struct bc_str name);

#endif
