#!/usr/bin/env bash
# Builds the command and the C library twice, each time in a directory of its own, and compares the bytes. On demand: it
# builds everything twice. What is needed, and what differs without it: docs/src/supply-chain.md.
#
#   tests/reproducible.sh              the command, and libekbom
#   tests/reproducible.sh --cohort     the command with the feature `cohort` too
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export CARGO_INCREMENTAL=0
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)
export SOURCE_DATE_EPOCH

# A copy of what is committed, under a name of another length.
copy() { # FOLDER
    mkdir -p "$1"
    git archive HEAD | tar -x -C "$1"
}

# No path of this machine: neither that of the sources, nor that of the crates, nor that of the compiler.
flags() { # FOLDER
    printf -- '--remap-path-prefix=%s=/ekbom --remap-path-prefix=%s=/cargo --remap-path-prefix=%s=/rust' \
        "$1" "${CARGO_HOME:-$HOME/.cargo}" "$(rustc --print sysroot)"
}

build() { # FOLDER
    (
        cd "$1"
        # An earlier choice of the caller must not reach one of the builds.
        unset CARGO_TARGET_DIR
        export RUSTFLAGS
        RUSTFLAGS=$(flags "$1")
        cargo build --quiet --locked --release --package ekbom-cli
        cp target/release/ekbom "$1/out-ekbom"
        make --no-print-directory -C bindings/c all CARGOFLAGS="--locked --quiet"
        cp target/c/libekbom_c.so "$1/out-libekbom.so"
        cp target/c/libekbom_c.a "$1/out-libekbom.a"
        if [[ ${2-} == --cohort ]]; then
            cargo build --quiet --locked --release --package ekbom-cli --features cohort
            cp target/release/ekbom "$1/out-ekbom-with-cohort"
        fi
    )
}

passed=0 failed=0
for folder in "$work/a" "$work/another-place/b"; do
    copy "$folder"
    build "$folder" "$@"
done
for one in "$work"/a/out-*; do
    name=${one##*/out-}
    other=$work/another-place/b/out-$name
    if cmp -s "$one" "$other"; then
        passed=$((passed + 1))
        echo "same: $name ($(sha256sum <"$one" | cut -c1-16), $(stat -c %s "$one") bytes)"
    else
        failed=$((failed + 1))
        echo "DIFFERENT: $name ($(cmp -l "$one" "$other" | wc -l) bytes)"
    fi
    if grep -aqF -e "$work" -e "$HOME" "$one"; then
        failed=$((failed + 1))
        echo "HOLDS A PATH of this machine: $name"
    fi
done
echo "$passed passed, $failed failed"
((failed == 0))
