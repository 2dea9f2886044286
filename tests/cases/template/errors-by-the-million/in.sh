# each round of the loop finds something wrong
. "$TOP/tests/cases/generate.sh"
many proposals 1000000 '"Kiến nghị"' | report mau.json
