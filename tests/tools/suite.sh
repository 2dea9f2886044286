#!/bin/sh
# Run groups of tests (all, or those named), two at a time: one line a group,
# then what failed in it; at the end "N passed, N failed".  Programs are built
# before, by make.  A group's whole output stays in build/test/GROUP.log.
set -u
cd "$(dirname "$0")/../.." || exit 2
export PYTHONDONTWRITEBYTECODE=1

# the long ones first, so that the short ones fill the gaps
groups="asan struct batch lint fault mutants cases rules extract verify determinism pdf unit prop slow replay install schema docs samples \
provenance sign diagnostics carry exports cli layers format"

run() {
	case $1 in
	unit) tests/tools/programs.sh build/release/tests/unit/test_ ;;
	prop) tests/tools/programs.sh build/release/tests/prop/prop_ ;;
	slow) tests/tools/programs.sh build/release/tests/slow/slow_ ;;
	cases) tests/run.sh build/baocao tests/cases ;;
	rules) tests/rules/run.sh build/baocao ;;
	mutants) tests/mutants/run.py build/release ;;
	replay) tests/tools/replay.sh build/release ;;
	asan) tests/tools/asan.sh build/asan ;;
	fault) tests/fault/run.sh build/baocao build/release/tests/fault ;;
	samples) tests/tools/samples.sh build/baocao ;;
	batch) tests/tools/batch.sh build/baocao build/release ;;
	provenance) tests/tools/provenance.py build/baocao ;;
	determinism) tests/tools/determinism.sh build/baocao ;;
	pdf) tests/tools/pdf.sh build/baocao ;;
	sign) tests/tools/sign.py build/baocao ;;
	struct) tests/tools/struct.sh build/baocao ;;
	schema) tests/tools/schema.sh build/baocao ;;
	cli) tests/tools/cli.sh build/baocao ;;
	extract) tests/tools/extract.sh build/baocao ;;
	carry) tests/tools/carry.py build/baocao ;;
	verify) tests/tools/verify.py build/baocao ;;
	docs) tests/tools/docs.py build/baocao ;;
	diagnostics) tests/tools/diagnostics.sh build/release/tests/tools/diag_list ;;
	install) tests/tools/install.sh build/baocao ;;
	exports) tests/tools/exports.sh build/release/libbaocao.a ;;
	layers) tests/tools/layers.sh ;;
	lint) tests/tools/lint.sh ;;
	format) tests/tools/format.sh ;;
	*)
		echo "not ok - no such group: $1"
		return 2
		;;
	esac
}

# Run one group, count its tests, report.
one() {
	log=build/test/$1.log
	begin=$(date +%s%N)
	run "$1" >"$log" 2>&1
	status=$?
	passed=$(grep -c '^ok ' "$log")
	failed=$(grep -v '# SKIP' "$log" | grep -c '^not ok ')
	if [ $status -ne 0 ] && [ "$failed" -eq 0 ]; then
		failed=1
		last=$(tail -n 20 "$log" | sed 's/^/#   /')
		printf 'not ok - the group ended with status %s\n%s\n' $status "$last" >>"$log"
	fi
	echo "$passed $failed" >"build/test/$1.count"
	tenths=$((($(date +%s%N) - begin) / 100000000))
	report=$(printf '%-12s %4d passed %3d failed %4d.%d s' \
		"$1" "$passed" "$failed" $((tenths / 10)) $((tenths % 10)))
	if [ "$failed" -gt 0 ]; then
		details=$(sed -n '/^not ok .*# SKIP/d; /^not ok /,/^ok /{/^ok /d;s/^/    /p}' "$log")
		report="$report
$(printf '%s\n' "$details" | head -n 60)
    (all of it: $log)"
	fi
	printf '%s\n' "$report"
}

if [ "${1-}" = --one ]; then
	one "$2"
	exit 0
fi

mkdir -p build/test
[ $# -eq 0 ] || groups=$*
for group in $groups; do
	echo "0 1" >"build/test/$group.count"
done
# shellcheck disable=SC2086
printf '%s\n' $groups | xargs -P 2 -n 1 "$0" --one

passed=0 failed=0
for group in $groups; do
	read -r p f <"build/test/$group.count"
	passed=$((passed + p)) failed=$((failed + f))
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
