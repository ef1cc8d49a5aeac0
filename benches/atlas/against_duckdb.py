#!/usr/bin/env python3
"""Sets the build of the Atlas against DuckDB loading the same figures as CSV.

    pip install duckdb
    python3 benches/atlas/against_duckdb.py

DuckDB uses all cores, the build one. The Atlas takes figures as they are made, which is in its time; DuckDB parses
a file that was just written. Each runs three times in a process of its own and the quickest counts.
XIANZHI_FIGURES sets another number than five million.
"""

import json
import os
import subprocess
import sys
import tempfile

RUNS = 3
LOAD = """
import duckdb, json, resource, sys, time
before = time.perf_counter()
figures, = duckdb.execute("CREATE TABLE figures AS SELECT * FROM read_csv(?)", [sys.argv[1]]).fetchone()
seconds = time.perf_counter() - before
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
print(json.dumps({"version": duckdb.__version__, "figures": figures, "loading": seconds, "peak_mib": peak}))
"""


def answer(command, **environment):
    """The JSON object that a command prints as its last line."""
    done = subprocess.run(command, env=os.environ | environment, check=True, stdout=subprocess.PIPE, text=True)
    return json.loads(done.stdout.splitlines()[-1])


def main():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "figures.csv")
        bench = ["cargo", "bench", "--quiet", "--bench", "atlas"]
        atlas = min((answer(bench, XIANZHI_CSV=path) for _ in range(RUNS)), key=lambda run: run["building"])
        size = os.path.getsize(path) / 2**20
        load = [sys.executable, "-c", LOAD, path]
        duckdb = min((answer(load) for _ in range(RUNS)), key=lambda run: run["loading"])
    assert atlas["figures"] == duckdb["figures"], (atlas, duckdb)
    print(f"figures            {atlas['figures']:>10,}   {size:.0f} MiB of CSV")
    print(f"Atlas, build       {atlas['building']:>10.2f} s {atlas['peak_mib']:>6} MiB peak, {atlas['bytes']:.1f} bytes a figure")
    print(f"  making figures   {atlas['making']:>10.2f} s")
    print(f"DuckDB {duckdb['version']}, load {duckdb['loading']:>9.2f} s {duckdb['peak_mib']:>6} MiB peak")
    print(f"ratio              {atlas['building'] / duckdb['loading']:>10.2f}   (at most 2)")


main()
