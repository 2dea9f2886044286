"""Just enough PDF to read our files' objects and to append an update to them.

Deliberately apart from src/pdf: what is read here are bytes.  Only files whose
cross-reference is a stream (ISO 32000-1 7.5.8) are understood.
"""

import re
import struct
import zlib


def stream_at(data, offset):
    """The dictionary's text and the decoded bytes of the stream object at `offset`."""
    head = re.compile(rb"\d+ 0 obj\n?<<(.*?)>>\s*stream\r?\n", re.S).match(data, offset)
    length = int(re.search(rb"/Length (\d+)", head.group(1)).group(1))
    raw = data[head.end() : head.end() + length]
    return head.group(1), zlib.decompress(raw) if b"/FlateDecode" in head.group(1) else raw


def number(bytes_):
    return int.from_bytes(bytes_, "big")


class Pdf:
    def __init__(self, data):
        self.data = data
        self.rows = {}  # object: (type, offset or stream, index)
        self.start = int(re.search(rb"startxref\s+(\d+)\s+%%EOF\s*$", data).group(1))
        offset = self.start
        self.trailer = stream_at(data, offset)[0]
        while offset is not None:
            offset = self._read_table(offset)
        self.size = int(re.search(rb"/Size (\d+)", self.trailer).group(1))

    def _read_table(self, offset):
        """Newer tables come first; the offset of the one before, or None."""
        entries, table = stream_at(self.data, offset)
        widths = [int(w) for w in re.search(rb"/W\s*\[([\d ]+)\]", entries).group(1).split()]
        size = int(re.search(rb"/Size (\d+)", entries).group(1))
        index = re.search(rb"/Index\s*\[([\d ]+)\]", entries)
        ranges = [int(n) for n in index.group(1).split()] if index else [0, size]
        at = 0
        for first, count in zip(ranges[::2], ranges[1::2]):
            for obj in range(first, first + count):
                row = []
                for width in widths:
                    row.append(number(table[at : at + width]))
                    at += width
                self.rows.setdefault(obj, row)
        previous = re.search(rb"/Prev (\d+)", entries)
        return int(previous.group(1)) if previous else None

    def entries(self, obj):
        """The text between << and >> of a dictionary that is no stream."""
        kind, where, index = self.rows[obj]
        if kind == 1:
            end = self.data.index(b"endobj", where)
            text = self.data[where:end].split(b"obj", 1)[1]
        else:
            text = self._packed(where, index)
        return text.strip()[2:-2]

    def _packed(self, stream, index):
        entries, data = stream_at(self.data, self.rows[stream][1])
        first = int(re.search(rb"/First (\d+)", entries).group(1))
        offsets = [int(n) for n in data[:first].split()[1::2]] + [len(data) - first]
        return data[first + offsets[index] : first + offsets[index + 1]]

    def root(self):
        return int(re.search(rb"/Root (\d+) 0 R", self.trailer).group(1))

    def fields(self):
        """{name: object} of the form's fields."""
        form = re.search(rb"/AcroForm<<.*?/Fields\[([^\]]*)\]", self.entries(self.root()))
        refs = re.findall(rb"(\d+) 0 R", form.group(1)) if form else []
        return {
            re.search(rb"/T\((\w+)\)", self.entries(int(ref))).group(1).decode(): int(ref)
            for ref in refs
        }

    def updated(self, objects):
        """The file with `objects` {number: its dictionary's entries} appended (7.5.6)."""
        out = bytearray(self.data)
        rows = {}
        for obj, entries in sorted(objects.items()):
            rows[obj] = len(out)
            out += b"%d 0 obj\n<<%s>>\nendobj\n" % (obj, entries)
        table = max(self.size, *(obj + 1 for obj in rows))
        rows[table] = len(out)
        kept = b"".join(
            re.search(pattern, self.trailer).group()
            for pattern in (rb"/Root \d+ 0 R", rb"/Info \d+ 0 R", rb"/ID\s*\[.*?\]")
            if re.search(pattern, self.trailer)
        )
        index = b" ".join(b"%d 1" % obj for obj in sorted(rows))
        body = b"".join(struct.pack(">BIB", 1, rows[obj], 0) for obj in sorted(rows))
        out += b"%d 0 obj\n<</Type/XRef/Size %d/Index[%s]/W[1 4 1]/Prev %d%s/Length %d>>\nstream\n" % (
            table, table + 1, index, self.start, kept, len(body))
        out += body + b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % rows[table]
        return bytes(out)
