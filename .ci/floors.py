"""Compares the scores of the extraction with the floors of one annotation: floors.py SCORES.json FLOORS.json NAME

Exits 1 when a score is below its floor; says so when a floor can be raised.
"""

import json
import sys

# A floor is worth raising when the score stands this much above it.
WORTH = 0.005

scores, floors = (json.load(open(name, encoding="utf-8")) for name in sys.argv[1:3])
floors = floors[sys.argv[3]]
failed = False
for name in ("span", "core_right", "all_right"):
    score, floor = scores[name][2], floors[name]
    if score < floor:
        failed = True
        print(f"{name}: F1 {score:.4f} is below its floor {floor}; see score.py --errors 20 for what is read wrongly")
    elif score >= floor + WORTH:
        print(f"{name}: F1 {score:.4f}; its floor {floor} in .ci/floors.json can be raised")
    else:
        print(f"{name}: F1 {score:.4f}, floor {floor}")
if scores["damaged_read"] > floors["damaged_read"]:
    failed = True
    print(f"{scores['damaged_read']} values were read out of damaged text; {floors['damaged_read']} are allowed")
sys.exit(failed)
