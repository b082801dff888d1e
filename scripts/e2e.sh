#!/bin/bash
# The end-to-end tests of dist/ and the packages, in real browsers: all of them, or those named.
#
#   scripts/e2e.sh [tests/e2e/smoke.test.mjs …]
#   ENGINES=firefox scripts/e2e.sh
#   STRICT=allowed scripts/e2e.sh     every page under the strictest policy, Trusted Types with our policy…
#   STRICT=refused scripts/e2e.sh     …or without (tests/e2e/strict.mjs)
#   scripts/e2e.sh alone              what those two leave out
#   AT_ONCE=2 scripts/e2e.sh          two files at a time
set -euo pipefail
cd "$(dirname "$0")/.."

[[ -f dist/index.html && -d target/package ]] || { echo "e2e: no dist/ or no packages here; run \`make package\` first" >&2; exit 1; }

# Under a policy they would be the same again: the first are watched by a proxy, not by a policy, hosting.test.mjs opens no
# page (hosting-page.test.mjs does), the examples are always under one, and what comes from a WordPress or an Isso is drawn
# like what comes over http.
alone() { [[ $1 =~ /(hostile|honest|hosting\.|examples|isso|wordpress) ]]; }

[[ ${1-} == alone ]] && only=alone && shift
(($#)) || set -- tests/e2e/*.test.mjs
for file; do
  shift
  if [[ -n ${STRICT-} ]] && alone "$file"; then echo "not again under a policy: $file"; continue; fi
  if [[ -n ${only-} ]] && ! alone "$file"; then continue; fi
  set -- "$@" "$file"
done
(($#)) || exit 0

# The server that comments-http.test.mjs talks to.
CARGO_TARGET_DIR=target/comment-server cargo build --quiet --locked --manifest-path examples/comment-server/Cargo.toml

policy=$(node tests/e2e/strict.mjs)
echo "policy of the pages: $policy"
node tests/e2e/engines.mjs # one clear line, not a failure of every test, where an engine is missing
# One file at a time: an engine takes a core and more, so two of them on two cores take as long (measured: 24 minutes both ways).
exec node --test --test-concurrency="${AT_ONCE:-1}" --test-reporter=spec "$@"
