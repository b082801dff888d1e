#!/bin/bash
# The end-to-end tests of dist/, in real browsers: all of them, or those named.
#
#   scripts/e2e.sh [tests/e2e/smoke.test.mjs …]
#   ENGINES=firefox scripts/e2e.sh
#   STRICT=allowed scripts/e2e.sh     every page under the strictest policy, Trusted Types with our policy…
#   STRICT=refused scripts/e2e.sh     …or without (tests/e2e/strict.mjs)
set -euo pipefail
cd "$(dirname "$0")/.."

[[ -f dist/index.html ]] || { echo "e2e: no dist/ here; run \`make build\` first" >&2; exit 1; }
(($#)) || set -- tests/e2e/*.test.mjs
if [[ -n ${STRICT-} ]]; then
  # Their pages are watched by a proxy, not by a policy; a second and a third time they would be the same.
  echo "not again under a policy: hostile*.test.mjs, honest.test.mjs; strict.test.mjs has the attacks for that"
  echo "not again under a policy: hosting.test.mjs, which opens no page; hosting-page.test.mjs does"
  for file; do
    shift
    [[ $file == */hostile* || $file == */honest* || $file == */hosting.test.mjs ]] || set -- "$@" "$file"
  done
fi

policy=$(node tests/e2e/strict.mjs)
echo "policy of the pages: $policy"
node tests/e2e/engines.mjs # one clear line, not a failure of every test, where an engine is missing
# One file at a time: an engine takes a core.
exec node --test --test-concurrency=1 --test-reporter=spec "$@"
