# parts lie below the program's data: one of our own, with a chain that is one too long
mkdir -p data/templates/parts data/templates/thu
ln -s "$TOP/fonts" data/fonts
ln -s "$TOP/templates/profiles" data/templates/profiles
i=1
while [ "$i" -lt 17 ]; do
	printf '[{"include": "parts/p%d"}]\n' "$((i + 1))" >"data/templates/parts/p$i.json"
	i=$((i + 1))
done
printf '%s\n' '"cuối"' >data/templates/parts/p17.json
printf '%s\n' '{"template": 1, "title": "Mẫu thử", "about": "Mẫu để kiểm thử.", "report": {"sections": [{"title": "Kết quả", "blocks": [{"include": "parts/p1"}]}]}}' >data/templates/thu/template.json
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
