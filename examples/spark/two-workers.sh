#!/bin/sh
# Runs extract.py on a cluster of a master and two workers of one core each on this machine, and checks that the
# figures are those that one process reads. Both read the .txt and .md files of REPORTS and nothing else (extract.py is
# given texts, not bytes), and both as they are read, without a ledger of corrections beside them.
#
#     two-workers.sh REPORTS OUT [XIANZHI]
#
# Needs Java 17, pyspark and curl.
set -eu
reports=$(realpath "$1") out=$(realpath -m "$2") program=$(command -v "${3:-xianzhi}")
here=$(dirname "$(realpath "$0")")
SPARK_HOME=$(python3 -c 'import os, pyspark; print(os.path.dirname(pyspark.__file__))')
export SPARK_HOME PYSPARK_PYTHON=python3 SPARK_LOCAL_IP=127.0.0.1
class="$SPARK_HOME/bin/spark-class" work=$(mktemp -d) started=

start() {
    log=$work/$1.log
    shift
    "$class" "$@" >"$log" 2>&1 &
    started="$started $!"
}
seconds() {
    awk "BEGIN { printf \"%.1f\", $2 - $1 }"
}
stop() {
    kill $started 2>/dev/null || true
    wait
    rm -rf "$work"
}
trap stop EXIT
trap 'exit 130' INT TERM

start master org.apache.spark.deploy.master.Master --host 127.0.0.1 --port 7077 --webui-port 8080
for worker in 1 2; do
    start "worker-$worker" org.apache.spark.deploy.worker.Worker --host 127.0.0.1 --webui-port "808$worker" \
        --cores 1 --memory 1g --work-dir "$work/worker-$worker" spark://127.0.0.1:7077
done
tries=0
until curl -s http://127.0.0.1:8080/json/ | grep -q '"aliveworkers" *: *2'; do
    tries=$((tries + 1))
    [ "$tries" -lt 60 ] || { cat "$work"/*.log >&2; exit 1; }
    sleep 1
done
echo 'two workers are there'

# What extract.py and Spark pass over, one process is not given either.
mkdir "$work/reports"
(cd "$reports" && find . -type f \( -name '*.txt' -o -name '*.md' \) ! -iname readme.md ! -path '*/.*' ! -path '*/_*' \
    -exec cp --parents -t "$work/reports" {} +)

begin=$(date +%s.%N)
# Reports lie in folders below, into which wholeTextFiles does not look by itself.
"$SPARK_HOME/bin/spark-submit" --master spark://127.0.0.1:7077 --executor-memory 512m \
    --conf spark.driver.host=127.0.0.1 --conf spark.ui.enabled=false \
    --conf spark.hadoop.mapreduce.input.fileinputformat.input.dir.recursive=true \
    "$here/extract.py" "file://$reports" "file://$out" "$program" 2>"$work/submit.log" || { cat "$work/submit.log" >&2; exit 1; }
end=$(date +%s.%N)
"$program" extract "$work/reports" --as-read --format jsonl --quiet 2>"$work/one.log" >"$work/one.jsonl"
alone=$(date +%s.%N)
for worker in 1 2; do
    echo "worker $worker ran $(cat "$work/worker-$worker"/*/*/stderr | grep -c 'Finished task') tasks"
done

cat "$out"/part-* | LC_ALL=C sort >"$work/cluster.jsonl"
LC_ALL=C sort -o "$work/one.jsonl" "$work/one.jsonl"
echo "$(wc -l <"$work/cluster.jsonl") figures by the cluster"
echo "$(wc -l <"$work/one.jsonl") figures by one process"
cmp "$work/cluster.jsonl" "$work/one.jsonl"
echo 'they are the same, byte for byte'
echo "seconds: $(seconds "$begin" "$end") from submission to the end by the cluster, $(seconds "$end" "$alone") by one process"
