"""What each family of rules contributes: families.py [--xianzhi PROGRAM] [FOLDER...]

Reads the annotated documents with all families and without each in turn (xianzhi extract --without FAMILY), and prints
precision and recall of finding figures (span), of core figures wholly right and of all figures wholly right; "differ" counts
the figures that are read otherwise or not at all without the family. FOLDER is a folder of annotation as ../shared/gold is,
which is taken when none is named. A family without which nothing gets worse no longer earns its place.
"""

import argparse
import json
import subprocess

import gold

MEASURES = ("span", "core", "all")


class Reading:
    """What is read of the annotated documents under some options, and how much of it is right."""

    def __init__(self, annotations, score, xianzhi, *options):
        judged = []
        self.figures = set()
        for annotation in annotations:
            figures = annotation.extract(xianzhi, *options)
            judged += annotation.judged(score, figures)
            self.figures |= {json.dumps({**figure, "doubt": []}) for figure in figures}
        # A core figure is one with a key; what was read and is none is core if it was given a key.
        core = [(read, gold, right) for read, gold, right in judged if (gold["key"] if gold else read["metric"])]
        found = [(read, gold, bool(read and gold)) for read, gold, _ in judged]
        self.scores = [self.precision_and_recall(of) for of in (found, core, judged)]

    @staticmethod
    def precision_and_recall(judged):
        right = sum(right for _, _, right in judged)
        read, gold = (sum(bool(figure[at]) for figure in judged) for at in (0, 1))
        return right / max(read, 1), right / max(gold, 1)

    def f1(self):
        return [2 * precision * recall / max(precision + recall, 1e-9) for precision, recall in self.scores]


def families(xianzhi):
    """The families by the word for each, as the program lists them."""
    told = subprocess.run([xianzhi, "extract", "--without", "?", "-"], stderr=subprocess.PIPE, encoding="utf-8").stderr
    values = told.split("[possible values:")[1].split("]")[0]
    return [value.strip() for value in values.split(",")]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", default=[gold.SHARED / "gold"], metavar="FOLDER")
    parser.add_argument("--xianzhi", default=gold.ROOT / "target/release/xianzhi", metavar="PROGRAM")
    arguments = parser.parse_args()
    score = gold.scorer()
    annotations = [gold.Annotation(folder) for folder in arguments.folders]
    whole = Reading(annotations, score, arguments.xianzhi)
    heads = "".join(f"{name + ' P':>8}{name + ' R':>8}" for name in MEASURES)
    print(f"{'without':16}{'figures':>8}{'differ':>8}{heads}   change of F1")
    for family in [None, *families(arguments.xianzhi)]:
        reading = Reading(annotations, score, arguments.xianzhi, "--without", family) if family else whole
        cells = "".join(f"{precision:8.3f}{recall:8.3f}" for precision, recall in reading.scores)
        change = " ".join(f"{own - all:+.3f}" for own, all in zip(reading.f1(), whole.f1()))
        differ = len(whole.figures - reading.figures)
        print(f"{family or 'nothing':16}{len(reading.figures):8}{differ:8}{cells}   {change}", flush=True)


if __name__ == "__main__":
    main()
