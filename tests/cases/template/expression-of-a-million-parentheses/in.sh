# mau.json, then the report
{
	printf '{"template": 1, "report": {"sections": [{"title": "Kết quả", "blocks": ["{{ '
	head -c 1000000 /dev/zero | tr '\0' '('
	echo ' }}"]}]}}'
} >mau.json
cat <<'END'
{
  "baocao": 1,
  "template": "mau.json",
  "organization": {
    "kind": "party",
    "parent": "TỈNH ỦY BẮC HÀ",
    "name": "ĐẢNG ỦY XÃ TÂN AN"
  },
  "document": {
    "number": 15,
    "symbol": "BC/ĐU",
    "place": "Tân An",
    "date": "2026-11-21",
    "subject": "kết quả công tác năm 2026"
  },
  "signatures": [
    {
      "lines": [
        "T/M BAN THƯỜNG VỤ",
        "BÍ THƯ"
      ],
      "name": "Nguyễn Văn An"
    }
  ]
}
END
