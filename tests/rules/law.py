"""The independent table values.tsv, as objects.

Input: values.tsv.  Output: law(profile) -> {name: Row}.  Deliberately absent:
any look at templates/profiles, which these values are there to judge.
"""
import os
import re

HERE = os.path.dirname(os.path.abspath(__file__))
MM = 72 / 25.4
# whose rows hold where a profile has none of its own
FAMILY = {"party-hd36": "party-hd05"}


class Row:
    def __init__(self, fields):
        self.profile, self.name, span, style, text, end, last, rule, self.clause = fields
        self.least, self.most, self.recommended = span_of(span)
        self.styles = set() if style in ("-", "regular") else set(style.split())
        self.styled = style != "-"
        self.text = None if text == "-" else text
        self.end = None if end == "-" else end
        self.last = None if last == "-" else last
        self.rule = None if rule == "-" else tuple(float(x) for x in rule.split("-"))

    def allows(self, value, slack=0.0):
        return ((self.least is None or value >= self.least - slack)
                and (self.most is None or value <= self.most + slack))


def span_of(text):
    """'13-14(14)' -> (13.0, 14.0, 14.0); a bound left out is None."""
    match = re.fullmatch(r"([\d.]*)-([\d.]*)(?:\(([\d.]+)\))?", text)
    return tuple(float(x) if x else None for x in match.groups())


def law(profile):
    rows = dict(law(FAMILY[profile])) if profile in FAMILY else {}
    with open(os.path.join(HERE, "values.tsv"), encoding="utf-8") as table:
        for line in table:
            fields = line.rstrip("\n").split("\t")
            if not line.startswith("#") and fields[0] == profile:
                rows[fields[1]] = Row(fields)
    return rows


PROFILES = ("party-hd05", "party-hd36", "state-nd30")
