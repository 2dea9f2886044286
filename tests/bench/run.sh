#!/bin/sh
# Time and memory of reports of ten and eleven pages, one by one and a thousand in a
# run: bench/run.sh PROGRAM BUILD-FOLDER.  One line a figure: "bench: NAME VALUE UNIT".
# Medians of 41 runs; the thousand are made once.
set -eu
program=$1 build=$2
report=tests/bench/ten-pages.json
out=build/test/bench.pdf
mkdir -p build/test

figures() { # NAME COMMAND...
	name=$1
	shift
	costs=$("$build/cold" 41 "$@")
	# shellcheck disable=SC2086
	set -- $costs
	echo "bench: $name-wall $1 ms"
	echo "bench: $name-wall-quickest $4 ms"
	echo "bench: $name-cpu $2 ms"
	echo "bench: $name-peak $(awk "BEGIN { printf \"%.1f\", $3 / 1024 }") MiB"
}

figures ten-pages "$program" render "$report" -o "$out"
figures ten-pages-check "$program" check "$report"
figures unit-89 "$program" render samples/unit-89.json -o "$out"
# shellcheck disable=SC2046
set -- $("$build/selfcheck" 201 "$out")
echo "bench: self-check-unit-89-warm $1 ms"
echo "bench: self-check-unit-89-warm-quickest $2 ms"
# shellcheck disable=SC2046
set -- $("$build/tags" 201 . samples/unit-89.json)
echo "bench: tags-standard-data-unit-89-warm $1 ms"
echo "bench: tags-standard-data-unit-89-warm-quickest $2 ms"
echo "bench: size-unit-89 $(wc -c <"$out") bytes"
figures empty "$build/empty"

# the slowest of the stock, its files read and all its parts
"$build/compile" 41 templates | sort -k2,2nr | awk 'NR == 1 { print "bench: compile-" $1 "-max", $2, "ms" }'

warm() { # NAME RUNS: its stages, in an engine that has all its files
	"$build/warm" "$2" . "samples/$1.json" | awk -v name="$1" '
		{ median[$1] = $2; quickest[$1] = $3; print "bench: " name "-warm-" $1, $2, "ms" }
		END {
			# from the data that has been read to the document tree
			print "bench: compose-" name "-warm", median["fill"] + median["compose"], "ms"
			print "bench: compose-" name "-warm-quickest", quickest["fill"] + quickest["compose"], "ms"
		}'
}
warm unit-89 201
warm tong-ket 201 # the same with a template

batch() { # NAME REPORTS
	tests/bench/variants.py "$2" >build/test/variants.jsonl
	# shellcheck disable=SC2046
	set -- "$1" "$2" $("$build/cold" 1 "$program" batch build/test/variants.jsonl \
		-o build/test/bench-batch --name '{{ organization.code }}.pdf')
	awk -v name="$1" -v n="$2" -v wall="$3" -v cpu="$4" -v kib="$5" 'BEGIN {
		printf "bench: %s-wall %.2f ms/report\n", name, wall / n
		printf "bench: %s-cpu %.2f ms/report\n", name, cpu / n
		printf "bench: %s-peak %.1f MiB\n", name, kib / 1024
	}'
	rm -rf build/test/variants.jsonl build/test/bench-batch
}
batch batch-of-100 100
batch batch-of-1000 1000

# the stages, each its own median
for _ in 1 2 3 4 5 6 7 8 9 10 11; do
	"$program" render --stats "$report" -o "$out" 2>&1
done | awk '$1 == "stat:" { n[$2]++; values[$2, n[$2]] = $3; unit[$2] = $4; if (n[$2] == 1) order[++names] = $2 }
END {
	for (i = 1; i <= names; i++) {
		name = order[i]
		for (a = 1; a <= n[name]; a++)
			for (b = a + 1; b <= n[name]; b++)
				if (values[name, b] + 0 < values[name, a] + 0) {
					t = values[name, a]
					values[name, a] = values[name, b]
					values[name, b] = t
				}
		print "bench: stage-" name, values[name, int((n[name] + 1) / 2)], unit[name]
	}
}'

if command -v valgrind >/dev/null; then
	valgrind --tool=callgrind --callgrind-out-file=/dev/null "$program" render "$report" \
		-o "$out" 2>&1 | sed -n 's/.*Collected : \([0-9]*\).*/bench: instructions \1 instructions/p'
fi

[ -z "${PEERS-}" ] || tests/bench/peers.sh "$program" "$build"
