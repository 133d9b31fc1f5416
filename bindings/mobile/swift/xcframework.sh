#!/usr/bin/env bash
# Builds EkbomMobile.xcframework for iOS, its simulator and macOS, and prints the checksum for a release. Needs a Mac with
# Xcode and Rust's targets for Apple; none of the tests runs it.
#
# A release: run it, attach EkbomMobile.xcframework.zip to the release, put its address and the checksum into a
# `.binaryTarget(name:url:checksum:)` of Package.swift in place of the path, and tag that commit.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
root=$(cd ../../.. && pwd)
target=${CARGO_TARGET_DIR:-$root/target}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

export IPHONEOS_DEPLOYMENT_TARGET=15.0 MACOSX_DEPLOYMENT_TARGET=12.0
triples=(aarch64-apple-ios aarch64-apple-ios-sim x86_64-apple-ios aarch64-apple-darwin x86_64-apple-darwin)
for triple in "${triples[@]}"; do
    # One kind of library at a time: only so is it linked as a whole.
    cargo rustc --manifest-path "$root/Cargo.toml" --locked --profile mobile --package ekbom-mobile --lib \
        --crate-type staticlib --target "$triple"
done

# One library with both architectures, for the simulator and for macOS.
of() { echo "$target/$1/mobile/libekbom_mobile.a"; }
mkdir -p "$work/simulator" "$work/macos" "$work/headers"
lipo -create "$(of aarch64-apple-ios-sim)" "$(of x86_64-apple-ios)" -output "$work/simulator/libekbom_mobile.a"
lipo -create "$(of aarch64-apple-darwin)" "$(of x86_64-apple-darwin)" -output "$work/macos/libekbom_mobile.a"

cp Sources/ekbom_mobileFFI/ekbom_mobileFFI.h "$work/headers/"
# In a framework the library is linked by the framework itself.
printf 'module ekbom_mobileFFI {\n    header "ekbom_mobileFFI.h"\n    export *\n}\n' >"$work/headers/module.modulemap"

rm -rf EkbomMobile.xcframework EkbomMobile.xcframework.zip
xcodebuild -create-xcframework \
    -library "$(of aarch64-apple-ios)" -headers "$work/headers" \
    -library "$work/simulator/libekbom_mobile.a" -headers "$work/headers" \
    -library "$work/macos/libekbom_mobile.a" -headers "$work/headers" \
    -output EkbomMobile.xcframework
ditto -c -k --sequesterRsrc --keepParent EkbomMobile.xcframework EkbomMobile.xcframework.zip
swift package compute-checksum EkbomMobile.xcframework.zip
