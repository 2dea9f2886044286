#!/bin/sh
# Run every test program whose path begins with PREFIX.  cmocka tells of each of
# its tests; a program that tells of none is one test, by its exit status.
set -u
prefix=$1
CMOCKA_MESSAGE_OUTPUT=TAP
export CMOCKA_MESSAGE_OUTPUT

for program in "$prefix"*; do
	case $program in
	*.o | *.d | "$prefix*") continue ;;
	esac
	name=$(basename "$program")
	# a program whose source is gone is only left over from an earlier build
	[ -e "tests/${program#*/tests/}.c" ] || continue
	output=$("$program" 2>&1)
	status=$?
	tests=$(printf '%s\n' "$output" | grep -c -E '^(not )?ok ')
	if [ "$tests" -gt 0 ]; then
		printf '%s\n' "$output" | sed -E "s/^(ok|not ok) [0-9]+ - /\1 - $name: /"
		failed=$(printf '%s\n' "$output" | grep -c '^not ok ')
		[ $status -eq 0 ] || [ "$failed" -gt 0 ] || echo "not ok - $name: exit status $status"
	elif [ $status -eq 0 ]; then
		echo "ok - $name"
	else
		echo "not ok - $name: exit status $status"
		printf '%s\n' "$output" | tail -n 30 | sed 's/^/#   /'
	fi
done
