#!/bin/sh
# Every sample's PDF as other programs see it: qpdf finds it sound, all fonts are
# embedded, subset and mapped to Unicode, pdftotext reads the words of the pages.
set -u
program=$1
. tests/tools/tap.sh
out=$(scratch pdf)

fonts_are_inside() { # PDF: pdffonts' columns emb, sub, uni, counted from the right
	pdffonts "$1" | awk 'NR > 2 { n++; if ($(NF - 4) $(NF - 3) $(NF - 2) != "yesyesyes") { print; bad = 1 } }
		END { exit bad || n == 0 }'
}

words_agree() { # JSON PDF
	"$program" render "$1" --dump=pages -o - | tests/tools/page_words.py >"$out/want"
	pdftotext -raw "$2" - | tr -s ' \n\f' '\n' | sed '/^$/d' >"$out/have"
	diff "$out/want" "$out/have"
}

for json in samples/*.json; do
	name=$(basename "$json" .json)
	pdf=$out/$name.pdf
	"$program" render "$json" -o "$pdf"
	check "$name: qpdf --check" qpdf --check "$pdf"
	check "$name: fonts embedded, subset, Unicode" fonts_are_inside "$pdf"
	check "$name: pdftotext reads the pages' words" words_agree "$json" "$pdf"
done
