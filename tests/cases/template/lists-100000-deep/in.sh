# each name is a list of the one before
. "$TOP/tests/cases/generate.sh"
{
	echo '{"template": 1, "title": "Mẫu thử", "about": "Mẫu để kiểm thử.", "let": {"a0": "1"'
	seq 100000 | awk '{ printf ", \"a%d\": \"map(\\\"x\\\", a%d)\"\n", $1, $1 - 1 }'
	echo '}, "report": {"sections": [{"title": "Kết quả", "blocks": ["{{ a100000 }}"]}]}}'
} >mau.json
plain_report mau.json
