#!/usr/bin/env python3
"""Sets the reading of all reports against searching them: ripgrep for five words, Python for number and unit.

    cargo build --release
    python3 benches/extract/against_ripgrep.py [FOLDER]

Each is a process of its own over the same files, start-up included, and its output is thrown away; they take turns,
and of RUNS each the quickest counts. `on one core` binds a process to the first core, ripgrep to one thread. FOLDER
is ../shared/reports, or the texts of the extraction cases where that is not there.
"""

import os
import pathlib
import subprocess
import sys
import time

RUNS = 9
ROOT = pathlib.Path(__file__).resolve().parents[2]
WORDS = "生产总值|一般公共预算收入|固定资产投资|同比增长|人均可支配收入"
SEARCH = r"""
import re, sys
number = re.compile(r"[0-9]+(?:\.[0-9]+)?\s*(?:个百分点|万亿元|亿元|万元|元|%|％|万人|人|万吨|吨|公里|万亩|亩|家|个|户|项|位)")
print(sum(len(number.findall(open(path, encoding="utf-8").read())) for path in sys.argv[1:]))
"""


def seconds(command, cores):
    """How long a command runs on some cores; what it prints is thrown away."""
    bind = lambda: os.sched_setaffinity(0, cores)
    before = time.perf_counter()
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, preexec_fn=bind)
    took = time.perf_counter() - before
    # A report that holds nothing makes 1 of both programs' exit codes.
    assert done.returncode in (0, 1), command
    return took


def main():
    default = ROOT / "../shared/reports"
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else default if default.is_dir() else ROOT / "tests/extraction"
    files = sorted(path for path in folder.rglob("*") if path.suffix in (".txt", ".md") and path.name != "README.md")
    characters = sum(len(path.read_text(encoding="utf-8")) for path in files)
    every = os.sched_getaffinity(0)
    one = {min(every)}
    paths = [str(path) for path in files]
    program = os.environ.get("XIANZHI", str(ROOT / "target/release/xianzhi"))
    extract = [program, "extract", "--format", "jsonl", *paths]
    commands = {
        "xianzhi extract, on one core": (extract, one),
        f"xianzhi extract, on {len(every)} cores": (extract, every),
        "rg -c of five words, on one core": (["rg", "--threads=1", "-c", WORDS, *paths], one),
        f"rg -c of five words, on {len(every)} cores": (["rg", "-c", WORDS, *paths], every),
        "Python re, number and unit": ([sys.executable, "-c", SEARCH, *paths], one),
    }
    quickest = {}
    for _ in range(RUNS):
        for name, (command, cores) in commands.items():
            quickest[name] = min(seconds(command, cores), quickest.get(name, float("inf")))
    print(f"{len(files)} reports, {characters / 1e6:.2f} million characters; {os.cpu_count()} cores\n")
    base = next(iter(quickest.values()))
    for name, took in quickest.items():
        print(f"{name:<34} {took * 1e3:8.0f} ms {characters / took / 1e6:8.1f} Mchar/s {base / took:8.2f} × the first")


main()
