# 19,999 pages of one word each, then three of long text
awk '
function report_until(end, line) {
	while ((getline line < (ENVIRON["TOP"] "/tests/fault/report.json")) > 0) {
		print line
		if (line == end)
			return
	}
}
BEGIN {
	report_until("{")
	printf "\"sections\": ["
	for (i = 1; i < 20000; i++)
		printf "\"%d\", {\"page_break\": true}, ", i
	for (i = 0; i < 200; i++)
		printf "%s\"Nội dung của một đoạn văn dài hơn một dòng, lặp lại cho đủ ba trang.\"", (i ? ", " : "")
	print "],"
	report_until("")
}'
