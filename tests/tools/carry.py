#!/usr/bin/env python3
"""What a PDF carries along gives its pages again, and nothing else: carry.py PROGRAM

For every sample and every report that a template begins with: what is carried passes
`check`, makes the same pages, and holds no datum that these don't show.  Secrets put
where they don't reach a page - notes, private keys, sort keys, results that no template
prints, tables that no block names - are nowhere in it.
"""

import hashlib
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

PROGRAM = pathlib.Path(sys.argv[1]).resolve()
DATA = ["results", "targets", "models", "practices", "commendations", "discipline", "units",
        "tasks", "lessons", "shortcomings", "causes", "proposals"]
# what names a figure goes along with it
BESIDE = {"id", "label", "unit", "qualifiers", "kind", "status", "missing", "op", "frequency",
          "basis", "source", "period", "subset_of", "result"}
SECRET = "BIMAT"
SECRET_NUMBER = 918273645
REPORTS = sorted(pathlib.Path("samples").glob("*.json")) + sorted(pathlib.Path("templates").glob("*/new.json"))


def report(name, problem=""):
    print(f"{'not ok' if problem else 'ok'} - {name}")
    for line in str(problem).splitlines() if problem else ():
        print(f"#   {line[:400]}")


def run(*arguments):
    return subprocess.run([PROGRAM, *arguments], capture_output=True, check=False)


def dump(path, form, *options):
    done = run("render", path, f"--dump={form}", *options)
    if done.returncode != 0:
        raise ValueError(f"{path} {form}: {done.stderr.decode()}")
    return done.stdout


def carried(path, *options):
    """Without a standard, so that a report without a date carries its data too."""
    return dump(path, "carried", "--standard=plain", *options)


def objects(value):
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from objects(inner)


