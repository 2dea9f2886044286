#!/bin/sh
# The report samples/unit-89.json beside the same report in other systems:
# PEERS=FOLDER [PEERS_NAMES="typst fop"] [PEERS_BATCH=20] bench/peers.sh PROGRAM BUILD-FOLDER
# FOLDER has run.py, common/check.py and data/report.json.  A system that isn't installed is
# passed over.  Beside each system's figures stand ours, taken right before.
set -eu
program=$1 build=$2
report=samples/unit-89.json
out=build/test/unit-89.pdf
log=build/test/peers.log
python=/usr/bin/python3
names=${PEERS_NAMES:-typst lualatex reportlab libreoffice weasyprint chromium wkhtmltopdf pdfmake fop reactpdf}
batch=${PEERS_BATCH:-100}
modules=${NODE_PATH:-$PEERS/node_modules}
PEERS_WORK=$PWD/build/test/peers
export PEERS_WORK
mkdir -p "$PEERS_WORK"

quality() { # NAME: what check.py says on standard input
	"$python" -c '
import json, sys

name, r = sys.argv[1], json.load(sys.stdin)
just = r.get("just", {})
for key, value, unit in (
    ("paragraphs", r["para_exact"], "exact"),
    ("cells", r["cell_exact"], "exact"),
    ("space-median", just.get("space_pt_median"), "pt"),
    ("space-p95", just.get("p95"), "pt"),
    ("space-max", just.get("max"), "pt"),
    ("space-min", just.get("min"), "pt"),
    ("one-word-last-lines", r["runts"], "lines"),
    ("code-breaks", r["code_breaks"], "lines"),
    ("widows", r["widows"], "pages"),
    ("orphans", r["orphans"], "pages"),
    ("stranded-heads", r["stranded_heads"], "pages"),
    ("repeated-heads", r["hdr_repeat"], "pages"),
    ("pages", r["pages"], "pages"),
    ("bytes", r["bytes"], "bytes"),
    ("tagged", r["tagged"], "-"),
):
    if value is not None:
        print(f"bench: {name}-{key} {value} {unit}")
' "$1"
}

installed() { # PEER
	case $1 in
	typst) command -v node && test -d "$modules/@myriaddreamin/typst-ts-node-compiler" ;;
	reactpdf) command -v node && test -d "$modules/@react-pdf/renderer" ;;
	pdfmake) command -v node && test -d "$modules/pdfmake" ;;
	chromium) command -v chromium && command -v node && test -d "$modules/puppeteer-core" ;;
	libreoffice) command -v soffice ;;
	reportlab) "$python" -c 'import reportlab' ;;
	*) command -v "$1" ;;
	esac >/dev/null 2>&1
}

ours() { # NAME
	costs=$("$build/cold" 21 "$program" render "$report" -o "$out")
	echo "$costs" | awk -v name="$1" '{
		print "bench: " name "-wall", $1, "ms"
		print "bench: " name "-cpu", $2, "ms"
		printf "bench: %s-peak %.1f MiB\n", name, $3 / 1024
	}'
	tests/bench/variants.py "$batch" >build/test/variants.jsonl
	"$build/cold" 1 "$program" batch build/test/variants.jsonl -o build/test/bench-batch \
		--name '{{ organization.code }}.pdf' | awk -v name="$1" -v n="$batch" '{
		printf "bench: %s-batch %.1f ms/report\n", name, $1 / n
		printf "bench: %s-batch-cpu %.1f ms/report\n", name, $2 / n
		printf "bench: %s-batch-peak %.1f MiB\n", name, $3 / 1024
	}'
	rm -rf build/test/variants.jsonl build/test/bench-batch
}

theirs() { # PEER: run.py's lines in the log
	awk -v peer="$1" '
	function after(word, i) {
		for (i = 1; i < NF; i++)
			if ($i == word)
				return $(i + 1)
	}
	function say(key, value, unit) { print "bench: peer-" peer "-" key, value, unit }
	$2 == "cold" {
		say("wall", after("wall") * 1000, "ms")
		say("cpu", after("cpu") * 1000, "ms")
		say("peak", after("rss"), "MiB")
		say("tree-peak", after("pss"), "MiB")
	}
	$2 == "batch" {
		say("batch", after("="), "ms/report")
		say("batch-cpu", after("cpu"), "ms/report")
		say("batch-peak", after("rss"), "MiB")
	}' "$log"
	sed -n "s/^$1 check: //p" "$log" | quality "peer-$1"
}

"$program" render "$report" -o "$out"
"$python" "$PEERS/common/check.py" "$PEERS/data/report.json" "$out" | quality unit-89

for peer in $names; do
	installed "$peer" || continue
	rm -f "$PEERS_WORK/$peer.pdf"
	ours "beside-$peer"
	if "$python" "$PEERS/run.py" "$peer" cold check batch -N "$batch" >"$log" 2>&1; then
		theirs "$peer"
	else
		echo "bench: peer-$peer failed -"
	fi
done
