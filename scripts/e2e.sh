#!/bin/bash
# The end-to-end tests of dist/ and the packages, in real browsers: all of them, or those named.
#
#   scripts/e2e.sh [tests/e2e/smoke.test.mjs …]
#   ENGINES=firefox scripts/e2e.sh
#   STRICT=allowed scripts/e2e.sh     every page under the strictest policy, Trusted Types with our policy…
#   STRICT=refused scripts/e2e.sh     …or without (tests/e2e/strict.mjs)
#   AT_ONCE=2 scripts/e2e.sh          two files at a time
set -euo pipefail
cd "$(dirname "$0")/.."

[[ -f dist/index.html && -d target/package ]] || { echo "e2e: no dist/ or no packages here; run \`make package\` first" >&2; exit 1; }

(($#)) || set -- tests/e2e/*.test.mjs

# The server that comments-http.test.mjs talks to.
CARGO_TARGET_DIR=target/comment-server cargo build --quiet --locked --manifest-path examples/comment-server/Cargo.toml

policy=$(node tests/e2e/strict.mjs)
echo "policy of the pages: $policy"
exec node tests/run.mjs "e2e${STRICT:+-$STRICT}${ENGINES:+-$ENGINES}" "$@"
