#!/bin/sh
# The same input gives the same bytes: at another time zone, locale, umask, folder,
# user environment, from standard input, by a program compiled otherwise, and when run again.
set -u
program=$(realpath "$1")
. tests/tools/tap.sh
out=$(scratch determinism)
top=$PWD

same() { # NAME COMMAND...: what the command prints is the reference PDF
	name=$1
	shift
	"$@" >"$out/other.pdf" 2>"$out/said"
	if cmp "$out/one.pdf" "$out/other.pdf" >>"$out/said" 2>&1; then
		ok "$sample: $name"
	else
		not_ok "$sample: $name" "$(cat "$out/said")"
	fi
}

for json in samples/*.json; do
	sample=$(basename "$json" .json)
	"$program" render "$json" -o "$out/one.pdf"
	set -- "$program" render "$top/$json" -o -
	same "again" "$@"
	same "time zone" env TZ=America/Anchorage "$@"
	for locale in vi_VN.UTF-8 tr_TR.UTF-8 C; do
		same "locale $locale" env LC_ALL=$locale LANG=$locale "$@"
	done
	same "empty environment" env -i "$@"
	same "umask and folder" sh -c 'umask 077; cd / && exec "$@"' sh "$@"
	same "other optimisation" "$top/build/asan/baocao" render "$top/$json" -o -
	same "verbose and English" "$program" render -v --lang en "$json" -o -
done
