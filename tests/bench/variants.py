#!/usr/bin/env python3
"""Many different reports from one sample: variants.py N [--bad I,J,K]

Writes N lines, each a report in compact JSON: samples/unit-89.json of another body, with
other figures whose totals are right in table, results and prose alike.  The same N gives
the same lines.  Lines named by --bad (from 1) are wrong, in turn: JSON without a
comma, a misspelt key, a total that isn't the sum.
"""

import argparse
import json
import pathlib
import random
import sys

SAMPLE = pathlib.Path(__file__).resolve().parents[2] / "samples/unit-89.json"

BODY = "Khối Cơ quan - Doanh nghiệp tỉnh"

# columns of the table of statistics
INDEX, NAME, MEMBERS, LEARNT, SHARE, BEST, GOOD, GROUPS, PERSONS = range(9)


def dotted(n):
    """3687 as it stands in prose: 3.687"""
    return f"{n:,}".replace(",", ".")


def share(part, whole):
    """The percentage with one digit behind the point, rounded half up."""
    return (2000 * part + whole) // (2 * whole) / 10


def comma(x):
    return str(x).replace(".", ",")


class Dice:
    """random() gives the same numbers in every Python, randrange() needn't."""

    def __init__(self, seed):
        self.random = random.Random(seed).random

    def between(self, low, high):
        return low + int(self.random() * (high - low + 1))


def vary_rows(rows, dice):
    """Other figures for each organisation; how many of all members registered."""
    names = [row[NAME] for row in rows]
    shift = dice.between(0, len(rows) - 1)
    registered_of_all = 0
    for i, row in enumerate(rows):
        before = row[MEMBERS]
        left_out = before - round(row[SHARE] * before / 100)
        members = max(before * dice.between(60, 140) // 100, left_out + 5)
        registered = members - left_out
        row[NAME] = names[(i + shift) % len(names)]
        row[MEMBERS] = members
        row[LEARNT] = max(row[LEARNT] * dice.between(60, 140) // 100, 1)
        row[SHARE] = share(registered, members)
        row[BEST] = row[BEST] * members // before
        row[GOOD] = members - (before - row[GOOD])
        row[GROUPS] = dice.between(0, 3)
        row[PERSONS] = dice.between(0, 6)
        registered_of_all += registered
    return registered_of_all


def vary_text(node, words):
    """Every string with each pair of `words` put in; how often each was there."""
    if isinstance(node, str):
        for old, pair in words.items():
            pair[1] += node.count(old)
            node = node.replace(old, pair[0])
        return node
    if isinstance(node, list):
        return [vary_text(x, words) for x in node]
    if isinstance(node, dict):
        return {key: vary_text(x, words) for key, x in node.items()}
    return node


def variant(text, k):
    report = json.loads(text)
    dice = Dice(k)
    stats = next(t for t in report["tables"] if t["id"] == "thong_ke")
    results = {r["id"]: r for r in report["results"]}
    before = results["dang_vien"]["value"]

    rows = stats["rows"]
    registered = vary_rows(rows, dice)
    sums = [sum(row[c] for row in rows) for c in range(MEMBERS, PERSONS + 1)]
    members, learnt, _, best, good, groups, persons = sums
    sums[SHARE - MEMBERS] = share(registered, members)
    stats["total"]["cells"] = sums

    staff = 7500 * members // before // 100 * 100
    leaders = 1236 * members // before
    admitted = 306 * members // before
    for name, value in (
        ("dang_vien", members),
        ("lao_dong", staff),
        ("hoc_can_bo", leaders),
        ("hoc_luot", learnt),
        ("ket_nap", admitted),
        ("dang_vien_tot", share(good, members)),
        ("xuat_sac", share(best, members)),
        ("khen_tap_the", groups),
        ("khen_ca_nhan", persons),
    ):
        results[name]["value"] = value
    for name, part in (("dang_vien_tot", good), ("xuat_sac", best)):
        results[name].update(numerator=part, denominator=members)

    prose = {
        "3.687 đảng viên": f"{dotted(members)} đảng viên",
        "gần 7.500 cán bộ": f"gần {dotted(staff)} cán bộ",
        "1.236 cán bộ": f"{dotted(leaders)} cán bộ",
        "9.992 lượt": f"{dotted(learnt)} lượt",
        "306 đảng viên mới": f"{dotted(admitted)} đảng viên mới",
        "98,6% đảng viên": f"{comma(share(good, members))}% đảng viên",
        "18,9% đảng viên": f"{comma(share(best, members))}% đảng viên",
        "105 tập thể": f"{dotted(groups)} tập thể",
        "268 cá nhân": f"{dotted(persons)} cá nhân",
    }
    words = {old: [new, 0] for old, new in prose.items()}
    report["sections"] = vary_text(report["sections"], words)
    for old, (_, times) in words.items():
        if times != 1:
            sys.exit(f"{SAMPLE.name} says “{old}” {times} times, not once")

    report = vary_text(report, {BODY: [f"Khối Cơ quan - Doanh nghiệp số {k}", 0]})
    report["organization"]["name"][-1] += f" số {k}"
    report["organization"]["code"] = f"M{k:05}"
    report["document"]["number"] += k
    for key in ("$comment", "$schema"):
        report.pop(key, None)
    return report


def compact(report):
    return json.dumps(report, ensure_ascii=False, separators=(",", ":"))


def without_comma(report):
    return compact(report).replace(",", "", 1)


def with_misspelt_key(report):
    return compact(report).replace('"recipients":', '"recipents":', 1)


def with_wrong_total(report):
    stats = next(t for t in report["tables"] if t["id"] == "thong_ke")
    stats["total"]["cells"][0] += 1
    return compact(report)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("n", metavar="N", type=int)
    parser.add_argument("--bad", metavar="I,J,K", default="")
    args = parser.parse_args()
    ways = (without_comma, with_misspelt_key, with_wrong_total)
    bad = {int(i): ways[at % len(ways)] for at, i in enumerate(filter(None, args.bad.split(",")))}
    text = SAMPLE.read_text(encoding="utf-8")
    out = open(sys.stdout.fileno(), "w", encoding="utf-8", newline="\n")
    for k in range(1, args.n + 1):
        out.write(bad.get(k, compact)(variant(text, k)) + "\n")
    out.close()


if __name__ == "__main__":
    main()