def scalars(value, key=None):
    if isinstance(value, dict):
        for name, inner in value.items():
            if name not in BESIDE:
                yield from scalars(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from scalars(inner, key)
    else:
        yield value


def plain(text):
    return re.sub(r"\s+", " ", re.sub(r"[\\*]", "", text)).casefold()


def shown(value, page):
    """Whether a text or a number stands on the page, in one of the ways it may be written."""
    if isinstance(value, str):
        return all(plain(line).strip(" .;,:") in page for line in value.split("\n"))
    digits = f"{abs(value):,}".replace(",", " ").replace(".", ",").replace(" ", ".")
    return any(form in page for form in (digits, f"0{digits}", str(value)))


def body_of(data):
    """All that the report prints by itself, as one text."""
    parts = [v for key in data if key not in DATA for v in scalars({"": data[key]})]
    return plain("\n".join(str(v).replace(".", ",") if isinstance(v, float) else
                           f"{v:,}".replace(",", ".") if isinstance(v, int) else str(v) for v in parts))


def judge_law(path):
    """The three things that hold for every report."""
    text = carried(path)
    again = path.parent / f".carried-{path.name}"
    again.write_bytes(text)
    try:
        checked = run("check", "--diagnostics=short", again)
        told = checked.stderr.decode()
        # a form that comes with the program is not filled in
        others = [line for line in told.splitlines() if not line.startswith(" ") and " M068: " not in line]
        problem = told if checked.returncode or others else ""
        report(f"{path}: what is carried passes check", problem)
        same = dump(path, "pages") == dump(again, "pages")
        report(f"{path}: it makes the same pages", "" if same else "they differ")
    finally:
        again.unlink()
    data = json.loads(text)
    page = body_of(data)
    hidden = [v for key in DATA for v in scalars(data.get(key)) if v is not None and not shown(v, page)]
    report(f"{path}: every datum stands on a page", "\n".join(map(str, hidden)))
    odd = [key for one in objects(data) for key in one if key == "$comment" or key.startswith("x_")]
    odd += [key for key in ("$schema", "base", "template", "texts") if key in data]
    report(f"{path}: no note, no private key, nothing that made it", "\n".join(odd))


def poison(data, results, tables):
    """Secrets where they don't reach a page."""
    for one in list(objects(data)):
        one["$comment"] = SECRET
        one["x_secret"] = {"birth": SECRET, "list": [SECRET, SECRET_NUMBER]}
    for one in data.get("units", ()):
        one.setdefault("values", {})["x_birth"] = SECRET
    table = {"id": "bi_mat", "caption": SECRET, "columns": [{"title": SECRET}], "rows": [[SECRET]]}
    if tables:
        data.setdefault("tables", []).append(table)
    if results:
        data.setdefault("results", []).append(
            {"id": "bi_mat", "label": SECRET, "kind": "count", "unit": SECRET, "value": SECRET_NUMBER,
             "qualifiers": [SECRET], "compare": [{"basis": "base", "value": SECRET_NUMBER}]}
        )
    return data


def leaks(text):
    found = [word for word in (SECRET, str(SECRET_NUMBER), "x_secret", "bi_mat") if word in text.decode()]
    return " ".join(found)


def judge_secrets(path, folder):
    original = json.loads(path.read_bytes())
    work = folder / path.name
    if "base" in original:
        base = folder / original["base"]
        base.parent.mkdir(exist_ok=True)
        source = json.loads((path.parent / original["base"]).read_bytes())
        base.write_text(json.dumps(poison(source, False, False)), encoding="utf-8")
    for one in original.get("attachments", ()):
        copy = folder / one["file"]
        copy.parent.mkdir(exist_ok=True)
        shutil.copy(path.parent / one["file"], copy)
    # some templates print every result, or every table: then these are no secrets
    for results, tables in ((True, True), (False, True), (True, False), (False, False)):
        if results and "base" in original and "results" not in original:
            continue  # they would stand in place of the base's
        data = poison(json.loads(json.dumps(original)), results, tables)
        work.write_text(json.dumps(data), encoding="utf-8")
        if SECRET not in dump(work, "pages").decode():
            break
    what = "result, " * results + "table, " * tables + "note or private key"
    for form in ("carried", "manifest"):
        report(f"{path}: no {what} in {form}", leaks(dump(work, form)))


PEOPLE = {
    "baocao": 1,
    "template": "mau.json",
    "organization": {"kind": "party", "name": "ĐẢNG ỦY XÃ"},
    "document": {"number": 1, "symbol": "BC/ĐU", "place": "Tân An", "date": "2026-11-21", "subject": "danh sách"},
    "signatures": [{"lines": ["BÍ THƯ"], "name": "Trần A"}],
    "units": [
        {"name": "Nguyễn Văn Bình", "code": "MA-1", "group": "NHOM-1",
         "values": {"birth": "1961-05-03", "salary": 7654321, "rate": 3.14159, "year": "1990-12-24"}},
        {"name": "Lê Thị An", "code": "MA-2", "group": "NHOM-2",
         "values": {"birth": "1972-08-14", "salary": 8765432, "rate": 2.71828, "year": "1991-11-23"}},
    ],
    "texts": {"unread": "x"},
}
NEVER = ["1961-05-03", "1972-08-14", "7654321", "8765432", "3.14159", "2.71828", "1990-12-24", "1991-11-23",
         "MA-1", "MA-2", "NHOM-1", "NHOM-2"]


def judge_template(folder, name, body, printed=("Nguyễn Văn Bình", "Lê Thị An"), let=None):
    """A template that uses data without printing it."""
    template = {"template": 1, "title": "t", "about": "t", "let": let or {}, "report": {"sections": body}}
    (folder / "mau.json").write_text(json.dumps(template), encoding="utf-8")
    data = {key: value for key, value in PEOPLE.items() if key != "texts"}
    path = folder / "people.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    text = carried(path).decode()
    units = json.dumps(json.loads(text).get("units", []), ensure_ascii=False)
    problems = [f"carried: {word}" for word in NEVER if word in text]
    problems += [f"not carried: {word}" for word in printed if word not in units]
    report(f"a template that {name}", "\n".join(problems))


def judge_templates(folder):
    judge_template(folder, "sorts by birth", [
        {"for": "v in units | map(it.values) | sort('birth')", "do": "x"},
        {"for": "u in units", "do": "{{ u.name }}"}])
    judge_template(folder, "filters and groups by what it doesn't print", [
        {"for": "g in group(filter(units, it.values.salary > 1), 'group')",
         "do": {"for": "u in g.items", "where": "u.values.birth < '2000' and u.code", "do": "{{ u.name }}"}}])
    judge_template(folder, "decides by it", [
        {"for": "u in units", "do": "{{ u.name }} {{ u.values.birth < '1970' and 'cao tuổi' or 'trẻ' }}"},
        {"if": "units[0].values.salary > 5", "then": "x"}])
    judge_template(folder, "reckons with it", [
        "{{ units | map(it.values.salary) | sum }} {{ units | map(it.values.salary) | avg | round }} "
        "{{ units[0].values.salary | share(units[1].values.salary) }} {{ units[0].values.salary / 2 }}"], ())
    judge_template(folder, "prints a part of it", [
        "{{ units[0].name }} {{ units[1].name }} {{ units[0].values.year | date('year') }} "
        "{{ units[1].values.year | date('month') }} {{ units[0].values.rate | number(1) }} "
        "{{ units[1].values.rate | round(2) }} {{ units[0].code | slug }}"])
    judge_template(folder, "gives it a name, and no place", ["{{ units[0].name }} {{ units[1].name }}"],
                   let={"tat_ca": "units | map(it.code ~ it.values.birth) | join"})
    judge_template(folder, "prints it under a heading that stays empty", [
        "{{ units[0].name }} {{ units[1].name }}",
        {"title": "{{ units[0].code }} {{ units[1].values.birth }}", "blocks": ["{{ texts.khong_co }}"]}])
    # an element that cannot be named is left out, whatever else of it was printed
    judge_template(folder, "prints no names", ["{{ count(units) }} x"], ())


def judge_kept():
    """What a superior rolls up is there: all figures that a unit's report prints."""
    path = pathlib.Path("samples/don-vi.json")
    given, kept = json.loads(path.read_bytes()), json.loads(carried(path))
    for key in ("results", "targets", "models", "commendations", "tasks", "shortcomings"):
        expect(f"{path}: {key} come along", kept[key], given[key])
    expect(f"{path}: the body that signs", kept["organization"], given["organization"])
    # printed in a table: beside a figure its plan and the other period, with what they are
    kept = json.loads(carried(pathlib.Path("samples/dinh-ky.json")))["results"][0]
    expect("a figure's plan comes along", kept["plans"], [{"source": "năm 2026", "value": 16}])
    expect("so does the other period", kept["compare"], [{"basis": "same_period", "value": 11}])


def judge_over(folder):
    """Sections of the report's own stand in place of the template's: those print nothing."""
    (folder / "mau.json").write_text(
        json.dumps({"template": 1, "title": "t", "about": "t",
                    "report": {"sections": [{"for": "u in units", "do": "{{ u.name }} {{ u.code }}"}]}}),
        encoding="utf-8")
    path = folder / "over.json"
    data = {key: value for key, value in PEOPLE.items() if key != "texts"}
    path.write_text(json.dumps({**data, "sections": ["Lời của cơ quan."]}), encoding="utf-8")
    text = carried(path).decode()
    report("what a template prints where the report has its own words", "" if "units" not in text else text)


def judge_modes(folder):
    sample = folder / "tong-ket.json"
    shutil.copy("samples/tong-ket.json", sample)
    (folder / "office").mkdir(exist_ok=True)
    shutil.copy("samples/office/xa-thanh-lam.json", folder / "office")
    given = sample.read_bytes()
    report("all: the report's own bytes", "" if carried(sample, "--carry=all") == given else "others")
    report("none: nothing", carried(sample, "--carry=none").decode())
    report("none: no manifest", dump(sample, "manifest", "--carry=none").decode())
    draft = run("render", sample, "--dump=carried", "--draft")
    report("a draft carries nothing", draft.stdout.decode() if draft.returncode == 1 else draft.stderr.decode())
    for carry in ("printed", "all"):
        secret = run("render", sample, "--dump=carried", f"--carry={carry}", "-v", "--set", 'document.secrecy="mat"')
        silent = secret.stdout == b"" and b"E006" in secret.stderr
        report(f"{carry}: what is to be stamped secret carries nothing", "" if silent else secret.stderr.decode())
    report("printed is the default", "" if carried(sample) == carried(sample, "--carry=printed") else "another")
    wrong = run("render", sample, "--carry=some")
    report("no other way", "" if wrong.returncode == 2 else wrong.stderr.decode())


def digest(data):
    return hashlib.sha256(data).hexdigest()


def template_digest(*files):
    return digest(b"".join(hashlib.sha256(pathlib.Path(f).read_bytes()).digest() for f in files))


def expect(name, found, wanted):
    report(name, "" if found == wanted else f"{found}, not {wanted}")


def judge_manifest(folder):
    sample = pathlib.Path("samples/tong-ket.json")
    manifest = json.loads(dump(sample, "manifest"))
    expect("manifest: version", manifest["baocao_manifest"], 1)
    expect("manifest: the carried report", manifest["report"]["sha256"], digest(carried(sample)))
    expect("manifest: pages", manifest["pages"], dump(sample, "pages").count(b"\npage ") + 1)
    profile = pathlib.Path("templates/profiles", manifest["profile"]["name"] + ".json")
    expect("manifest: the profile", manifest["profile"]["sha256"], digest(profile.read_bytes()))
    for font in manifest["fonts"]:
        expect(f"manifest: {font['name']}", font["sha256"], digest(pathlib.Path("fonts", font["name"]).read_bytes()))
    expect("manifest: printed says nothing of options", sorted({"set", "use_template", "base"} & set(manifest)), [])
    (folder / "mau.json").write_text(
        '{"template": 1, "title": "t", "about": "t", "report": {"sections": [{"include": "parts/ket-thuc"}]}}',
        encoding="utf-8")
    path = folder / "people.json"
    path.write_text(json.dumps({key: value for key, value in PEOPLE.items() if key != "texts"}), encoding="utf-8")
    own = json.loads(dump(path, "manifest"))
    expect("manifest: a template and its part", own["template"],
           {"name": "mau.json", "sha256": template_digest("templates/parts/ket-thuc.json", folder / "mau.json")})
    options = ["--template", str(folder / "mau.json"), "--set", "document.number=7"]
    away = dump(path, "manifest", *options, "--carry=all")
    expect("manifest: all tells the options", json.loads(away)["set"], ["document.number=7"])
    expect("manifest: no folder of the machine", json.loads(away)["use_template"], "mau.json")
    report("manifest: nor anywhere in it", str(folder) if str(folder) in away.decode() else "")
    based = json.loads(dump(sample, "manifest", "--carry=all"))
    office = pathlib.Path("samples/office/xa-thanh-lam.json")
    expect("manifest: all tells the base", based["base"]["sha256"], digest(office.read_bytes()))
    expect("manifest: all tells the report", based["report"]["sha256"], digest(sample.read_bytes()))
    expect("manifest: the standard", manifest["standard"], "pdfa-3a+ua1")
    expect("manifest: without signature fields and attachments", {"signature_fields", "attachments"} & set(manifest), set())
    given = json.loads(dump("samples/don-vi.json", "manifest", "--standard=plain", "--signature-fields"))
    expect("manifest: another standard", given["standard"], "plain")
    expect("manifest: signature fields", given["signature_fields"], True)
    table = pathlib.Path("samples", json.loads(pathlib.Path("samples/don-vi.json").read_bytes())["attachments"][0]["file"])
    expect("manifest: what is attached", given["attachments"], [{"name": table.name, "sha256": digest(table.read_bytes())}])


def judge_times(folder):
    """A font that doesn't ship is hashed, whatever the manifest of those that do says."""
    fonts = folder / "fonts"
    fonts.mkdir()
    data = pathlib.Path("fonts/LiberationSerif-Regular.ttf").read_bytes()
    other = folder / "data"
    for name in ("fonts", "templates"):
        shutil.copytree(name, other / name)
    (other / "fonts" / "MANIFEST").unlink()
    manifest = json.loads(dump("samples/don-vi.json", "manifest", "--data", str(other)))
    expect("manifest: without the fonts' own, they are hashed", manifest["fonts"][0]["sha256"], digest(data))


def main():
    lines = [line for line in pathlib.Path("fonts/MANIFEST").read_text(encoding="utf-8").splitlines() if line[0] != "#"]
    for line in lines:
        wanted, name = line.split("  ")
        expect(f"fonts/MANIFEST: {name}", wanted, digest(pathlib.Path("fonts", name).read_bytes()))
    for path in REPORTS:
        judge_law(path)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for path in REPORTS:
            judge_secrets(path, folder)
        judge_templates(folder)
        judge_kept()
        judge_over(folder)
        judge_modes(folder)
        judge_manifest(folder)
        judge_times(folder)


main()
