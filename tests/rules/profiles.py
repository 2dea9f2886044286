"""Compares templates/profiles/*.json with the independent table values.tsv.

Input: the folder of the profiles.  Output: one result a row of the table.
"""
import json
import os
import sys

from law import PROFILES, law
from tap import finish, result

LENGTHS = {  # rows of the sheet and where a profile keeps them
    "page.width_mm": ("paper_mm", 0),
    "page.height_mm": ("paper_mm", 1),
    "page.margin_top_mm": ("margins_mm", "top"),
    "page.margin_bottom_mm": ("margins_mm", "bottom"),
    "page.margin_left_mm": ("margins_mm", "left"),
    "page.margin_right_mm": ("margins_mm", "right"),
    "page.indent_mm": ("body", "indent_mm"),
    "page.gap_pt": ("body", "gap_pt"),
    "page.line_pt": ("body", "line_pt"),
    "page.line_multiple": ("body", "line_multiple"),
    "page.number_top_mm": ("number_top_mm",),
    "page.head_top_mm": ("head_top_mm",),
    "page.rule_gap_pt": ("rule", "gap_pt"),
    "page.rule_weight_pt": ("rule", "weight_pt"),
    "page.sign_room_mm": ("sign_room_mm",),
    "page.sign_width_mm": ("sign_width_mm",),
    "page.sign_image_mm": ("digital_signature", "image_width_mm"),
    "page.seal_mm": ("digital_signature", "seal_mm"),
    "page.seal_overlap": ("digital_signature", "overlap"),
    "page.masthead_left_mm": ("masthead_mm", 0),
    "page.masthead_right_mm": ("masthead_mm", 1),
    "page.urgency_height_mm": ("elements", "urgency", "box_height_mm"),
}
WORDS = {
    "page.end_mark": ("body", "end_mark"),
    "page.appendix_end_mark": ("body", "appendix_end_mark"),
    "page.subject_initial": ("subject_initial",),
    "page.appendix_numerals": ("appendix_numerals",),
    "page.appendix_pages": ("appendix_pages",),
    "page.contact_page": ("contact_page",),
    "page.same_as_above": ("same_as_above",),
    "page.tens_zero": ("tens_zero",),
    "page.thousand": ("thousand",),
    "page.small_counts": ("small_counts",),
}
# an office may use all that the rule gives
WHOLE = {name for name in LENGTHS if "margin" in name or "indent" in name or "line" in name}
URGENCY = ("page.khan_mm", "page.thuong_khan_mm", "page.hoa_toc_mm")


def merged(below, above):
    if not isinstance(below, dict) or not isinstance(above, dict):
        return above
    out = dict(below)
    for key, value in above.items():
        out[key] = merged(below.get(key), value) if key in below else value
    return out


def load(folder, name):
    with open(os.path.join(folder, name + ".json"), encoding="utf-8") as file:
        own = json.load(file)
    return merged(load(folder, own["extends"]), own) if "extends" in own else own


def at(profile, path):
    for step in path:
        profile = profile[step]
    return profile


def triple(value, scale=1.0):
    values = value if isinstance(value, list) else [value] * 3
    return [x / scale for x in values]


def range_faults(row, value, scale=1.0):
    """What the profile allows lies inside the rule's range; it uses what the rule recommends."""
    least, most, use = triple(value, scale)
    faults = []
    if not row.allows(least) or not row.allows(most) or not least <= use <= most:
        faults.append("%s-%s, in use %s: outside %s-%s"
                      % (least, most, use, row.least, row.most))
    if row.name in WHOLE and any(bound is not None and bound != mine for bound, mine
                                 in ((row.least, least), (row.most, most))):
        faults.append("allows %s-%s, the rule %s-%s" % (least, most, row.least, row.most))
    if row.recommended is not None and use != row.recommended:
        faults.append("uses %s, recommended is %s" % (use, row.recommended))
    return faults


def element_faults(row, e):
    faults = range_faults(row, e["size"])
    if isinstance(e["size"], list) and row.recommended is not None \
            and triple(e["size"])[:2] != [row.least, row.most]:
        faults.append("allows %s, the rule %s-%s" % (e["size"][:2], row.least, row.most))
    text = e.get("text", "")
    has = {word for word in ("bold", "italic", "underline", "caps", "red")
           if e.get(word) or word == "caps" and "caps" in row.styles and text
           and text == text.upper()}
    if e.get("centered"):
        has.add("centred")
    if has != row.styles:
        faults.append("is %s, must be %s" % (sorted(has), sorted(row.styles)))
    for key, want in (("text", row.text), ("end", row.end), ("last", row.last)):
        if want is not None and e.get(key) != want:
            faults.append("%s is %r, must be %r" % (key, e.get(key), want))
    return faults + rule_faults(row, e)


def rule_faults(row, e):
    if ("rule" in e) != (row.rule is not None):
        return ["has %s line beneath" % ("a" if "rule" in e else "no")]
    if row.rule is None:
        return []
    least, most, use = triple(e["rule"], 1000)
    if row.rule[0] - 0.0005 <= least <= use <= most <= row.rule[1] + 0.0005:
        return []
    return ["line of %s-%s of the text, in use %s" % (least, most, use)]


def page_faults(row, profile):
    if row.name in URGENCY:
        word, width = profile["urgency_marks"][URGENCY.index(row.name)]
        faults = [] if word == row.text else ["the word is " + word]
        return faults + range_faults(row, width)
    if row.name == "page.levels":
        return [] if profile["levels"] == row.text.split() else [str(profile["levels"])]
    if row.name == "page.roman_mark":
        mark = profile["roman_mark"]
        return [] if mark in row.text.split(" or ") else ["mark " + mark]
    if row.name in LENGTHS:
        value = at(profile, LENGTHS[row.name])
        faults = range_faults(row, value, 1000 if row.name.endswith(("multiple", "overlap")) else 1)
        # NĐ 30 I.II.6.e gives two indents and nothing between them
        if row.name == "page.indent_mm" and row.profile == "state-nd30" \
                and value[2] not in (10, 12.7):
            faults.append("an indent of %s" % value[2])
        return faults
    value = at(profile, WORDS[row.name])
    return [] if value == row.text else ["is %r, must be %r" % (value, row.text)]


def numbers_joint(name, profile):
    """15/BC-UBND and 15-BC/UBND (NĐ30 I.II.3.c; HD36 1.3.2)."""
    want = "/" if name.startswith("state") else "-"
    joint = profile["elements"]["doc_number"]["joint"]
    result(name + ": doc_number joint", [] if joint == want else [joint])


def family_only(name, profile):
    """The other family's masthead is absent (check 6: never both)."""
    strange = {"party_title", "org_star", "subject_separator"}
    if name.startswith("party"):
        strange = {"quoc_hieu", "tieu_ngu"}
    found = sorted(strange & set(profile["elements"]))
    result(name + ": no part of another rule's masthead", found)


def main(folder):
    for name in PROFILES:
        profile = load(folder, name)
        for row in law(name).values():
            if row.name.startswith("page."):
                faults = page_faults(row, profile)
            elif row.name not in profile["elements"]:
                faults = ["the profile has no such element"]
            else:
                faults = element_faults(row, profile["elements"][row.name])
            result("profile %s: %s" % (name, row.name), faults, row.clause)
        numbers_joint(name, profile)
        family_only(name, profile)
    finish()


if __name__ == "__main__":
    main(sys.argv[1])
