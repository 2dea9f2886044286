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
batch:   base json
cli:     base batch
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
setjmp\.h:                     src/api\.c|src/base/arena\.h
'
# what only some files may call: a pattern, then the files
calls='
\b(printf|fprintf|vfprintf|puts|putchar|fputs|perror) *\(: src/cli/|src/batch/(ndjson|manifest)\.c
\b(exit|_exit|abort|quick_exit) *\(:                       src/cli/|src/batch/worker\.c
\bsetjmp *\(:                                              src/api\.c
\b(setlocale|getenv|system|popen) *\(:                     src/cli/
\b(malloc|calloc|realloc|strdup) *\(:                      src/base/|src/api\.c|src/batch/|src/cli/|src/model/schema_json\.c|src/font/freetype\.c
'

includes_of() { # FOLDER
	grep -H -n -E '^ *# *include *"[^"]+"' "src/$1"/*.[ch]
}

folder_keeps_to() { # FOLDER ALLOWED...
	local own=$1 bad=0 line header folder
	while read -r line; do
		header=${line#*\"}
		folder=${header%%/*}
		case " $* baocao.h\" " in
		*" $folder "*) ;;
		*)
			[[ $own =~ ^(batch|cli)$ ]] && [ "$folder" = 'baocao.h"' ] && continue
			echo "$line"
			bad=1
			;;
		esac
	done < <(includes_of "$own")
	return $bad
}

only_in() { # WHAT(grep pattern) FILES(grep pattern)
	! find src -name '*.[ch]' | grep -v -E "^($2)" |
		xargs grep -n -H -E "$1" | grep -v -E '^[^:]*:[0-9]*:[[:space:]]*(\*|/\*|//)'
}

while IFS=: read -r folder list; do
	[ -n "$folder" ] && [ -d "src/$folder" ] || continue
	# shellcheck disable=SC2086
	check "$folder keeps to its layer" folder_keeps_to "$folder" $list
done <<<"$allowed"

unlisted() {
	local folder bad=0
	for folder in src/*/; do
		folder=$(basename "$folder")
		[ "$folder" = man ] || [[ $allowed == *$'\n'"$folder:"* ]] ||
			{ echo "src/$folder is not in the table"; bad=1; }
	done
	return $bad
}
check "every folder is in the table" unlisted

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
