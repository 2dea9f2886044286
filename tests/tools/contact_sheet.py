#!/usr/bin/env python3
"""Pages side by side in one picture: contact_sheet.py OUT.png [-r DPI] FILE.pdf ...

Each PDF begins a row.  Needs pdftoppm.
"""

import argparse
import subprocess
import tempfile
from pathlib import Path

from png import RGB, png

COLUMNS = 8
GAP = 6
GREY = b"\x90\x90\x90"


def pages(pdf, dpi):
    """(width, height, RGB rows) of each page."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["pdftoppm", "-r", str(dpi), pdf, f"{folder}/page"], check=True)
        return [read_ppm(p.read_bytes()) for p in sorted(Path(folder).iterdir())]


def read_ppm(data):
    """A binary PPM as pdftoppm writes it: three lines of header, eight bits a colour."""
    _, size, _, pixels = data.split(b"\n", 3)
    width, height = map(int, size.split())
    return width, height, [pixels[y * width * 3 : (y + 1) * width * 3] for y in range(height)]


def rows_of(documents):
    for document in documents:
        for at in range(0, len(document), COLUMNS):
            yield document[at : at + COLUMNS]


def paste(row, width):
    """The lines of a row of pages on grey, with a gap above."""
    yield from [GREY * width] * GAP
    for y in range(max(height for _, height, _ in row)):
        line = b"".join(
            GREY * GAP + (lines[y] if y < height else GREY * w) for w, height, lines in row
        )
        yield line + GREY * (width - len(line) // 3)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("out")
    parser.add_argument("-r", dest="dpi", type=int, default=40)
    parser.add_argument("pdf", nargs="+")
    args = parser.parse_args()
    rows = list(rows_of(pages(pdf, args.dpi) for pdf in args.pdf))
    width = max(sum(w + GAP for w, _, _ in row) for row in rows) + GAP
    lines = [line for row in rows for line in paste(row, width)] + [GREY * width] * GAP
    Path(args.out).write_bytes(png(width, lines, RGB, 8))


if __name__ == "__main__":
    main()
