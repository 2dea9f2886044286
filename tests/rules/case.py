"""One rendered report: its data, its law, its pages, and where each piece stands.

Input: a JSON file and the program.  Output: a Case.  Deliberately absent:
opinions; checks.py has those.
"""
import json
import os
import re
import subprocess
import tempfile

import expect
from dump import Dump
from law import MM, law


def merged(path):
    with open(path, encoding="utf-8") as file:
        data = json.load(file)
    if "base" not in data:
        return data
    below = merged(os.path.join(os.path.dirname(path), data["base"]))
    for key, value in data.items():
        both = isinstance(value, dict) and isinstance(below.get(key), dict)
        below[key] = {**below[key], **value} if both else value
    return below


def render(program, data, options=()):
    """The dump of the pages; what the program says when it refuses."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "in.json")
        with open(path, "w", encoding="utf-8") as file:
            json.dump({k: v for k, v in data.items() if k not in ("base", "$schema")}, file,
                      ensure_ascii=False)
        run = subprocess.run([program, "render", path, "--dump=pages", *options],
                             capture_output=True, text=True, check=False)
    return run.stdout, run.stderr, run.returncode


class Case:
    def __init__(self, program, name, profile, data):
        self.program, self.name, self.profile = program, name, profile
        self.law, self.data = law(profile), data
        self.state = "quoc_hieu" in self.law
        text, self.said, self.status = render(program, data)
        self.dump = Dump(text)
        if self.dump.pages:
            self.find()

    def find(self):
        self.body = expect.body_of(self.data, self.law)
        self.masthead = expect.masthead_of(self.data, self.law)
        self.addressees = expect.addressees_of(self.data, self.law)
        self.recipients = expect.recipients_of(self.data, self.law)
        self.signatures = [expect.Signature(s) for s in self.data["signatures"]]
        self.closing = self.recipients + [p for s in self.signatures for p in s.pieces]
        self.pieces = self.masthead + self.addressees + self.body + self.closing
        self.free = [p for p in self.dump.paragraphs if p.role not in ("TH", "TD", "Caption")]
        for group in (self.masthead, self.addressees, self.closing):
            for piece in group:
                self.claim(piece, 0)
        at = 0
        for piece in self.body:
            if piece.element != "table":
                at = self.claim(piece, at)

    def claim(self, piece, at):
        """The first unclaimed paragraph from `at` with the piece's text; * stands for anything."""
        pattern = re.compile(re.escape(piece.text).replace(r"\*", ".*"))
        for n in range(at, len(self.free)):
            paragraph = self.free[n]
            if pattern.fullmatch(paragraph.text):
                piece.found = paragraph
                del self.free[n]
                return n
        return at

    def the(self, element):
        """The paragraph of the only piece of that element, or None."""
        for piece in self.pieces:
            if piece.element == element and piece.found:
                return piece.found
        return None

    def all(self, element):
        return [p.found for p in self.pieces if p.element == element and p.found]

    def margins(self, page):
        """Left, top, right and bottom edge of the text block, in points from the top left."""
        of = {side: self.law["page.margin_%s_mm" % side].recommended * MM
              for side in ("left", "top", "right", "bottom")}
        return of["left"], of["top"], page.width - of["right"], page.height - of["bottom"]

    def centre(self, number):
        left, _, right, _ = self.margins(self.dump.page(number))
        return (left + right) / 2

    def part_of(self, number):
        """0 on the report's own pages, n on those of appendix n."""
        starts = [p.lines[0].page for p in self.all("appendix_label")]
        return sum(start <= number for start in starts)

    def first_page(self, part):
        return 1 if part == 0 else self.all("appendix_label")[part - 1].lines[0].page

    def rules(self, page):
        """Drawn straight lines that lie across."""
        return [b for b in page.boxes if b.kind == "fill" and b.height <= 1.5 < b.width]
