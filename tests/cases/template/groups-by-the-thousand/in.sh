# each a group of its own
. "$TOP/tests/cases/generate.sh"
{
	echo '"models": ['
	seq -f '{"name": "Mô hình %06.0f"},' 99999
	echo '{"name": "x"}],'
} | report mau.json
