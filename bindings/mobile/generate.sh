#!/usr/bin/env bash
# Writes every generated file of the Swift and the Kotlin package. With a folder, writes uniffi's files there instead,
# for a comparison, and compares the others. From the root of the repository; wants the binaries of this crate and of
# `bindgen` built, the latter in the folder of its own that tests/parts/mobile.sh gives it.
#
#   bindings/mobile/generate.sh BINARIES [FOLDER]
set -euo pipefail
binaries=$1 out=${2-}
here=bindings/mobile
bindgen=${CARGO_TARGET_DIR:-$PWD/target}/bindgen/ci/ekbom-mobile-bindgen
library=$binaries/libekbom_mobile.so
if [[ ! -e $library ]]; then library=$binaries/libekbom_mobile.dylib; fi
work=${out:-$(mktemp -d)}

# uniffi puts each language into a folder of its own making; here every file has its place.
place() { # FROM TO
    mkdir -p "$work/files/$(dirname "$2")"
    # Generated lines end in spaces here and there.
    sed 's/[ \t]*$//' "$1" >"$work/files/$2"
    if [[ -z $out ]]; then
        mkdir -p "$(dirname "$here/$2")"
        cp "$work/files/$2" "$here/$2"
    fi
}

for kind in jvm android; do
    "$bindgen" generate --language kotlin --no-format --config "$here/kotlin/$kind/uniffi.toml" \
        --out-dir "$work/$kind" "$library"
    place "$(find "$work/$kind" -name '*.kt')" "kotlin/$kind/src/main/kotlin/org/ekbom/generated/ekbom_mobile.kt"
done
"$bindgen" generate --language swift --no-format --config "$here/swift/uniffi.toml" \
    --out-dir "$work/swift" "$library"
awk -v with="$here/swift/reader.swift" -f "$here/swift/reader.awk" "$(find "$work/swift" -name '*.swift')" \
    >"$work/EkbomGenerated.swift"
place "$work/EkbomGenerated.swift" swift/Sources/EkbomGenerated/EkbomGenerated.swift
place "$(find "$work/swift" -name '*.h')" swift/Sources/ekbom_mobileFFI/ekbom_mobileFFI.h

if [[ -z $out ]]; then
    rm -rf "$work"
    "$binaries/ekbom-mobile-generate"
fi
