. "$TOP/tests/cases/generate.sh"
own_data a
part a '{"include": "parts/a"}'
plain_report thu
