"""What a report must print, worked out from its JSON and the law's table alone.

Input: the data and law(profile).  Output: pieces, each an element's name and
the exact text of one paragraph, in reading order.
"""
import re

LETTERS = "abcdđeghiklmnopqrstuvxy"
ORDINALS = "nhất hai ba tư năm sáu bảy tám chín mười".split()
ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
HEADINGS = {"phan": "phan", "phan_thu": "phan", "roman": "muc", "arabic": "khoan",
            "letter": "diem"}


class Piece:
    def __init__(self, element, text, heading=False, marked=False, part=0):
        self.element, self.text, self.heading = element, text, heading
        self.marked = marked  # has inline bold or italic
        self.part = part      # 0: the report, then each appendix
        self.found = None     # a Paragraph of the dump


def roman(n):
    out = ""
    for value, sign in ROMAN:
        while n >= value:
            out, n = out + sign, n - value
    return out


def mark_of(numbering, n, law):
    return {
        "phan": "Phần " + roman(n),
        "phan_thu": "Phần thứ " + ORDINALS[min(n, 10) - 1],
        "roman": roman(n) + law["page.roman_mark"].text[-1],
        "arabic": "%d." % n,
        "letter": LETTERS[min(n, len(LETTERS)) - 1] + ")",
        "paren": "(%d)" % n,
        "ordinal": "Thứ " + ORDINALS[min(n, 10) - 1] + ",",
        "dash": "-",
        "plus": "+",
        "none": "",
    }[numbering]


def plain(text):
    return re.sub(r"\\(.)|\*+", lambda m: m[1] or "", text)


def prose(value):
    return [value] if isinstance(value, str) else list(value or [])


class Body:
    def __init__(self, law, levels, part):
        self.law, self.levels, self.part, self.out = law, levels, part, []

    def text(self, text, element="body", mark=""):
        self.out.append(Piece(element, (mark + " " + plain(text)).strip(), part=self.part,
                              marked=plain(text) != text))

    def level(self, depth, above):
        if above in ("phan", "phan_thu") and above not in self.levels:
            return self.levels[0]
        if depth and above in self.levels[:-1]:
            return self.levels[self.levels.index(above) + 1]
        return self.levels[min(depth, len(self.levels) - 1)]

    def section(self, block, depth, above, counts):
        numbering = block.get("numbering") or self.level(depth, above)
        counts[numbering] = counts.get(numbering, 0) + 1
        element = HEADINGS.get(numbering, "lower")
        title = block["title"].upper() if element in ("phan", "muc") else block["title"]
        mark = mark_of(numbering, counts[numbering], self.law)
        self.out.append(Piece(element, (mark + " " + title).strip(), heading=True,
                              part=self.part))
        self.blocks(block.get("blocks", []), depth + 1, numbering)

    def items(self, items, numbering):
        for n, item in enumerate(items, 1):
            item = item if isinstance(item, dict) else {"text": item}
            for k, text in enumerate(prose(item["text"])):
                self.text(text, mark="" if k else mark_of(numbering, n, self.law))
            self.items(item.get("list", []), item.get("numbering", "plus"))

    def blocks(self, blocks, depth=0, above=None):
        counts = {}
        for block in blocks:
            block = block if isinstance(block, dict) else {"text": block}
            if "title" in block:
                self.section(block, depth, above, counts)
            elif "list" in block:
                self.items(block["list"], block.get("numbering", "dash"))
            elif "table" in block:
                self.out.append(Piece("table", "", part=self.part))
            else:
                for text in prose(block.get("text")):
                    self.text(text)
        return self.out


def end_mark(pieces, mark):
    """Behind the last word, never doubled; none behind a table."""
    if pieces and pieces[-1].element != "table" and not pieces[-1].text.endswith(mark):
        pieces[-1].text = pieces[-1].text.removesuffix(".") + mark
    return pieces


def number_text(data, law):
    d = data["document"]
    number = str(d.get("number", "")).rjust(2, "0") if d.get("number") not in (None, "") else "*"
    return law["doc_number"].text + number + ("/" if "quoc_hieu" in law else "-") + d["symbol"]


def drafter_text(d, state):
    if not d.get("copies"):
        return d["drafter"].upper()
    form = "%s.(%d)" if state else "%s-%d"
    return form % (d["drafter"].upper(), d["copies"])


