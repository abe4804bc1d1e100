#!/usr/bin/env bash
# Trains in two network namespaces that a veth pair joins, as on two machines, and counts the bytes at the link. Prints
# the SHA-256 of the weights in one process and in two, and what a batch more costs in each direction: from two lengths
# of an epoch, so that what is sent once for a run or an epoch drops out. Needs root. See README.md.
# Usage: namespaces.sh WORK-FOLDER "NETWORK AND PRECISION" SID-COMMAND..., for example "--network mlp --hidden 1024"
set -eu
work=$(realpath -m "${1:?expected a folder}")
read -r -a network <<<"${2:?expected settings of a network}"
shift 2
sid=("$@")
mkdir -p "$work"
a=sid-$$-a
b=sid-$$-b
trap 'ip netns del $a; ip netns del $b' EXIT
ip netns add "$a"
ip netns add "$b"
ip -n "$a" link add near type veth peer name far netns "$b"
ip -n "$a" addr add 10.77.0.1/24 dev near
ip -n "$b" addr add 10.77.0.2/24 dev far
for end in "$a near" "$b far"; do
  read -r space device <<<"$end"
  ip -n "$space" link set lo up
  ip -n "$space" link set "$device" up
done

# The data is the built-in digits: the validation part decides how many batches an epoch has.
words() { echo train --dataset digits --topology staged --stages 2 --threads 1 --batch 64 --epochs 1 --seed 7 --quiet --overwrite --execution single-pass --validation "$1"; }
count() { ip netns exec "$a" cat "/sys/class/net/near/statistics/$1_bytes"; }

# Prints the batches and the bytes there and back of one epoch.
measure() {
  local there back
  there=$(count tx)
  back=$(count rx)
  # shellcheck disable=SC2046 # The words are flags.
  SID_SEAT=1/2@10.77.0.1:29500 ip netns exec "$b" "${sid[@]}" $(words "$1") "${network[@]}" --out "$work/two-$1" >"$work/rank-1.log" 2>&1 &
  # shellcheck disable=SC2046
  SID_SEAT=0/2@10.77.0.1:29500 ip netns exec "$a" "${sid[@]}" $(words "$1") "${network[@]}" --out "$work/two-$1" >"$work/rank-0.log" 2>&1
  wait
  steps=$(tail -n 1 "$work/two-$1/metrics.jsonl" | grep -o '"step":[0-9]*' | head -n 1 | cut -d: -f2)
  echo "$steps $(($(count tx) - there)) $(($(count rx) - back))"
}

hash() { sha256sum <"$work/$1/weights.safetensors" | cut -c1-16; }

read -r few there_few back_few <<<"$(measure 0.8)"
read -r many there_many back_many <<<"$(measure 0.2)"
# shellcheck disable=SC2046
"${sid[@]}" $(words 0.2) "${network[@]}" --out "$work/one" >"$work/one.log" 2>&1
echo "one process $(hash one), two namespaces $(hash two-0.2)"
echo "$few and $many batches: $there_few and $there_many bytes there, $back_few and $back_many back"
awk -v n=$((many - few)) -v t=$((there_many - there_few)) -v r=$((back_many - back_few)) \
  'BEGIN { printf "a batch: %.0f bytes there, %.0f back\n", t / n, r / n }'
