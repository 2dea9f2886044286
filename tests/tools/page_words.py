#!/usr/bin/env python3
"""The words of a page dump (--dump=pages) on standard input, one a line, in order.

A text item follows the one before it without a space when both stand on one line
and touch; all else separates words.
"""

import json
import re
import sys

TEXT = re.compile(r'text (-?[\d.]+) (-?[\d.]+)(?: w=(-?[\d.]+))?(?: space=(-?[\d.]+))? .*?( ".*")$')

text, end, baseline = "", 0.0, None
for line in sys.stdin:
    match = TEXT.match(line)
    if not match:
        if line.startswith("page "):
            baseline = None
        continue
    x, y, width = (float(number or 0) for number in match.groups()[:3])
    touches = baseline == y and abs(x - end) < 0.05
    text += ("" if touches else "\n") + json.loads(match.group(5))
    end, baseline = x + width, y
print("\n".join(text.split()))