def opening(data, law):
    basis, can_cu = data.get("basis", {}), data.get("basis", {}).get("style") == "can_cu"
    body = Body(law, [], 0)
    texts = prose(basis.get("text"))
    for n, text in enumerate(texts):
        end = "" if not can_cu else \
            law["can_cu"].last if n + 1 == len(texts) else law["can_cu"].end
        body.text(text + end, "can_cu" if can_cu else "body")
    return body.out


def body_of(data, law):
    """The pieces of ô 6 and of the appendices, in order."""
    levels = data.get("numbering") or law["page.levels"].text.split()
    out = opening(data, law)
    out += end_mark(Body(law, levels, 0).blocks(data.get("sections", [])),
                    law["page.end_mark"].text)
    for n, appendix in enumerate(data.get("appendices", []), 1):
        several = len(data["appendices"]) > 1
        numeral = roman(n) if law["page.appendix_numerals"].text == "roman" else str(n)
        out.append(Piece("appendix_label", "Phụ lục" + (" " + numeral if several else ""), part=n))
        out.append(Piece("appendix_title", appendix["title"].upper(), part=n))
        if appendix.get("reference"):
            out.append(Piece("appendix_reference", appendix["reference"], part=n))
        out += end_mark(Body(law, levels, n).blocks(appendix["blocks"]),
                        law["page.appendix_end_mark"].text)
    return out


def masthead_of(data, law):
    o, d = data["organization"], data["document"]
    pieces = [Piece(name, law[name].text) for name in
              ("party_title", "quoc_hieu", "tieu_ngu", "org_star", "subject_separator")
              if name in law]
    for element, key in (("org_parent", "parent"), ("org_issuer", "name")):
        if o.get(key):
            pieces.append(Piece(element, " ".join(prose(o[key])).upper()))
    pieces.append(Piece("doc_number", number_text(data, law)))
    pieces.append(Piece("place_date", d["place"] + ", ngày*"))
    pieces.append(Piece("doc_type", d.get("type", "Báo cáo").upper()))
    pieces.append(Piece("doc_subject", d["subject"]))
    if d.get("author_line"):
        pieces.append(Piece("author_line", d["author_line"].upper()))
    if d.get("urgency", "none") != "none":
        pieces.append(Piece("urgency", law["page.%s_mm" % d["urgency"]].text))
    if d.get("draft"):
        pieces.append(Piece("draft_note", "Dự thảo lần %d" % d["draft"]))
    for element in ("circulation", "contact"):
        if d.get(element):
            text = d[element]
            pieces.append(Piece(element, text.upper() if element == "circulation" else text))
    return pieces


def addressees_of(data, law):
    names = prose(data.get("addressees"))
    if len(names) < 2:
        return [Piece("kinh_gui", "Kính gửi: " + name) for name in names]
    end = law["kinh_gui"].end or ","
    return [Piece("kinh_gui", "Kính gửi:")] + [
        Piece("kinh_gui_name", "- " + name + ("." if n == len(names) else end))
        for n, name in enumerate(names, 1)]


def recipients_of(data, law):
    names = [name.rstrip(";,. ") for name in prose(data.get("recipients"))]
    if not names:
        return []
    same = law["page.same_as_above"].text
    if data.get("addressees") and names[0] != same:
        names.insert(0, same)
    row = law["noi_nhan_item"]
    pieces = [Piece("noi_nhan_label", law["noi_nhan_label"].text)]
    pieces += [Piece("noi_nhan_item", "- " + name + (row.last if n == len(names) else row.end))
               for n, name in enumerate(names, 1)]
    if data["document"].get("drafter"):
        pieces.append(Piece("drafter", drafter_text(data["document"], "quoc_hieu" in law)))
    return pieces


class Signature:
    def __init__(self, data):
        lines = prose(data["lines"])
        self.left = data.get("side") == "left"
        self.above = [Piece("sign_authority" if n == 0 else "sign_position",
                            line if line == "kiêm" else line.upper())
                      for n, line in enumerate(lines)]
        self.below = [Piece("sign_name", data[key]) for key in ("other_position", "name")
                      if data.get(key)]
        self.pieces = self.above + self.below
