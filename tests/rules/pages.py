"""Measures laid-out pages against the law, ô by ô.

Input: the program and reports.  Output: one result a rule and report.  The
values come from values.tsv, never from the program's own profiles.
"""
import os
import re
import sys

from dump import filled, render
from law import MM, law
from tap import finish, result

NEAR = 0.3  # pt: what rounding may move
NUMBER = {
    "state": re.compile(r"Số: (0[1-9]|[1-9]\d+| +)/[A-ZĐa-z]+(-[A-ZĐ0-9a-z]+)+"),
    "party": re.compile(r"Số (0[1-9]|[1-9]\d+| +)-(BC|CV)/[A-ZĐƯ\-]+"),
}
DATE = re.compile(r".+, ngày (0[1-9]|[12]\d|3[01]| +) tháng (0[12]|[3-9]|1[0-2]| +) năm( \d{4}| *)")
HEADING = re.compile(r"H[2-6]")


class Report:
    def __init__(self, program, path):
        self.name = os.path.basename(path)[:-5]
        self.data = filled(program, path)
        self.kind = self.data["organization"]["kind"]
        self.profile = self.data.get("profile") or {
            "state": "state-nd30",
            "party": "party-hd36" if self.last_date() < "2026-05-27" else "party-hd05"}[self.kind]
        self.law = law(self.profile)
        self.pages = render(program, path)
        self.lines = [line for page in self.pages for line in page.lines]

    def last_date(self):
        return self.data["document"].get("date") or self.data["period"]["to"]

    def check(self, name, faults, row=None):
        result("%s: %s" % (self.name, name), faults, row.clause if row else "")

    def find(self, text, page=None):
        wanted = text.strip()
        return [line for line in self.lines
                if line.text.strip() == wanted and (page is None or line.page is page)]

    def left(self):
        return self.law["page.margin_left_mm"].recommended * MM

    def right(self, page):
        return page.width - self.law["page.margin_right_mm"].recommended * MM


def style_faults(row, line):
    faults = []
    for run in line.runs:
        if not row.allows(run.size):
            faults.append("“%s” is set in %s pt" % (line.text, run.size))
        for style in ("bold", "italic", "red"):
            if row.styled and "?" + style not in row.styles and getattr(run, style) != (style in row.styles):
                faults.append("“%s”: %s is %s" % (line.text, style, getattr(run, style)))
    if "caps" in row.styles and line.text != line.text.upper():
        faults.append("“%s” is not in capitals" % line.text)
    return faults


def expect(report, name, text, page=None):
    """The line with `text`, in the style of the element `name`; None when it isn't there."""
    row, found = report.law.get(name), report.find(text, page)
    faults = [] if found else ["“%s” is not on the pages" % text]
    if found and row:
        faults = style_faults(row, found[0])
    report.check(name, faults, row)
    return found[0] if found else None


def rule_faults(row, line, above):
    """The drawn line under `line`: as long as the law says of the longest of `above`, and centred."""
    under = [f for f in line.page.fills
             if line.y < f[1] < line.y + 12 and f[2] > 10 and abs(f[0] + f[2] / 2 - line.middle) < NEAR]
    if not under:
        return ["no line is drawn under “%s”" % line.text]
    share = under[0][2] / max(one.width for one in above)
    least, most = row.rule
    return [] if least - 0.002 <= share <= most + 0.002 else ["the line is %.3f of the text" % share]


def joined(name):
    return name if isinstance(name, str) else " ".join(name)


def block(report, text):
    """The lines of page 1, the last of one element, that together say `text`."""
    lines = report.pages[0].lines
    for i, line in enumerate(lines):
        same = [one for one in lines[i:] if one.elem == line.elem]
        if " ".join("".join(one.text for one in same).split()) == text:
            return same
        if " ".join(" ".join(one.text for one in same).split()) == text:
            return same
    return []


