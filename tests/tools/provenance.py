#!/usr/bin/env python3
"""Nothing in a sample is invented: provenance.py PROGRAM

The samples of SEEDED are made from articles, their seeds.  tests/provenance/NAME.tsv
accounts for every sentence and every number that samples/NAME.json prints, in four
columns: kind, paragraph of the seed (blank lines not counted), printed form, source.

figure    a number with its unit and qualifier | the seed's own words for it
name      a document's number, a model, a quoted title | likewise
sentence  a whole sentence or list item | a few words of the passage it rests on
frame     a sentence without a fact of its own; its paragraph and source are "-"

The printed forms are looked up in the text of the PDF, not in the program's dumps.
With the variable SEEDS=FOLDER the sources are looked up in the seed, the file that the
table names ("# seed FILE") or else FOLDER/*-NAME.txt; without it, that is left out.
"""

import collections
import itertools
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unicodedata

SEEDED = ("ninh-thuan", "dien-bien", "bac-kan", "quang-binh", "gia-lai")
TABLES = pathlib.Path("tests/provenance")
HEADER = "# kind\tparagraph\tprinted\tsource"
KINDS = ("figure", "name", "sentence", "frame")
PAGE_NUMBER = 50  # points from the top: page numbers stand above, all else below
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
ALONE = re.compile(r"\W*\d[\d\W]*")
CAPITAL = "".join(filter(str.isupper, map(chr, range(0x1F00))))  # Vietnamese ends before
SENTENCE_END = re.compile(rf"(?<=[^.]\.) +|(?:(?<=\.\.\.)|(?<=…)) +(?=[{CAPITAL}])")
# none of these holds text that is printed as it stands
SILENT = re.compile(r"\$comment|x_.*|number|date|draft|copies|kind|code|side|seal|wording")

Row = collections.namedtuple("Row", "line kind paragraph printed source")
failures = []


def report(name, problems):
    problems = list(problems)
    print(f"{'not ok' if problems else 'ok'} - {name}")
    for problem in problems:
        print(f"#   {problem}")
    failures.extend(problems)


def tidy(text):
    return " ".join(unicodedata.normalize("NFC", text.replace("*", "")).split())


# ---- what a sample prints --------------------------------------------------------------


