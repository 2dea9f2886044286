# a text of a million bytes, ten thousand times
cat <<'END' | tr -d '\n'
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
END
printf '"texts": {"dai": "'
head -c 1000000 /dev/zero | tr '\0' 'a'
printf '"}, "proposals": ["x"'
yes ',"x"' | head -n 9999 | tr -d '\n'
echo ']}'
