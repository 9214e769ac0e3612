#!/usr/bin/env bash
# An audit as a Slurm job array: one task a part, on a disk that all nodes see.
#
#     job=$(sbatch --parsable --array=1-8 audit_slurm.sh FOLDER OUT)
#     sbatch --dependency=afterok:$job --wrap "rasoat merge -o OUT OUT/part*"
#
# A task whose node is lost is queued again by Slurm; one that fails asks for it itself, three times at most. Either
# goes on where it was. OPTIONS in the environment are added to each audit, quoted where a name has blanks.
#SBATCH --requeue
#SBATCH --open-mode=append
set -u
usage() {
    echo "audit_slurm.sh: $1" >&2
    echo "usage: [OPTIONS='--roster ds.csv …'] sbatch --array=1-PARTS audit_slurm.sh FOLDER OUT" >&2
    exit 2
}
[ $# -eq 2 ] || usage "FOLDER and OUT are needed, and nothing else; options for each audit go into OPTIONS"
for word in "$@"; do
    case $word in -* | "") usage "'$word' is no folder; options for each audit go into OPTIONS" ;; esac
done
[ -n "${SLURM_ARRAY_TASK_ID:-}" ] || usage "this is a task of a job array, which sbatch --array starts"
folder=$1 out=$2 task=$SLURM_ARRAY_TASK_ID
words=$(xargs -r -n1 printf '%s\n' <<< "${OPTIONS:-}") || usage "a quotation mark in OPTIONS has no other"
options=()
[ -z "$words" ] || mapfile -t options <<< "$words"
"${RASOAT:-rasoat}" audit "$folder" -o "$out/part$task" "--shard=$task/$SLURM_ARRAY_TASK_COUNT" \
    --jobs="${SLURM_CPUS_PER_TASK:-1}" --quiet "${options[@]}" && exit 0
code=$?
if [ "${SLURM_RESTART_COUNT:-0}" -lt 3 ]; then
    scontrol requeue "${SLURM_ARRAY_JOB_ID}_$task" && sleep 60 # until Slurm takes the task away
fi
exit "$code"
