#!/bin/sh
# "make install" into an empty folder: the program there finds its own data and gives
# the same PDF, a program can be built on the library, "make uninstall" leaves nothing.
set -u
program=$1
. tests/tools/tap.sh
out=$(scratch install)
usr=$out/root/usr

make_quietly() {
	env -u MAKEFLAGS -u MAKELEVEL make --no-print-directory "$@" DESTDIR="$out/root" PREFIX=/usr
}
renders_the_same() {
	"$program" render samples/ninh-thuan.json -o "$out/here.pdf" &&
		(cd / && "$usr/bin/baocao" render "$OLDPWD/samples/ninh-thuan.json" -o "$out/there.pdf") &&
		cmp "$out/here.pdf" "$out/there.pdf"
}
library_serves() {
	packages="jansson freetype2 harfbuzz harfbuzz-subset libutf8proc libdeflate nettle"
	# shellcheck disable=SC2046,SC2086
	gcc -std=c99 -Wall -Werror -I"$usr/include" tests/tools/library.c \
		"$usr/lib/libbaocao.a" $(pkg-config --libs $packages) -lhpdf -o "$out/library" &&
		"$out/library" "$usr/share/baocao" samples/ninh-thuan.json "$out/library.pdf" &&
		cmp "$out/here.pdf" "$out/library.pdf"
}
nothing_left() {
	make_quietly uninstall && ! find "$out/root" -type f | grep .
}

check "make install" make_quietly install
check "the installed program finds its data" renders_the_same
check "the installed library serves a program in C99" library_serves
check "make uninstall leaves nothing" nothing_left
