#!/usr/bin/env python3
"""Ready to be signed: sign.py PROGRAM

Signs our PDFs as another program would, with a throw-away certificate: an
incremental update for each field in turn, then pdfsig and qpdf judge.  Compares
the signature map with the fields and with the text on the pages.
CHECK_PDF=FILE is a checker of PDF/A and PDF/UA, in Python, that is asked too.
"""

import json
import os
import pathlib
import re
import subprocess
import sys

import jsonschema
from pdf_update import Pdf

OUT = pathlib.Path("build/test/sign")
SCHEMA = pathlib.Path("templates/schema/signature-map.schema.json")
REPORTS = (
    "samples/party-2026.json",
    "samples/state-6-months.json",
    "tests/rules/inputs/state-joint.json",
    "tests/rules/inputs/party-joint.json",
)
HOLE = 16384  # bytes of the signature, in hexadecimal digits
PROFILES = "3a,ua1"


def report(name, problem=""):
    print(f"{'not ok' if problem else 'ok'} - {name}")
    for line in str(problem).splitlines() if problem else ():
        print(f"#   {line}")


def run(*command):
    return subprocess.run(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )


def failure(*command, says=None):
    """"" when the command succeeds and says each text as many times as told."""
    done = run(*command)
    wrong = [text for text, times in (says or {}).items() if done.stdout.count(text) != times]
    return "" if done.returncode == 0 and not wrong else f"{done.returncode} {wrong}\n{done.stdout}"


def make_certificate():
    done = run("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-sha256", "-days", "30",
               "-subj", "/CN=Test", "-keyout", OUT / "key.pem", "-out", OUT / "cert.pem")
    report("a certificate for the test", done.stdout if done.returncode else "")


def cades(message):
    """A detached signature over `message`, DER."""
    (OUT / "message").write_bytes(message)
    subprocess.run(
        ["openssl", "cms", "-sign", "-cades", "-binary", "-md", "sha256", "-outform", "DER",
         "-signer", OUT / "cert.pem", "-inkey", OUT / "key.pem", "-in", OUT / "message",
         "-out", OUT / "signature"], check=True)
    return (OUT / "signature").read_bytes()


def sign(data, name):
    """`data` with the field `name` signed, in an update."""
    pdf = Pdf(data)
    field, value = pdf.fields()[name], pdf.size
    root = pdf.entries(pdf.root())
    if b"/SigFlags" not in root:
        root = root.replace(b"/AcroForm<<", b"/AcroForm<</SigFlags 3")
    objects = {
        pdf.root(): root,
        field: pdf.entries(field) + b"/V %d 0 R" % value,
        value: b"/Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached"
               b"/ByteRange[0 %010d %010d %010d]/Contents<%s>" % (0, 0, 0, b"0" * HOLE),
    }
    out = bytearray(pdf.updated(objects))
    begin = out.rindex(b"/Contents<") + len(b"/Contents")
    end = begin + HOLE + 2
    gap = b"/ByteRange[0 %010d %010d %010d]" % (begin, end, len(out) - end)
    at = out.rindex(b"/ByteRange[")
    out[at : at + len(gap)] = gap
    digits = cades(bytes(out[:begin] + out[end:])).hex().encode()
    out[begin + 1 : begin + 1 + len(digits)] = digits
    return bytes(out)


def conforms(pdf, name):
    checker = os.environ.get("CHECK_PDF")
    if not checker:
        print(f"ok - {name}: PDF/A and PDF/UA # SKIP no CHECK_PDF")
        return
    report(f"{name}: PDF/A and PDF/UA",
           failure("/usr/bin/python3", checker, "--strict", "--profile", PROFILES, pdf))


