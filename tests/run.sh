#!/bin/bash
# Run the cases: tests/run.sh [--golden] PROGRAM FOLDER...
#
# A case is a folder with in.json (or in.sh, which prints it) and any of
#   args         more arguments for "baocao render"
#   status       the exit status (0 when the file isn't there)
#   out.diag     what it says, --diagnostics=short --lang vi
#   out.diag.en  the same with --lang en
#   out.doc      --dump=doc
#   out.pages    --dump=pages
#   out.txt      the PDF's text, by pdftotext
# Only the files that are there are compared; --golden rewrites them instead.
# Each case runs in a copy of its folder; in.sh finds the source tree at $TOP.
set -u
golden=
[ "$1" = --golden ] && golden=yes && shift
program=$(realpath "$1")
shift
. tests/tools/tap.sh
top=$PWD
out=$(realpath -m "${BAOCAO_CASES_OUT:-build/test/cases}")
rm -rf "$out"

render() { # EXPECTED OUTPUT ARGUMENTS...: run, keep the exit status in $status
	"$program" render in.json -o "$2" --diagnostics=short "${@:3}" "${args[@]}" >/dev/null 2>"$1"
	status=$?
}

produce() { # FILE: make the file `FILE.now` of the case we are in
	case $1 in
	out.diag | status) ;; # made by the first run
	out.diag.en) render out.diag.en.now en.pdf --lang en ;;
	out.doc | out.pages) render /dev/null "$1.now" "--dump=${1#out.}" ;;
	out.txt) pdftotext out.pdf out.txt.now ;;
	esac
}

# What must hold for each case: an error leaves no PDF, all else leaves one.
judge_pdf() {
	local there=no wanted=yes
	[ -e out.pdf ] && there=yes
	case $status in
	0) ;;
	1) [[ " ${args[*]-} " == *" --draft "* ]] && return ;&
	*) wanted=no ;;
	esac
	[ $there = $wanted ] || echo "exit status $status, but a PDF: $there"
	[ "$(find . -name 'out.pdf.*')" = "" ] || echo "a temporary file is left"
}

compare() { # CASE: print what differs
	local file
	judge_pdf
	[ -e status ] || [ "$status" -eq 0 ] || printf 'exit status %s\n%s\n' "$status" "$(<out.diag.now)"
	for file in status out.diag out.diag.en out.doc out.pages out.txt; do
		[ -e "$file" ] || continue
		produce "$file"
		if [ "$golden" ]; then
			cmp -s "$file" "$file.now" || cp "$file.now" "$1/$file"
		else
			diff -u --label "expected $file" --label "now" "$file" "$file.now"
		fi
	done
}

run_case() ( # CASE
	copy=$out/${1#*tests/cases/}
	mkdir -p "$copy"
	cp -R "$1/." "$copy"
	case_folder=$PWD/$1
	cd "$copy" || exit 1
	[ ! -e in.sh ] || TOP=$top sh ./in.sh >in.json
	args=()
	[ ! -e args ] || eval "args=($(<args))"
	render out.diag.now out.pdf --lang vi
	echo "$status" >status.now
	differences=$(compare "$case_folder")
	cd "$OLDPWD" || exit 1
	if [ -z "$differences" ]; then
		ok "${1#*tests/cases/}"
	else
		not_ok "${1#*tests/cases/}" "$differences"
	fi
)

while read -r file; do
	run_case "$(dirname "$file")"
done < <(find "$@" \( -name in.json -o -name in.sh \) | sort)
