#!/bin/bash
# What goes wrong around the program: tests/fault/run.sh PROGRAM BUILD-FOLDER
# An output must appear whole or not at all, a good old file must survive, no
# temporary file may stay, and the exit status must be 3.
set -u
. tests/tools/tap.sh
program=$(realpath "$1") build=$(realpath "$2")
here=$PWD report=$PWD/tests/fault/report.json
top=$(scratch fault)
"$program" render "$report" -o "$top/good.pdf" || exit 1

try() { # STATUS NAME COMMAND...: in a new folder with an old out.pdf
	local want=$1 name=$2 status before said
	shift 2
	rm -rf "$top/work"
	mkdir "$top/work"
	cd "$top/work" || exit 1
	echo old >out.pdf
	before=$(ls -A)
	said=$("$@" 2>&1)
	status=$?
	[ "$want" = 0 ] && cp "$top/good.pdf" want.pdf || echo old >want.pdf
	if [ $status -ne "$want" ]; then
		not_ok "$name" "exit status $status: $said"
	elif ! cmp -s out.pdf want.pdf; then
		not_ok "$name" "out.pdf is neither whole nor the old one"
	elif [ "$(ls -A | grep -v '^want.pdf$')" != "$before" ]; then
		not_ok "$name" "files are left: $(ls -A | tr '\n' ' ')"
	elif [ "$want" = 3 ] && [[ "$said" != *I00[13]* ]]; then
		not_ok "$name" "no finding: $said"
	else
		ok "$name"
	fi
	cd "$here" || exit 1
}

render() { # [PLAN] for failio.so
	if [ $# -eq 0 ]; then
		"$program" render "$report" -o out.pdf
	else
		# whoever runs this in the background has the shell ignore SIGINT
		FAILIO=$1 LD_PRELOAD=$build/failio.so env --default-signal "$program" render "$report" -o out.pdf
	fi
}
refused_by() { # LIBRARY CODE: one preloaded instead, and what is then reported
	cd "$top/work" && rm -f new.pdf
	said=$(LD_PRELOAD=$build/$1 "$program" render "$report" -o new.pdf --lang en 2>&1)
	[ $? -eq 3 ] && [[ "$said" == *$2* ]] && [ ! -e new.pdf ]
}
no_reader() {
	said=$(LD_PRELOAD=$build/failload.so "$program" extract "$top/good.pdf" -o "$top/none" --lang en 2>&1)
	[ $? -eq 3 ] && [[ "$said" == *E015*"apt-get install qpdf"* ]] && [ ! -e "$top/none" ]
}
no_room() { # as with a full quota; the shell's limit counts KiB
	trap '' XFSZ
	ulimit -f 4
	"$program" render "$report" -o out.pdf
}
as_nobody() { # COMMAND...: root may write anywhere
	if [ "$(id -u)" -eq 0 ]; then
		setpriv --reuid 65534 --regid 65534 --clear-groups "$@"
	else
		"$@"
	fi
}
locked_folder() {
	local status
	chmod 555 .
	as_nobody "$program" render "$report" -o out.pdf
	status=$?
	chmod 755 .
	return $status
}
closed_pipe() {
	{
		trap '' PIPE
		"$program" render "$report" -o - 2>said
		echo $? >code
	} | true
	local code
	code=$(cat code) && cat said >&2
	rm -f code said
	return "$code"
}

try 0 "all is well" render
try 3 "no space: first write" render write:1:28
try 3 "input/output error while writing" render write:1:5
try 0 "a write that takes only half" render write:1:short
try 3 "half is written, then no space" no_room
try 3 "the temporary file cannot be made" render mkstemp:1:13
try 3 "its mode cannot be set" render fchmod:1:1
try 3 "fsync fails" render fsync:1:5
try 3 "close fails" render close:1:122
try 3 "rename fails" render rename:1:13
try 3 "/dev/full as standard output" sh -c '"$1" render "$2" -o - >/dev/full' sh "$program" "$report"
try 3 "/dev/full by name" "$program" render "$report" -o /dev/full
try 3 "the folder is missing" "$program" render "$report" -o missing/out.pdf
try 3 "the output is a folder" "$program" render "$report" -o "$top"
try 3 "the input is missing" "$program" render missing.json -o out.pdf
try 3 "the input is a folder" "$program" render "$top" -o out.pdf
try 3 "the data folder is missing" "$program" render "$report" -o out.pdf --data missing
try 3 "the reader of the pipe is gone" closed_pipe

# a checkout in root's own folder is out of nobody's reach
if as_nobody test -r "$report" -a -x "$program" -a -x "$top" 2>/dev/null; then
	try 3 "a folder that may not be written to" locked_folder
fi

# a killed program can clean up nothing; the old file is whole all the same
survives() { # SIGNAL WHERE
	echo old >out.pdf
	render "$2:1:sig$1" >/dev/null 2>&1
	cmp out.pdf <(echo old)
}
cd "$top" && rm -rf work && mkdir work && cd work && echo old >out.pdf
for signal in 2 9 15; do
	check "killed while writing, signal $signal" survives $signal write
	check "killed before the rename, signal $signal" survives $signal rename
done
cd "$here" || exit 1

new_file_has_mode() { # UMASK MODE
	cd "$top/work" && rm -f new.pdf &&
		(umask "$1" && "$program" render "$report" -o new.pdf) &&
		[ "$(stat -c %a new.pdf)" = "$2" ]
}
check "a new file's mode follows the umask 022" new_file_has_mode 022 644
check "a new file's mode follows the umask 077" new_file_has_mode 077 600

check "libharu's refusal is told (P001)" refused_by failpdf.so P001
check "HarfBuzz's refusal is told (F008)" refused_by failsubset.so F008

check "a PDF cannot be read without qpdf (E015)" no_reader

"$build/alloc" . "$report"
