#!/bin/sh
# Every sample's structure tree: its text is the document's, paragraph by paragraph,
# and its elements are those of tests/struct (--golden rewrites them).
set -u
program=$1
golden=${2-}
. tests/tools/tap.sh
out=$(scratch struct)

for json in samples/*.json; do
	name=$(basename "$json" .json)
	"$program" render "$json" -o "$out/$name.pdf"
	"$program" render "$json" --dump=doc -o "$out/$name.doc"
	pdfinfo -struct-text "$out/$name.pdf" >"$out/$name.struct"
	tests/tools/struct_text.py "$out/$name.struct" >"$out/$name.txt"
	[ "$golden" != --golden ] || cp "$out/$name.txt" tests/struct/
	check "$name: the structure's text is the document's" \
		tests/tools/struct_text.py "$out/$name.doc" "$out/$name.struct"
	check "$name: the structure's elements" diff "tests/struct/$name.txt" "$out/$name.txt"
done
