# the program's data, but with a font of its own
ln -s "$TOP/templates" templates
mkdir fonts
cp "$TOP"/fonts/*.ttf fonts
mv -f bitmap.bdf fonts/LiberationSerif-Regular.ttf
cat "$TOP/tests/fault/report.json"