def check_masthead(report):
    first, organization = report.pages[0], report.data["organization"]
    parts = ["party_title"] if report.kind == "party" else ["quoc_hieu", "tieu_ngu"]
    titles = [expect(report, name, report.law[name].text, first) for name in parts]
    if titles[-1]:
        row = report.law[parts[-1]]
        report.check(parts[-1] + " rule", rule_faults(row, titles[-1], [titles[-1]]), row)
    last = None
    for key, name in (("parent", "org_parent"), ("name", "org_issuer")):
        if key in organization:
            row, lines = report.law[name], block(report, joined(organization[key]).upper())
            faults = [f for line in lines for f in style_faults(row, line)]
            axis = {round(line.middle, 0) for line in lines}
            faults += ["lines are not centred on one axis"] if max(axis, default=0) - min(axis, default=0) > 1 else []
            report.check(name, faults if lines else ["the name is not there"], row)
            last = lines or last
    if report.kind == "state":
        row = report.law["org_issuer"]
        report.check("org_issuer rule", rule_faults(row, last[-1], last), row)
    else:
        expect(report, "org_star", "*", first)
    if titles[0] and last:
        level = block(report, joined(organization.get("parent", organization["name"])).upper())
        report.check("both columns begin on one line", [] if abs(level[0].y - titles[0].y) < NEAR else
                     ["baselines %.2f and %.2f" % (level[0].y, titles[0].y)])


def check_number_and_date(report):
    lines = report.pages[0].lines
    number = [line for line in lines if NUMBER[report.kind].fullmatch(line.text)]
    date = [line for line in lines if DATE.fullmatch(line.text)]
    report.check("doc_number has its form", [] if len(number) == 1 else ["%d such lines" % len(number)],
                 report.law["doc_number"])
    report.check("place_date has its form", [] if len(date) == 1 else ["%d such lines" % len(date)],
                 report.law["place_date"])
    if not number or not date:
        return
    for name, line in (("doc_number", number[0]), ("place_date", date[0])):
        report.check(name, style_faults(report.law[name], line), report.law[name])
    report.check("number and date on one baseline",
                 [] if abs(number[0].y - date[0].y) < NEAR else ["%.2f and %.2f" % (number[0].y, date[0].y)])


def check_subject_cv(report):
    """A công văn has its subject below the number, and neither type name nor separator."""
    first, row = report.pages[0], report.law["subject_cv"]
    subject = " ".join(report.data["document"]["subject"].split())
    # HD36 leaves open how it begins
    openings = [row.text] if row.text else ["", "V/v ", "Về việc "]
    lines = next(filter(None, (block(report, opening + subject) for opening in openings)), [])
    number = next(line for line in first.lines if NUMBER[report.kind].fullmatch(line.text))
    faults = [f for line in lines for f in style_faults(row, line)]
    faults += ["“%s” is not centred under the number" % line.text for line in lines
               if abs(line.middle - number.middle) > NEAR]
    if lines:
        # lines of 1.15 em; 6 pt between the two for the state
        gap = lines[0].y - number.y - 1.15 * lines[0].runs[0].size
        if not (5 if report.kind == "state" else -1) < gap < 8:
            faults.append("it stands %.2f pt below the number" % gap)
        faults += ["a line is drawn under the subject" for f in first.fills
                   if 0 < f[1] - lines[-1].y < 12 and f[0] < number.middle]
    report.check("subject_cv", faults if lines else ["the subject is not there"], row)
    strange = [line.text for line in first.lines if line.text in ("BÁO CÁO", "CÔNG VĂN", "-----")]
    report.check("no type name, no separator", strange, row)


def check_title(report):
    document, first = report.data["document"], report.pages[0]
    if document.get("form") == "cong_van":
        check_subject_cv(report)
        return
    middle = (report.left() + report.right(first)) / 2
    kind = expect(report, "doc_type", document.get("type", "Báo cáo").upper(), first)
    row, subject = report.law["doc_subject"], block(report, " ".join(document["subject"].split()))
    faults = [f for line in subject for f in style_faults(row, line)]
    for line in subject + [kind]:
        if abs(line.middle - middle) > NEAR:
            faults.append("“%s” is not centred on the text" % line.text)
    report.check("doc_subject", faults if subject else ["the subject is not there"], row)
    if report.kind == "state":
        report.check("doc_subject rule", rule_faults(row, subject[-1], subject), row)
    else:
        expect(report, "subject_separator", report.law["subject_separator"].text, first)


