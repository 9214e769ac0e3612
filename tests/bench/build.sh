#!/usr/bin/env bash
# Builds the benchmark against the library with its inner functions: $BUILD/bench.
set -euo pipefail
cd "$(dirname "$0")/../.."
build=${BUILD:-build}
modules="glib-2.0 gio-2.0 libxml-2.0 libpcre2-8 icu-uc libzip libdeflate jansson nettle"
# shellcheck disable=SC2046,SC2086
${CC:-cc} -std=c17 -O2 -D_GNU_SOURCE -DRASOAT_VERSION='"bench"' -Isrc $(pkg-config --cflags $modules) \
	-Wl,--wrap=package_read -o "$build/bench" tests/bench/bench.c "$build/internal.a" $(pkg-config --libs $modules) -lm
