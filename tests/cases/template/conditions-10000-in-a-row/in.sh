. "$TOP/tests/cases/generate.sh"
{
	yes '{"if": "models", "then": "x"},' | head -n 9999
	echo '{"if": "not models", "then": "Chỉ một."}'
} | one_section >mau.json
plain_report mau.json
