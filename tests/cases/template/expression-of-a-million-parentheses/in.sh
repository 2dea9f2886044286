. "$TOP/tests/cases/generate.sh"
{
	printf '"{{ '
	head -c 1000000 /dev/zero | tr '\0' '('
	echo ' }}"'
} | one_section >mau.json
plain_report mau.json
