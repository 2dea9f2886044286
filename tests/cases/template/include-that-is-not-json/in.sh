. "$TOP/tests/cases/generate.sh"
own_data a
part a '["x",]'
plain_report thu
