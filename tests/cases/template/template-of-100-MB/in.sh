# a sparse file takes no room
. "$TOP/tests/cases/generate.sh"
truncate -s 100M mau.json
plain_report mau.json
