#!/bin/sh
# What goes into a PDF comes out again: PROGRAM renders, "extract" and other programs
# read; then PDFs that were changed, locked, cut off or made to harm.
set -u
program=$(realpath "$1")
top=$PWD
hostile=$PWD/tests/tools/hostile_pdf.py
. tests/tools/tap.sh
out=$(scratch extract)
cd "$out" || exit 1

refused() { # STATUS CODE ARGUMENTS...: nothing comes out, and the finding says why
	want=$1 code=$2
	shift 2
	rm -f none
	"$program" extract --diagnostics=short --lang en -o none "$@" >said 2>&1 </dev/null
	have=$?
	[ $have -eq "$want" ] && grep -q " $code: " said && [ ! -e none ] && return
	echo "exit status $have, not $want with $code"
	cat said
	return 1
}
names_agree() { # PDF: extract, pdfdetach and qpdf know the same files
	"$program" extract --list "$1" | cut -f1 | sort >ours
	pdfdetach -list "$1" | sed -n 's/^[0-9]*: //p' | sort | diff ours - &&
		qpdf --list-attachments "$1" | sed 's/ -> .*//; /has no embedded/d' | sort | diff ours -
}

for json in "$top"/samples/*.json; do
	name=$(basename "$json" .json)
	# without a standard, in which a report without a date carries its data too
	"$program" render "$json" --standard=plain -o "$name.pdf"
	"$program" render "$json" --standard=plain --dump=carried -o carried.json
	"$program" extract "$name.pdf" -o back.json
	check "$name: the data comes back" cmp carried.json back.json
	check "$name: who lists the files agrees" names_agree "$name.pdf"
done

# a report with files of its own
mkdir -p bieu
printf 'Đơn vị;Số lượng\nTân An;15\n' >'bieu/số liệu.csv'
: >bieu/rong.txt
head -c 300000 ninh-thuan.pdf >'bieu/Phụ lục.PDF'
python3 - "$top/samples/ninh-thuan.json" >report.json <<'END'
import json, sys
report = json.load(open(sys.argv[1]))
report["attachments"] = [
    {"file": "bieu/số liệu.csv", "description": "Biểu số 1", "relationship": "data"},
    {"file": "bieu/rong.txt", "name": "Rỗng (1).bin", "description": "x", "mime": "x-a/y.z"},
    {"file": "bieu/Phụ lục.PDF", "description": "Toàn văn", "relationship": "supplement"},
    {"file": "report.json", "name": "nguồn.json", "description": "y", "relationship": "source"},
]
json.dump(report, sys.stdout)
END
"$program" render report.json -o report.pdf
"$program" extract report.pdf -o carried.json
"$program" extract report.pdf --file baocao-manifest.json -o manifest.json
listed() {
	"$program" extract --list report.pdf | sort | diff - listed
}
gives() { # NAME FILE: by this program and by poppler
	"$program" extract report.pdf --file "$1" | cmp - "$2" &&
		number=$(pdfdetach -list report.pdf | grep -F -- "$1" | cut -d: -f1) &&
		pdfdetach -save "$number" -o other report.pdf && cmp other "$2"
}
size() {
	wc -c <"$1" | tr -d ' '
}
printf '%s\t%s\t%s\t%s\t%s\n' \
	'Phụ lục.PDF' Supplement application/pdf "$(size 'bieu/Phụ lục.PDF')" 'Toàn văn' \
	'Rỗng (1).bin' Unspecified x-a/y.z 0 x \
	baocao.json Source application/json "$(size carried.json)" \
	'Dữ liệu của báo cáo, dành cho chương trình baocao' \
	baocao-manifest.json Data application/json "$(size manifest.json)" \
	'Tệp PDF này được làm từ những gì' \
	'nguồn.json' Source application/json "$(size report.json)" y \
	'số liệu.csv' Data text/csv "$(size 'bieu/số liệu.csv')" 'Biểu số 1' | sort >listed
rendered_again() { # from what it carries
	"$program" render carried.json --dump=pages -o again &&
		"$program" render report.json --dump=pages -o pages && cmp pages again
}
given_back() { # the report as it was given
	"$program" render report.json --carry=all -o all.pdf &&
		"$program" extract all.pdf | cmp - report.json
}
check "what it carries gives the same pages again" rendered_again
check "--carry=all: the report comes back byte for byte" given_back
check "--list tells name, relationship, type, size, description" listed
check "qpdf --check" qpdf --check report.pdf
check "a table comes back" gives 'số liệu.csv' 'bieu/số liệu.csv'
check "an empty file comes back" gives 'Rỗng (1).bin' bieu/rong.txt
check "a PDF in the PDF comes back" gives 'Phụ lục.PDF' 'bieu/Phụ lục.PDF'
check "others list the same files" names_agree report.pdf
check "the same bytes again" sh -c '"$1" render report.json -o - | cmp - report.pdf' sh "$program"
check "from standard input" sh -c '"$1" extract - <report.pdf | cmp - carried.json' sh "$program"
check "no such file in the PDF" refused 1 E014 --file nothing report.pdf

in_batch() {
	"$program" batch report.json -o made && cmp made/report.pdf report.pdf
}
check "batch makes the same PDF" in_batch

# what was appended later is read as well
python3 "$hostile" append report.pdf >signed.pdf
check "the data of a PDF with an update" sh -c '"$1" extract signed.pdf | cmp - carried.json' sh "$program"
check "qpdf reads the update" qpdf --check signed.pdf
qpdf --linearize report.pdf linear.pdf
check "the data of a PDF that qpdf rewrote" sh -c '"$1" extract linear.pdf | cmp - carried.json' sh "$program"

# nothing to be had
"$program" render --draft "$top/samples/ninh-thuan.json" -o draft.pdf
check "a draft carries nothing" refused 1 E013 draft.pdf
check "--list of nothing" sh -c '"$1" extract --list draft.pdf | cmp - /dev/null' sh "$program"
sed 's/"document": {/&"secrecy": "mat",/' "$top/samples/ninh-thuan.json" >secret.json
"$program" render secret.json -o secret.pdf
check "a document with a secrecy stamp carries nothing" refused 1 E013 secret.pdf
check "not a PDF" refused 1 E010 report.json
check "an empty file" refused 1 E010 bieu/rong.txt
check "no file" refused 3 I001 missing.pdf
check "a folder" refused 3 I001 .
qpdf --encrypt secret secret 256 -- report.pdf locked.pdf
check "a locked PDF" refused 1 E011 locked.pdf
qpdf --encrypt '' owner 256 -- report.pdf open.pdf
check "a PDF that anybody may open" sh -c '"$1" extract open.pdf | cmp - carried.json' sh "$program"
head -c 20000 report.pdf >cut.pdf
check "a PDF that was cut off" refused 1 E012 cut.pdf
python3 "$hostile" break report.pdf >broken.pdf
check "a file in it that is damaged" refused 1 E012 broken.pdf

harmless() { # PDF
	for option in --list --verbose; do
		timeout 60 "$program" extract "$option" --memory-limit 256 "$1" -o got >said 2>&1
		status=$?
		[ $status -le 1 ] || break
	done
	[ $status -eq 1 ] && return # at last, without --list
	echo "exit status $status"
	cat said
	return 1
}
# whatever is listed, the data of a report is in none of them
for kind in $(python3 "$hostile" kinds); do
	python3 "$hostile" "$kind" >"$kind.pdf"
	check "hostile: $kind" harmless "$kind.pdf"
done
check "too large when unpacked" refused 1 I002 bomb.pdf

# the program that makes PDFs does without what reads them
without() { # ARGUMENTS...
	LD_DEBUG=files LD_DEBUG_OUTPUT=loaded "$program" "$@" >/dev/null 2>&1
	! grep -q qpdf loaded.* && rm loaded.*
}
check "render doesn't load qpdf" without render report.json -o report.pdf
check "batch doesn't load qpdf" without batch report.json -o made
