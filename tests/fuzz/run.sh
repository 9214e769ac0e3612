#!/usr/bin/env bash
# Fuzzes each target for FUZZ_SECONDS (60), one after the other, from its seeds. New inputs stay in $BUILD/corpus/TARGET,
# what crashes in $BUILD/found; the last line of each says executions and coverage.
#   tests/fuzz/run.sh [TARGET…]      (make fuzz builds them)
cd "$(dirname "$0")/../.."
build=${BUILD:-build-fuzz}
mkdir -p "$build/found"
[ $# -gt 0 ] || set -- $(ls "$build/fuzz")
failed=0
for target; do
	mkdir -p "$build/corpus/$target"
	dictionary=tests/fuzz/$target.dict
	[ -e "$dictionary" ] || dictionary=tests/fuzz/xml.dict
	nice -n 19 "$build/fuzz/$target" -max_total_time="${FUZZ_SECONDS:-60}" -rss_limit_mb=2048 -timeout=15 \
		-max_len=16384 -dict="$dictionary" -print_final_stats=1 -artifact_prefix="$build/found/$target-" \
		"$build/corpus/$target" "tests/fuzz/seeds/$target" >"$build/$target.log" 2>&1 || { failed=1; echo "FOUND $target"; }
	echo "$target: $(grep -o 'stat::number_of_executed_units: .*' "$build/$target.log" | tr -s ' ' | cut -d' ' -f2) executions," \
		"$(grep -oE 'cov: [0-9]+' "$build/$target.log" | tail -1)"
done
exit $failed
