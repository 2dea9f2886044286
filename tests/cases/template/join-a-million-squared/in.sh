# a text of 10^13 bytes
. "$TOP/tests/cases/generate.sh"
many proposals 1000000 '"Kiến nghị"' | report mau.json
