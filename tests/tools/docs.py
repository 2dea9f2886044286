#!/usr/bin/env python3
"""The documents tell the truth: docs.py PROGRAM

Runs every command of README.md's sh blocks in an empty folder, after writing its
JSON blocks to the files they name; checks its rows and pictures of templates, the
links of all README files, and that the manual page, --help and the table of
diagnostics know the same things.  A command may end its line with "# exit status N".
"""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

TOP = pathlib.Path.cwd()
PAGE = "src/man/baocao.1"
LARGEST_PICTURE = 40 * 1000  # bytes; a README is read over slow lines too


def report(name, problem):
    print(f"{'not ok' if problem else 'ok'} - {name}")
    for line in str(problem).splitlines() if problem else ():
        print(f"#   {line}")


def run(command, **options):
    return subprocess.run(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False, **options
    )


def failure(done, expected=0):
    return "" if done.returncode == expected else f"exit status {done.returncode}\n{done.stdout}"


def blocks(path):
    """(info string, text) of each fenced block."""
    text = (TOP / path).read_text(encoding="utf-8")
    return re.findall(r"^```([^\n]+)\n(.*?)^```$", text, re.M | re.S)


def run_line(line, folder, environment):
    command, _, comment = line.partition(" # ")
    status = re.match(r"exit status (\d)", comment)
    command = re.sub(r"^sudo ", "", command.strip())
    if command.startswith("make"):  # that the target exists is all that can be told here
        done = run(["make", "-n", *command.split()[1:]], cwd=TOP)
    else:
        done = run(["sh", "-c", command], cwd=folder, env=environment)
    report(f"README.md: {command}", failure(done, int(status.group(1)) if status else 0))


def check_readme(program):
    environment = {**os.environ, "PATH": f"{program.parent}:{os.environ['PATH']}"}
    environment.pop("MAKEFLAGS", None)
    with tempfile.TemporaryDirectory() as folder:
        for info, text in blocks("README.md"):
            words = info.split()
            if words[0] == "json":
                (pathlib.Path(folder) / words[1]).write_text(text, encoding="utf-8")
            elif words[0] == "sh":
                for line in text.splitlines():
                    run_line(line, folder, environment)


def check_templates():
    """Each stock template has a row with samples of it, and a small picture that is shown."""
    text = (TOP / "README.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| `([a-z-]+)` \| [^|]+ \| ([^|]*\(samples/[^|]*) \|$", text, re.M))
    templates = {p.parent.name for p in TOP.glob("templates/*/template.json")}
    report("README.md: a row for each template", " ".join(sorted(templates ^ set(rows))))
    for name, cell in sorted(rows.items()):
        samples = [TOP / s for s in re.findall(r"\((samples/[^)]*)\)", cell)]
        others = [s.name for s in samples if json.loads(s.read_text())["template"] != name]
        report(f"README.md: samples of {name}", " ".join(others))
    pictures = {p.stem: p for p in TOP.glob("samples/pages/*.png")}
    report("samples/pages: a picture of each template", " ".join(sorted(templates ^ set(pictures))))
    large = [name for name, p in pictures.items() if p.stat().st_size > LARGEST_PICTURE]
    report("samples/pages: small pictures", " ".join(large))
    unseen = [p.name for p in pictures.values() if f'src="samples/pages/{p.name}"' not in text]
    report("README.md: shows each picture", " ".join(unseen))


def check_groups():
    """tests/README.md tells of each group of tests, and of no others."""
    script = (TOP / "tests/tools/suite.sh").read_text(encoding="utf-8")
    groups = re.search(r'^groups="([^"]*)"', script, re.M).group(1).replace("\\", " ").split()
    text = (TOP / "tests/README.md").read_text(encoding="utf-8")
    table = text[text.index("| group |") :].split("\n\n")[0].splitlines()[2:]
    names = {name for row in table for name in row.split("|")[1].strip().split(", ")}
    report("tests/README.md: groups", " ".join(sorted(names ^ set(groups))))


def check_links(path):
    text = (TOP / path).read_text(encoding="utf-8")
    targets = re.findall(r"\]\(([^)#\s]+)", text)
    missing = [t for t in targets if "://" not in t and not (TOP / path).parent.joinpath(t).exists()]
    report(f"{path}: links", "\n".join(missing))


def options_in(text):
    return set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", text))


def check_options(program):
    manual = run(["mandoc", "-T", "ascii", PAGE]).stdout
    manual = re.sub(r".\x08", "", manual)
    documented = options_in(manual.split("\nOPTIONS\n")[1].split("\nENVIRONMENT\n")[0])
    for lang in ("vi", "en"):
        helped = run([program, "--lang", lang, "--help"]).stdout
        # "render -" and the like are no options
        helped = options_in(helped)
        report(f"--help --lang {lang} and {PAGE}: options", " ".join(sorted(helped ^ documented)))


def main(program):
    check_readme(program)
    check_templates()
    check_groups()
    for path in ("README.md", "src/README.md", "tests/README.md"):
        check_links(path)
    report(f"{PAGE}: mandoc has no warning", run(["mandoc", "-Tlint", "-Wwarning", PAGE]).stdout)
    check_options(program)
    current = run(
        ["tests/tools/man_diagnostics.sh", "--check", "build/release/tests/tools/diag_list", PAGE]
    )
    report(f'{PAGE}: DIAGNOSTICS is current (else: "make man")', failure(current))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(pathlib.Path(sys.argv[1]).resolve())
