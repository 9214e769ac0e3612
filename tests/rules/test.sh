#!/usr/bin/env bash
# The rule set is well formed, every example in it comes out as it says, a folder of one's own adds to it, and the corpus is
# what its sources give.
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
# rules that were compiled with the program, and the same with a comment more, which are read anew
anew=$(mktemp -d)
trap 'rm -rf "$anew"' EXIT
cp rules/*.xml rules/rasoat.rng "$anew"
echo '<!-- -->' >>"$anew/kinds.xml"
says() { # rules, what they say of the corpus and of themselves
    for what in list coverage test; do "$rasoat" rules "$what" --rules "$1"; done
    "$rasoat" rules show --rules "$1" l10-cq-d46-k03
    "$rasoat" check --rules "$1" --as-of 2026-11-01 -f jsonl corpus/*.docx corpus/*.odt || [ $? = 1 ] || [ $? = 3 ]
}
same() { diff <(says rules | sed -E 's/"rules": ?"[0-9a-f]{64}"//') <(says "$anew" | sed -E "s/\"rules\": ?\"[0-9a-f]{64}\"//; s|$anew|rules|g") | head -c 2000 | { ! grep .; }; }
expect "compiled ahead or anew, rules say the same" same
# own rules, added to those of the repository
RASOAT_RULES=rules expect "own rules add a requirement" "$rasoat" rules show --rules tests/rules/own lamson-d3-bien-ban
RASOAT_RULES=rules expect "own rules keep the others" "$rasoat" rules show --rules tests/rules/own l10-cq-d46-k03
RASOAT_RULES=rules expect "own examples are run" "$rasoat" rules test --rules tests/rules/own
clash=$(RASOAT_RULES=rules "$rasoat" rules lint --rules tests/rules/clash 2>&1 || true)
names_both() { [[ $clash == *same-id.xml:5:*"agency-10-2022-conference"*agency-10-2022.xml:* || $clash == *agency-10-2022.xml:*same-id.xml:5* ]] || { echo "$clash"; return 1; }; }
expect "a clash names both sides" names_both
# a bound that asks for a least number reads one in each of its phrases
no_number=$(RASOAT_RULES=rules "$rasoat" rules lint --rules tests/rules/no-number 2>&1 || true)
names_the_line() { [[ $no_number == *no-number.xml:*"needs #"* ]] || { echo "$no_number"; return 1; }; }
expect "a bound without a number is refused" names_the_line
wrong_attribute=$(RASOAT_RULES=rules "$rasoat" rules lint --rules tests/rules/wrong-attribute 2>&1 || true)
names_the_attribute() { [[ $wrong_attribute == *wrong-attribute.xml:12:*“unit”* ]] || { echo "$wrong_attribute"; return 1; }; }
expect "a wrong attribute is named with its line" names_the_attribute
# what a requirement depends on is part of its explanation
explanation=$(RASOAT_RULES=rules "$rasoat" rules show l10-cq-d63-k2)
names_conditions() { [[ $explanation == *"trên 7 người"*"có Công đoàn"*"[không có Công đoàn]"* ]] || { echo "$explanation"; return 1; }; }
expect "rules show tells the conditions" names_conditions
steps=$(RASOAT_RULES=rules "$rasoat" rules show nd145-d38-k2)
names_steps() { [[ $steps == *"từ 300 người trở lên, luật: ít nhất 14 người"*"[đơn vị 320 người]"* ]] || { echo "$steps"; return 1; }; }
expect "rules show tells the numbers by size" names_steps
echo "rules: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
