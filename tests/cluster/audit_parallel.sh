#!/usr/bin/env bash
# An audit on several hosts by GNU parallel: audit_parallel.sh FOLDER OUT PARTS [[JOBS/][USER@]HOST…]
#
# FOLDER, OUT and rasoat are at the same place on every host (a shared disk). Each host does one part at a time, with
# all its processors; a part that fails, or whose host is lost, is tried on another one, up to five times, and goes on
# where it was. Without a HOST, this one does all parts. OPTIONS in the environment are added to each audit, as
# OPTIONS="--roster 'danh sach.csv' --as-of 2026-01-01", quoted where a name has blanks.
set -euo pipefail
usage() {
    echo "audit_parallel.sh: $1" >&2
    echo "usage: [OPTIONS='--roster ds.csv …'] audit_parallel.sh FOLDER OUT PARTS [[JOBS/][USER@]HOST…]" >&2
    exit 2
}
[ $# -ge 3 ] || usage "FOLDER, OUT and PARTS are needed"
folder=$1 out=$2 parts=$3
shift 3
for word in "$folder" "$out"; do
    case $word in -* | "") usage "'$word' is no folder; options for each audit go into OPTIONS" ;; esac
done
[[ $parts =~ ^[1-9][0-9]*$ ]] || usage "'$parts' is no number of parts"
for host in "$@"; do # : is this one
    [[ $host =~ ^([0-9]+/)?(:|([A-Za-z0-9_][A-Za-z0-9_.-]*@)?[A-Za-z0-9_][A-Za-z0-9_.-]*)$ ]] ||
        usage "'$host' is no host; options for each audit go into OPTIONS"
done
hosts=$(IFS=,; echo "${*:-:}")
rasoat=${RASOAT:-rasoat}
words=$(xargs -r -n1 printf '%s\n' <<< "${OPTIONS:-}") || usage "a quotation mark in OPTIONS has no other"
options=()
[ -z "$words" ] || mapfile -t options <<< "$words"
mkdir -p "$out"
parallel --quote --sshlogin "$hosts" --jobs 1 --retries 5 --joblog "$out/parallel.log" \
    "$rasoat" audit "$folder" -o "$out/part{}" "--shard={}/$parts" --quiet "${options[@]}" ::: $(seq "$parts")
results=()
for part in $(seq "$parts"); do results+=("$out/part$part"); done
"$rasoat" merge -o "$out" "${results[@]}"
