#!/usr/bin/env python3
"""A report of ten pages, from the samples' own text: make_report.py PROGRAM OUT.json

Takes the sample party-2026 and repeats its sections, as it were for one commune
after the other, until PROGRAM lays it out on ten pages.
"""

import json
import pathlib
import subprocess
import sys

PAGES = 10


def pages_of(program, report, path):
    path.write_text(json.dumps(report, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    dump = subprocess.run(
        [program, "render", "--dump=pages", str(path)], capture_output=True, check=True
    )
    return dump.stdout.count(b"\npage ") + dump.stdout.startswith(b"page ")


def load(program, path):
    """The report as its template and its base fill it in."""
    dump = subprocess.run(
        [program, "render", "--dump=report", str(path)], capture_output=True, check=True
    )
    report = json.loads(dump.stdout)
    return {key: value for key, value in report.items() if key not in ("base", "template")}


def main(program, out):
    sample = load(program, pathlib.Path("samples/party-2026.json"))
    sample.pop("$schema", None)
    own = sample["sections"]
    report = {**sample, "sections": []}
    count = 0
    while pages_of(program, report, out) < PAGES:
        report["sections"] = report["sections"] + [own[count % len(own)]]
        count += 1
    # the last section may have been the one too many
    blocks = report["sections"][-1]
    while pages_of(program, report, out) > PAGES:
        blocks = {**blocks, "blocks": blocks["blocks"][:-1]}
        report["sections"][-1] = blocks
    if pages_of(program, report, out) != PAGES:
        sys.exit("there is no way to exactly ten pages")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[1], pathlib.Path(sys.argv[2]))