def check_addressees(report):
    to, first = report.data.get("addressees", []), report.pages[0]
    label = [run for line in first.lines for run in line.runs if run.text == "Kính gửi:"]
    if not to:
        report.check("no Kính gửi without addressees", ["it is there"] if label else [])
        return
    row = report.law["kinh_gui"]
    if len(to) == 1:
        report.check("Kính gửi", [] if report.find("Kính gửi: " + to[0], first) else ["not on one line"], row)
        return
    faults = []
    colon = label[0].x + label[0].width - 0.278 * label[0].size
    for i, name in enumerate(to):
        mark = row.end if i + 1 < len(to) else row.last
        line = [dash for dash, one in zip(first.lines, first.lines[1:]) if dash.text.strip() == "-"
                and one.text.startswith(name) and (mark is None or one.text == name + mark)]
        if not line:
            faults.append("“- %s%s” is not on a line" % (name, mark or ""))
        elif abs(line[0].x - colon) > NEAR:
            faults.append("the dash stands at %.2f, the colon at %.2f" % (line[0].x, colon))
    report.check("Kính gửi, one below the other", faults, row)


def paragraphs(report):
    """Lines of body text by element, in order; those of table cells have roles of their own."""
    body = {}
    title = next(i for i, line in enumerate(report.lines) if line.runs[0].role == "H1")
    for line in report.lines[title:]:
        role = line.runs[0].role
        if role in ("P", "LBody", "Lbl") and line.runs[0].size == report.law["body"].recommended:
            body.setdefault(line.elem, []).append(line)
    return body


def check_body(report):
    """Justified lines end at the margin; the step between them and the first indent are the law's."""
    line_law = report.law.get("page.line_pt") or report.law["page.line_multiple"]
    single = 14 * 1.149
    ragged, steps, indents = [], [], []
    for lines in paragraphs(report).values():
        for one, two in zip(lines, lines[1:]):
            if one.page is not two.page or two.y <= one.y:
                continue
            step = two.y - one.y
            step = step if "page.line_pt" in report.law else step / single
            if abs(one.x - report.left()) < NEAR or one.x - report.left() in (28.35, 36.0):
                steps.append(step)
            if lines[0].text and one.runs[0].role == "LBody" or abs(one.x - report.left()) < 40:
                if abs(one.right - report.right(one.page)) > 0.4 and len(lines) > 2 and not line_is_short(one, report):
                    ragged.append("“%s” ends at %.2f" % (one.text, one.right))
    for line in report.lines:
        centred = abs(line.middle - (report.left() + report.right(line.page)) / 2) < NEAR
        if HEADING.fullmatch(line.runs[0].role) and not centred and line.x < report.left() + 60:
            indents.append((line.x - report.left()) / MM)
    report.check("lines are justified", ragged, report.law["body"])
    report.check("line spacing", ["a step of %.2f" % s for s in steps if not line_law.allows(s, 0.01)], line_law)
    row = report.law["page.indent_mm"]
    report.check("headings stand at the first-line indent",
                 ["%.2f mm" % i for i in indents if i > 1 and not row.allows(i, 0.1)], row)


def line_is_short(line, report):
    """A centred or left-aligned line of a few words, as of a title or a signature."""
    return line.x > report.left() + 40 or line.runs[0].bold


def check_signature(report):
    for signature in report.data["signatures"]:
        lines = []
        for i, text in enumerate(signature["lines"]):
            name = "sign_authority" if i == 0 else "sign_position"
            if text == "kiêm":  # a word between two posts
                report.check("kiêm stays small", [] if report.find(text) else ["it is not on the pages"])
                continue
            lines.append(expect(report, name, text.upper()))
        if signature.get("name"):
            lines.append(expect(report, "sign_name", signature["name"]))
        lines = [line for line in lines if line]
        if not lines:
            continue
        report.check("signature on one axis", [
            "“%s” is off by %.2f pt" % (line.text, line.middle - lines[0].middle)
            for line in lines if abs(line.middle - lines[0].middle) > 0.5])
        page = lines[0].page
        report.check("signature on one page", [] if all(line.page is page for line in lines) else ["it is split"])
        above = {round(line.y) for line in page.lines if line.y < lines[0].y - 14 and line.runs[0].role != "Artifact"}
        report.check("two lines stand above the signature", [] if len(above) >= 2 else ["%d lines" % len(above)])
        if signature.get("name"):
            room = (lines[-1].y - lines[-2].y) / MM
            report.check("room for signature and seal",
                         [] if room >= report.law["page.sign_room_mm"].least else ["%.1f mm" % room])


