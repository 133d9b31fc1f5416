#!/usr/bin/env bash
# Builds the wheel as it is shipped: with its bill of materials, and with the licences of all that is linked into it.
#
#   bindings/python/build.sh FOLDER [OPTION OF MATURIN]...     --release, unless a profile is given
#
# From the root of the repository, with maturin on PATH and what tests/supply/requirements.txt names in $EKBOM_SUPPLY (a
# Python; otherwise python3). A wheel that pip builds from the sources has neither.
set -euo pipefail
folder=$(mkdir -p "$1" && cd "$1" && pwd)
options=("${@:2}")
if [[ " ${options[*]-} " != *" --profile "* ]]; then options+=(--release); fi
python=${EKBOM_SUPPLY:-python3}
beside=$(mktemp -d)
# Where pyproject.toml looks for licences.
licences=bindings/python/licences
trap 'rm -rf "$beside" "$licences"' EXIT
rm -rf "$licences"
"$python" tests/supply bills "$beside" ekbom-python
"$python" tests/supply notices "$licences" ekbom-python
cp LICENSE-APACHE LICENSE-MIT "$licences"
# maturin's own bill would hold paths of this machine, the clock, and crates that only build.
maturin build --locked --manifest-path bindings/python/Cargo.toml --out "$folder" \
    --sbom-include "$beside/ekbom-python.cdx.json" "${options[@]}"
