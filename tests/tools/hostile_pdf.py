#!/usr/bin/env python3
"""PDFs for tests of "extract", on standard output.

usage: hostile_pdf.py append FILE   FILE and an update behind it, as a signature makes one
       hostile_pdf.py break FILE    FILE with its carried report damaged
       hostile_pdf.py kinds         names of PDFs that are made to harm
       hostile_pdf.py KIND          one of them
"""

import re
import sys
import zlib

REPORT = b"(baocao.json) 4 0 R"
SPECIFICATION = (
    b"<</Type/Filespec/F(baocao.json)/UF(baocao.json)/AFRelationship/Source/EF<</F 5 0 R>>>>"
)


def stream(entries, data):
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (entries, len(data), data)


def pdf(objects):
    """A PDF of {number: bytes}; 1 is the catalog."""
    out, offsets = bytearray(b"%PDF-1.7\n"), {}
    for number, body in objects.items():
        offsets[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    size, table = max(objects) + 1, len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size
    for number in range(1, size):
        kind = b"n" if number in offsets else b"f"
        out += b"%010d 00000 %s \n" % (offsets.get(number, 0), kind)
    out += b"trailer\n<</Root 1 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF\n" % (size, table)
    return bytes(out)


def with_names(node, **more):
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles 3 0 R>>>>",
        2: b"<</Type/Pages/Kids[]/Count 0>>",
        3: node,
        4: SPECIFICATION,
        5: stream(b"", b"{}"),
    }
    objects.update({int(number[1:]): body for number, body in more.items()})
    return pdf(objects)


def bomb(mebibytes):
    """So many MiB of blanks, deflated."""
    packer, packed = zlib.compressobj(1), bytearray()
    for _ in range(mebibytes):
        packed += packer.compress(b" " * (1 << 20))
    return bytes(packed + packer.flush())


def object_stream_bomb():
    """A catalog in an object stream of 600 MiB."""
    data = bomb(600)
    out = bytearray(b"%PDF-1.7\n")
    offset = len(out)
    out += b"2 0 obj\n%s\nendobj\n" % stream(
        b"/Type/ObjStm/N 1/First 4/Filter/FlateDecode", data
    )
    table = len(out)
    rows = b"\0\0\0\0\0" + b"\2\0\0\2\0" + b"\1" + offset.to_bytes(3, "big") + b"\0"
    rows += b"\1" + table.to_bytes(3, "big") + b"\0"
    out += b"3 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (
        stream(b"/Type/XRef/Size 4/W[1 3 1]/Root 1 0 R", rows),
        table,
    )
    return bytes(out)


KINDS = {
    "bomb": lambda: with_names(
        b"<</Names[%s]>>" % REPORT, _5=stream(b"/Filter/FlateDecode", bomb(80))
    ),
    "bomb-objects": object_stream_bomb,
    "circle": lambda: with_names(b"<</Kids[3 0 R 3 0 R 3 0 R]>>"),
    "deep": lambda: with_names(b"<</Kids[%s]>>" % (b"<</Kids[" * 5000 + b"]>>" * 5000)),
    "empty": lambda: b"%PDF-1.7\n",
    "filter-unknown": lambda: with_names(
        b"<</Names[%s]>>" % REPORT, _5=stream(b"/Filter[/LZWDecode/FlateDecode]", b"x")
    ),
    "kinds-mixed-up": lambda: with_names(
        b"<</Names[1 2 (x) (y) 4 0 R /a <</EF 7>> (b) <</EF<</F 3>>>> (c)]/Kids/x>>"
    ),
    "not-utf8": lambda: with_names(
        b"<</Names[(x) 6 0 R]>>",
        _6=b"<</UF<EFBBBF41FFC0AFEDA08000>/Desc<FEFFD800000A>/AFRelationship/#ff#1b/EF<</F 5 0 R>>>>",
    ),
    "of-another-program": lambda: with_names(
        b"<</Names[(baocao.json) 6 0 R]>>", _6=b"<</UF(baocao.json)/EF<</F 5 0 R>>>>"
    ),
    "previous-is-itself": lambda: b"%PDF-1.7\nxref\n0 1\n0000000000 65535 f \n"
    b"trailer\n<</Root 1 0 R/Size 1/Prev 9>>\nstartxref\n9\n%%EOF\n",
    "root-is-a-number": lambda: pdf({1: b"7"}),
    "size-lies": lambda: with_names(
        b"<</Names[%s]>>" % REPORT,
        _5=stream(b"/Filter/FlateDecode/Params<</Size -5>>", b"not deflated"),
    ),
}


def number_after(key, data):
    return int(re.search(key + rb"\s*(\d+)", data).group(1))


def append(data):
    table = int(re.findall(rb"startxref\n(\d+)", data)[-1])
    head = data[table:]
    number, root = number_after(b"/Size", head), number_after(b"/Root", head)
    added = len(data)
    out = data + b"%d 0 obj\n<</Type/Sig>>\nendobj\n" % number
    new_table = len(out)
    rows = b"".join(b"\1" + at.to_bytes(4, "big") + b"\0" for at in (added, new_table))
    entries = b"/Type/XRef/Size %d/Index[%d 2]/W[1 4 1]/Prev %d/Root %d 0 R" % (
        number + 2,
        number,
        table,
        root,
    )
    return out + b"%d 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (
        number + 1,
        stream(entries, rows),
        new_table,
    )


def damage(data):
    at = data.index(b"/Subtype/application#2Fjson")
    at = data.index(b"stream\n", at) + 40
    return data[:at] + bytes(255 - byte for byte in data[at : at + 8]) + data[at + 8 :]


def main(what, *files):
    if what == "kinds":
        print(*sorted(KINDS))
        return
    data = open(files[0], "rb").read() if files else b""
    made = {"append": append, "break": damage}[what](data) if files else KINDS[what]()
    sys.stdout.buffer.write(made)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(*sys.argv[1:])
