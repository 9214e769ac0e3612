#!/usr/bin/env bash
# Replays the kept seeds of every fuzz target; a target without seeds fails.
cd "$(dirname "$0")/../.."
failed=0
for source in tests/fuzz/fuzz_*.c; do
	target=$(basename "$source" .c)
	target=${target#fuzz_}
	if ! said=$("$BUILD/fuzz/$target" "tests/fuzz/seeds/$target" 2>&1); then
		echo "FAILED fuzz $target: $said"
		failed=1
	fi
done
[ $failed = 0 ] && echo "fuzz: the seeds of $(ls tests/fuzz/fuzz_*.c | wc -l) targets passed"
exit $failed
