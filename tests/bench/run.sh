#!/usr/bin/env bash
# Builds the benchmark against the static library and runs it on files as Word saves them (make_files.py), then on
# the lean files of the bundled corpus; or on the files given; or shows how time grows with pages and with phrases.
#   ROUNDS=21 tests/bench/run.sh [--growth | FILE...]
set -euo pipefail
cd "$(dirname "$0")/../.."
build=${BUILD:-build}
rounds=${ROUNDS:-21}
modules="glib-2.0 gio-2.0 libxml-2.0 libpcre2-8 icu-uc libzip jansson"
# shellcheck disable=SC2046
${CC:-cc} -std=c17 -O2 -D_GNU_SOURCE -DRASOAT_VERSION='"bench"' -Isrc $(pkg-config --cflags $modules) \
	-Wl,--wrap=package_read -o "$build/bench" tests/bench/bench.c "$build/internal.a" $(pkg-config --libs $modules) -lm

case ${1:-} in
--growth)
	for pages in 10 100 1000; do
		python3 tests/bench/make_files.py "$build/bench-$pages" $pages
		echo "== $pages pages"
		"$build/bench" rules $((pages > 100 ? 1 : 5)) "$build/bench-$pages/complete-department.docx"
	done
	python3 tests/bench/make_files.py "$build/bench-files"
	echo "== a part of the phrases"
	"$build/bench" --phrases rules "$rounds" "$build"/bench-files/*.docx
	;;
"")
	python3 tests/bench/make_files.py "$build/bench-files"
	echo "== regulations of 8 to 15 pages, as Word saves them"
	"$build/bench" rules "$rounds" "$build"/bench-files/*.docx
	echo "== the bundled corpus: 1 to 8 pages, lean markup"
	"$build/bench" rules "$rounds" corpus/*.docx corpus/*.odt
	;;
*)
	"$build/bench" rules "$rounds" "$@"
	;;
esac
