# a chain that is just short enough
. "$TOP/tests/cases/generate.sh"
own_data p1
for i in $(seq 15); do
	part "p$i" "[{\"include\": \"parts/p$((i + 1))\"}]"
done
part p16 '"cuối"'
plain_report thu
