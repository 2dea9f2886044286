# mau.json, then the report
printf '{"template": 1, "title": "M\351u", "report": {}}' >mau.json
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
