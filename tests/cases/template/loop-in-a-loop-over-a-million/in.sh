# 10^12 rounds
. "$TOP/tests/cases/generate.sh"
many proposals 1000000 '"Kiến nghị"' | report mau.json
