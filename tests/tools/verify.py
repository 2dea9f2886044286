#!/usr/bin/env python3
"""Is a PDF what its data gives?  verify.py PROGRAM [OPTION...]

Every sample is, also when it has been signed since; then PDFs that were rewritten,
whose data, pages, templates or files were changed, and PDFs made to harm.  The
options go to each `verify`.
"""

import hashlib
import json
import pathlib
import re
import shutil
import subprocess
import sys

import hostile_pdf
import sign
from pdf_update import Pdf

PROGRAM = pathlib.Path(sys.argv[1]).resolve()
OPTIONS = sys.argv[2:]
OUT = pathlib.Path("build/test/verify").resolve()
SAMPLE = pathlib.Path("samples/don-vi.json").resolve()
SAMPLES = sorted(path.resolve() for path in pathlib.Path("samples").glob("*.json"))
IDENTICAL, SAME_PAGES, INPUTS, PAGE, DATA, NOT_MADE, APPENDED, APPENDED_PAGE = (
    f"E02{digit}" for digit in range(8))


def report(name, problem=""):
    print(f"{'not ok' if problem else 'ok'} - {name}")
    for line in str(problem).splitlines() if problem else ():
        print(f"#   {line[:400]}")


def run(*arguments, **options):
    return subprocess.run([PROGRAM, *arguments], capture_output=True, check=False, cwd=OUT, **options)


def render(path, pdf, *options):
    done = run("render", path, "-o", pdf, *options)
    if done.returncode:
        raise ValueError(done.stderr.decode())
    return OUT / pdf


def verdict(pdf, *options):
    """The exit status and the codes that are told, each with its message."""
    done = run("verify", "--diagnostics=json", *OPTIONS, *options, pdf, timeout=300)
    findings = [json.loads(line) for line in done.stderr.splitlines() if b'"code"' in line]
    return done.returncode, {f["code"]: f["message_en"] for f in findings}, done


def judge(name, pdf, status, says, *options):
    """`says`: each code that must be told, and what its message must hold."""
    code, told, done = verdict(pdf, *options)
    wrong = [one for one, text in says.items() if text not in told.get(one, f"no {one}")]
    good = code == status and not wrong and told.keys() == says.keys()
    report(name, "" if good else f"exit status {code}\n{done.stderr.decode()}")


def judge_samples():
    for path in SAMPLES:
        # a report without a date carries nothing in PDF/A
        standard = [] if "date" in json.loads(path.read_bytes())["document"] else ["--standard=plain"]
        judge(f"{path.name}: identical", render(path, "sample.pdf", *standard), 0, {IDENTICAL: ""})
        judge(f"{path.name}: identical, all of it carried",
              render(path, f"samples/{path.stem}.pdf", "--carry=all", *standard), 0, {IDENTICAL: ""})


def judge_options():
    for options in (["--signature-fields"], ["--standard=plain"], ["--set", "document.number=77"],
                    ["--carry=all", "--set", "document.number=77", "--set", 'document.subject="việc khác"'],
                    ["--carry=all", "--template", "don-vi"]):
        judge(f"with {' '.join(options)}", render(SAMPLE, "samples/options.pdf", *options), 0, {IDENTICAL: ""})
    done = run("verify", *OPTIONS, "-", stdin=open(OUT / "samples/options.pdf", "rb"))
    report("from standard input", "" if done.returncode == 0 else done.stderr)
    done = run("verify", *OPTIONS, "--lang", "en", "samples/options.pdf", "sample.pdf", SAMPLE)
    said = done.stderr.decode()
    report("several files: each is told, the worst counts",
           "" if done.returncode == 1 and said.count("E020") == 2 and "E010" in said else said)


def judge_signed():
    for path in (SAMPLE, pathlib.Path("samples/state-6-months.json").resolve()):
        pdf = render(path, "signed.pdf", "--signature-fields")
        data = pdf.read_bytes()
        for field in Pdf(data).fields():
            data = sign.sign(data, field)
        pdf.write_bytes(data)
        judge(f"{path.name}: identical when it has been signed", pdf, 0, {IDENTICAL: "", APPENDED: ""})


def unpacked(pdf):
    """The PDF written by another program, with everything in it legible."""
    plain = OUT / "plain.pdf"
    subprocess.run(["qpdf", "--qdf", "--object-streams=disable", "--normalize-content=n", pdf, plain], check=True)
    return plain.read_bytes()


def changed(name, data):
    (OUT / name).write_bytes(data)
    return OUT / name


def carried_in(data):
    """Where the carried report stands in an unpacked PDF."""
    begin = data.index(b'{"baocao":1,')
    return begin, data.index(b"endstream", begin)


def with_report(data, old, new, honest):
    """`old` replaced by `new`, of the same length; `honest`: the manifest follows."""
    begin, end = carried_in(data)
    before = data[begin:end]
    after = before.replace(old, new)
    if len(old) != len(new) or before == after:
        raise ValueError(f"no {old} in the report")
    data = data[:begin] + after + data[end:]
    digests = [hashlib.sha256(text).hexdigest().encode() for text in (before, after)]
    if honest and digests[0] not in data:
        raise ValueError("the manifest has another digest")
    return data.replace(*digests) if honest else data


