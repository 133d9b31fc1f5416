#!/usr/bin/env bash
# What a call from C costs beside plain Rust, for one patient, both built with the profile `c`.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../../.."
patient=tests/patients/b12-normal-blood-count.json
built=${CARGO_TARGET_DIR:-target}/c
cargo build --quiet --locked --profile c --package ekbom-c
cargo build --quiet --locked --profile c --package ekbom-c-tools --no-default-features --bin ekbom-c-cost
cc -std=c11 -O2 -Ibindings/c/include bindings/c/tests/cost.c "$built/libekbom_c.a" -lpthread -ldl -lm \
    -o "$built/ekbom-c-call"
echo "what, ns in C, ns in Rust, ratio"
join <("$built/ekbom-c-call" $patient | sort) <("$built/ekbom-c-cost" $patient | sort) |
    awk '{ printf "%s %d %d %.2f\n", $1, $2, $3, $2 / $3 }'
