#!/usr/bin/env bash
# Trains one small run under each launcher that is installed, and prints the SHA-256 of its weights and of its metrics
# without times. All lines have to be the same. See README.md.
# Usage: launchers.sh WORK-FOLDER SID-COMMAND...   TORCHRUN names another torchrun, SLURM=1 says that a cluster is up.
set -u
work=$(realpath -m "${1:?expected a folder}")
shift
sid=("$@")
mkdir -p "$work"
line=(train --dataset digits --network mlp --depth 4 --hidden 32 --topology staged --stages 4 --threads 1 --precision fp32
  --execution single-pass --epochs 3 --seed 7 --quiet --overwrite)
export MASTER_ADDR=127.0.0.1
port=29510

# Each is given the folder of its run.
alone() { "${sid[@]}" "${line[@]}" --out "$1"; }
processes() { "${sid[@]}" "${line[@]}" --out "$1" --processes 2; }
by_hand() {
  SID_SEAT=1/2@127.0.0.1:$port "${sid[@]}" "${line[@]}" --out "$1" &
  SID_SEAT=0/2@127.0.0.1:$port "${sid[@]}" "${line[@]}" --out "$1"
  wait
}
torch_run() {
  "${TORCHRUN:-torchrun}" --no-python --standalone --nnodes 1 --nproc-per-node 2 "${sid[@]}" "${line[@]}" --out "$1"
}
open_mpi() {
  mpirun.openmpi --allow-run-as-root --oversubscribe -np 2 -x MASTER_ADDR -x MASTER_PORT=$port "${sid[@]}" "${line[@]}" --out "$1"
}
mpich() { MASTER_PORT=$port mpiexec.mpich -n 2 "${sid[@]}" "${line[@]}" --out "$1"; }
slurm() { MASTER_PORT=$port srun --ntasks 2 --overcommit --kill-on-bad-exit=1 "${sid[@]}" "${line[@]}" --out "$1"; }

attempt() {
  name=$1
  if [ -n "$2" ] && ! command -v "$2" >/dev/null; then
    printf '%-12s not installed\n' "$name"
    return
  fi
  port=$((port + 1))
  if ! "$name" "$work/$name" >"$work/$name.log" 2>&1; then
    printf '%-12s failed: %s\n' "$name" "$(tail -n 1 "$work/$name.log")"
    return
  fi
  printf '%-12s %s %s\n' "$name" "$(sha256sum <"$work/$name/weights.safetensors" | cut -c1-16)" \
    "$(sed 's/,"samples_per_second":.*//' "$work/$name/metrics.jsonl" | sha256sum | cut -c1-16)"
}

attempt alone ""
attempt processes ""
attempt by_hand ""
attempt torch_run "${TORCHRUN:-torchrun}"
attempt open_mpi mpirun.openmpi
attempt mpich mpiexec.mpich
if [ -n "${SLURM:-}" ]; then attempt slurm srun; else printf '%-12s no cluster\n' slurm; fi
