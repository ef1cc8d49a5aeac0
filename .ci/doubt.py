"""Whether doubt means something: doubt.py [--xianzhi PROGRAM] [--floors FILE] [--show REASON] [FOLDER...]

For each reason to doubt, how many of the annotated figures bear it and how many of those are wholly right; the same for
those that bear it alone, and for the sure ones, which bear none. FOLDER is a folder of annotation as ../shared/gold is,
which is taken when none is named. With floors it exits 1 when fewer than `sure_right` of the sure figures are wholly right,
or fewer than `sure_share` of all are sure. `--show` prints figures that are wrong and bear the reason, or are `sure`.
"""

import argparse
import collections
import json
import sys

import gold


def told(figure):
    if not figure:
        return "-"
    name = figure.get("name") or figure.get("metric")
    parts = [figure["text"], name, figure["measure"], figure["region"], figure["period"], figure["status"]]
    return " ".join(map(str, parts))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", default=[gold.SHARED / "gold"], metavar="FOLDER")
    parser.add_argument("--xianzhi", default=gold.ROOT / "target/release/xianzhi", metavar="PROGRAM")
    parser.add_argument("--floors", metavar="FILE")
    parser.add_argument("--show", metavar="REASON")
    arguments = parser.parse_args()
    score = gold.scorer()
    judged = []
    for folder in arguments.folders:
        annotation = gold.Annotation(folder)
        judged += annotation.judged(score, annotation.extract(arguments.xianzhi))
    judged = [(figure, annotated, right) for figure, annotated, right in judged if figure]

    of, alone = collections.defaultdict(list), collections.defaultdict(list)
    for figure, annotated, right in judged:
        for reason in figure["doubt"]:
            of[reason].append(right)
        if len(figure["doubt"]) <= 1:
            alone[(figure["doubt"] or ["sure"])[0]].append(right)
        if arguments.show in (figure["doubt"] or ["sure"]) and not right:
            fields = [k for k, same in score.FIELDS.items() if not (annotated and same(figure, annotated))]
            fields = ",".join(fields) if annotated else "extra"
            print(f"{figure['doc']}@{figure['start']} {fields}\n    gold {told(annotated)}\n    read {told(figure)}")

    def right_of(figures):
        return f"{len(figures):7}{sum(figures) / len(figures):8.3f}" if figures else f"{0:7}{'—':>8}"

    print(f"{'reason':18}{'figures':>7}{'right':>8}{'alone':>9}{'right':>8}")
    for reason in sorted(of, key=lambda reason: -len(of[reason])):
        print(f"{reason:18}{right_of(of[reason])}  {right_of(alone[reason])}")
    sure = alone["sure"]
    right, share = sum(sure) / max(len(sure), 1), len(sure) / max(len(judged), 1)
    print(f"{'sure':18}{right_of(sure)}  {share:.3f} of {len(judged)} figures")
    if arguments.floors:
        with open(arguments.floors, encoding="utf-8") as file:
            floors = json.load(file)
        for name, value in (("sure_right", right), ("sure_share", share)):
            if value < floors[name]:
                sys.exit(f"{name}: {value:.4f} is below its floor {floors[name]}")


if __name__ == "__main__":
    main()
