. "$TOP/tests/cases/generate.sh"
{
	yes '{"if": "true", "then": ' | head -n 10000
	echo '"x"'
	yes '}' | head -n 10000
} | one_section >mau.json
plain_report mau.json
