#!/usr/bin/env bash
# An audit on several hosts by GNU parallel: audit_parallel.sh FOLDER OUT PARTS [HOST…]
#
# FOLDER, OUT and rasoat are at the same place on every host (a shared disk). Each host does one part at a time, with
# all its processors; a part that fails, or whose host is lost, is tried on another one, up to five times, and goes on
# where it was. Without a HOST, this one does all parts. OPTIONS in the environment are added to each audit, as
# OPTIONS="--roster ds.csv --as-of 2026-01-01".
set -euo pipefail
folder=$1 out=$2 parts=$3
shift 3
hosts=$(IFS=,; echo "${*:-:}")
rasoat=${RASOAT:-rasoat}
mkdir -p "$out"
# shellcheck disable=SC2086 # OPTIONS are words
parallel --sshlogin "$hosts" --jobs 1 --retries 5 --joblog "$out/parallel.log" \
    "$rasoat" audit "$folder" -o "$out/part{}" "--shard={}/$parts" --quiet ${OPTIONS:-} ::: $(seq "$parts")
"$rasoat" merge -o "$out" $(seq -f "$out/part%g" "$parts")
