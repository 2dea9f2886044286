# each part includes the next one eight times
. "$TOP/tests/cases/generate.sh"
own_data p1
for i in $(seq 15); do
	next="{\"include\": \"parts/p$((i + 1))\"}"
	part "p$i" "[$next, $next, $next, $next, $next, $next, $next, $next]"
done
part p16 '[{"if": "models", "then": "cuối"}]'
plain_report thu
