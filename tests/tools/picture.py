#!/usr/bin/env python3
"""A page as a small picture: picture.py OUT.png FILE.pdf PAGE

In 16 greys, which is a quarter of what pdftoppm writes.
"""

import subprocess
import sys
from pathlib import Path

from png import GREY, png

DPI = 70


def page(pdf, number):
    """(width, rows of bytes) of a binary PGM as pdftoppm writes it."""
    only = ["-f", number, "-l", number]
    done = subprocess.run(
        ["pdftoppm", "-gray", "-r", str(DPI), *only, pdf], stdout=subprocess.PIPE, check=True
    )
    _, size, _, pixels = done.stdout.split(b"\n", 3)
    width, height = map(int, size.split())
    return width, [pixels[y * width : (y + 1) * width] for y in range(height)]


def packed(row):
    """Two pixels a byte."""
    greys = [(v * 15 + 127) // 255 for v in row] + [0] * (len(row) % 2)
    return bytes(greys[i] << 4 | greys[i + 1] for i in range(0, len(greys), 2))


def main(out, pdf, number):
    width, rows = page(pdf, number)
    Path(out).write_bytes(png(width, [packed(row) for row in rows], GREY, 4))


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
