#!/bin/bash
# The end-to-end tests of dist/ and the packages, in real browsers: all of them, or those named.
#
#   scripts/e2e.sh [tests/e2e/smoke.test.mjs …]
#   ENGINES=firefox scripts/e2e.sh
#   STRICT=allowed scripts/e2e.sh     every page under the strictest policy, Trusted Types with our policy…
#   STRICT=refused scripts/e2e.sh     …or without (tests/e2e/strict.mjs)
set -euo pipefail
cd "$(dirname "$0")/.."

[[ -f dist/index.html && -d target/package ]] || { echo "e2e: no dist/ or no packages here; run \`make package\` first" >&2; exit 1; }
(($#)) || set -- tests/e2e/*.test.mjs
if [[ -n ${STRICT-} ]]; then
  # They would be the same again: the first are watched by a proxy, not by a policy, hosting.test.mjs opens no page, the
  # examples are always under one, and what comes from a WordPress or an Isso is drawn like what comes over http.
  echo "not again under a policy: hostile*.test.mjs, honest.test.mjs (strict.test.mjs has the attacks for that),"
  echo "hosting.test.mjs (hosting-page.test.mjs does), examples.test.mjs, isso and wordpress (comments-http.test.mjs does)"
  for file; do
    shift
    [[ $file == */hostile* || $file == */honest* || $file == */hosting.test.mjs || $file == */examples* ||
      $file == */isso* || $file == */wordpress* ]] || set -- "$@" "$file"
  done
  (($#)) || exit 0
fi

# The server that comments-http.test.mjs talks to.
CARGO_TARGET_DIR=target/comment-server cargo build --quiet --locked --manifest-path examples/comment-server/Cargo.toml

policy=$(node tests/e2e/strict.mjs)
echo "policy of the pages: $policy"
node tests/e2e/engines.mjs # one clear line, not a failure of every test, where an engine is missing
# One file at a time: an engine takes a core.
exec node --test --test-concurrency=1 --test-reporter=spec "$@"
