# as many, each as long as the other
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
  ],
"proposals": ["Kiến nghị"
END
yes ', "Kiến nghị"' | head -n 999999
echo ']}'