def page_stream(data, page):
    """Where the page's content stands."""
    at = [m.end() for m in re.finditer(rb"%% Contents for page (\d+)\n", data)][page - 1]
    return data.index(b"stream\n", at), data.index(b"endstream", at)


def with_page(data, page):
    """The first number of a page's content changed."""
    begin, end = page_stream(data, page)
    content = re.sub(rb"(\d)(\.\d+ \d+\.\d+ Td|\d*\.?\d* TL| rg|\.\d+ w)", lambda m: b"%d" % (9 - int(m[1])) + m[2],
                     data[begin:end], count=1)
    if content == data[begin:end]:
        raise ValueError(f"nothing to be changed: {content[:300]}")
    return data[:begin] + content + data[end:]


def judge_changed():
    pdf = render(SAMPLE, "good.pdf")
    plain = unpacked(pdf)
    judge("written by another program: the same pages", changed("other.pdf", plain), 0, {SAME_PAGES: "made by baocao"})
    subprocess.run(["qpdf", "--linearize", pdf, OUT / "linear.pdf"], check=True)
    judge("linearized: the same pages", OUT / "linear.pdf", 0, {SAME_PAGES: ""})
    old, new = b'"number":9,', b'"number":8,'
    judge("a figure changed in the data", changed("figure.pdf", with_report(plain, old, new, True)), 1, {PAGE: "page 1 "})
    judge("a figure changed, and the manifest left", changed("figure.pdf", with_report(plain, old, new, False)), 1,
          {DATA: "baocao.json", PAGE: "page 1 "})
    private = b'"subject":', b'"sub_ect":'
    judge("data that is no report any more", changed("figure.pdf", with_report(plain, *private, True)), 1,
          {NOT_MADE: "", "M001": "sub_ect"})
    for page in (1, 3):
        judge(f"page {page} changed", changed("page.pdf", with_page(plain, page)), 1, {PAGE: f"page {page} "})
    table = SAMPLE.parent / json.loads(SAMPLE.read_bytes())["attachments"][0]["file"]
    inside = table.read_bytes()
    judge("an attached file changed", changed("attached.pdf", plain.replace(inside, inside.swapcase())), 1,
          {DATA: table.name})


def judge_inputs():
    """Templates, profiles and fonts that are others, and some that make no difference."""
    template = OUT / "mau.json"
    body = {"template": 1, "title": "t", "about": "t", "report": {"sections": ["Có {{ count(units) }} đơn vị."]}}
    template.write_text(json.dumps(body), encoding="utf-8")
    shutil.copy("samples/don-vi.json", OUT / "report.json")
    pdf = render("report.json", "template.pdf", "--carry=all", "--template", "mau.json", "--set", "attachments=[]")
    judge("a template of one's own", pdf, 0, {IDENTICAL: ""})
    template.write_text(json.dumps({**body, "about": "u"}), encoding="utf-8")
    judge("another template that says the same", pdf, 0, {IDENTICAL: ""})
    body["report"]["sections"] = ["Lời khác."]
    template.write_text(json.dumps(body), encoding="utf-8")
    judge("another template", pdf, 1, {INPUTS: "mau.json"})
    template.unlink()
    judge("no template", pdf, 1, {INPUTS: "mau.json"})
    for name in ("fonts", "templates"):
        shutil.copytree(name, OUT / "data" / name)
    pdf = render(SAMPLE, "good.pdf")
    judge("other data that is the same", pdf, 0, {IDENTICAL: ""}, "--data", "data")
    for profile in (OUT / "data/templates/profiles").glob("party-*.json"):
        text = profile.read_text(encoding="utf-8")
        profile.write_text(text.replace('"left": [30, 30, 30]', '"left": [30, 31, 31]'), encoding="utf-8")
    judge("another profile", pdf, 1, {INPUTS: "party-"}, "--data", "data")


def appended(pdf, objects):
    return changed("appended.pdf", pdf.updated(objects))


def page_objects(pdf):
    return [obj for obj in sorted(pdf.rows) if pdf.rows[obj][0] in (1, 2) and is_page(pdf, obj)]


def is_page(pdf, obj):
    try:
        return re.search(rb"/Type\s*/Page\b", pdf.entries(obj)) is not None
    except (AttributeError, ValueError, IndexError):
        return False  # a stream


