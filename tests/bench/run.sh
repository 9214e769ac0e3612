#!/usr/bin/env bash
# Runs the benchmark on files as Word saves them (make_files.py), then on the lean files of the bundled corpus, then
# beside what people would use instead (compare.py); or on the files given; or shows how time and memory grow.
#   ROUNDS=21 tests/bench/run.sh [--growth | FILE...]
set -euo pipefail
cd "$(dirname "$0")/../.."
build=${BUILD:-build}
rounds=${ROUNDS:-21}
export RASOAT=${RASOAT:-$PWD/build/rasoat}
tests/bench/build.sh

case ${1:-} in
--growth)
	python3 tests/bench/make_files.py "$build/bench-files"
	echo "== the scan of the running text, with a part of the phrases, all, and more made of them"
	"$build/bench" --phrases rules "$((rounds > 7 ? 7 : rounds))" "$build"/bench-files/*.docx
	echo "== a whole run, against the length of the text"
	python3 tests/bench/compare.py --growth
	;;
"")
	python3 tests/bench/make_files.py "$build/bench-files"
	echo "== regulations of 8 to 15 pages, as Word saves them"
	"$build/bench" rules "$rounds" "$build"/bench-files/*.docx
	echo "== the bundled corpus: 1 to 8 pages, lean markup"
	"$build/bench" rules "$rounds" corpus/*.docx corpus/*.odt
	echo "== beside what people would use instead: a hundred expressions over the text"
	ROUNDS=$((rounds > 5 ? 5 : rounds)) python3 tests/bench/compare.py "$build"/bench-files/*.docx
	;;
*)
	"$build/bench" rules "$rounds" "$@"
	;;
esac
