#!/bin/sh
# What LIBRARY defines for others is what src/baocao.h declares; its other global
# names carry the project's prefix, and nothing in it is writable data.
set -u
library=$1
. tests/tools/tap.sh

declared() {
	gcc -E -P src/baocao.h | grep -o -E '\bbaocao_[a-z_]+ *\(' | tr -d ' (' | sort -u
}
defined() { # TYPES: global symbols of these nm types
	nm -g --defined-only "$library" | awk -v types="$1" 'NF == 3 && index(types, $2) { print $3 }'
}
public_matches() {
	defined T | grep '^baocao_' | sort -u >build/test/exports.have
	declared | diff - build/test/exports.have
}
nothing() { # on standard input
	! grep .
}

check "every function of baocao.h, and no other baocao_ name" public_matches
check "all other global names begin with bc_" nothing <<END
$(defined TRDBVW | grep -v -E '^(bc_|baocao_)')
END
# .data.rel.ro is constant once the program is loaded
check "no writable data" nothing <<END
$(objdump -t "$library" | awk '$(NF - 2) ~ /^(\.data|\.bss|\*COM\*)$/ && $NF !~ /^\./ { print $NF }')
END
