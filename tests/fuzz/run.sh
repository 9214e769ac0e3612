#!/usr/bin/env bash
# Fuzzes each target for FUZZ_SECONDS (60), one after the other, from its seeds. New inputs stay in $BUILD/corpus/TARGET,
# what crashes in $BUILD/found; the last line of each says executions and coverage.
#   tests/fuzz/run.sh [TARGET…]      (make fuzz builds them)
cd "$(dirname "$0")/../.."
build=${BUILD:-build-fuzz}
mkdir -p "$build/found"
[ $# -gt 0 ] || set -- $(for source in tests/fuzz/fuzz_*.c; do basename "${source#tests/fuzz/fuzz_}" .c; done)

# libFuzzer reads dictionaries of ASCII alone, and ends at once on any other: letters become \xHH for it
escaped_dictionary() {
	LC_ALL=C python3 -c 'import sys
for byte in sys.stdin.buffer.read():
    sys.stdout.write(chr(byte) if byte < 128 else "\\x%02x" % byte)' <"$1"
}

failed=0
for target; do
	mkdir -p "$build/corpus/$target"
	dictionary=tests/fuzz/$target.dict
	[ -e "$dictionary" ] || dictionary=tests/fuzz/xml.dict
	escaped_dictionary "$dictionary" >"$build/$target.dict"
	nice -n 19 "$build/fuzz/$target" -max_total_time="${FUZZ_SECONDS:-60}" -rss_limit_mb=2048 -timeout=15 \
		-max_len=16384 -dict="$build/$target.dict" -print_final_stats=1 -artifact_prefix="$build/found/$target-" \
		"$build/corpus/$target" "tests/fuzz/seeds/$target" >"$build/$target.log" 2>&1 || { failed=1; echo "FOUND $target"; }
	executions=$(grep -oE 'stat::number_of_executed_units: *[0-9]+' "$build/$target.log" | grep -oE '[0-9]+$')
	echo "$target: ${executions:-no} executions, $(grep -oE 'cov: [0-9]+' "$build/$target.log" | tail -1)"
	[ -n "$executions" ] || { failed=1; tail -3 "$build/$target.log"; }
done
exit $failed
