"""Annotated documents and what the extraction makes of them, for the scripts beside this file.

A folder of annotation holds *.jsonl (and ranges.tsv) as ../shared/gold/README.md describes; the documents are
found by name under the folders of reports.
"""

import collections
import importlib.util
import json
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


def scorer():
    """The module of ../shared/gold/score.py."""
    spec = importlib.util.spec_from_file_location("score", SHARED / "gold" / "score.py")
    module = importlib.util.module_from_spec(spec)
    sys.dont_write_bytecode = True
    spec.loader.exec_module(module)
    return module


def read(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


class Annotation:
    """One folder of annotation with the paths of its documents."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.files = sorted(self.folder.glob("*.jsonl"))
        self.figures = [figure for file in self.files for figure in read(file)]
        self.ranges = collections.defaultdict(list)
        ranges = self.folder / "ranges.tsv"
        if ranges.exists():
            for line in ranges.read_text(encoding="utf-8").splitlines():
                name, first, last = line.split("\t")
                self.ranges[name].append((int(first), int(last)))
        names = {figure["doc"] for figure in self.figures}
        found = {path.name: path for path in sorted((SHARED / "reports").rglob("*")) if path.name in names}
        if missing := names - found.keys():
            sys.exit(f"{folder}: no report is called {', '.join(sorted(missing))}")
        self.documents = [found[name] for name in sorted(names)]

    def holds(self, figure):
        """Whether a figure that was read stands where the document is annotated."""
        ranges = self.ranges.get(figure["doc"])
        return not ranges or any(first <= figure["start"] < last for first, last in ranges)

    def extract(self, xianzhi, *options):
        """What the program reads in the annotated ranges."""
        command = [xianzhi, "extract", *self.documents, "--format", "jsonl", *options]
        run = subprocess.run(command, stdout=subprocess.PIPE, encoding="utf-8", check=True)
        return [figure for figure in map(json.loads, run.stdout.splitlines()) if self.holds(figure)]

    def judged(self, score, read):
        """Each figure that counts, with whether it is wholly right, as score.py has it: (read or None, gold or None, right)."""
        judged = []
        for doc in sorted({figure["doc"] for figure in self.figures}):
            gold = [figure for figure in self.figures if figure["doc"] == doc]
            pairs, missed, extra = score.pair(gold, [figure for figure in read if figure["doc"] == doc])
            for annotated, figure in pairs:
                if annotated["flag"] is None:
                    right = all(same(figure, annotated) for same in score.FIELDS.values())
                    judged.append((figure, annotated, right))
            judged += [(None, annotated, False) for annotated in missed if annotated["flag"] is None]
            judged += [(figure, None, False) for figure in extra if figure["flag"] != "damaged"]
        return judged
