. "$TOP/tests/cases/generate.sh"
own_data a
part a '["{{ 1 + }}"]'
plain_report thu
