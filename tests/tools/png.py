"""A PNG of rows of pixels (ISO/IEC 15948)."""

import struct
import zlib

GREY, RGB = 0, 2


def png(width, lines, colour, bits):
    """`lines`: the packed samples of each row, `bits` a sample."""

    def chunk(kind, data):
        check = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", check)

    header = struct.pack(">IIBBBBB", width, len(lines), bits, colour, 0, 0, 0)
    data = zlib.compress(b"".join(b"\0" + line for line in lines), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", data) + chunk(b"IEND", b"")
