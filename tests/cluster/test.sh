#!/usr/bin/env bash
# The recipes for several machines: a lost host and a failed task are tried again, and what comes of all parts is what
# one machine gives. Engines that are not installed, or do not start here, are skipped, which is said.
set -euo pipefail
cd "$(dirname "$0")/../.."
here=$PWD/tests/cluster
export RASOAT=${RASOAT:-$PWD/build/rasoat} RASOAT_RULES=$PWD/rules
place=$(mktemp -d)
roster="$place/danh sách.csv"
export OPTIONS="--as-of 2026-01-01 --roster '$roster'"
slurm_processes=()
cleanup() {
    for process in "${slurm_processes[@]}"; do kill "$process" 2>/dev/null || true; done
    wait 2>/dev/null || true
    rm -rf "$place"
}
trap cleanup EXIT
passed=0 failed=0

pass() { passed=$((passed + 1)); }
fail() {
    failed=$((failed + 1))
    echo "FAILED $1"
    shift
    tail -n 20 "$@" /dev/null | sed 's/^/    /'
}

# --- what one machine gives ----------------------------------------------------------------------------------

mkdir "$place/nop"
find corpus -name '*.docx' | sort | sed -n 1,20p | xargs cp -t "$place/nop"
printf 'Đơn vị\nSở Tư pháp\nTrường THCS Hoa Ban\n' > "$roster"
"$RASOAT" audit "$place/nop" -o "$place/whole" --as-of 2026-01-01 --roster "$roster" --quiet || [ $? = 3 ] || [ $? = 1 ]
same() { cmp -s "$place/whole/results.jsonl" "$1/results.jsonl"; }

