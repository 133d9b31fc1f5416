#!/usr/bin/env bash
# Builds the library for every architecture of Android into android/src/main/jniLibs. Needs the NDK (ANDROID_NDK_HOME),
# cargo-ndk, and Rust's targets for Android; none of the tests runs it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../../.."
out=bindings/mobile/kotlin/android/src/main/jniLibs
# Android packs relocations in a way of its own, from API 23 on.
export RUSTFLAGS="-C link-arg=-Wl,--pack-dyn-relocs=android,--icf=all"
while read -r abi triple; do
    # One kind of library at a time: only so is it linked as a whole (see build.sh).
    cargo ndk --target "$abi" --platform 24 \
        rustc --locked --profile mobile --package ekbom-mobile --lib --crate-type cdylib
    mkdir -p "$out/$abi"
    cp "${CARGO_TARGET_DIR:-target}/$triple/mobile/libekbom_mobile.so" "$out/$abi/"
done <<'ABIS'
arm64-v8a aarch64-linux-android
armeabi-v7a armv7-linux-androideabi
x86_64 x86_64-linux-android
ABIS
