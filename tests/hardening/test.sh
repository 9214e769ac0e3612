#!/usr/bin/env bash
# What the compiler and the linker are asked for against exploits is in the program and in the shared library.
failed=0
lacks() {
	echo "FAILED hardening: $1"
	failed=1
}
[ -z "$SANITIZE" ] || { echo "hardening: not asked of a build under sanitizers" && exit 0; }
library=$(ls "$BUILD"/librasoat.so.*.*.* | head -1)
for file in "$RASOAT" "$library"; do
	name=$(basename "$file")
	readelf -hW "$file" | grep -q 'Type: *DYN' || lacks "$name is not position independent"
	readelf -dW "$file" | grep -q 'BIND_NOW' || lacks "$name resolves symbols late (no full RELRO)"
	readelf -lW "$file" | grep -q 'GNU_RELRO' || lacks "$name has no RELRO segment"
	readelf -lW "$file" | grep 'GNU_STACK' | grep -q 'RW ' || lacks "$name has an executable stack"
	readelf -lW "$file" | grep -q 'LOAD.* RWE ' && lacks "$name has a segment to write and run"
	readelf -dW "$file" | grep -q 'TEXTREL' && lacks "$name has relocations in its code"
	readelf -dW "$file" | grep -qE 'R(UN)?PATH' && lacks "$name searches a path of its own for libraries"
	readelf -sW "$file" | grep -q '__stack_chk_fail' || lacks "$name has no stack protector"
	readelf -sW "$file" | grep -qE '__[a-z]+_chk@' || lacks "$name is not fortified"
done
readelf -dW "$RASOAT" | grep -q 'PIE' || lacks "rasoat is no position independent executable"
[ $failed = 0 ] && echo "hardening: program and library passed"
exit $failed
