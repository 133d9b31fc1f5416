#!/usr/bin/env bash
# Looks at the report with a browser and axe-core, and makes the picture of the book and the README anew.
# Needs Chromium and npm; on Debian: apt-get install chromium npm.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome)
work=${CARGO_TARGET_DIR:-$PWD/target}/look
mkdir -p "$work"
npm install --silent --no-audit --no-fund --prefix "$work" axe-core@4 puppeteer-core@24
cargo build --locked --profile ci --package ekbom-cli
ekbom=${CARGO_TARGET_DIR:-$PWD/target}/ci/ekbom
for patient in b12-normal-blood-count saturation-88-percent; do
    "$ekbom" assess --format html "tests/patients/$patient.json" >"$work/$patient.html"
done
python3 docs/generate.py "$ekbom"
NODE_MODULES=$work/node_modules node docs/look.mjs "$browser" docs/src/example/report.html \
    "$work/b12-normal-blood-count.html" "$work/saturation-88-percent.html" --picture docs/src/example/report.png
