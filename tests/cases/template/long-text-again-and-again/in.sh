# a text of a million bytes, ten thousand times
. "$TOP/tests/cases/generate.sh"
{
	printf '"texts": {"dai": "'
	head -c 1000000 /dev/zero | tr '\0' 'a'
	echo '"},'
	many proposals 10000 '"x"'
} | report mau.json
