#!/bin/sh
# Cargo calls this in place of rustc (RUSTC_WRAPPER), with rustc as the first word. Our own crates and the targets get the
# counters by which libFuzzer sees where an input leads; the flags are those of cargo-fuzz, which a stable compiler takes.
# Everything else stays as it is, and is what the other parts of the tests have already built.
rustc=$1
shift
name=
for word in "$@"; do
    if [ "$before" = --crate-name ]; then name=$word; fi
    before=$word
done
case ${CARGO_PKG_NAME-}/$name in
*/build_script_build) ;;
ekbom*/*)
    exec "$rustc" "$@" -Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
        -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
        -Cllvm-args=-sanitizer-coverage-trace-compares -Cdebug-assertions=on -Coverflow-checks=on --cfg fuzzing
    ;;
esac
exec "$rustc" "$@"