def spot_faults(report, hand, seal, axis):
    """Where the images of an electronic document's signature and seal stand, about the block's axis."""
    x, y, width, height = hand
    faults = [] if abs(x + width / 2 - axis) < 0.5 else ["the signature is off by %.2f pt" % (x + width / 2 - axis)]
    if seal:
        share = (seal[0] + seal[2] - x) / width
        if not report.law["page.seal_overlap"].allows(share, 0.001) or seal[0] >= x:
            faults.append("the seal covers %.3f of the signature, from %.2f pt on" % (share, seal[0] - x))
        if abs(seal[1] + seal[3] / 2 - y - height / 2) > 0.5 or seal[2] != seal[3]:
            faults.append("the seal isn't level with the signature, or no square")
        if not report.law["page.seal_mm"].allows(seal[2] / MM, 0.01):
            faults.append("the seal is %.2f mm wide" % (seal[2] / MM))
    return faults


def check_spots(report):
    """Places for number, day and month; of a signature each, and one seal unless more are asked for."""
    signatures, first = report.data["signatures"], report.pages[0]
    places = {name: (page, box) for page in report.pages for name, box in page.spots.items()}
    sealed = [i for i, one in enumerate(signatures, 1) if one.get("seal")] or [1]
    wanted = {"so", "ngay", "thang"} | {"chu_ky#%d" % i for i in range(1, len(signatures) + 1)} | {
        "dau#%d" % i for i in sealed}
    report.check("every spot is on a page", sorted(wanted ^ set(places)))
    faults = ["%s is not on page 1" % name for name in ("so", "ngay", "thang") if places[name][0] is not first]
    number = [line for line in first.lines if NUMBER[report.kind].fullmatch(line.text)][0]
    date = [line for line in first.lines if DATE.fullmatch(line.text)][0]
    for name, line in (("so", number), ("ngay", date), ("thang", date)):
        x, y, width, height = places[name][1]
        if not (line.x < x < x + width < line.right and y < line.y < y + height):
            faults.append("%s is not inside “%s”" % (name, line.text))
    for i, signature in enumerate(signatures, 1):
        page, hand = places["chu_ky#%d" % i]
        above = [line for line in report.find(signature["lines"][-1].upper(), page) if line.y < hand[1]]
        if not above:
            faults.append("“%s” does not stand above its signature" % signature["lines"][-1])
            continue
        faults += spot_faults(report, hand, places.get("dau#%d" % i, (page, None))[1], above[-1].middle)
        if signature.get("name") and not any(line.y > hand[1] + hand[3] for line in report.find(signature["name"], page)):
            faults.append("“%s” does not stand below its signature" % signature["name"])
    report.check("number, date, signatures and seal have their places", faults, report.law["page.seal_overlap"])


def check_recipients(report):
    items, row = report.data.get("recipients", []), report.law["noi_nhan_item"]
    if not items:
        return
    label = expect(report, "noi_nhan_label", "Nơi nhận:")
    names = (["Như trên"] if report.data.get("addressees") else []) + [item.rstrip(";,. ") for item in items]
    texts = " ".join("".join(line.text if line.text.endswith(" ") else line.text + " " for line in report.lines).split())
    faults = []
    for i, name in enumerate(names):
        mark = row.end if i + 1 < len(names) else row.last
        if "- %s%s" % (name, mark) not in texts:
            faults.append("“- %s%s” is not there" % (name, mark))
    if label and abs(label.x - report.left()) > NEAR:
        faults.append("the label stands at %.2f" % label.x)
    one = [s for s in report.data["signatures"]]
    authority = report.find(one[0]["lines"][0].upper()) if len(one) == 1 else []
    if label and authority and abs(label.y - authority[0].y) > 3:
        faults.append("label at %.2f, authority at %.2f" % (label.y, authority[0].y))
    report.check("nơi nhận", faults, row)


