# a chain that is one too long
. "$TOP/tests/cases/generate.sh"
own_data p1
for i in $(seq 16); do
	part "p$i" "[{\"include\": \"parts/p$((i + 1))\"}]"
done
part p17 '"cuối"'
plain_report thu
