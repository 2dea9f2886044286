# sparse files take no room
truncate -s 16M vua-du.bin
truncate -s 16777217 qua-lon.bin
cat <<'END'
{
  "baocao": 1,
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
  "attachments": [
    {
      "file": "vua-du.bin",
      "description": "Biểu số 1"
    },
    {
      "file": "qua-lon.bin",
      "description": "Biểu số 1"
    }
  ]
}
END
