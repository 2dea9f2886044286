#!/bin/sh
# Every sample's PDF as other programs see it: qpdf finds it sound, all fonts are
# embedded, subset and mapped to Unicode, pdftotext reads the words of the pages,
# pdfinfo finds one and the same metadata in both places.  CHECK_PDF=FILE names a
# Python program that judges PDF/A and PDF/UA, if there is one.
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

# PDF: nothing is transparent, encrypted, run or fetched (ISO 19005-3 6.1.3, 6.2.10, 6.5)
plain_objects() {
	! qpdf --qdf --object-streams=disable "$1" - |
		grep -a -n -E '/(ExtGState|SMask|Group|Encrypt|JavaScript|JS|AA|OpenAction|GoToR|Launch|URI)\b'
}

claims() { # JSON STANDARD CLAIM
	"$program" render "$1" --standard "$2" -o "$out/claims.pdf" &&
		qpdf --check "$out/claims.pdf" &&
		tests/tools/pdf_metadata.py "$out/claims.pdf" "$3"
}

for json in samples/*.json; do
	name=$(basename "$json" .json)
	pdf=$out/$name.pdf
	"$program" render "$json" -o "$pdf"
	check "$name: qpdf --check" qpdf --check "$pdf"
	check "$name: fonts embedded, subset, Unicode" fonts_are_inside "$pdf"
	check "$name: metadata, PDF/A-3a and PDF/UA-1" tests/tools/pdf_metadata.py "$pdf" 3
	check "$name: nothing transparent or active" plain_objects "$pdf"
	[ -z "${CHECK_PDF-}" ] || check "$name: what it claims is so" /usr/bin/python3 "$CHECK_PDF" "$pdf"
	check "$name: pdftotext reads the pages' words" words_agree "$json" "$pdf"
done

check "--standard=pdfa-2a+ua1" claims samples/dinh-ky.json pdfa-2a+ua1 2
check "--standard=pdfa-3a+ua1" claims samples/dinh-ky.json pdfa-3a+ua1 3
check "--standard=plain" claims samples/dinh-ky.json plain none
