#!/usr/bin/env bash
# Builds the benchmark against the static library and runs it on the bundled corpus, or on the files given.
#   ROUNDS=21 tests/bench/run.sh [FILE...]
set -euo pipefail
cd "$(dirname "$0")/../.."
build=${BUILD:-build}
modules="glib-2.0 gio-2.0 libxml-2.0 libpcre2-8 icu-uc libzip jansson"
# shellcheck disable=SC2046
${CC:-cc} -std=c17 -O2 -D_GNU_SOURCE -DRASOAT_VERSION='"bench"' -Isrc $(pkg-config --cflags $modules) \
	-Wl,--wrap=package_read -o "$build/bench" tests/bench/bench.c "$build/internal.a" $(pkg-config --libs $modules) -lm
if [ $# -eq 0 ]; then set -- corpus/*.docx corpus/*.odt; fi
"$build/bench" rules "${ROUNDS:-21}" "$@"