# a program that fails once for part 2, after it has begun
cat > "$place/rasoat" <<EOF
#!/bin/sh
case "\$*" in *--shard=2/*) if mkdir "$place/\$KIND.failed" 2>/dev/null; then timeout -s KILL 0.15 "$RASOAT" "\$@"; exit 137; fi ;; esac
exec "$RASOAT" "\$@"
EOF
chmod +x "$place/rasoat"

# and one that stands still in part 1 once, until its machine is lost: where it stands, and the processes there
cat > "$place/rasoat-stands" <<EOF
#!/bin/sh
case "\$*" in *--shard=1/*) if mkdir "$place/lost" 2>/dev/null; then
    timeout -s KILL 0.15 "$RASOAT" "\$@"
    echo "\$SLURMD_NODENAME \$\$ \$PPID \$(ps -o ppid= -p "\$PPID")" > "$place/lost/new" && mv "$place/lost/new" "$place/lost/where"
    exec sleep 600
fi ;; esac
exec "$RASOAT" "\$@"
EOF
chmod +x "$place/rasoat-stands"

# --- words that are none of theirs ---------------------------------------------------------------------------

refused() { # what it says of them; the command
    local why=$1
    shift
    if "$@" > "$place/refused.out" 2>&1 || [ $? != 2 ] || ! grep -q "$why" "$place/refused.out" ||
        ! grep -q '^usage: ' "$place/refused.out" || [ -e "$place/refused" ]; then
        fail "refusing: $*" "$place/refused.out"
    else
        pass
    fi
}
nop=$place/nop out=$place/refused
refused "PARTS are needed" "$here/audit_parallel.sh" "$nop" "$out"
refused "'--roster' is no host" "$here/audit_parallel.sh" "$nop" "$out" 3 1/a --roster ds.csv
refused "'--as-of=2026-01-01' is no host" "$here/audit_parallel.sh" "$nop" "$out" 3 --as-of=2026-01-01
refused "'a,b' is no host" "$here/audit_parallel.sh" "$nop" "$out" 3 a,b
refused "'--quiet' is no folder" "$here/audit_parallel.sh" --quiet "$nop" 3
refused "'0' is no number" "$here/audit_parallel.sh" "$nop" "$out" 0
refused "'1/may-a' is no number" "$here/audit_parallel.sh" "$nop" "$out" 1/may-a 3
refused "quotation mark" env OPTIONS="--roster 'ds.csv" "$here/audit_parallel.sh" "$nop" "$out" 3
export SLURM_ARRAY_TASK_ID=1 SLURM_ARRAY_TASK_COUNT=1
refused "quotation mark" env OPTIONS="--roster 'ds.csv" "$here/audit_slurm.sh" "$nop" "$out"
refused "nothing else" "$here/audit_slurm.sh" "$nop" "$out" --roster=ds.csv
refused "nothing else" "$here/audit_slurm.sh" "$nop"
refused "'--quiet' is no folder" "$here/audit_slurm.sh" --quiet "$nop"
unset SLURM_ARRAY_TASK_ID SLURM_ARRAY_TASK_COUNT
refused "sbatch --array" "$here/audit_slurm.sh" "$nop" "$out"

# --- GNU parallel --------------------------------------------------------------------------------------------

with_parallel() {
    # in place of ssh: hosts are this one, and one of them is lost
    cat > "$place/ssh" <<EOF
#!/bin/sh
while [ "\${1#-}" != "\$1" ]; do shift; done
host=\$1; shift
[ "\$1" != -- ] || shift
echo "\$host" >> "$place/hosts"
[ "\$host" != lost ] || exit 255
export SHELL=/bin/sh # as the server of ssh does, whatever this environment has
exec sh -c "\$*"
EOF
    chmod +x "$place/ssh"
    mkdir -p "$place/home"
    cp -r "$place/nop" "$place/nộp đợt 2" # as offices call their folders
    HOME=$place/home KIND=parallel PARALLEL_SSH=$place/ssh RASOAT=$place/rasoat \
        PARALLEL="--env KIND --env RASOAT_RULES" \
        "$here/audit_parallel.sh" "$place/nộp đợt 2" "$place/kết quả 2" 3 1/a 1/lost 1/b > "$place/parallel.out" 2>&1 ||
        [ $? = 3 ] || [ $? = 1 ]
    same "$place/kết quả 2" && grep -q lost "$place/hosts" && [ -d "$place/parallel.failed" ]
}
if command -v parallel >/dev/null && parallel --version 2>/dev/null | grep -q GNU; then
    if with_parallel; then pass; else fail "GNU parallel over three hosts" "$place/parallel.out"; fi
else
    echo "cluster: GNU parallel is not installed; skipped"
fi

# --- Slurm ---------------------------------------------------------------------------------------------------

port=$((10000 + $$ % 7000 * 3)) # and two more: another run beside this one has its own

slurm_configuration() {
    cat <<EOF
ClusterName=rasoat
SlurmctldHost=$(hostname -s)(127.0.0.1)
SlurmctldPort=$port
AuthType=auth/munge
AuthInfo=socket=$place/munge.socket,cred_expire=5
CryptoType=crypto/munge
SlurmUser=$(id -un)
SlurmdUser=$(id -un)
StateSaveLocation=$place/state
SlurmdSpoolDir=$place/spool.%n
SlurmctldPidFile=$place/slurmctld.pid
SlurmdPidFile=$place/%n.pid
SlurmctldLogFile=$place/slurmctld.log
SlurmdLogFile=$place/%n.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
MpiDefault=none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
ReturnToService=2
SchedulerParameters=requeue_delay=1
SlurmdTimeout=5
NodeName=may-a,may-b NodeHostname=$(hostname -s) NodeAddr=127.0.0.1 Port=[$((port + 1))-$((port + 2))] CPUs=1 State=UNKNOWN
PartitionName=all Nodes=may-a,may-b Default=YES State=UP
EOF
}

start_node() { # its name
    slurmd -D -N "$1" > "$place/$1.out" 2>&1 &
    slurm_processes+=($!)
}

# Starts munge, the controller and two nodes, all in the folder of the test; false when one of them does not start.
start_slurm() {
    mkdir -p "$place/state" "$place/spool.may-a" "$place/spool.may-b"
    head -c 1024 /dev/urandom > "$place/munge.key"
    chmod 400 "$place/munge.key"
    chmod 755 "$place"
    munged --foreground --force --key-file="$place/munge.key" --socket="$place/munge.socket" \
        --pid-file="$place/munge.pid" --log-file="$place/munged.log" --seed-file="$place/munge.seed" \
        --num-threads=2 > "$place/munged.out" 2>&1 &
    slurm_processes+=($!)
    slurm_configuration > "$place/slurm.conf"
    export SLURM_CONF=$place/slurm.conf
    sleep 1
    slurmctld -D > "$place/slurmctld.out" 2>&1 &
    slurm_processes+=($!)
    start_node may-a
    start_node may-b
    for _ in $(seq 30); do
        [ "$(sinfo -h -N -t idle -o %N 2>/dev/null | wc -l)" = 2 ] && return 0
        sleep 1
    done
    return 1
}

job_ended() { # id: no task of it is queued or runs
    for _ in $(seq 240); do
        [ -n "$(squeue -h -j "$1" 2>/dev/null)" ] || return 0
        sleep 0.5
    done
    return 1
}

# A job array of three parts and the job that merges them: program, folder of the results; sets job and merge.
submit() {
    job=$(RASOAT=$1 sbatch --parsable --array=1-3 --output="$2-%a.out" \
        "$here/audit_slurm.sh" "$place/nop" "$2") || return 1
    merge=$(sbatch --parsable --dependency="afterok:$job" --output="$2-merge.out" \
        --wrap "'$RASOAT' merge -o '$2' '$2'/part*") || return 1
}

with_slurm() {
    local job merge
    export KIND=slurm
    submit "$place/rasoat" "$place/slurm" && job_ended "$job" && job_ended "$merge" && same "$place/slurm" &&
        [ -d "$place/slurm.failed" ]
}

# A machine is lost while it is at a part, with all that runs there: the part is done by the other one.
with_lost_node() {
    local job merge node processes
    submit "$place/rasoat-stands" "$place/bereft" || return 1
    for _ in $(seq 120); do
        [ ! -e "$place/lost/where" ] || break
        sleep 0.5
    done
    read -r node processes < "$place/lost/where" || return 1
    # shellcheck disable=SC2086 # several
    kill -KILL "$(cat "$place/$node.pid")" $processes
    job_ended "$job" && job_ended "$merge" && same "$place/bereft" && sinfo -h -n "$node" -o %t | grep -q down
}
if ! command -v slurmctld >/dev/null || ! command -v munged >/dev/null || ! command -v sbatch >/dev/null; then
    echo "cluster: Slurm is not installed; skipped"
elif ! start_slurm; then
    echo "cluster: Slurm does not start here; skipped"
    tail -n 3 "$place"/*.out | sed 's/^/    /'
else
    if with_slurm; then pass; else fail "a job array of Slurm" "$place"/slurm-*.out "$place/slurmctld.log"; fi
    if with_lost_node; then pass; else fail "a lost node of Slurm" "$place"/bereft-*.out "$place/slurmctld.log"; fi
fi

echo "cluster: $passed passed, $failed failed"
[ "$failed" = 0 ]
