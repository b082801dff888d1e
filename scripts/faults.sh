#!/bin/bash
# What becomes of comments when something goes wrong: the fault table and random sequences (docs/faults.md), or the named
# files of tests/faults.
#
#   scripts/faults.sh [tests/faults/table.test.mjs …]
#   SEED=7 CASES=5000 scripts/faults.sh tests/faults/random.test.mjs     more in tests/faults/head.md
set -euo pipefail
cd "$(dirname "$0")/.."

[[ -f dist/news-widget.js ]] || { echo "faults: no dist/ here; run \`make build\` first" >&2; exit 1; }
(($#)) || set -- tests/faults/*.test.mjs
CARGO_TARGET_DIR=target/comment-server cargo build --quiet --locked --manifest-path examples/comment-server/Cargo.toml
exec node tests/run.mjs faults "$@"
