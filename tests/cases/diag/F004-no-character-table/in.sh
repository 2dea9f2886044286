# the program's data, but with a font of its own
ln -s "$TOP/templates" templates
mkdir fonts
cp "$TOP"/fonts/*.ttf fonts
python3 - <<'END'
path = "fonts/LiberationSerif-Regular.ttf"
font = bytearray(open(path, "rb").read())
at = font.find(b"cmap", 12)
font[at:at + 4] = b"xmap"
open(path, "wb").write(font)
END
cat "$TOP/tests/fault/report.json"
