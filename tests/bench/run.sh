#!/bin/sh
# Time and memory of reports of ten and eleven pages: bench/run.sh PROGRAM BUILD-FOLDER
# One line a figure: "bench: NAME VALUE UNIT".  Medians of 41 runs.
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
figures empty "$build/empty"

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