def judge_appended():
    data = render(SAMPLE, "good.pdf").read_bytes()
    pdf = Pdf(data)
    pages = page_objects(pdf)
    first, second = (pdf.entries(obj) for obj in pages[:2])
    content = [re.search(rb"/Contents (\d+) 0 R", entries).group() for entries in (first, second)]
    both = {IDENTICAL: "", APPENDED: ""}
    judge("what was appended changes nothing", appended(pdf, {pdf.size: b"/Type/Sig"}), 0, both)
    judge("what was appended shows another page", appended(pdf, {pages[1]: second.replace(content[1], content[0])}), 1,
          {**both, APPENDED_PAGE: "changes page 2"})
    tree = int(re.search(rb"/Pages (\d+) 0 R", pdf.entries(pdf.root())).group(1))
    judge("what was appended takes pages away", appended(pdf, {tree: b"/Type/Pages/Count 1/Kids[%d 0 R]" % pages[0]}), 1,
          {**both, APPENDED_PAGE: "changes page 2"})
    deep = {pdf.size + i: b"/Kids[%d 0 R]" % (pdf.size + i + 1) for i in range(20000)}
    hostile = {
        "a tree that is a circle": {tree: b"/Kids[%s]" % (b"%d 0 R " % tree * 8)},
        "a deep tree": {tree: b"/Kids[%d 0 R]" % pdf.size, **deep},
        "a deep page": {pages[0]: first + b"/UserUnit %s1%s" % (b"[" * 400, b"]" * 400)},
        "a page that leads to itself": {pages[0]: first.replace(b"/Resources", b"/Resources<</Font %d 0 R>>/X" % pages[0])},
        "a page of pages": {pages[0]: first.replace(content[0], b"/Contents[%s]" % (b"%d 0 R " % pages[1] * 9))},
        "no tree": {tree: b"/Kids 7"},
    }
    for name, objects in hostile.items():
        code, told, done = verdict(appended(pdf, objects))
        report(f"hostile: {name}", "" if code == 1 and told.keys() - both.keys() else f"{code}\n{done.stderr.decode()}")


def of_ours(manifest, data=b"{}"):
    """A PDF that carries these."""
    names = b"".join(b"(%s) %d 0 R" % pair for pair in ((b"baocao.json", 4), (b"baocao-manifest.json", 6)))
    entry = b"<</Type/Filespec/UF(%s)/AFRelationship/Data/EF<</F %d 0 R>>>>"
    return hostile_pdf.pdf({
        1: b"<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[%s]>>>>>>" % names,
        2: b"<</Type/Pages/Kids[]/Count 0>>",
        4: entry % (b"baocao.json", 5), 5: hostile_pdf.stream(b"", data),
        6: entry % (b"baocao-manifest.json", 7), 7: hostile_pdf.stream(b"", manifest),
    })


def judge_manifests():
    fit = b'{"baocao_manifest": 1, "carry": "all", '
    for name, manifest, code in (
        ("an empty manifest", b"", "J001"),
        ("no object", b"[1]", "E012"),
        ("another version", b'{"baocao_manifest": 2, "carry": "all"}', "E012"),
        ("nothing is carried", b'{"baocao_manifest": 1, "carry": "none"}', "E012"),
        ("another standard", fit + b'"standard": "pdfa-1b"}', "E012"),
        ("a template from anywhere", fit + b'"use_template": "/etc/passwd"}', "E012"),
        ("a template from above", fit + b'"use_template": "../mau.json"}', "E012"),
        ("too many options", fit + b'"set": [%s]}' % b", ".join([b'"a=1"'] * 65), "E012"),
        ("options that are none", fit + b'"set": [1]}', "E012"),
        ("texts in the place of lists", fit + b'"set": "x", "fonts": "x", "template": 1, "report": []}', NOT_MADE),
    ):
        code_, told, done = verdict(changed("manifest.pdf", of_ours(manifest)))
        good = code_ == 1 and code in told
        report(f"manifest: {name}", "" if good else f"{code_}\n{done.stderr.decode()}")
    based = b'{"baocao": 1, "base": "office.json"}'
    (OUT / "office.json").write_text("{}", encoding="utf-8")
    judge_not_made("a base that isn't carried is not looked for beside the PDF", of_ours(fit + b'"set": []}', based), "J001")


def judge_not_made(name, data, code):
    status, told, done = verdict(changed("manifest.pdf", data))
    report(name, "" if status == 1 and {NOT_MADE, code} <= told.keys() else f"{status}\n{done.stderr.decode()}")


def judge_nothing():
    draft = OUT / "draft.pdf"
    run("render", "--draft", SAMPLE, "-o", draft)
    judge("a draft carries nothing", draft, 1, {"E013": ""})
    judge("--carry=none", render(SAMPLE, "none.pdf", "--carry=none"), 1, {"E013": ""})
    judge("no PDF", SAMPLE, 1, {"E010": ""})
    judge("no file", "missing.pdf", 3, {"I001": ""})
    report("no operand", "" if run("verify").returncode == 2 else "exit status isn't 2")
    for kind, make in hostile_pdf.KINDS.items():
        status, told, done = verdict(changed(f"{kind}.pdf", make()))
        report(f"hostile: {kind}", "" if status in (1, 3) and told else f"{status}\n{done.stderr.decode()}")


def main():
    shutil.rmtree(OUT, ignore_errors=True)
    shutil.copytree("samples", OUT / "samples")
    sign.OUT = OUT
    sign.make_certificate()
    judge_samples()
    judge_options()
    judge_signed()
    judge_changed()
    judge_inputs()
    judge_appended()
    judge_manifests()
    judge_nothing()


main()
