#!/bin/sh
# The law: the profiles against an independent table of its values, and laid-out
# pages against it.  tests/rules/run.sh PROGRAM
set -u
program=$1
long=build/test/rules
mkdir -p $long
python3 tests/rules/long.py $long || exit 1
python3 tests/rules/profiles.py templates/profiles || echo "not ok - the profiles were judged to the end"
python3 tests/rules/pages.py "$program" tests/rules/inputs/*.json samples/*.json $long/*.json ||
	echo "not ok - the pages were judged to the end"
