#!/usr/bin/env bash
# Fuzzing without cargo-fuzz: stable Rust, a C++ compiler, nothing else.
#
#   tests/fuzz/run.sh build                    builds every target
#   tests/fuzz/run.sh replay [TARGET...]       runs the corpus and what once broke something, each input once
#   tests/fuzz/run.sh seconds N [TARGET...]    fuzzes each target for N seconds
#   tests/fuzz/run.sh smaller TARGET           replaces the corpus by the fewest inputs that lead as far; seeds stay
#   tests/fuzz/run.sh list                     the names of the targets
#
# EKBOM_FUZZ_ASAN=1 builds with a nightly compiler that is installed, AddressSanitizer and counters in all crates.
# New inputs are kept in target/fuzz/corpus, what breaks something in target/fuzz/found. A line a target:
#   fuzz TARGET seconds executions coverage features result
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
export RUSTUP_AUTO_INSTALL=0 CARGO_INCREMENTAL=0

rust_targets=(patient rules units ndjson map cells csv parquet ipc arrow)
c_targets=(c_calls c_arrow)
targets=("${rust_targets[@]}" "${c_targets[@]}")
target=${CARGO_TARGET_DIR:-$PWD/target}
own=$target/fuzz

if [[ ${EKBOM_FUZZ_ASAN-} == 1 ]]; then
    host=$(rustc -vV | sed -n 's/^host: //p')
    rust_dir=$own/asan/$host/ci
    c_dir=$rust_dir
else
    rust_dir=$target/ci
    c_dir=$own/ci
fi

program() { # TARGET
    if [[ $1 == c_* ]]; then echo "$c_dir/$1"; else echo "$rust_dir/$1"; fi
}

build() {
    local common=(--locked --profile ci --manifest-path tests/fuzz/Cargo.toml)
    if [[ ${EKBOM_FUZZ_ASAN-} == 1 ]]; then
        # As cargo-fuzz calls it.
        RUSTFLAGS="-Zsanitizer=address -Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
            -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
            -Cllvm-args=-sanitizer-coverage-trace-compares -Ccodegen-units=1 --cfg fuzzing" \
            cargo +nightly build "${common[@]}" --target "$host" --target-dir "$own/asan" --features c --bins
        return
    fi
    RUSTC_WRAPPER=$PWD/tests/fuzz/cover.sh cargo build "${common[@]}" --target-dir "$target" --bins
    # Apart from the others: see tests/fuzz/Cargo.toml.
    RUSTC_WRAPPER=$PWD/tests/fuzz/cover.sh cargo build "${common[@]}" --target-dir "$own" --no-default-features --features c \
        --bin c_calls --bin c_arrow
}

options() { # TARGET
    echo "-timeout=60 -rss_limit_mb=2560 -artifact_prefix=$own/found/$1- -print_final_stats=1"
    if [[ -e tests/fuzz/dictionaries/$1.dict ]]; then echo "-dict=tests/fuzz/dictionaries/$1.dict"; fi
    # Targets that draw a structure from the bytes have little to say in few of them.
    case $1 in arrow | c_arrow | units) echo "-len_control=0 -max_len=2000" ;; rules) echo "-max_len=6000" ;; esac
}

# Runs a target and prints its line; fails where something broke.
one() { # NAME-OF-RUN TARGET ARGUMENT...
    local run=$1 name=$2 log status=0 words word
    shift 2
    log=$own/logs/$run.$name.log
    mkdir -p "$own/logs" "$own/found" "$own/corpus/$name"
    # shellcheck disable=SC2046 # words are meant
    "$(program "$name")" $(options "$name") "$@" >"$log" 2>&1 || status=$?
    # Without counters it would be blind and still find its way to the end.
    if ! grep -q 'inline 8-bit counters' "$log"; then
        cat "$log"
        echo "$name was built without counters: remove its crates from the target directory and build again"
        return 1
    fi
    awk -v name="$name" -v status="$status" '
        /^Done |DONE|^#[0-9]+/ { for (i = 1; i <= NF; i++) { if ($i == "cov:") c = $(i + 1); if ($i == "ft:") f = $(i + 1) } }
        /^stat::number_of_executed_units:/ { n = $2 }
        /^Done / { s = $5 }
        END { printf "fuzz %s %s s, %s executions, coverage %s, features %s, %s\n", name, s + 0, n + 0, c + 0, f + 0,
              status == 0 ? "nothing broke" : "BROKE" }' "$log"
    if ((status)); then
        grep -vE '^(#|INFO|WARNING|stat::)' "$log" | head -n 60 || true
        return 1
    fi
}

chosen() {
    if (($#)); then printf '%s\n' "$@"; else printf '%s\n' "${targets[@]}"; fi
}

inputs() { # TARGET
    find "tests/fuzz/corpus/$1" "tests/fuzz/regressions/$1" -type f 2>/dev/null | sort
}

case ${1-} in
    build) build ;;
    list) printf '%s\n' "${targets[@]}" ;;
    replay)
        shift
        failed=0 passed=0
        for name in $(chosen "$@"); do
            mapfile -t files < <(inputs "$name")
            if ((${#files[@]} == 0)); then
                echo "fuzz $name has no corpus"
                failed=$((failed + 1))
            elif one replay "$name" "${files[@]}"; then
                passed=$((passed + ${#files[@]}))
            else
                failed=$((failed + 1))
            fi
        done
        echo "$passed passed, $failed failed"
        ((failed == 0))
        ;;
    seconds)
        seconds=$2
        shift 2
        failed=0 passed=0
        for name in $(chosen "$@"); do
            folders=("$own/corpus/$name" "tests/fuzz/corpus/$name")
            mkdir -p "$own/corpus/$name"
            if [[ -d tests/fuzz/regressions/$name ]]; then folders+=("tests/fuzz/regressions/$name"); fi
            if one run "$name" -max_total_time="$seconds" "${folders[@]}"; then
                passed=$((passed + 1))
            else
                failed=$((failed + 1))
            fi
        done
        echo "$passed passed, $failed failed"
        ((failed == 0))
        ;;
    smaller)
        name=$2
        fewest=$(mktemp -d)
        cp tests/fuzz/corpus/"$name"/seed-* "$fewest"/ 2>/dev/null || true
        # shellcheck disable=SC2046
        "$(program "$name")" $(options "$name") -merge=1 "$fewest" "$own/corpus/$name" "tests/fuzz/corpus/$name"
        rm -rf "tests/fuzz/corpus/$name"
        mv "$fewest" "tests/fuzz/corpus/$name"
        ;;
    *)
        sed -n '2,13p' tests/fuzz/run.sh | sed 's/^# \{0,1\}//'
        exit 2
        ;;
esac
