. "$TOP/tests/cases/generate.sh"
{
	printf '"{{ 1'
	yes ' | number' | head -n 1000000 | tr -d '\n'
	echo ' }}"'
} | one_section >mau.json
plain_report mau.json
