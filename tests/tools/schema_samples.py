#!/usr/bin/env python3
"""usage: schema_samples.py SCHEMA FILE...: each FILE must satisfy SCHEMA.

A file that names a "base" is judged with it: one level below the report's own.
"""

import json
import pathlib
import sys

import jsonschema


def load(path):
    data = json.loads(path.read_text(encoding="utf-8"))
    if "base" not in data:
        return data
    base = load(path.parent / data["base"])
    merged = {**base, **data}
    for key, below in base.items():
        if isinstance(below, dict) and isinstance(data.get(key), dict):
            merged[key] = {**below, **data[key]}
    return merged


schema = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
validator = jsonschema.Draft202012Validator(schema)
bad = False
for name in sys.argv[2:]:
    for error in validator.iter_errors(load(pathlib.Path(name))):
        print(f"{name}: {error.json_path}: {error.message[:200]}")
        bad = True
sys.exit(bad)
