"""Reads the figures out of a folder of reports on a Spark cluster.

    spark-submit --master spark://HOST:7077 extract.py REPORTS OUT [XIANZHI]

REPORTS is a folder of reports in UTF-8 (.txt, .md) that every worker can read, OUT a folder that is not there yet,
XIANZHI the program as the workers find it. Each partition of the reports goes through a process of its own; its
figures come back in the order of the documents.
"""

import json
import shlex
import sys
from pathlib import PurePosixPath

from pyspark.sql import SparkSession


def is_report(document: tuple[str, str]) -> bool:
    path = PurePosixPath(document[0])
    return path.suffix in {".txt", ".md"} and not path.name.startswith(".") and path.name.lower() != "readme.md"


def line(document: tuple[str, str]) -> str:
    """A document as one line of JSON; its figures are told by the name of its file."""
    path, text = document
    return json.dumps({"id": PurePosixPath(path).name, "text": text}, ensure_ascii=False)


def main(reports: str, out: str, program: str = "xianzhi") -> None:
    spark = SparkSession.builder.appName("xianzhi").getOrCreate()
    context = spark.sparkContext
    documents = context.wholeTextFiles(reports, minPartitions=4 * context.defaultParallelism)
    # Without checkCode a process that failed would pass for one without figures.
    figures = documents.filter(is_report).map(line).pipe(f"{shlex.quote(program)} extract - --jsonl-in", checkCode=True)
    figures.saveAsTextFile(out)
    spark.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
