#!/usr/bin/env bash
# Builds the library for every architecture of Android into android/src/main/jniLibs. Needs the NDK (ANDROID_NDK_HOME),
# cargo-ndk, and Rust's targets for Android; none of the tests runs it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../../.."
cargo ndk --target arm64-v8a --target armeabi-v7a --target x86_64 --platform 24 \
    --output-dir bindings/mobile/kotlin/android/src/main/jniLibs \
    build --locked --profile mobile --package ekbom-mobile --lib
