"""Results in the Test Anything Protocol, one line each, and their number."""
import sys

passed, failed = [], []


def result(name, faults, clause=""):
    """`faults`: what is wrong and where, a list of sentences; none: passed."""
    if not faults:
        passed.append(name)
        print("ok - " + name)
        return
    failed.append(name)
    print("not ok - " + name + (" (" + clause + ")" if clause else ""))
    for fault in faults[:6]:
        print("#   " + fault)
    if len(faults) > 6:
        print("#   ... and %d more" % (len(faults) - 6))


def finish():
    print("# %d passed, %d failed" % (len(passed), len(failed)))
    sys.stdout.flush()
    sys.exit(1 if failed else 0)
