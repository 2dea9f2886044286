#!/bin/sh
# How PROGRAM is called: exit status, where output goes, forms of messages.
set -u
program=$(realpath "$1")
. tests/tools/tap.sh
top=$PWD
sample=$PWD/samples/ninh-thuan.json
bad=$PWD/tests/cases/diag/M001-key-misspelt/in.json
out=$(scratch cli)
cd "$out" || exit 1

status() { # EXPECTED ARGUMENTS...
	want=$1
	shift
	"$program" "$@" </dev/null >stdout 2>stderr
	have=$?
	[ $have -eq "$want" ] && return
	echo "exit status $have, not $want"
	cat stdout stderr
	return 1
}
speaks() { # PATTERN FILE
	grep -q -- "$1" "$2" && return
	echo "no \"$1\" in $2:"
	cat "$2"
	return 1
}
usage() { # ARGUMENTS...: wrong usage says where help is, on standard error only
	status 2 "$@" && speaks '--help' stderr && ! grep . stdout
}
beside() {
	cp "$sample" bao.cao.json && status 0 render bao.cao.json && cmp bao.cao.pdf reference.pdf
}
piped() {
	"$program" render - <"$sample" | cmp - reference.pdf
}
all_json() {
	status 1 check --diagnostics=json "$bad" &&
		python3 -c 'import json, sys; [json.loads(line) for line in sys.stdin]' <stderr
}
dumps_to() {
	status 0 render "$sample" --dump="$1" && cp stdout dump &&
		status 0 render "$sample" --dump "$1" -o file && cmp dump file && grep -q . dump
}
checked_all() { # a bad one among good ones: all are read, the worst counts
	status 1 check "$sample" "$bad" "$sample" && speaks M001 stderr
}

check "the sample renders" status 0 render "$sample" -o reference.pdf
check "without -o the PDF lies beside the input" beside
check "from standard input to standard output" piped
check "--dump=doc" dumps_to doc
check "--dump=pages" dumps_to pages
check "check writes nothing" sh -c '! ls "$1"/*.pdf' sh "$(dirname "$bad")"
check "check of several files" checked_all
check "--diagnostics=json is one object a line" all_json
check "--lang en" sh -c '"$@" 2>&1 | grep -q "did you mean"' sh "$program" check --lang en "$bad"
check "an English locale" env LC_ALL=en_US.UTF-8 \
	sh -c '"$@" 2>&1 | grep -q "did you mean"' sh "$program" check "$bad"
check "--version" sh -c '"$1" --version | grep -q -x "baocao [0-9.]*"' sh "$program"
check "--help goes to standard output" sh -c '"$1" --help | grep -q "baocao render"' sh "$program"
check "explain" status 0 explain J007
check "explain of no code" status 2 explain J999
check "schema is JSON" sh -c '"$1" schema | python3 -m json.tool >/dev/null' sh "$program"
sets() { # the last one counts, and the report stays as it is
	"$program" render "$sample" --dump=report --set document.number=7 --set document.number=15 \
		--set 'texts.them="x"' >dump 2>/dev/null && grep -q '"number": 15' dump && grep -q '"them": "x"' dump
}
starts() { # what `new` prints can be checked as it is, and names its template
	for name in $("$program" templates | grep -v '^ '); do
		"$program" new "$name" -o new.json && grep -q "\"template\": \"$name\"" new.json &&
			# nothing is wrong with it but that it is not filled in
		"$program" check --diagnostics=short new.json >said 2>&1 && grep -q ' M068: ' said &&
			! grep ': \(warning\|error\) ' said | grep -qv ' M068: ' && continue
		echo "new $name"
		cat said
		return 1
	done
}
reads() {
	for name in $("$program" templates | grep -v '^ '); do
		"$program" schema --template "$name" | python3 -c 'import json, sys
assert all(isinstance(way, str) for way in json.load(sys.stdin))' || return
	done
}
padded() { # COUNT: as the profile says, when the office says nothing
	"$program" render --data other usual.json --dump=report 2>said | grep -qF "Có $1 chi bộ"
}
usual() { # the profile's habits, and the office's over them
	rm -rf other && mkdir other && cp -R "$top/templates" "$top/fonts" other/ || return
	cat >usual.mau.json <<-'END'
		{ "template": 1, "title": "x", "about": "x",
		  "report": { "sections": [ { "title": "Kết quả", "blocks": ["Có {{ 9 | pad }} chi bộ."] } ] } }
	END
	python3 - "$sample" <<-'END'
		import json, sys
		report = json.load(open(sys.argv[1]))
		report["template"] = "usual.mau.json"
		report.pop("sections", None)
		json.dump(report, open("usual.json", "w"))
	END
	padded 09 || return
	sed -i 's/"small_counts": "padded"/"small_counts": "plain"/' other/templates/profiles/*.json
	padded 9 && sed -i '1s/{/{"wording": {"small_counts": "padded"}, /' usual.json && padded 09
}
mapped() { # only with the PDF
	status 0 render "$sample" -o m.pdf --signature-map m.json && speaks '"kind": "dau"' m.json &&
		cmp m.pdf reference.pdf && status 1 render "$bad" -o n.pdf --signature-map n.json && [ ! -e n.json ]
}
check "--set" sets
check "small counts as the profile says" usual
check "--signature-map" mapped
check "--signature-map of a dump" usage render "$sample" --dump=doc --signature-map m.json
check "--signature-map in the PDF's place" status 2 render "$sample" -o m.pdf --signature-map m.pdf
check "--signature-map of many" usage batch "$sample" -o out --signature-map m.json
check "--signature-maps of one" usage render "$sample" --signature-maps
check "templates: each has a file to begin with" starts
check "schema --template" reads
check "new of no template" sh -c '"$1" new nothing 2>&1 | grep -q T015' sh "$program"
check "check --template tells the headings left empty" sh -c \
	'"$1" check --template so-ket "$2" 2>&1 | grep -q T016' sh "$program" "$bad"
check "no such command" usage rneder report.json
check "no such option" usage render --dratf report.json
check "an option without its value" usage render report.json -o
check "a value that cannot be" usage render --lang fr report.json
unknown_standard() {
	usage render --standard=pdfa-1b report.json && speaks '--standard pdfa-3a+ua1 | pdfa-2a+ua1 | plain' stderr
}
default_standard() {
	status 0 render "$sample" --standard pdfa-3a+ua1 -o standard.pdf && cmp standard.pdf reference.pdf
}
check "a standard that is none, with those there are" unknown_standard
check "the standard without --standard" default_standard
check "no file" usage render
check "two files to render" usage render a.json b.json
check "a draft is written, with exit status 1" status 1 render --draft "$sample" -o draft.pdf
check "the draft is there" test -s draft.pdf
check "syntax errors stop a draft" status 1 render --draft \
	"$(dirname "$bad")/../J012-brace-missing/in.json" -o none.pdf
check "the stopped draft is not there" test ! -e none.pdf
check "--stats names each stage" sh -c \
	'"$1" render --stats "$2" -o s.pdf 2>&1 | grep -c -E "^stat: (parse|fill|compose|fonts|layout|pdf|pages|size) [0-9.]+ [a-z]+$" | grep -x 8' \
	sh "$program" "$sample"
