#!/bin/sh
# Every code of src/base/diag.def, as DIAG_LIST prints them, is used once, is raised
# somewhere, and has a case tests/cases/diag/CODE-name/ whose out.diag shows it, or a
# line in diag-elsewhere.txt that names the test which does.
set -u
diag_list=$1
elsewhere=tests/tools/diag-elsewhere.txt
. tests/tools/tap.sh

has_case() { # CODE
	while read -r code file word; do
		[ "$code" = "$1" ] || continue
		grep -q "${word:-$1}" "$file" && return
		echo "$elsewhere says $file, where ${word:-$1} isn't found"
		return 1
	done <"$elsewhere"
	for folder in tests/cases/diag/"$1"-*/; do
		[ -d "$folder" ] || continue
		grep -q " $1" "$folder/out.diag" && return
		echo "$folder/out.diag does not show it"
		return 1
	done
	echo "there is no folder tests/cases/diag/$1-*"
	return 1
}
explained() { # CODE
	build/baocao explain "$1" | grep -q "^$1" && build/baocao explain --lang en "$1" | grep -q "^$1"
}
raised() { # IDENTIFIER
	grep -q -r -w -E "(BC_DIAG_)?$1" src --include=*.c
}

"$diag_list" codes >build/test/codes
check "no code is used twice" sh -c '! cut -d" " -f1 build/test/codes | sort | uniq -d | grep .'
while read -r code trouble; do
	check "$code has a case" has_case "$code"
	check "$code is explained" explained "$code"
done <build/test/codes
for id in $(sed -n 's/^BC_DIAG(\([A-Z0-9_]*\),.*/\1/p' src/base/diag.def); do
	check "$id is raised somewhere" raised "$id"
done
