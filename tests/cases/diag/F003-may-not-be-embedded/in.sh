# the program's data, but with a font of its own
ln -s "$TOP/templates" templates
mkdir fonts
cp "$TOP"/fonts/*.ttf fonts
python3 - <<'END'
path = "fonts/LiberationSerif-Regular.ttf"
font = bytearray(open(path, "rb").read())
at = font.find(b"OS/2", 12)
table = int.from_bytes(font[at + 8:at + 12], "big")
font[table + 8:table + 10] = b"\0\2"  # fsType: restricted
open(path, "wb").write(font)
END
cat "$TOP/tests/fault/report.json"
