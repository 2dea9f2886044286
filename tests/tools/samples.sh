#!/bin/sh
# Every sample renders with PROGRAM: exit status 0 and not a word, notes aside.
set -u
program=$1
. tests/tools/tap.sh
out=$(scratch "samples$$")

silent() { # COMMAND...
	said=$("$@" 2>&1)
	status=$?
	[ $status -eq 0 ] && [ -z "$said" ] && return
	printf 'exit status %s\n%s\n' "$status" "$said"
	return 1
}

for sample in samples/*.json; do
	name=$(basename "$sample" .json)
	check "$name renders" silent "$program" render "$sample" -o "$out/$name.pdf"
	check "$name passes check" silent "$program" check "$sample"
done
rm -rf "$out"
