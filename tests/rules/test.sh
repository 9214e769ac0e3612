#!/usr/bin/env bash
# The rule set is well formed, every example in it comes out as it says, and the corpus is what its sources give.
set -euo pipefail
cd "$(dirname "$0")/../.."
rasoat=${RASOAT:-build/rasoat}
passed=0 failed=0
expect() { # title, command…
    local title=$1
    shift
    if output=$("$@" 2>&1); then passed=$((passed + 1)); else
        failed=$((failed + 1))
        printf 'FAILED %s\n%s\n' "$title" "$output"
    fi
}
expect "rules lint" "$rasoat" rules lint --rules rules
expect "rules test" "$rasoat" rules test --rules rules
expect "corpus is up to date" python3 tests/corpus/make.py --check
echo "rules: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
