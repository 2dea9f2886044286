#!/bin/sh
# clang-format would change nothing.  Another version than 14 lays out otherwise.
set -u
. tests/tools/tap.sh
tool=$(command -v clang-format-14 || command -v clang-format) || exit 0
"$tool" --version | grep -q 'version 14\.' || exit 0
for file in $(find src tests -name '*.[ch]' | sort); do
	check "$file" "$tool" --dry-run -Werror "$file"
done
