#!/usr/bin/env bash
# Builds the tree twice, in two folders of different names, and compares program and libraries byte for byte.
set -euo pipefail
cd "$(dirname "$0")/.."
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
for name in one another-folder; do
	mkdir "$scratch/$name"
	cp -r Makefile src rules "$scratch/$name/"
	(cd "$scratch/$name" && make -s -j2 OPT="-O2 -g -ffile-prefix-map=$scratch/$name=." program libraries >/dev/null)
done
for file in rasoat librasoat.a librasoat.so; do
	cmp "$scratch/one/build/$file" "$scratch/another-folder/build/$file"
	echo "the same: $file $(sha256sum <"$scratch/one/build/$file" | cut -c1-16)"
done
