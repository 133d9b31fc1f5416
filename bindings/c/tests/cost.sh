#!/usr/bin/env bash
# What a call from C costs beside plain Rust, for one patient, both built with the profile `c` and with `release`.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../../.."
patient=tests/patients/b12-normal-blood-count.json
target=${CARGO_TARGET_DIR:-target}
for profile in c release; do
    cargo build --quiet --locked --profile $profile --package ekbom-c
    cargo build --quiet --locked --profile $profile --package ekbom-c-tools --bin ekbom-c-cost
    cc -std=c11 -O2 -Ibindings/c/include bindings/c/tests/cost.c "$target/$profile/libekbom_c.a" \
        -lpthread -ldl -lm -o "$target/$profile/ekbom-c-call"
    echo "$profile: what, ns in C, ns in Rust, ratio"
    join <("$target/$profile/ekbom-c-call" $patient | sort) <("$target/$profile/ekbom-c-cost" $patient | sort) |
        awk '{ printf "  %s %d %d %.2f\n", $1, $2, $3, $2 / $3 }'
done
