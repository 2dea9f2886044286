#!/bin/sh
# Render each sample under valgrind: no wrong access, nothing lost.
set -eu
program=$1
. tests/tools/tap.sh
out=$(scratch valgrind)
for sample in samples/*.json; do
	check "valgrind: $sample" valgrind -q --error-exitcode=9 --leak-check=full \
		--errors-for-leak-kinds=definite "$program" render "$sample" -o "$out/out.pdf"
done
