#!/usr/bin/env bash
# Two stages as two threads and as two processes, in turns within one run: samples a second of the epochs after the first.
# Usage: speed.sh TURNS WORK-FOLDER SID-COMMAND...
set -eu
turns=${1:?expected a number of turns}
work=$(realpath -m "${2:?expected a folder}")
shift 2
sid=("$@")
mkdir -p "$work"

# Prints the mean of the samples a second of all epochs but the first, in which the JVM compiles.
measure() {
  "${sid[@]}" train --dataset digits --network resnet18 --topology staged --stages 2 --threads 2 --execution pipeline \
    --precision fp32 --batch 64 --epochs 4 --seed 1 --quiet --overwrite --out "$work/$1" "${@:2}" >"$work/$1.log" 2>&1
  grep -o '"samples_per_second":[0-9.]*' "$work/$1/metrics.jsonl" | cut -d: -f2 | awk 'NR > 1 { s += $1 } END { print s / (NR - 1) }'
}

for turn in $(seq "$turns"); do
  threads=$(measure threads)
  processes=$(measure processes --processes 2)
  awk -v n="$turn" -v t="$threads" -v p="$processes" \
    'BEGIN { printf "turn %d: threads %.1f, processes %.1f samples/s, ratio %.3f\n", n, t, p, p / t }'
done
