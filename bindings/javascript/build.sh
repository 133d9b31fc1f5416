#!/usr/bin/env bash
# Builds the npm package: ekbom.wasm, the module, its types. Prints the folder it is in. From anywhere.
#
#   bindings/javascript/build.sh                   small and quick, as it is released
#   bindings/javascript/build.sh --profile ci      built in less time, as the tests use it
#
# With a Rust that has the target wasm32-unknown-unknown, that Rust builds it (`rustup target add` brings it; nothing here
# does that by itself). Without one, and as root on Debian, Rust 1.85 of Debian 13 does, in a root file system of its own.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
source tests/parts/lib.sh
source tests/parts/root.sh

profile=wasm
if [[ ${1-} == --profile ]]; then profile=$2; fi
js=bindings/javascript
out=$EKBOM_TARGET/javascript
workspace=$out/workspace
crates=(crates/ekbom crates/ekbom-fhir crates/ekbom-paste crates/ekbom-report)
wasm=wasm32-unknown-unknown

# The crates that the package is made of, as a workspace of their own with what they depend on beside it: the Rust that
# builds it has neither a registry nor a network, and need not read the manifests of the others.
lay_out() {
    local crate
    mkdir -p "$workspace"
    for crate in "${crates[@]}" $js; do
        mkdir -p "$workspace/$crate"
        rm -rf "$workspace/$crate/src"
        # Times are kept, so that what did not change is not built again.
        cp -a "$crate/src" "$workspace/$crate/src"
        if [[ -e $crate/README.md ]]; then cp -a "$crate/README.md" "$workspace/$crate/"; fi
        # Without what only tests and benches need, and without binaries.
        awk '/^\[/ { skip = /^\[(dev-dependencies|\[bench|\[bin|\[example|\[test)/ } !skip' "$crate/Cargo.toml" >"$workspace/$crate/Cargo.toml"
        rm -rf "$workspace/$crate/src/bin"
    done
    awk -v members="$(printf '"%s", ' "${crates[@]}" $js)" '
        /^members = / { print "members = [" members "]"; next }
        /^default-members = / { next }
        /^\[/ { skip = /^\[profile\..*package/ } !skip' Cargo.toml >"$workspace/Cargo.toml"
    if ! cmp -s Cargo.lock "$workspace/lock" || [[ ! -d $workspace/vendor ]]; then
        cp Cargo.lock "$workspace/Cargo.lock"
        rm -rf "$workspace/.cargo" "$workspace/vendor"
        (cd "$workspace" && cargo vendor --quiet vendor >/dev/null)
        mkdir "$workspace/.cargo"
        printf '%s\n' '[source.crates-io]' 'replace-with = "vendor"' '[source.vendor]' 'directory = "vendor"' \
            >"$workspace/.cargo/config.toml"
        cp Cargo.lock "$workspace/lock"
    fi
}

# What every engine of today has, and Rust 1.85 does not use unasked: memory is copied by the engine, not byte by byte.
# Line tables would be nine tenths of what the tests load.
flags=(
    CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS=-Ctarget-feature=+bulk-memory,+nontrapping-fptoint
    CARGO_PROFILE_CI_DEBUG=false
)

build_wasm() {
    local what=(--profile "$profile" --target "$wasm" --package ekbom-js --lib)
    if [[ -d $(rustc --print target-libdir --target "$wasm" 2>/dev/null) ]]; then
        env "${flags[@]}" cargo build --locked --target-dir "$out/target" "${what[@]}" >&2
    else
        root_needs javascript true rustc cargo libstd-rust-dev-wasm32 lld >&2
        lay_out >&2
        in_root env "${flags[@]}" CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=wasm-ld sh -c 'cd "$1" && shift && exec "$@"' sh "$workspace" \
            cargo build --offline --locked --target-dir "$out/target" "${what[@]}" >&2
    fi
}

build_wasm
package=$out/package
rm -rf "$package"
mkdir -p "$package"
cp $js/npm/* "$package/"
cp $js/README.md LICENSE-APACHE LICENSE-MIT crates/ekbom-report/languages/de.po "$package/"
cp "$out/target/$wasm/$profile/ekbom_js.wasm" "$package/ekbom.wasm"
echo "$package"
