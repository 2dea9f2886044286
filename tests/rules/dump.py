"""Reads the text that --dump=pages prints.

Input: that text.  Output: pages of items, and paragraphs as lines of them.
"""
import json
import re

TEXT = re.compile(r'text (\S+) (\S+)(?: w=(\S+))?(?: space=(\S+))? (\S+)/(\d+)( red)? (\S+) (".*")$')
BOX = re.compile(r'(fill|frame) (\S+) (\S+) (\S+) (\S+)(?: weight=(\S+))?( red)?$')
PAGE = re.compile(r'page (\d+) (\S+) (\S+) (".*")$')
SPACE = 0.25  # em, the width of a space in Liberation Serif


class Text:
    kind = "text"

    def __init__(self, match, page):
        x, y, width, space, face, size, red, elem, text = match.groups()
        self.page, self.x, self.y, self.width = page, float(x), float(y), float(width or 0)
        self.size, self.red, self.text = int(size), bool(red), json.loads(text)
        self.bold, self.italic = "Bold" in face, "Italic" in face
        self.role, _, number = elem.partition("#")
        self.id = int(number) if number else None
        # a list item's label and its text are one paragraph
        self.owner = None if self.id is None else self.id + (self.role == "Lbl")
        trailing = len(self.text) - len(self.text.rstrip(" "))
        self.right = self.x + self.width - trailing * (SPACE * self.size + float(space or 0))


class Box:
    def __init__(self, match, page):
        self.kind, x, y, width, height, weight, red = match.groups()
        self.page, self.x, self.y = page, float(x), float(y)
        self.width, self.height = float(width), float(height)
        self.weight, self.red = float(weight or 0), bool(red)
        self.centre = self.x + self.width / 2


class Page:
    def __init__(self, match):
        self.number, self.width, self.height = int(match[1]), float(match[2]), float(match[3])
        self.label = json.loads(match[4])
        self.texts, self.boxes = [], []


class Line:
    """The texts of one paragraph on one baseline."""

    def __init__(self, first):
        self.items, self.page, self.y = [first], first.page, first.y

    @property
    def text(self):
        return "".join(item.text for item in self.items)

    @property
    def x(self):
        return self.items[0].x

    @property
    def right(self):
        seen = [item.right for item in self.items if item.text.strip()]
        return max(seen) if seen else self.items[-1].right

    @property
    def centre(self):
        return (self.x + self.right) / 2

    @property
    def width(self):
        return self.right - self.x

    @property
    def size(self):
        return self.items[0].size

    def __str__(self):
        return "page %d, %.1f pt down, %r" % (self.page, self.y, self.text.strip()[:50])


class Paragraph:
    def __init__(self, item):
        self.role, self.lines = item.role, [Line(item)]

    def add(self, item):
        line = self.lines[-1]
        if item.page == line.page and abs(item.y - line.y) < 0.05:
            line.items.append(item)
        else:
            self.lines.append(Line(item))
        self.role = item.role

    @property
    def items(self):
        return [item for line in self.lines for item in line.items]

    @property
    def text(self):
        return "".join(line.text for line in self.lines).strip(" ")


class Dump:
    def __init__(self, text):
        self.pages, self.strange, owners = [], [], {}
        for line in text.split("\n"):
            self.read(line, owners)
        self.paragraphs = [owners[key] for key in sorted(owners)]

    def read(self, line, owners):
        if match := PAGE.match(line):
            self.pages.append(Page(match))
        elif match := TEXT.match(line):
            item = Text(match, self.pages[-1].number)
            self.pages[-1].texts.append(item)
            if item.owner in owners:
                owners[item.owner].add(item)
            elif item.owner is not None:
                owners[item.owner] = Paragraph(item)
        elif match := BOX.match(line):
            self.pages[-1].boxes.append(Box(match, self.pages[-1].number))
        elif line and not line.startswith("bookmark "):
            self.strange.append(line)

    def page(self, number):
        return self.pages[number - 1]
