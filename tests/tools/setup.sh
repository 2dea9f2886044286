#!/bin/sh
# Install the Debian packages of packages.txt that are missing, for the purposes
# given (build, demo, test, all).  Says one line; does nothing when nothing is missing.
set -eu
list=$(dirname "$0")/packages.txt

wanted=$(for purpose; do sed -n "s/^$purpose //p" "$list"; done)

if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
	echo "setup: no apt here; by Debian's names, these are needed:" $wanted
	exit 0
fi

# shellcheck disable=SC2086 # package names are words
there=$(dpkg-query -W -f='${db:Status-Status} ${Package}\n' $wanted 2>/dev/null |
	sed -n 's/^installed //p') || true
missing=
for package in $wanted; do
	case " $(echo $there) " in
	*" $package "*) ;;
	*) missing="$missing $package" ;;
	esac
done
[ -n "$missing" ] || exit 0

as_root=
if [ "$(id -u)" -ne 0 ]; then
	as_root=sudo
	command -v sudo >/dev/null || {
		echo "setup: become root and run: apt-get install$missing" >&2
		exit 1
	}
fi
echo "setup: installing$missing"
mkdir -p build
log=build/setup.log
quiet() {
	$as_root env DEBIAN_FRONTEND=noninteractive "$@" >>"$log" 2>&1 || {
		tail -n 20 "$log" >&2
		echo "setup: failed: $*" >&2
		exit 1
	}
}
: >"$log"
quiet apt-get update
# shellcheck disable=SC2086
quiet apt-get install -y --no-install-recommends $missing
