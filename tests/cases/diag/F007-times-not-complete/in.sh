mkdir phong
mv bitmap.bdf phong/times.ttf
cat "$TOP/tests/fault/report.json"