def check_signed(pdf, name):
    data = pdf.read_bytes()
    fields = list(Pdf(data).fields())
    for i, field in enumerate(fields):
        data = sign(data, field)
        pdf.write_bytes(data)
        # the last one covers all that the others do not
        says = {"Signature is Valid.": i + 1, "Total document signed": 1}
        report(f"{name}: {field} signed", failure("pdfsig", "-nocert", pdf, says=says))
    report(f"{name}: signed, sound for qpdf", failure("qpdf", "--check", pdf))
    conforms(pdf, f"{name}, signed")


def rectangle(pdf, field):
    return [float(n) for n in re.search(rb"/Rect\[([^\]]*)\]", pdf.entries(field)).group(1).split()]


def text_in(pdf, place):
    """What is printed inside a place, a point off its sides; pdftotext wants whole numbers."""
    left, top, width, height = (round(mm * 720 / 25.4) for mm in place["mm"])
    left, width = left + 10, width - 20
    done = run("pdftotext", "-r", "720", "-f", str(place["page"]), "-l", str(place["page"]),
               "-x", str(left), "-y", str(top), "-W", str(width), "-H", str(height), str(pdf), "-")
    return done.stdout.strip()


def same_place(place):
    """Whether a place's rectangles in points and in millimetres are one, on an upright A4 page."""
    left, bottom, right, top = (pt * 25.4 / 72 for pt in place["pt"])
    x, y, width, height = place["mm"]
    pairs = ((left, x), (297 - top, y), (right - left, width), (top - bottom, height))
    return all(abs(a - b) < 0.02 for a, b in pairs)


def map_faults(pdf, places):
    fields = Pdf(pdf.read_bytes())
    of_field = {place["field"]: place for place in places if "field" in place}
    faults = [f"field {name}" for name in fields.fields().keys() ^ of_field.keys()]
    for name, obj in fields.fields().items():
        if any(abs(a - b) > 0.01 for a, b in zip(rectangle(fields, obj), of_field[name]["pt"])):
            faults.append(f"{name}: {rectangle(fields, obj)}, not {of_field[name]['pt']}")
        if b"/V " in fields.entries(obj) or b"/TU(\xfe\xff" not in fields.entries(obj):
            faults.append(f"{name}: {fields.entries(obj)}")
    for place in places:
        if not same_place(place):
            faults.append(f"{place}")
        if place["kind"] in ("so", "ngay", "thang") and text_in(pdf, place) != place.get("text", ""):
            faults.append(f"{place['kind']}: “{text_in(pdf, place)}” is printed there")
    return faults


def check_map(program, pdf, map_file, path):
    data = json.loads(map_file.read_text(encoding="utf-8"))
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    errors = jsonschema.Draft202012Validator(schema).iter_errors(data)
    report(f"{path}: the map satisfies its schema", "\n".join(error.message for error in errors))
    report(f"{path}: the map tells the fields and the text",
           "\n".join(map_faults(pdf, data["places"])))
    signers = json.loads(run(program, "render", path, "--dump=report").stdout)["signatures"]
    told = [(place.get("title"), place.get("name")) for place in data["places"] if place["kind"] == "chu_ky"]
    missing = [s for s in signers if (s["lines"], s.get("name") or None) not in told]
    report(f"{path}: the map tells who signs", "\n".join(map(str, missing)))


def check_report(program, path):
    name = pathlib.Path(path).stem
    pdf, map_file = OUT / f"{name}.pdf", OUT / f"{name}.json"
    done = run(program, "render", path, "-o", pdf, "--signature-fields", "--signature-map", map_file)
    report(f"{path} renders", done.stdout if done.returncode else "")
    check_map(program, pdf, map_file, path)
    plain = OUT / "plain.pdf"
    run(program, "render", path, "-o", plain)
    report(f"{path}: without the option no form", "" if b"/AcroForm" not in
           Pdf(plain.read_bytes()).entries(Pdf(plain.read_bytes()).root()) else "there is one")
    conforms(pdf, path)
    check_signed(pdf, path)


def main(program):
    OUT.mkdir(parents=True, exist_ok=True)
    make_certificate()
    for path in REPORTS:
        check_report(program, path)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
