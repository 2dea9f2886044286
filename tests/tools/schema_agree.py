#!/usr/bin/env python3
"""Does the JSON Schema agree with the program?

usage: schema_agree.py PROGRAM SCHEMA CASES

Each file under CASES/good must satisfy SCHEMA and pass `PROGRAM check FILE`;
each file under CASES/bad must fail both.  Prints every disagreement; exit
status 1 if there is one.
"""

import json
import pathlib
import subprocess
import sys

import jsonschema


def program_accepts(program, path):
    run = subprocess.run([program, "check", str(path)], capture_output=True, check=False)
    if run.returncode not in (0, 1):
        sys.exit(f"{program} check {path}: exit status {run.returncode}")
    return run.returncode == 0


def judge(program, validator, path, good):
    data = json.loads(path.read_text(encoding="utf-8"))
    verdicts = {
        "the schema": validator.is_valid(data),
        "the program": program_accepts(program, path),
    }
    wrong = [who for who, accepts in verdicts.items() if accepts != good]
    for who in wrong:
        print(f"{path}: {who} {'refuses' if good else 'accepts'} it")
    return not wrong


def main(program, schema, cases):
    document = json.loads(pathlib.Path(schema).read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(document)
    validator = jsonschema.Draft202012Validator(document)
    results = []
    for folder, good in (("good", True), ("bad", False)):
        paths = sorted(pathlib.Path(cases, folder).glob("*.json"))
        if not paths:
            sys.exit(f"no cases in {cases}/{folder}")
        results += [judge(program, validator, path, good) for path in paths]
    print(f"{sum(results)} of {len(results)} cases agree")
    return 0 if all(results) else 1


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