def strings(value):
    """Every string of a part that has no structure of its own, such as the masthead."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for part in value:
            yield from strings(part)
    elif isinstance(value, dict):
        for key, part in value.items():
            if not SILENT.fullmatch(key):
                yield from strings(part)


def leaves(columns):
    for column in columns:
        yield from leaves(column["columns"]) if "columns" in column else [column]


def cell_text(cell):
    value = cell["value"] if isinstance(cell, dict) else cell
    if isinstance(value, int):
        return f"{value:,}".replace(",", ".")
    return tidy(value or "")


def table_rows(table):
    """Each row as a list of (cell's text, is a mere index)."""
    columns = list(leaves(table["columns"]))
    covered = [0] * len(columns)  # by cells of rows above: so many rows more
    for row in table["rows"]:
        if "group" in row:
            yield [(tidy(row["group"]), False)]
            continue
        texts, at = [], 0
        for cell in row["cells"] if isinstance(row, dict) else row:
            while covered[at]:
                at += 1
            span = cell if isinstance(cell, dict) else {}
            texts.append((cell_text(cell), columns[at].get("kind") == "index"))
            for _ in range(span.get("colspan", 1)):
                covered[at] = span.get("rowspan", 1)
                at += 1
        covered = [max(0, rows - 1) for rows in covered]
        yield texts
    if "total" in table:
        sums = map(cell_text, table["total"].get("cells", []))
        yield [(text, False) for text in (tidy(table["total"]["label"]), *sums)]


def titles(columns):
    for column in columns:
        yield column["title"]
        yield from titles(column.get("columns", []))


def table_texts(table):
    for key in ("caption", "note"):
        if key in table:
            yield table[key], True
    for text in [table.get("unit", ""), *titles(table["columns"])]:
        yield text, False
    for row in table_rows(table):
        for text, index in row:
            if not index:
                yield text, False


def block_texts(block):
    """(text, is prose) of all that a block or a list's item prints, tables aside."""
    if isinstance(block, str):
        yield block, True
        return
    for text in strings(block.get("text", [])):
        yield text, True
    yield block.get("title", ""), False
    for part in block.get("blocks", []) + block.get("list", []):
        yield from block_texts(part)


def tables_in(blocks):
    for block in blocks:
        if isinstance(block, dict):
            if isinstance(block.get("table"), dict):
                yield block["table"]
            yield from tables_in(block.get("blocks", []))


def body(sample):
    return [*sample["sections"], *(b for a in sample.get("appendices", []) for b in a["blocks"])]


def tables(sample):
    return [*sample.get("tables", []), *tables_in(body(sample))]


def all_texts(sample):
    for key in ("organization", "document", "addressees", "recipients", "signatures"):
        for text in strings(sample.get(key, [])):
            yield text, False
    for text in strings(sample.get("basis", {}).get("text", [])):
        yield text, True
    for appendix in sample.get("appendices", []):
        yield appendix["title"], False
        yield appendix.get("reference", ""), False
    for block in body(sample):
        yield from block_texts(block)
    for table in tables(sample):
        yield from table_texts(table)


def printed(sample):
    """All texts, and the sentences of those that are prose."""
    texts = [(tidy(text), prose) for text, prose in all_texts(sample) if tidy(text)]
    sentences = [s for text, prose in texts if prose for s in SENTENCE_END.split(text)]
    return [text for text, _ in texts], sentences


# ---- what the table says ---------------------------------------------------------------


def read_table(path):
    """(name of the seed, rows, problems)"""
    data = path.read_bytes()
    text = data.decode("utf-8")
    seed, rows, problems = None, [], []
    if "\r" in text or not text.endswith("\n") or not unicodedata.is_normalized("NFC", text):
        problems.append("not NFC, or lines that don't end in LF alone")
    if text.split("\n")[0] != HEADER:
        problems.append(f"the first line isn't {HEADER!r}")
    for number, line in enumerate(text.split("\n")[:-1], 1):
        if line.startswith("#"):
            seed = line.split()[2] if line.startswith("# seed ") else seed
        elif line:
            row = Row(number, *fields) if len(fields := line.split("\t")) == 4 else None
            problem = row_problem(row)
            if problem:
                problems.append(f"line {number}: {problem}")
            else:
                rows.append(row)
    return seed, rows, problems


def row_problem(row):
    if not row or row.kind not in KINDS:
        return "not four columns, or no such kind"
    if (row.kind == "frame") != (row.paragraph == row.source == "-"):
        return 'paragraph and source are "-" in frames, and only there'
    if row.kind != "frame" and not (row.paragraph.isdigit() and row.source.strip()):
        return "no number of a paragraph, or no source"
    return "" if row.printed == tidy(row.printed) != "" else "white space, marks or no printed form"


def pattern(form):
    """Finds a form with any white space between its words, and where a line may end in a
    word, but not as a part of a longer word or number."""
    words = (re.sub(r"(\\-|/)(?=.)", r"\1\\s*", re.escape(word)) for word in form.split())
    before = r"(?<!\w)(?<!\d[.,/-])" if re.match(r"\w", form) else ""
    after = r"(?!\w)(?![.,/-]\d)" if re.search(r"\w$", form) else ""
    return re.compile(before + r"\s+".join(words) + after)


def spans(form, text):
    """Where a form stands; a number alone is a whole cell or nothing."""
    found = [match.span() for match in pattern(form).finditer(text)]
    return [span for span in found if not ALONE.fullmatch(form) or span == (0, len(text))]


# ---- one against the other -------------------------------------------------------------


def facts(rows):
    return [row for row in rows if row.kind in ("figure", "name")]


def stated(rows):
    return [row for row in rows if row.kind in ("sentence", "frame")]


def unaccounted_sentences(sentences, rows):
    times = collections.Counter(row.printed for row in stated(rows))
    for sentence in dict.fromkeys(sentences):
        if times[sentence] != 1:
            yield f"{times[sentence]} rows: {sentence}"


def unaccounted_numbers(texts, rows):
    for text in dict.fromkeys(texts):
        held = [span for row in facts(rows) for span in spans(row.printed, text)]
        for match in NUMBER.finditer(text):
            if not any(begin <= match.start() and match.end() <= end for begin, end in held):
                yield f"{match.group()} in: {text}"


def unused(texts, sentences, rows):
    for row in stated(rows):
        if row.printed not in sentences:
            yield f"line {row.line}: {row.printed}"
    for row in facts(rows):
        if not any(spans(row.printed, text) for text in texts):
            yield f"line {row.line}: {row.printed}"


def out_of_order(texts, rows):
    """Cells with no more than a number: the table's rows follow them, so that none can
    take another's place."""
    cells = [text for text in dict.fromkeys(texts) if ALONE.fullmatch(text)]
    listed = [text for text in dict.fromkeys(row.printed for row in rows) if ALONE.fullmatch(text)]
    for cell, form in itertools.zip_longest(cells, listed):
        if cell != form:
            yield f"in the sample {cell}, in the table {form}"


def numbers(text):
    return {number.lstrip("0") for number in NUMBER.findall(text)}


def other_numbers(rows):
    """03 năm is 3 năm; all else is as the seed has it."""
    for row in facts(rows):
        if not numbers(row.printed) <= numbers(row.source):
            yield f"line {row.line}: {row.printed} | {row.source}"


def pdf_text(path, mode):
    area = ["-x", "0", "-y", str(PAGE_NUMBER), "-W", "5000", "-H", "5000"]
    done = subprocess.run(
        ["pdftotext", mode, *area, path, "-"], stdout=subprocess.PIPE, encoding="utf-8", check=True
    )
    return unicodedata.normalize("NFC", done.stdout)


def missing_in_pdf(path, sample, rows):
    """Raw text is in the order written, cell after cell; prose stands also as it is read."""
    raw, layout = pdf_text(path, "-raw"), pdf_text(path, "-layout")
    for row in stated(rows):
        if not all(pattern(row.printed).search(text) for text in (raw, layout)):
            yield f"line {row.line}: {row.printed}"
    for row in facts(rows):
        forms = (row.printed, row.printed.upper())  # titles may be set in capitals
        if not any(pattern(form).search(raw) for form in forms):
            yield f"line {row.line}: {row.printed}"
    for table in tables(sample):
        for row in table_rows(table):
            text = " ".join(text for text, _ in row if text)
            if not pattern(text).search(raw):
                yield f"a row of a table: {text}"


def missing_in_seed(path, rows):
    lines = path.read_text(encoding="utf-8").split("\n")
    paragraphs = [" ".join(line.split()) for line in lines if line.strip()]
    for row in rows:
        if row.kind != "frame":
            at, source = int(row.paragraph), " ".join(row.source.split())
            if not 1 <= at <= len(paragraphs) or source not in paragraphs[at - 1]:
                yield f"line {row.line}: not in paragraph {at}: {row.source}"


def filled(program, path):
    """The sample with what its template makes of it; None when the program refuses it."""
    done = subprocess.run(
        [program, "render", str(path), "--dump", "report"], stdout=subprocess.PIPE, check=False
    )
    if done.returncode:
        return None
    return json.loads(done.stdout, parse_float=lambda s: s.replace(".", ","))


def check(program, name, scratch):
    path = pathlib.Path("samples") / f"{name}.json"
    pdf = f"{scratch}/{name}.pdf"
    seed, rows, problems = read_table(TABLES / f"{name}.tsv")
    report(f"{name}.tsv: form", problems)
    sample = filled(program, path)
    if sample is None:
        report(f"{name}: the program reads it", ["it doesn't"])
        return
    texts, sentences = printed(sample)
    report(f"{name}: every sentence has its row", unaccounted_sentences(sentences, rows))
    report(f"{name}: every number is in a row", unaccounted_numbers(texts, rows))
    report(f"{name}.tsv: no row is unused", unused(texts, sentences, rows))
    report(f"{name}.tsv: cells of a number alone follow the sample", out_of_order(texts, rows))
    report(f"{name}.tsv: numbers are the source's", other_numbers(rows))
    done = subprocess.run([program, "render", str(path), "-o", pdf], check=False)
    if done.returncode:
        report(f"{name}: every row is in the PDF", [f"exit status {done.returncode}"])
    else:
        report(f"{name}: every row is in the PDF", missing_in_pdf(pdf, sample, rows))
    if os.environ.get("SEEDS"):
        found = list(pathlib.Path(os.environ["SEEDS"]).glob(seed or f"*-{name}.txt"))
        problems = missing_in_seed(found[0], rows) if found else ["no such file in SEEDS"]
        report(f"{name}.tsv: sources are in the seed", problems)


def main(program):
    names = sorted(path.stem for path in TABLES.glob("*.tsv"))
    for name in SEEDED:
        report(f"{name} has a table", [] if name in names else [f"no {TABLES}/{name}.tsv"])
    pathlib.Path("build/test").mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="provenance", dir="build/test") as scratch:
        for name in names:
            check(program, name, scratch)
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
