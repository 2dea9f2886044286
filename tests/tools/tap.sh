# For test scripts to source: each test is a line "ok - NAME" or "not ok - NAME",
# a failure's details follow it as "#   ..." (the Test Anything Protocol).
# suite.sh counts these lines; a script that dies counts as one failure more.

ok() { # NAME
	printf 'ok - %s\n' "$1"
}

not_ok() { # NAME [DETAILS]
	printf 'not ok - %s\n' "$1"
	[ -z "${2-}" ] || printf '%s\n' "$2" | sed 's/^/#   /'
}

check() { # NAME COMMAND...: passed if the command succeeds; its output is the details
	tap_name=$1
	shift
	if tap_output=$("$@" 2>&1); then
		ok "$tap_name"
	else
		not_ok "$tap_name" "$tap_output"
	fi
}

scratch() { # NAME: an empty folder build/test/NAME, as an absolute path
	rm -rf "build/test/$1"
	mkdir -p "build/test/$1"
	(cd "build/test/$1" && pwd)
}
