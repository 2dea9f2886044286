#!/usr/bin/env python3
"""Whether mistakes of the PDF writer are noticed: tests/mutants/run.py BUILD-FOLDER [NAME...]

Each mutant of mutants.txt is made in a copy of one source, linked with the rest
of the library and has to be noticed by whom it names; the sources as they are
have to be noticed by nobody.  All of them, or those named.
"""

import concurrent.futures
import os
import pathlib
import re
import shutil
import subprocess
import sys

REPORT = "samples/party-2026.json"  # has lists, tables with spans, headings, many pages
PACKAGES = "jansson freetype2 harfbuzz harfbuzz-subset libutf8proc libdeflate nettle".split()
HERE = pathlib.Path(__file__).parent


class Mutant:
    def __init__(self, head, body):
        self.name, self.noticed_by, self.source = (part.strip() for part in head.split("|"))
        self.old = "\n".join(line[1:] for line in body if line.startswith("-"))
        self.new = "\n".join(line[1:] for line in body if line.startswith("+"))


def read_mutants():
    text = re.sub(r"^#.*\n", "", (HERE / "mutants.txt").read_text(), flags=re.M)
    blocks = (block.split("\n") for block in text.strip().split("\n\n"))
    return [Mutant(lines[0], lines[1:]) for lines in blocks]


def run(*command):
    done = subprocess.run(command, capture_output=True, text=True)
    return done.returncode, done.stdout + done.stderr


def pkg_config(what):
    return subprocess.check_output(["pkg-config", what, *PACKAGES], text=True).split()


class Bench:
    """Where mutants are built and judged."""

    def __init__(self, build):
        self.build = build
        self.cc = os.environ.get("CC", "gcc")
        self.flags = ["-std=c17", "-D_POSIX_C_SOURCE=200809L", "-Isrc", *pkg_config("--cflags")]
        self.libs = [f"{build}/libbaocao.a", *pkg_config("--libs"), "-lhpdf"]
        self.main = sorted(str(o) for o in pathlib.Path(build, "src/cli").glob("*.o"))
        self.out = pathlib.Path("build/test/mutants")
        shutil.rmtree(self.out, ignore_errors=True)
        self.out.mkdir(parents=True)

    def link(self, output, *inputs):
        status, said = run(self.cc, "-o", output, *map(str, inputs), *self.libs)
        return said if status else None

    def judge(self, name, objects, noticed_by):
        """None if nobody notices, else what was said."""
        program = self.out / f"{name}.program"
        pdf = self.out / f"{name}.pdf"
        if noticed_by == "unit":
            unit = f"{self.build}/tests/unit/test_pdf.o"
            said = self.link(program, *objects, unit, "-lcmocka")
            if said:
                raise RuntimeError(said)
            status, said = run(str(program))
            return said if status else None
        said = self.link(program, *objects, *self.main)
        if said:
            raise RuntimeError(said)
        render = (str(program), "render", REPORT, "--data", ".", "-o", str(pdf), "--lang", "en")
        status, said = run(*render)
        if noticed_by != "structure":
            return said if status else None
        if status:
            raise RuntimeError(f"noticed too early: {said}")
        return self.judge_structure(name, pdf)

    def judge_structure(self, name, pdf):
        said = self.out / f"{name}.struct"
        said.write_text(run("pdfinfo", "-struct-text", str(pdf))[1])
        status, short = run("tests/tools/struct_text.py", str(said))
        golden = pathlib.Path("tests/struct", pathlib.Path(REPORT).stem + ".txt").read_text()
        return None if status == 0 and short == golden else "another structure"

    def try_mutant(self, mutant):
        """What is wrong with the mutant, or None."""
        text = pathlib.Path(mutant.source).read_text()
        if text.count(mutant.old) != 1:
            return f"{mutant.source} has its lines {text.count(mutant.old)} times"
        damaged, obj = self.out / f"{mutant.name}.c", self.out / f"{mutant.name}.o"
        damaged.write_text(text.replace(mutant.old, mutant.new))
        status, said = run(self.cc, *self.flags, "-c", str(damaged), "-o", str(obj))
        if status:
            return said
        said = self.judge(mutant.name, [obj], mutant.noticed_by)
        if said is None:
            return "nobody noticed"
        kind, _, words = mutant.noticed_by.partition(": ")
        if kind == "check" and not ("P001" in said and words in said):
            return f"noticed otherwise: {said}"
        return None

    def try_sound(self):
        for noticed_by in ("check", "structure", "unit"):
            said = self.judge("sound", [], noticed_by)
            if said is not None:
                return f"{noticed_by}: {said}"
        return None


def attempt(what, *args):
    try:
        return what(*args)
    except RuntimeError as error:
        return str(error)


def tell(name, wrong):
    print(("not ok - " if wrong else "ok - ") + name)
    if wrong:
        print("\n".join("#   " + line for line in wrong.splitlines()))


def main():
    bench = Bench(sys.argv[1])
    mutants = [m for m in read_mutants() if len(sys.argv) == 2 or m.name in sys.argv[2:]]
    tell("the sources as they are", attempt(bench.try_sound))
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        tries = pool.map(lambda m: attempt(bench.try_mutant, m), mutants)
        for mutant, wrong in zip(mutants, tries):
            tell(mutant.name, wrong)


main()
