#!/bin/bash
# Licences, duplicate versions and sources of the crates (deny.toml). They change only with a lock file, so what has been
# found good is written down with it, in deny.checked, and the tool that looks, which takes minutes to build, is not needed by
# each new machine.
#
#   scripts/licences.sh          looks, and writes down what it has looked at
#   scripts/licences.sh same     fails where something has changed since
set -euo pipefail
cd "$(dirname "$0")/.."

readonly SERVER=examples/comment-server
now() { sha256sum deny.toml Cargo.lock "$SERVER/Cargo.lock" "$SERVER/deny.toml"; }

case ${1-} in
  '')
    cargo deny --locked --log-level error check licenses bans sources
    (cd "$SERVER" && cargo deny --locked --log-level error check licenses sources)
    now >deny.checked
    ;;
  same)
    now | cmp -s - deny.checked ||
      { echo "licences: the crates have changed since their licences were looked at: run \`make licences\`, and commit deny.checked" >&2; exit 1; }
    ;;
  *) echo "usage: scripts/licences.sh [same]" >&2; exit 2 ;;
esac
