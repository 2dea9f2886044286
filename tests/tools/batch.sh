#!/bin/bash
# Many reports in one run: batch.sh PROGRAM BUILD-FOLDER
set -u
. tests/tools/tap.sh
program=$(realpath "$1") hostile=$(realpath "$2")/tests/fault/hostile.so
variants=$PWD/tests/bench/variants.py samples=$PWD/samples
bad=$PWD/tests/cases/diag/M001-key-misspelt/in.json
top=$(scratch batch)
by_code='{{ organization.code }}.pdf'
cd "$top" || exit 1

run() { # STATUS ARGUMENTS...: what is said goes to the file said
	local want=$1 have
	shift
	rm -rf out
	"$program" batch "$@" </dev/null >stdout 2>said
	have=$?
	[ $have -eq "$want" ] && [ ! -s stdout ] && return
	echo "exit status $have, not $want"
	cat stdout said
	return 1
}
says() { # PATTERN...: each is said
	local pattern
	for pattern; do
		grep -q -- "$pattern" said && continue
		echo "no \"$pattern\" in what is said:"
		head -n 40 said
		return 1
	done
}
files() { # EXPECTED...: and no others are in out
	local have
	have=$(ls -A out | tr '\n' ' ')
	[ "$have" = "$* " ] || {
		echo "in out: $have"
		return 1
	}
}
await() { # COMMAND...: until it succeeds; a minute is longer than anything here takes
	local i
	for ((i = 0; i < 6000; i++)); do
		"$@" && return
		sleep 0.01
	done
	echo "in vain: $*"
	return 1
}
at_gate() { # ARGUMENTS...: in the background, reports that say so wait until gate/open is there
	rm -rf out gate
	mkdir gate
	HOSTILE_GATE=gate LD_PRELOAD=$hostile "$program" batch "$@" -o out --name "$by_code" 2>said &
}
begun() { # N: so many processes are at the gate
	[ "$(ls gate | wc -l)" -eq "$1" ]
}
gone() { # none of them is left; what ended, but nobody asked for, has no command line
	local one
	for one in gate/[0-9]*; do
		grep -q . "/proc/${one#gate/}/cmdline" 2>/dev/null && return 1
	done
	return 0
}
manifest() { # EXPRESSION in Python over `lines`
	python3 -c 'import json, sys
lines = [json.loads(line) for line in open("out/manifest.jsonl", encoding="utf-8")]
sys.exit(0 if eval(sys.argv[1]) else f"not so: {sys.argv[1]}")' "$1"
}

# ---- reports in, files out ------------------------------------------------------------------

