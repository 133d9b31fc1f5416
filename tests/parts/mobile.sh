# What the parts for Swift and for Kotlin share: the library, and what Rust says of every vector.

mobile=bindings/mobile
mobile_binaries=$EKBOM_TARGET/ci
mobile_expected=$EKBOM_WORK/mobile.expected

mobile_build() {
    must bindgen cargo build --locked --profile ci --manifest-path $mobile/bindgen/Cargo.toml --target-dir "$EKBOM_TARGET/bindgen"
    must library cargo_ci build --lib --bins
    rm -rf "$mobile_expected"
    must expected "$mobile_binaries/ekbom-mobile-expected" tests/vectors "$mobile_expected"
}

# Compares what uniffi would write now with what is in the repository.
mobile_same_bindings() { # FILES_UNDER...
    local out=$EKBOM_WORK/$EKBOM_PART.generated file
    rm -rf "$out"
    mkdir -p "$out"
    $mobile/generate.sh "$mobile_binaries" "$out"
    for file in $(cd "$out/files" && find "$@" -type f); do
        diff -u "$mobile/$file" "$out/files/$file"
    done
}

# The example must print what the command prints, and refuse what it refuses.
mobile_same_as_command() { # COMMAND...
    local patient
    for patient in tests/patients/*.json; do
        "$@" --json "$patient" >"$EKBOM_WORK/$EKBOM_PART.example.json"
        "$mobile_binaries/ekbom" assess --format json "$patient" >"$EKBOM_WORK/$EKBOM_PART.command.json"
        cmp "$EKBOM_WORK/$EKBOM_PART.example.json" "$EKBOM_WORK/$EKBOM_PART.command.json"
        "$@" "$patient"
    done
    # In German, by the file of the language, the page is that of the command.
    patient=tests/patients/iron-bowel-disease.json
    "$@" --page crates/ekbom-report/languages/de.po "$patient" >"$EKBOM_WORK/$EKBOM_PART.example.html"
    "$mobile_binaries/ekbom" assess --lang de --format html "$patient" | cmp - "$EKBOM_WORK/$EKBOM_PART.example.html"
    local wrong=$EKBOM_WORK/$EKBOM_PART.wrong.json
    echo '{"labz": []}' >"$wrong"
    if "$@" "$wrong" 2>"$wrong.said"; then return 1; fi
    cat "$wrong.said"
    grep -q labz "$wrong.said"
}

# The code of a page, block after block, without those that need more than this package.
mobile_page_code() { # LANGUAGE PAGE
    awk -v fence="\`\`\`$1" '
        $0 == fence { inside = 1; block = ""; next }
        $0 == "```" && inside { if (block !~ /SwiftUI|@Composable|dependencies/) printf "%s\n", block; inside = 0 }
        inside { block = block $0 "\n" }' "$2"
}
