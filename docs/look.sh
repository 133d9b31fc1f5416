#!/usr/bin/env bash
# Looks at the report with a browser and axe-core, and makes the picture of the book and the README anew. With --check
# it only looks, as the tests do. Needs Chromium and npm; on Debian: apt-get install chromium npm.
set -euo pipefail
shopt -s inherit_errexit
cd "$(dirname "${BASH_SOURCE[0]}")/.."
browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome)
work=${CARGO_TARGET_DIR:-$PWD/target}/look
modules=${EKBOM_PAGE_MODULES:-$work}
mkdir -p "$work"
if [[ ! -e $modules/node_modules/axe-core ]]; then
    npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$modules" axe-core@4.14.1 puppeteer-core@24.43.1
fi
cargo build --locked --workspace --profile ci ${EKBOM_FEATURES:+--features "$EKBOM_FEATURES"} --bin ekbom
ekbom=${CARGO_TARGET_DIR:-$PWD/target}/ci/ekbom
reports=()
for patient in tests/patients/*.json tests/page/*.json tests/typical/*.json; do
    report=$work/$(basename "$patient" .json).html
    "$ekbom" assess --format html "$patient" >"$report"
    # Four printed pages; of the rare patient of whom everything is known six.
    if [[ $patient == */everything.json ]]; then report+=:6; else report+=:4; fi
    reports+=("$report")
done
mkdir -p docs/src/typical
picture=(--picture "$work/iron-bowel-disease.html" docs/src/example/report.png)
for patient in tests/typical/*.json; do
    name=$(basename "$patient" .json)
    picture+=(--picture "$work/$name.html" "docs/src/typical/$name.png")
done
if [[ ${1-} == --check ]]; then picture=(); else python3 docs/generate.py "$ekbom"; fi
NODE_MODULES=$modules/node_modules node docs/look.mjs "$browser" "${reports[@]}" "${picture[@]}"
