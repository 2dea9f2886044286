# parts lie below the program's data: one of our own, with one that is no JSON
mkdir -p data/templates/parts data/templates/thu
ln -s "$TOP/fonts" data/fonts
ln -s "$TOP/templates/profiles" data/templates/profiles
printf '%s\n' '["x"]' >data/templates/parts/a.json
printf '%s\n' '{"template": 1, "title": "Mẫu thử", "about": "Mẫu để kiểm thử.", "report": {"sections": [{"title": "Kết quả", "blocks": [{"include": "parts/a"}]}]}}' >data/templates/thu/template.json
printf '["x",]' >data/templates/parts/a.json
cat <<'END'
{
  "baocao": 1,
  "template": "thu",
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
