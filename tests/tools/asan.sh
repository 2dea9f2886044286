#!/bin/sh
# The unit tests, properties, cases and seeds once more, with AddressSanitizer and
# UndefinedBehaviorSanitizer, from BUILD.
set -u
build=$1
tests/tools/programs.sh "$build/tests/unit/test_"
tests/tools/programs.sh "$build/tests/prop/prop_"
BAOCAO_CASES_OUT=build/test/asan-cases tests/run.sh "$build/baocao" tests/cases
tests/tools/replay.sh "$build"
tests/tools/samples.sh "$build/baocao"
