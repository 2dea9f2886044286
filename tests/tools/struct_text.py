#!/usr/bin/env python3
"""Whether a PDF's structure tree says what the document says, to the last space.

struct_text.py DOC STRUCT    compare a document (--dump=doc) with what
                             `pdfinfo -struct-text` prints of its PDF
struct_text.py STRUCT        print the tree in short: each element, how its text begins

Compared are all paragraphs in reading order, each with its element's name.
"""

import json
import re
import sys

SHOWN = 40  # characters of a text
ROWS = 4  # of a table, in short


def depth_of(line):
    return len(line) - len(line.lstrip(" "))


def said_by_doc(lines):
    """(element, text) of each paragraph and cell; furniture where it is read."""
    said, feet = [], []
    names = {}  # the element a group or column stands for, by depth
    for line in lines:
        depth, words = depth_of(line), line.split()
        if words[0] == "part":
            said += feet
            feet = []
        elif words[0] == "run":
            place[-1][1] += json.loads(line[line.index('"') :])
        elif words[0] == "group":
            names = {d: n for d, n in names.items() if d < depth} | {depth: words[1]}
            said.append([words[1], ""])
        elif words[0] in ("para", "th", "td", "head", "foot"):
            role = words[1] if words[0] == "para" else {"th": "TH", "td": "TD"}.get(words[0], "P")
            place = feet if words[0] == "foot" else said
            if role == "Inline":
                continue
            place.append([role, ""])
    said += feet
    return [(role, re.sub(" ?\n", " ", text)) for role, text in said if text and role != "Artifact"]


def read_struct(lines):
    """(depth, element, attributes, text) of each element."""
    elements = []
    for line in lines:
        stripped = line.strip()
        if stripped.startswith('"'):
            elements[-1][3] += stripped[1:-1]
        elif stripped.startswith("/"):
            elements[-1][2].append(stripped)
        elif stripped:
            name = re.match(r"\w+", stripped).group()
            elements.append([depth_of(line) // 2, name, [], ""])
    return elements


def said_by_struct(elements):
    """The same of the tree: a label is the beginning of what it labels."""
    said, label = [], ""
    for _, name, _, text in elements:
        if name == "Lbl":
            label = text
        elif text:
            said.append((name, label + text))
            label = ""
    return said


def compare(doc, struct):
    want, have = said_by_doc(doc), said_by_struct(read_struct(struct))
    for i in range(max(len(want), len(have))):
        w, h = (x[i] if i < len(x) else ("nothing", "") for x in (want, have))
        if w != h:
            print(f"paragraph {i + 1}\n  the document: {w[0]} {w[1]!r}\n  the structure: {h[0]} {h[1]!r}")
            return 1
    print(f"{len(have)} paragraphs")
    return 0


def shorten(struct):
    rows, within = 0, None
    for depth, name, attributes, text in read_struct(struct):
        if within is not None and depth <= within:
            within = None
        rows = rows + 1 if name == "TR" else 0 if name in ("Table", "TBody") else rows
        if name == "TR" and rows > ROWS and within is None:
            within = depth
        if within is not None:
            continue
        about = " ".join(attributes)
        shown = json.dumps(text[:SHOWN] + ("…" if len(text) > SHOWN else ""), ensure_ascii=False)
        print("  " * depth + name + (f" [{about}]" if about else "") + (f" {shown}" if text else ""))


def lines_of(path):
    with open(path, encoding="utf-8") as file:
        return file.read().splitlines()


if len(sys.argv) == 3:
    sys.exit(compare(lines_of(sys.argv[1]), lines_of(sys.argv[2])))
shorten(lines_of(sys.argv[1]))
