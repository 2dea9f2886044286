. "$TOP/tests/cases/generate.sh"
own_data a
part a '[{"include": "parts/b"}]'
part b '["b", {"include": "parts/c"}]'
part c '{"include": "parts/a"}'
plain_report thu
