#!/bin/sh
# Run every fuzzer of build/fuzz for SECONDS, from its seeds; what it learns stays in
# build/fuzz/corpus, an input that breaks it in build/fuzz/crashes.
set -eu
seconds=$1
status=0
for source in tests/fuzz/fuzz_*.c; do
	name=$(basename "$source" .c)
	corpus=build/fuzz/corpus/$name
	mkdir -p "$corpus" build/fuzz/crashes
	echo "fuzz: $name, $seconds s"
	"build/fuzz/tests/fuzz/$name" -max_total_time="$seconds" -timeout=10 -print_final_stats=1 \
		-artifact_prefix="build/fuzz/crashes/$name-" "$corpus" "tests/fuzz/seeds/${name#fuzz_}" \
		2>build/fuzz/"$name".log || {
		tail -n 40 build/fuzz/"$name".log
		status=1
	}
	sed -n 's/^stat::number_of_executed_units: */  runs: /p' build/fuzz/"$name".log
done
exit $status
