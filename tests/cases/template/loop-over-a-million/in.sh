# every one of them would be a paragraph
. "$TOP/tests/cases/generate.sh"
many proposals 1000000 '"Kiến nghị"' | report mau.json
