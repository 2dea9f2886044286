#!/bin/sh
# Every source under every compiler there is, with the Makefile's warnings as errors;
# every header compiled alone; no file or line beyond measure.
# shellcheck disable=SC2086 # flags and sources are words
set -u
. tests/tools/tap.sh
warn=$(sed -n '/^WARN :=/,/[^\\]$/p' Makefile | sed 's/^WARN :=//; s/\\$//' | tr '\n' ' ')
packages="jansson freetype2 harfbuzz harfbuzz-subset libutf8proc libdeflate nettle libqpdf"
flags="-std=c17 -D_POSIX_C_SOURCE=200809L -Isrc $warn -Werror $(pkg-config --cflags $packages)
-DBC_VERSION=\"\" -DBC_DATADIR=\"\" -DBC_QPDF=\"\""
sources=$(find src tests -name '*.c' ! -path 'tests/fault/failio.c' | sort)

gcc_quiet() { # some of its warnings come only when it optimises
	for source in $sources; do
		gcc $flags -O2 -c -o /dev/null "$source" || bad=yes
	done
	[ -z "${bad-}" ]
}
clang_quiet() {
	clang $flags -fsyntax-only $sources
}
alone() { # HEADER
	# twice: the guard holds; diag.def is a table, not a header
	printf '#include "%s"\n#include "%s"\n' "$1" "$1" >build/test/alone.c
	gcc $flags -fsyntax-only build/test/alone.c
}
short_enough() {
	find src tests -name '*.[ch]' | xargs wc -l | awk '$2 != "total" && $1 > 1000 { print; bad = 1 }
		END { exit bad }'
}

check "gcc has no warning" gcc_quiet
if command -v clang >/dev/null; then
	check "clang has no warning" clang_quiet
fi
for header in $(cd src && find . -name '*.h' | sed 's|^\./||' | sort); do
	check "$header compiles alone" alone "$header"
done
check "no file over 1000 lines" short_enough
