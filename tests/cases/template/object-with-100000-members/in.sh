# the last of which is asked for in each round
. "$TOP/tests/cases/generate.sh"
{
	echo '"texts": {'
	seq -f '"k%06.0f": "x",' 100000
	echo '"cuoi": "y"},'
	many proposals 100000 '"x"'
} | report mau.json