def check_page_numbers(report):
    row, top = report.law["page_number"], report.law["page.number_top_mm"]
    faults = []
    for page in report.pages:
        shown = [line for line in page.lines if line.elem == "Artifact" and re.fullmatch(r"\d+", line.text)
                 and line.y < 20 * MM]
        if page.number == 1 and shown:
            faults.append("page 1 has a number")
        for line in shown:
            faults += style_faults(row, line)
            # the tallest digit of the shipped face is 0.676 em
            if abs(line.y - 0.676 * line.runs[0].size - top.recommended * MM) > 0.2 * MM:
                faults.append("page %d: top of the digits at %.2f mm" % (
                    page.number, (line.y - 0.676 * line.runs[0].size) / MM))
            if abs(line.middle - (report.left() + report.right(page)) / 2) > NEAR:
                faults.append("page %d: not centred on the text" % page.number)
    main = [p for p in report.pages[1:] if not any(line.text.startswith("Phụ lục") and line.y < 25 * MM
                                                   for line in p.lines)]
    bare = [p.number for p in main if not any(re.fullmatch(r"\d+", line.text) and line.y < 20 * MM for line in p.lines)]
    report.check("page numbers", faults + ["page %d has none" % n for n in bare], row)


def check_appendices(report):
    appendices, row = report.data.get("appendices", []), report.law["appendix_label"]
    roman, faults = ["I", "II", "III", "IV"], []
    for i, appendix in enumerate(appendices):
        number = "" if len(appendices) == 1 else " " + (roman[i] if report.kind == "state" else str(i + 1))
        label = report.find("Phụ lục" + number)
        if not label:
            faults.append("“Phụ lục%s” is not there" % number)
            continue
        faults += style_faults(row, label[0])
        wide = label[0].page.width > label[0].page.height
        if wide != appendix.get("landscape", False):
            faults.append("page %d is on the wrong side" % label[0].page.number)
        if label[0].y > 30 * MM:
            faults.append("“Phụ lục%s” doesn't begin its page" % number)
    if appendices:
        report.check("appendices", faults, row)


def check_marks(report):
    document, first = report.data["document"], report.pages[0]
    urgency = {"khan": "KHẨN", "thuong_khan": "THƯỢNG KHẨN", "hoa_toc": "HOẢ TỐC"}.get(document.get("urgency"))
    if urgency:
        expect(report, "urgency", urgency, first)
        boxes = [f for f in first.frames if f[4]]
        wanted = report.law.get("page.%s_mm" % document["urgency"]) if report.kind == "state" else None
        faults = [] if bool(boxes) == bool(wanted) else ["%d red boxes" % len(boxes)]
        if wanted and boxes and (abs(boxes[0][2] / MM - wanted.recommended) > 0.1 or abs(boxes[0][3] / MM - 8) > 0.1):
            faults.append("the box is %.1f x %.1f mm" % (boxes[0][2] / MM, boxes[0][3] / MM))
        report.check("box of the urgency mark", faults, wanted)
    if document.get("draft"):
        expect(report, "draft_note", "Dự thảo lần %d" % document["draft"], first)
    if document.get("circulation"):
        expect(report, "circulation", document["circulation"].upper(), first)
    if document.get("contact"):
        page = first if report.kind == "state" else [
            p for p in report.pages if any(line.text.strip() in document["contact"] and line.y > p.height - 35 * MM
                                           for line in p.lines)]
        page = page if page is first else (page or [None])[0]
        line = page and [one for one in page.lines if document["contact"].startswith(one.text.strip())
                         and one.y > page.height - 40 * MM]
        report.check("contact line", [] if line else ["it is not at the foot"], report.law["contact"])
    if document.get("secrecy", "none") != "none":
        words = [line.text for line in report.lines if line.text.strip() in ("MẬT", "TỐI MẬT", "TUYỆT MẬT")]
        report.check("the secrecy stamp is not printed", words)


def check_sheet(report):
    faults = []
    for page in report.pages:
        long, short = max(page.width, page.height) / MM, min(page.width, page.height) / MM
        if abs(long - 297) > 0.1 or abs(short - 210) > 0.1:
            faults.append("page %d is %.1f x %.1f mm" % (page.number, page.width / MM, page.height / MM))
        top = report.law["page.margin_top_mm"].recommended * MM
        bottom = page.height - report.law["page.margin_bottom_mm"].recommended * MM
        for line in page.lines:
            inside = line.x > report.left() - NEAR and line.right < report.right(page) + NEAR
            head = line.y < top and (line.elem == "Artifact" or page.number == 1)
            if not inside or line.y > bottom + NEAR or (line.y < top and not head):
                faults.append("page %d: “%s” stands in a margin" % (page.number, line.text))
        for x, y, width, height, _ in page.fills:
            if x < report.left() - 0.5 or x + width > report.right(page) + 0.5 or y + height > bottom + 0.5:
                faults.append("page %d: a line at %.1f, %.1f runs into a margin" % (page.number, x, y))
    report.check("paper and margins", faults, report.law["page.margin_left_mm"])


