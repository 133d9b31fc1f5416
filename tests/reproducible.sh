#!/usr/bin/env bash
# Builds what is shipped twice, each time in a directory of its own, and compares the bytes. On demand: it builds
# everything twice, from nothing. What is needed, and what differs without it: docs/src/supply-chain.md.
#
#   tests/reproducible.sh                     everything
#   tests/reproducible.sh ekbom libekbom      these only, of: ekbom libekbom libekbom_mobile ekbom-with-cohort wheel
#
# Prints a row of that page's table for each file. What is committed is built, and nothing else.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

known=(ekbom libekbom libekbom_mobile ekbom-with-cohort wheel)
wanted=("$@")
if ((${#wanted[@]} == 0)); then wanted=("${known[@]}"); fi
for one in "${wanted[@]}"; do
    if [[ " ${known[*]} " != *" $one "* ]]; then
        echo "there is no \`$one\`; there are: ${known[*]}" >&2
        exit 2
    fi
done

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export CARGO_INCREMENTAL=0
# Both copies are of one commit, whatever is committed while this runs.
commit=$(git rev-parse HEAD)
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct "$commit")
export SOURCE_DATE_EPOCH

# A copy of what is committed, under a name of another length.
copy() { # FOLDER
    mkdir -p "$1/out"
    git archive "$commit" | tar -x -C "$1"
}

# No path of this machine: neither that of the sources, nor that of the crates, nor that of the compiler.
flags() { # FOLDER
    export RUSTFLAGS CFLAGS cargo_home=${CARGO_HOME:-$HOME/.cargo}
    RUSTFLAGS="--remap-path-prefix=$1=/ekbom --remap-path-prefix=$cargo_home=/cargo"
    RUSTFLAGS+=" --remap-path-prefix=$(rustc --print sysroot)=/rust"
    # The allocator in the wheel is written in C.
    CFLAGS="-ffile-prefix-map=$1=/ekbom -ffile-prefix-map=$cargo_home=/cargo"
}

build_ekbom() {
    cargo build --quiet --locked --release --package ekbom-cli
    cp target/release/ekbom out/ekbom
}

build_ekbom-with-cohort() {
    cargo build --quiet --locked --release --package ekbom-cli --features cohort
    cp target/release/ekbom out/ekbom-with-cohort
}

build_libekbom() {
    make --no-print-directory --silent -C bindings/c all CARGOFLAGS="--locked --quiet"
    cp target/c/libekbom_c.so out/libekbom.so
    cp target/c/libekbom_c.a out/libekbom.a
}

build_libekbom_mobile() {
    cp "$(bindings/mobile/build.sh 2>build.log)" out/ || { cat build.log >&2 && return 1; }
}

# As the tests build it. The module inside is compared too, to know where a difference is.
build_wheel() {
    EKBOM_SUPPLY=$supply/bin/python PATH=$maturin/bin:$PATH bindings/python/build.sh out >build.log 2>&1 ||
        { cat build.log >&2 && return 1; }
    python3 -m zipfile -e out/*.whl unpacked
    cp unpacked/ekbom/_ekbom.abi3.so out/
}

build() { # FOLDER
    (
        cd "$1"
        # An earlier choice of the caller must not reach one of the builds.
        unset CARGO_TARGET_DIR
        flags "$1"
        for one in "${wanted[@]}"; do "build_$one"; done
    )
}

if [[ " ${wanted[*]} " == *" wheel "* ]]; then
    # The versions that the tests pin.
    source tests/parts/lib.sh
    maturin=$(python_env bindings/python/requirements.txt)
    supply=$(python_env tests/supply/requirements.txt)
fi

passed=0 failed=0
for folder in "$work/a" "$work/another-place/b"; do
    copy "$folder"
    build "$folder"
done
for one in "$work"/a/out/*; do
    name=${one##*/}
    other=$work/another-place/b/out/$name
    if cmp -s "$one" "$other"; then
        passed=$((passed + 1))
        said="the same (SHA-256 $(sha256sum <"$one" | cut -c1-16)…)"
    else
        failed=$((failed + 1))
        said="DIFFERENT in $( (cmp -l "$one" "$other" || true) | wc -l) bytes"
    fi
    echo "| \`$name\` | $(stat -c %s "$one" | sed -E ':a;s/^([0-9]+)([0-9]{3})/\1,\2/;ta') | $said |"
    if grep -aqF -e "$work" -e "$HOME/" "$one"; then
        failed=$((failed + 1))
        echo "HOLDS A PATH of this machine: $name"
    fi
done
echo "$passed passed, $failed failed"
((failed == 0))
