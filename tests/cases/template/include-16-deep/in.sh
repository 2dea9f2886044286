# parts lie below the program's data: one of our own, with a chain that is just short enough
mkdir -p data/templates/parts data/templates/thu
ln -s "$TOP/fonts" data/fonts
ln -s "$TOP/templates/profiles" data/templates/profiles
printf '%s\n' '[{"include": "parts/p2"}]' >data/templates/parts/p1.json
printf '%s\n' '[{"include": "parts/p3"}]' >data/templates/parts/p2.json
printf '%s\n' '[{"include": "parts/p4"}]' >data/templates/parts/p3.json
printf '%s\n' '[{"include": "parts/p5"}]' >data/templates/parts/p4.json
printf '%s\n' '[{"include": "parts/p6"}]' >data/templates/parts/p5.json
printf '%s\n' '[{"include": "parts/p7"}]' >data/templates/parts/p6.json
printf '%s\n' '[{"include": "parts/p8"}]' >data/templates/parts/p7.json
printf '%s\n' '[{"include": "parts/p9"}]' >data/templates/parts/p8.json
printf '%s\n' '[{"include": "parts/p10"}]' >data/templates/parts/p9.json
printf '%s\n' '[{"include": "parts/p11"}]' >data/templates/parts/p10.json
printf '%s\n' '[{"include": "parts/p12"}]' >data/templates/parts/p11.json
printf '%s\n' '[{"include": "parts/p13"}]' >data/templates/parts/p12.json
printf '%s\n' '[{"include": "parts/p14"}]' >data/templates/parts/p13.json
printf '%s\n' '[{"include": "parts/p15"}]' >data/templates/parts/p14.json
printf '%s\n' '[{"include": "parts/p16"}]' >data/templates/parts/p15.json
printf '%s\n' '"cuối"' >data/templates/parts/p16.json
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
