/*
 * One profile file into a struct bc_profile.
 */
#ifndef BC_PROFILE_READ_H
#define BC_PROFILE_READ_H

#include "profile/profile.h"
#include "json/json.h"

/* The file dir/name.json as JSON; NULL after a finding. */
const struct bc_json *bc_profile_file(struct bc_ctx *ctx, const char *dir,
				      struct bc_str name) BC_MUST_CHECK;

/*
 * Set in `profile` what `data` gives and leave the rest: a profile that
 * extends another is read on top of it.  False after a finding.
 */
bool bc_profile_fill(struct bc_ctx *ctx, const struct bc_json *data,
		     struct bc_profile *profile) BC_MUST_CHECK;

#endif
