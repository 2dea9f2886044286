. "$TOP/tests/cases/generate.sh"
printf '{"template": 1, "title": "M\351u", "report": {}}' >mau.json
plain_report mau.json
