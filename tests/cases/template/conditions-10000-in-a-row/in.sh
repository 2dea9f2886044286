# mau.json, then the report
{
	echo '{"template": 1, "report": {"sections": [{"title": "Kết quả", "blocks": ['
	yes '{"if": "models", "then": "x"},' | head -n 9999
	echo '{"if": "not models", "then": "Chỉ một."}'
	echo ']}]}}'
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
