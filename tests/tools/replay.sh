#!/bin/sh
# Give every fuzz target under BUILD the seeds of tests/fuzz/seeds/, each seed one test.
set -u
build=$1
. tests/tools/tap.sh

for source in tests/fuzz/fuzz_*.c; do
	[ -e "$source" ] || continue
	name=$(basename "$source" .c)
	seeds=tests/fuzz/seeds/${name#fuzz_}
	[ -d "$seeds" ] || not_ok "$name has seeds" "there is no folder $seeds"
	for seed in "$seeds"/*; do
		check "$name: $(basename "$seed")" "$build/tests/fuzz/$name" "$seed"
	done
done
