#!/usr/bin/env bash
# What `make install` puts down works from there: the program finds its rules, a foreign program links with the
# library through pkg-config, static and shared, and no name but rasoat_* leaves it.
set -euo pipefail
cd "$(dirname "$0")/../.."
case "${SANITIZE:-}" in ?*) echo "install: skipped under sanitizers"; exit 0 ;; esac

place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
passed=0 failed=0
expect() { # title, command…
    local title=$1
    shift
    if "$@" >"$place/out" 2>&1; then passed=$((passed + 1)); else
        failed=$((failed + 1))
        echo "FAILED $title"
        sed 's/^/    /' "$place/out"
    fi
}

env -u MAKEFLAGS -u MAKELEVEL -u RASOAT make --no-print-directory install BUILD="${BUILD:-build}" DESTDIR="$place" PREFIX=/usr/local >"$place/log" 2>&1 || {
    cat "$place/log"
    exit 1
}
root=$place/usr/local
samples=(corpus/*.docx)
sample=${samples[0]}

found_rules() { env -u RASOAT_RULES "$root/bin/rasoat" rules lint; }
expect "the installed program finds its rules" found_rules

completes() { # where the shells look
    bash -c '. "$1" && complete -p rasoat' bash "$root/share/bash-completion/completions/rasoat" &&
        head -1 "$root/share/zsh/site-functions/_rasoat" | grep -x '#compdef rasoat'
}
expect "completions are where bash and zsh look for them" completes

only_public() { # nm arguments
    local names
    names=$(nm --defined-only --extern-only "$@" | awk 'NF == 3 { print $3 }' | grep -v '^rasoat_' || true)
    [ -z "$names" ] || { echo "$names"; return 1; }
}
expect "the shared library exports rasoat_* only" only_public -D "$root/lib/librasoat.so"
expect "the static library exports rasoat_* only" only_public "$root/lib/librasoat.a"
declared() { # every function of the header is there
    grep -oE '\brasoat_[a-z_0-9]+\(' "$root/include/rasoat.h" | tr -d '(' | sort -u >"$place/declared"
    nm -D --defined-only "$root/lib/librasoat.so" | awk '{ print $3 }' | sort -u >"$place/defined"
    comm -23 "$place/declared" "$place/defined" | tee "$place/absent"
    [ ! -s "$place/absent" ]
}
expect "all that the header declares is defined" declared
soname() { readelf -d "$root/lib/librasoat.so" | grep "SONAME.*librasoat\.so\.0"; }
expect "the shared library has its soname" soname

cat >"$place/foreign.c" <<'END'
#include <rasoat.h>
#include <stdio.h>

/* names that the library uses inside, too: they must not meet */
const char *result_new = "mine", *status_name = "mine";

int main(int count, char **arguments)
{
    GError *error = NULL;
    RasoatRules *rules = rasoat_rules_load(arguments[1], &error);
    RasoatOptions *options = rasoat_options_new();
    if (!rules || count < 3 || rasoat_options_set_as_of(options, "2023-02-30", NULL))
        return 1;
    rasoat_options_set_profile(options, "castle");
    if (rasoat_check_file(rules, arguments[2], options, &error) || error->code != RASOAT_ERROR_USAGE)
        return 2;
    RasoatResult *result = rasoat_check_file(rules, arguments[2], NULL, NULL);
    char *json = rasoat_result_json(result, FALSE);
    char *text = rasoat_result_text(result, RASOAT_ENGLISH, 80);
    printf("%s %s\n%.20s\n%s", rasoat_result_outcome(result), result_new, json, text);
    RasoatResult *empty = rasoat_check_bytes(rules, "none", "", 0, NULL, NULL);
    if (g_strcmp0(rasoat_result_error(empty), "empty-file") != 0 || rasoat_result_verdict(empty))
        return 3;
    g_free(json);
    g_free(text);
    rasoat_result_free(result);
    rasoat_result_free(empty);
    rasoat_options_free(options);
    rasoat_rules_free(rules);
    g_error_free(error);
    return 0;
}
END
export PKG_CONFIG_PATH=$root/lib/pkgconfig
sed -i "s|/usr/local|$root|" "$root/lib/pkgconfig/rasoat.pc" # DESTDIR is not part of what is installed
config() { pkg-config "$@" rasoat; }
shared() {
    # shellcheck disable=SC2046
    ${CC:-cc} -o "$place/foreign" "$place/foreign.c" $(config --cflags --libs) -Wl,-rpath,"$root/lib" &&
        "$place/foreign" "$root/share/rasoat/rules" "$sample" && ldd "$place/foreign" | grep librasoat.so.0
}
expect "a foreign program runs with the shared library" shared
static() {
    # shellcheck disable=SC2046
    ${CC:-cc} -o "$place/foreign" "$place/foreign.c" $(config --cflags) "$root/lib/librasoat.a" \
        $(config --static --libs-only-l | sed 's/-lrasoat//') &&
        "$place/foreign" "$root/share/rasoat/rules" "$sample"
}
expect "a foreign program runs with the static library" static

env -u MAKEFLAGS -u MAKELEVEL make --no-print-directory uninstall DESTDIR="$place" PREFIX=/usr/local >"$place/log" 2>&1
nothing_left() { ! find "$root" -type f -o -type l | grep .; }
expect "uninstall leaves nothing" nothing_left

echo "install: $passed passed, $failed failed"
[ "$failed" = 0 ]
