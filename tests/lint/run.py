#!/usr/bin/python3
"""Runs one lint: first on its own bad sample, where it must find exactly what it says it finds, then on the tree.

Usage: run.py CHECK ROOT. A check is a module in checks/ with check(tree), giving findings, and with PROOF: the files of
a small tree with faults in it, and the findings that they must give.
"""
import importlib
import os
import sys
import tempfile

from tree import Tree

SKIPPED = 77  # what ctest takes for "not run"


def findings_of(check, root):
    return sorted({str(finding) for finding in check(Tree(root))})


def prove(module):
    """The check finds the faults of its sample: a lint that cannot fail says nothing."""
    with tempfile.TemporaryDirectory() as folder:
        for path, text in module.PROOF["files"].items():
            target = os.path.join(folder, path)
            os.makedirs(os.path.dirname(target), exist_ok=True)
            with open(target, "w", encoding="utf-8") as out:
                out.write(text)
        found = findings_of(module.check, folder)
    wanted = sorted(module.PROOF["findings"])
    if found == wanted:
        return True
    print("The lint does not find what is wrong in its sample.")
    for line in wanted:
        if line not in found:
            print("  not found:      " + line)
    for line in found:
        if line not in wanted:
            print("  found wrongly:  " + line)
    return False


def main(name, root):
    sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
    module = importlib.import_module("checks." + name)
    missing = getattr(module, "missing_program", lambda: None)()
    if missing:
        print(missing + " is not installed: not checked")
        return SKIPPED
    if not prove(module):
        return 1
    found = findings_of(module.check, root)
    for line in found:
        print(line)
    for line in getattr(module, "report", lambda tree: [])(Tree(root)):
        print("note: " + line)
    print("%s: %s" % (name, "%d findings" % len(found) if found else "clean"))
    return 1 if found else 0


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], sys.argv[2]))
