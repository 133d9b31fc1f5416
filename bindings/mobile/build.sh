#!/usr/bin/env bash
# Builds the small library for the host, stripped: profile `mobile`, without tables for unwinding, with packed
# relocations, equal functions folded. Prints its path. From the root of the repository; for Linux with Rust's own lld.
# What each of this saves is in docs/src/mobile-performance.md.
set -euo pipefail
flags="-z,pack-relative-relocs,-z,noseparate-code,--no-eh-frame-hdr,--icf=all,--build-id=none"
# With one `--crate-type`, because a library that is at the same time built for other crates is not optimised as a
# whole, whatever the profile says.
cargo rustc --locked --profile mobile --package ekbom-mobile --lib --crate-type cdylib -- \
    -C "link-arg=-Wl,$flags" -C "link-arg=-Wl,-T,$PWD/bindings/mobile/no-unwind.ld" >&2
echo "${CARGO_TARGET_DIR:-$PWD/target}/mobile/libekbom_mobile.so"
