"""The page dump of a report, as objects: pages of lines of text, fills and frames.

Input: what `baocao render --dump=pages` prints.  Deliberately absent: the law.
"""
import json
import re
import subprocess

ITEM = re.compile(r'(text|fill|frame|spot) (-?[\d.]+) (-?[\d.]+) (.*)')
TEXT = re.compile(r'w=([\d.]+)(?: space=(-?[\d.]+))? (\S+)/(\d+)( red)? (\S+) (".*")')


class Run:
    def __init__(self, page, x, y, rest):
        width, space, face, size, red, elem, text = TEXT.fullmatch(rest).groups()
        self.page, self.x, self.y, self.width = page, x, y, float(width)
        self.space = float(space or 0)
        self.bold, self.italic = "Bold" in face, "Italic" in face
        self.size, self.red, self.elem, self.text = int(size), bool(red), elem, json.loads(text)

    @property
    def role(self):
        return self.elem.split("#")[0]


class Line:
    """Runs of one element on one baseline, from left to right."""

    def __init__(self, run):
        self.runs, self.page, self.y, self.elem, self.x = [run], run.page, run.y, run.elem, run.x

    @property
    def text(self):
        return "".join(run.text for run in self.runs)

    @property
    def right(self):
        """Where what is seen ends: spaces at the end of a line are not."""
        last = self.runs[-1]
        spaces = len(last.text) - len(last.text.rstrip(" "))
        return last.x + last.width - spaces * (0.25 * last.size + last.space)

    @property
    def middle(self):
        return (self.x + self.right) / 2

    @property
    def width(self):
        return self.right - self.x


class Page:
    def __init__(self, number, width, height):
        self.number, self.width, self.height = number, width, height
        self.lines, self.fills, self.frames = [], [], []
        self.spots = {}  # "chu_ky#1": (x, y, width, height)

    def add(self, run):
        last = self.lines[-1] if self.lines else None
        if last and last.elem == run.elem and run.elem != "Artifact" and abs(last.y - run.y) < 0.01:
            last.runs.append(run)
        else:
            self.lines.append(Line(run))


def read(text):
    pages = []
    for line in text.splitlines():
        if line.startswith("page "):
            width, height = map(float, line.split()[2:4])
            pages.append(Page(len(pages) + 1, width, height))
        elif not line.startswith("bookmark "):
            kind, x, y, rest = ITEM.fullmatch(line).groups()
            x, y = float(x), float(y)
            if kind == "text":
                pages[-1].add(Run(pages[-1], x, y, rest))
                continue
            words = rest.split()
            width, height = map(float, words[:2])
            if kind == "spot":
                pages[-1].spots[words[2]] = (x, y, width, height)
            else:
                (pages[-1].fills if kind == "fill" else pages[-1].frames).append(
                    (x, y, width, height, "red" in words))
    return pages


def dump(program, report, form):
    done = subprocess.run([program, "render", report, "--dump=" + form], capture_output=True, text=True)
    if done.returncode or done.stderr:
        raise SystemExit("not ok - %s renders\n#   %s" % (report, done.stderr))
    return done.stdout


def filled(program, report):
    """The file `report`, which has no errors, over its base and its template."""
    return json.loads(dump(program, report, "report"))


def render(program, report):
    """The pages of the file `report`, which has no errors."""
    return read(dump(program, report, "pages"))
