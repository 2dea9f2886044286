#!/bin/sh
# Render every sample with PROGRAM into build/samples, and say where each PDF is.
set -eu
program=$1
mkdir -p build/samples
set --
for json in samples/*.json; do
	pdf=build/samples/$(basename "$json" .json).pdf
	stats=$("$program" render --stats "$json" -o "$pdf" 2>&1) || {
		printf '%s\n' "$stats" >&2
		exit 1
	}
	pages=$(printf '%s\n' "$stats" | sed -n 's/^stat: pages \([0-9]*\).*/\1/p')
	printf '%s -> %s (%s pages)\n' "$json" "$PWD/$pdf" "$pages"
	set -- "$@" "$pdf"
done
tests/tools/contact_sheet.py build/samples/contact-sheet.png "$@"
echo "all pages in one picture: $PWD/build/samples/contact-sheet.png"