def check_page_breaks(report):
    stranded, lonely = [], []
    count = {}
    for line in report.lines:
        if line.runs[0].role in ("P", "LBody"):
            count.setdefault(line.elem, []).append(line)
    for page in report.pages[:-1]:
        body = [line for line in page.lines if line.runs[0].role not in ("Artifact", "Lbl")]
        if body and HEADING.fullmatch(body[-1].runs[0].role):
            stranded.append("page %d ends with “%s”" % (page.number, body[-1].text))
    for lines in count.values():
        parts = [sum(1 for line in lines if line.page is page) for page in {line.page for line in lines}]
        baselines = len({(line.page.number, round(line.y, 1)) for line in lines})
        if len(parts) > 1 and min(parts) < 2 and baselines > 3:
            lonely.append("one line of “%s…” stands alone" % lines[0].text[:40])
    report.check("no heading at a page's foot", stranded)
    report.check("two lines on either side of a page break", lonely)


def check_end_mark(report):
    mark = report.law["page.end_mark"].text
    authorities = [line for one in report.data["signatures"] for line in report.find(one["lines"][0].upper())]
    labels = report.find("Nơi nhận:")
    before = report.lines[:min(report.lines.index(line) for line in authorities + labels)]
    body = [line.text.strip() for line in before if line.runs[0].role in ("P", "LBody")
            and line.runs[0].size == report.law["body"].recommended]
    report.check("the text ends with “%s”, once" % mark,
                 [] if body and body[-1].endswith(mark) and not body[-1].endswith("." + mark)
                 else ["it ends with “%s”" % (body[-1][-12:] if body else "")], report.law["page.end_mark"])


def titles_of(columns):
    return [title for column in columns
            for title in [column["title"]] + titles_of(column.get("columns", []))]


def tables_in(node):
    if isinstance(node, dict) and "columns" in node and "rows" in node:
        yield node
    for value in node.values() if isinstance(node, dict) else node if isinstance(node, list) else []:
        yield from tables_in(value)


def check_tables(report):
    """Every page with rows of a table has its header; a total does not begin a page."""
    titles = {word for table in tables_in(report.data) for title in titles_of(table["columns"])
              for word in title.split()}
    bare, parted = [], []
    for page in report.pages:
        cells = [line for line in page.lines if line.runs[0].role == "TD"]
        head = [line for line in page.lines if line.runs[0].role == "TH" or
                (line.elem == "Artifact" and line.y > 20 * MM and set(line.text.split()) & titles)]
        if cells and not head:
            bare.append("page %d" % page.number)
        if cells and cells[0].text.startswith("Tổng"):
            parted.append("page %d begins with “%s”" % (page.number, cells[0].text))
    report.check("a table's header is repeated", bare)
    report.check("a total is not parted from its rows", parted)


def check_order(report):
    """Elements are numbered as they are read; what stands in the margins is read apart."""
    document = report.data["document"]
    apart = (document.get("circulation", "").upper(), document.get("contact", ""))
    numbers = [(int(line.elem.split("#")[1]), line.text) for line in report.lines
               if "#" in line.elem and not any(text and line.text.strip() in text for text in apart)]
    report.check("everything stands in reading order",
                 ["“%s” comes too late" % b[1] for a, b in zip(numbers, numbers[1:]) if b[0] < a[0]])


CHECKS = [check_sheet, check_masthead, check_number_and_date, check_marks, check_title, check_addressees, check_body,
          check_end_mark, check_signature, check_spots, check_recipients, check_page_numbers, check_appendices, check_page_breaks,
          check_tables, check_order]


def main(program, paths):
    for path in paths:
        report = Report(program, path)
        for check in CHECKS:
            check(report)
    finish()


main(sys.argv[1], sys.argv[2:])
