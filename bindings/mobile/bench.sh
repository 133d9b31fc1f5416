#!/usr/bin/env bash
# What the library for phones weighs, and what a call costs from Swift and from Kotlin: the figures of
# docs/src/mobile-performance.md. Installs what the tests install. No test runs it.
set -euo pipefail
shopt -s inherit_errexit
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
source tests/parts/lib.sh
mkdir -p "$EKBOM_WORK"

library=$(bindings/mobile/build.sh)
echo "library: $(stat -c %s "$library") bytes"

# Each in a shell of its own: the parts define functions of the same names.
for EKBOM_PART in swift kotlin; do
    echo "== $EKBOM_PART"
    (
        source "tests/parts/$EKBOM_PART"
        prepare >"$EKBOM_WORK/$EKBOM_PART.prepare.log" 2>&1
        mobile_binaries=$(cd "$(dirname "$library")" && pwd)
        benchmark
    )
done
