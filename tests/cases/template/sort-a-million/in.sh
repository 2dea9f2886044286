# as many, each as long as the other
. "$TOP/tests/cases/generate.sh"
many proposals 1000000 '"Kiến nghị"' | report mau.json
