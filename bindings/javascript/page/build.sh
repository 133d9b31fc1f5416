#!/usr/bin/env bash
# Builds the page: `ekbom.html`, one file to open by double click, and `site`, a folder for any static server. Prints where
# they are. Options go to bindings/javascript/build.sh, which builds the package it is made of.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../../.."
package=$(bindings/javascript/build.sh "$@")
out=${CARGO_TARGET_DIR:-$PWD/target}/page
node bindings/javascript/page/build.mjs "$package" "$out"
echo "$out/ekbom.html"
echo "$out/site"
