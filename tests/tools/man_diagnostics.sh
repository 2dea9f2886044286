#!/bin/sh
# Put the list that DIAG_LIST prints between the marks in the manual page PAGE;
# with --check, only tell whether it is there already.
set -eu
checking=
[ "$1" = --check ] && checking=yes && shift
diag_list=$1 page=$2

mkdir -p build/test
new=build/test/$(basename "$page").new
{
	sed '/begin diagnostics/q' "$page"
	# by code, a record at a time
	"$diag_list" mdoc | awk '/^\.It /{printf "%s", (NR > 1 ? "\n" : "")} {printf "%s\001", $0}
		END {print ""}' | LC_ALL=C sort | tr '\001' '\n' | sed '/^$/d'
	sed -n '/end diagnostics/,$p' "$page"
} >"$new"

if [ "$checking" ]; then
	diff "$page" "$new"
elif ! cmp -s "$new" "$page"; then
	cat "$new" >"$page"
fi
