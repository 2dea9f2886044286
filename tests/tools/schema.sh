#!/bin/sh
# The published JSON Schema: what PROGRAM prints, and what its reader agrees with.
set -u
program=$1
schema=templates/schema/report.schema.json
. tests/tools/tap.sh

current() {
	"$program" schema | diff "$schema" - >/dev/null && return
	echo "$schema is not what \"baocao schema\" prints"
	return 1
}
check "the schema is current" current
check "the schema and the program agree" \
	tests/tools/schema_agree.py "$program" "$schema" tests/cases/schema
check "the samples satisfy the schema" \
	tests/tools/schema_samples.py "$schema" samples/*.json
