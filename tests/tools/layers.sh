#!/bin/bash
# Who may include whom.  This table is the architecture.
set -u
cd "$(dirname "$0")/../.." || exit 2
. tests/tools/tap.sh

# folder: the folders whose headers it may include, besides its own
allowed='
base:
json:    base
text:    base
font:    base
profile: base json
expr:    base json text
model:   base json text
doc:     base
page:    base
compose: base json text model profile doc
layout:  base text font doc page
pdf:     base font page
pdfread: base
dump:    base font doc page model
carry:   base json model font page
batch:   base json baocao.h
cli:     base batch baocao.h
'
# file at the top of src, with its header: the folders, and the headers at the top
top='
attach:  base json model pdf pdfread
engine:  baocao.h base profile
view:    engine.h
stock:   engine.h expr model
extract: engine.h pdfread
run:     engine.h attach.h base json expr model profile compose layout dump carry pdf
shared:  run.h base expr
input:   run.h base json model
rule:    run.h base json model text
baggage: run.h base json
name:    run.h expr model text
refuse:  run.h
verify:  run.h base carry pdfread
'
# header (a pattern): the only files that may include it
reserved='
ft2build\.h|freetype/.*|FT_.*: src/font/
hb(-[a-z]+)?\.h:               src/font/
hpdf.*\.h:                     src/pdf/
jansson\.h:                    src/json/
utf8proc\.h:                   src/text/
libdeflate\.h:                 src/pdf/|src/pdfread/
qpdf/.*:                       src/pdfread/
dlfcn\.h:                      src/pdfread/
nettle/.*:                     src/base/sha256\.c
setjmp\.h:                     src/engine\.c|src/base/arena\.h
'
# what only some files may call: a pattern, then the files
calls='
\b(printf|fprintf|vfprintf|puts|putchar|fputs|perror) *\(: src/cli/|src/batch/(ndjson|manifest)\.c
\b(exit|_exit|abort|quick_exit) *\(:                       src/cli/|src/batch/worker\.c
\bsetjmp *\(:                                              src/engine\.c
\b(setlocale|getenv|system|popen) *\(:                     src/cli/
\b(malloc|calloc|realloc|aligned_alloc|strdup) *\(:                      src/base/|src/engine\.c|src/batch/|src/cli/|src/model/schema_json\.c|src/font/freetype\.c
'

keeps_to() { # FILES(glob) ALLOWED...
	local files=$1 bad=0 line header
	shift
	while read -r line; do
		header=${line#*\"}
		header=${header%%[/\"]*}
		case " $* " in
		*" $header "*) ;;
		*)
			echo "$line"
			bad=1
			;;
		esac
	done < <(compgen -G "$files" | xargs grep -H -n -E '^ *# *include *"[^"]+"')
	return $bad
}

only_in() { # WHAT(grep pattern) FILES(grep pattern)
	! find src -name '*.[ch]' | grep -v -E "^($2)" |
		xargs grep -n -H -E "$1" | grep -v -E '^[^:]*:[0-9]*:[[:space:]]*(\*|/\*|//)'
}

while IFS=: read -r folder list; do
	[ -n "$folder" ] && [ -d "src/$folder" ] || continue
	# shellcheck disable=SC2086
	check "$folder keeps to its layer" keeps_to "src/$folder/*.[ch]" "$folder" $list
done <<<"$allowed"

while IFS=: read -r file list; do
	[ -n "$file" ] || continue
	# shellcheck disable=SC2086
	check "$file.c keeps to its layer" keeps_to "src/$file.[ch]" "$file.h" $list
done <<<"$top"

unlisted() {
	local name bad=0
	for name in src/*/ src/*.c; do
		name=$(basename "$name" .c)
		[ "$name" = man ] || [[ $allowed$top == *$'\n'"$name:"* ]] ||
			{ echo "src/$name is not in the table"; bad=1; }
	done
	return $bad
}
check "every folder and file is in the table" unlisted

while IFS= read -r line; do
	[ -n "$line" ] || continue
	files=${line##*: }
	header=${line%: *}
	check "$header" only_in "^ *# *include *(<|)(${header%%:*})>?" "${files// /}"
done <<<"$reserved"

while IFS= read -r line; do
	[ -n "$line" ] || continue
	files=${line##*: }
	check "${line%: *}" only_in "${line%%\: *}" "${files// /}"
done <<<"$calls"