same_as_render() {
	run 0 "$samples" -o out || return
	local json
	for json in "$samples"/*.json; do
		"$program" render "$json" -o one.pdf && cmp one.pdf "out/$(basename "$json" .json).pdf" ||
			return
	done
	manifest '[l["record"] for l in sorted(lines, key=lambda l: l["record"])] == list(range(1, len(lines) + 1))'
}
check "a folder of samples: the same PDFs as by render" same_as_render

same_standard() {
	run 0 "$samples/bac-kan.json" --standard=plain -o out &&
		"$program" render "$samples/bac-kan.json" --standard=plain -o one.pdf && cmp one.pdf out/bac-kan.pdf &&
		! grep -a -q pdfaid out/bac-kan.pdf
}
check "--standard is that of each report" same_standard

cat >units.py <<'END'
import json, sys
sample = json.load(open(sys.argv[1], encoding="utf-8"))
for code in sys.argv[2:]:
    sample["organization"]["code"] = code
    print(json.dumps(sample, ensure_ascii=False))
END
units() { # CODE...: a report a line
	python3 units.py "$samples/bac-kan.json" "$@"
}
gated() { # CODE...: reports that wait at the gate
	units "$@" | sed 's/{/{"x_hostile":"gate",/' >gated.jsonl
}
as_array() { # lines to a pretty array
	python3 -c 'import json, sys
json.dump([json.loads(line) for line in sys.stdin], sys.stdout, ensure_ascii=False, indent=1)'
}
units A1 B2 C3 >units.jsonl

three() { # ARGUMENTS...
	run 0 "$@" -o out --name "$by_code" && files A1.pdf B2.pdf C3.pdf manifest.jsonl
}
spooled() {
	rm -rf out
	as_array <units.jsonl | "$program" batch - -o out --name "$by_code" 2>said &&
		files A1.pdf B2.pdf C3.pdf manifest.jsonl
}
through_fifo() {
	rm -f fifo && mkfifo fifo
	cat units.jsonl >fifo &
	three fifo
}
check "one report a line" three units.jsonl
check "one report a line, whatever the file is called" three "$(cp units.jsonl u.txt && echo u.txt)"
check "a JSON array" three "$(as_array <units.jsonl >a.json && echo a.json)"
check "an array on standard input" spooled
check "lines from a pipe" through_fifo
several() {
	units D4 >more.jsonl && run 0 units.jsonl more.jsonl -o out --name "x-$by_code" -j 3 &&
		files manifest.jsonl x-A1.pdf x-B2.pdf x-C3.pdf x-D4.pdf
}
check "several operands, more workers than reports" several
same_bytes_any_j() {
	run 0 -j 1 a.json -o out --name "$by_code" && mv out one && run 0 -j 3 units.jsonl -o out --name "$by_code" &&
		for pdf in A1 B2 C3; do cmp one/$pdf.pdf out/$pdf.pdf || return; done
	rm -rf one
}
check "the same bytes with any number of workers, from lines or array" same_bytes_any_j
hashes_hold() {
	run 0 units.jsonl -o out --name "$by_code" &&
		manifest 'all(l["status"] == "done" and l["pages"] == 3 and l["ms"] > 0 for l in lines)' &&
		manifest '__import__("hashlib").sha256(open("out/" + lines[0]["output"], "rb").read()).hexdigest() == lines[0]["sha256"]' &&
		manifest 'all(__import__("hashlib").sha256(open("units.jsonl", "rb").read().split(b"\n")[l["line"] - 1]).hexdigest() == l["input_sha256"] for l in lines)'
}
check "the manifest's hashes are those of the files" hashes_hold

# ---- names ----------------------------------------------------------------------------------

units A1 a1 'x/y' '' CON Đ đ ok >names.jsonl
names_refused() {
	run 1 names.jsonl -o out --name "$by_code" && files manifest.jsonl ok.pdf &&
		manifest 'sorted(f["code"] for l in lines for f in l["findings"] if f["severity"] == "error") == ["B002", "B003", "B003", "B004", "B004", "B004", "B004"]' &&
		manifest 'lines[-1]["output"] == "ok.pdf"' && says 'names.jsonl:3:'
}
check "names that are taken, illegal or missing are told before the first page" names_refused
no_folder() { # PATTERN CODE
	run 2 names.jsonl -o out --name "$1" && says '--name:1:' "$2" && [ ! -e out ]
}
check "a pattern without an end" no_folder '{{ organization.code }.pdf' T005
check "a pattern that is no PDF" no_folder '{{ organization.code }}' B001
check "a pattern with a folder" no_folder 'x/{{ organization.code }}.pdf' B001
check "a pattern that asks for what no report has" no_folder '{{ organisation.code }}.pdf' T010
check "a pattern with a function that there isn't" no_folder '{{ organization.code | slugg }}.pdf' T002
computed() {
	run 0 units.jsonl -o out --name \
		"{{ organization.code | lower }}-{{ period.to | date('year') }}-{{ organization.name | slug }}.pdf" &&
		files a1-2022-"$1".pdf b2-2022-"$1".pdf c3-2022-"$1".pdf manifest.jsonl
}
check "names that are computed" computed tinh-uy-bac-kan
computed_alike() {
	run 1 units.jsonl -o out --name '{{ organization.name | slug }}.pdf' && files manifest.jsonl && says B004
}
check "computed names that are taken" computed_alike
computed_wrong() { # each report at its own place, with the expression beside it
	run 1 units.jsonl -o out --name '{{ organization.code | date }}.pdf' && files manifest.jsonl &&
		says 'units.jsonl:3:1' && says T007 && says '--name:1:24'
}
check "names that cannot be computed" computed_wrong
check "a list without a pattern" run 2 units.jsonl -o out
check "no folder for the results" run 2 units.jsonl
collide() {
	mkdir -p a b && cp "$samples/gia-lai.json" a/x.json && cp "$samples/gia-lai.json" b/X.json &&
		run 1 a/x.json b/X.json -o out && files manifest.jsonl && says B004
}
check "files of one name in two folders" collide

# ---- what is wrong ---------------------------------------------------------------------------

nothing_in() { # OPERAND CODE
	run 1 "$1" -o out --name "$by_code" && says "$2" && files manifest.jsonl
}
mkdir -p empty && : >nothing.jsonl && echo '[ ]' >nothing.json
check "a folder without reports" nothing_in empty B009
check "a list without reports" nothing_in nothing.jsonl B009
check "an empty array" nothing_in nothing.json B009
check "a file that isn't there" nothing_in missing.json I001
broken_list() { # what follows the break isn't read, what stands before is made
	printf '[%s,\n %s\n %s]' "$(sed -n 1p units.jsonl)" "$(sed -n 2p units.jsonl)" \
		"$(sed -n 3p units.jsonl)" >broken.json
	run 1 broken.json -o out --name "$by_code" && files A1.pdf B2.pdf manifest.jsonl &&
		says 'broken.json:3:2' B008
}
check "an array that lacks a comma" broken_list
place_in_array() {
	python3 -c 'import json, sys
bad = json.load(open(sys.argv[1], encoding="utf-8"))
print("[" + json.dumps(json.load(open(sys.argv[2], encoding="utf-8"))) + ", " + json.dumps(bad) + "]")' \
		"$bad" "$samples/gia-lai.json" >two.json
	run 1 two.json -o out --name '{{ document.subject }}.pdf' --diagnostics=json &&
		python3 -c 'import json
text = open("two.json", encoding="utf-8").read()
f = [json.loads(line) for line in open("said", encoding="utf-8")]
f = next(x["place"] for x in f if x.get("code") == "M001")
assert f["pointer"].startswith("/1/"), f
assert text[f["column"] - 1 : f["end_column"] - 1] in text and f["line"] == 1, f
assert json.loads(text[f["column"] - 1 : f["end_column"] - 1]) == f["pointer"].split("/")[-1], f'
}
check "findings name the place in the list" place_in_array
secret() {
	sed 's/"symbol"/"secrecy": "mat", "symbol"/' "$samples/bac-kan.json" >secret.json
	run 1 secret.json -o out && says B011 && files manifest.jsonl &&
		"$program" render secret.json -o secret.pdf
}
check "a secret report is refused, by itself it is made" secret
drafts() {
	run 1 --draft "$samples/bac-kan.json" -o out && files bac-kan.pdf manifest.jsonl &&
		manifest 'lines[0]["status"] == "draft"'
}
check "drafts are written, with exit status 1" drafts
no_place() {
	: >file
	rm -rf out
	"$program" batch "$samples/bac-kan.json" -o file/out >/dev/null 2>said
	[ $? -eq 3 ] && says file
}
check "the folder cannot be made" no_place
full_disk() { # each PDF says so; so does the manifest
	rm -rf out && mkdir out && ln -s /dev/full out/manifest.jsonl
	"$program" batch "$samples/bac-kan.json" -o out >/dev/null 2>said
	[ $? -eq 3 ] && says manifest.jsonl
}
check "the manifest cannot be written" full_disk
changed() { # while the first report is made, the second one is written over
	units A1 B2 >changing.jsonl
	sed -i '1s/{/{"x_hostile":"gate",/' changing.jsonl
	at_gate -j 1 changing.jsonl
	await begun 1 || return
	python3 -c 'f = open("changing.jsonl", "r+b"); t = f.read(); f.seek(t.index(b"\n")); f.write(t[t.index(b"\n"):].replace(b"Nh", b"nH"))'
	touch gate/open
	wait $!
	[ $? -eq 1 ] && files A1.pdf manifest.jsonl && says B007
}
check "a file that changes during the run" changed

maps() { # those of render, and fields in each PDF
	run 0 "$samples/bac-kan.json" "$samples/gia-lai.json" -o out --signature-maps --signature-fields &&
		files bac-kan.map.json bac-kan.pdf gia-lai.map.json gia-lai.pdf manifest.jsonl || return
	"$program" render "$samples/gia-lai.json" -o one.pdf --signature-map one.json --signature-fields &&
		cmp one.pdf out/gia-lai.pdf && cmp one.json out/gia-lai.map.json
}
check "a signature map beside each PDF" maps
no_map() { # without its PDF
	run 1 --draft "$samples/bac-kan.json" -o out --signature-maps && files manifest.jsonl && says P002
}
check "a draft has no signature map" no_map

# ---- what is hostile -------------------------------------------------------------------------

one_hundred() {
	"$variants" 100 --bad 7,33,90 | sed -e '20s/{/{"x_hostile":"crash",/' \
		-e '50s/{/{"x_hostile":"hang",/' >hundred.jsonl
	rm -rf out
	HOSTILE_CLOCK=still LD_PRELOAD=$hostile "$program" batch hundred.jsonl -o out --name "$by_code" \
		--cpu-limit 1 --diagnostics=json 2>said
	[ $? -eq 1 ] || return
	[ "$(ls out/*.pdf | wc -l)" -eq 95 ] || { ls out | wc -l; return 1; }
	local pdf
	for pdf in out/*.pdf; do
		tail -c 6 "$pdf" | grep -q '%%EOF' || { echo "$pdf is not whole"; return 1; }
	done
	manifest 'len(lines) == 100 and sum(f["severity"] == "error" for l in lines for f in l["findings"]) == 5' &&
		manifest '{l["record"]: l["status"] for l in lines if l["status"] != "done"} == {7: "errors", 33: "errors", 90: "errors", 20: "crashed", 50: "given-up"}' &&
		manifest 'len({l.get("output") for l in lines}) == 96' && says B005 B006 &&
		names_fit
}
names_fit() { # each PDF holds the text of the report that it is named after
	local code
	for code in M00001 M00048 M00099; do
		pdftotext -l 1 "out/$code.pdf" text &&
			grep -q -F "$(grep "\"$code\"" hundred.jsonl | grep -o '"number": *"*[0-9]*' | grep -o '[0-9]*$')-" text ||
			{ echo "$code.pdf holds another report"; return 1; }
	done
}
check "3 bad, 1 crashing, 1 hanging among 100: 95 whole files, 5 findings" one_hundred
sleeping() { # by the clock: ten times the computing time
	units A1 B2 | sed '1s/{/{"x_hostile":"sleep",/' >sleeping.jsonl
	rm -rf out
	LD_PRELOAD=$hostile "$program" batch sleeping.jsonl -o out --name "$by_code" --cpu-limit 1 2>said
	[ $? -eq 1 ] && files B2.pdf manifest.jsonl && says B010
}
check "a report that waits for ever" sleeping
greedy() {
	units A1 B2 C3 | sed '1s/{/{"x_hostile":"memory",/' >greedy.jsonl
	rm -rf out
	LD_PRELOAD=$hostile "$program" batch -j 1 greedy.jsonl -o out --name "$by_code" --memory-limit 200 2>said
	[ $? -eq 1 ] && files B2.pdf C3.pdf manifest.jsonl && says I004
}
check "a report that takes all memory" greedy
interrupted() { # SIGNAL: what is begun is finished, nothing else is begun
	gated A1 B2 C3 D4 E5 F6
	at_gate -j 2 gated.jsonl
	await begun 2 || return
	kill -s "$1" $!
	await says Ctrl-C >/dev/null
	touch gate/open
	wait $!
	[ $? -eq 130 ] && files A1.pdf B2.pdf manifest.jsonl && manifest 'len(lines) == 2'
}
check "Ctrl-C finishes the reports that are begun" interrupted INT
check "so does SIGTERM" interrupted TERM
twice() {
	gated A1 B2
	at_gate -j 2 gated.jsonl
	await begun 2 || return
	kill -s INT $!
	await says Ctrl-C >/dev/null
	kill -s INT $!
	wait $!
	[ $? -eq 130 ] && files manifest.jsonl && await gone
}
check "a second Ctrl-C stops at once, and no process stays" twice
orphans() { # a killed parent takes its workers along
	gated A1 B2 C3 D4
	at_gate -j 2 gated.jsonl
	await begun 2 || return
	kill -9 $!
	wait $! 2>/dev/null
	touch gate/open
	await gone && ! ls -A out | grep '^\.baocao'
}
check "workers end when the program is killed" orphans
