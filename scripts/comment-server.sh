#!/bin/bash
# The reference comment server's checks.
#
#   scripts/comment-server.sh test           format, lint, tests on both databases, and the conformance script
#   scripts/comment-server.sh schemathesis   requests that schemathesis makes up from the contract
set -euo pipefail
cd "$(dirname "$0")/.."

readonly SERVER=examples/comment-server
readonly SCHEMATHESIS=4.32.5
export CARGO_TARGET_DIR=$PWD/target/comment-server

say() { echo "comment-server: $*" >&2; }

# with_server COMMAND…
# Runs a command beside a server on a database of its own; the command finds its address in URL.
with_server() {
  local folder log line
  folder=$(mktemp -d)
  exec {log}< <(
    cd "$folder"
    exec env -u MODERATION -u ALLOWED_ORIGINS -u ARTICLE_ORIGINS -u PROXIES -u CACHE_SECONDS DATABASE_URL=sqlite:comments.db \
      LISTEN=127.0.0.1:0 RATE_LIMIT=off PAGE_SIZE=5 "$CARGO_TARGET_DIR/debug/comment-server" 2>&1
  )
  local pid=$!
  # Expanded now: the names are gone when the trap runs.
  trap "kill $pid && wait $pid || true; rm -rf '$folder'" EXIT
  # Its first line says where it listens, and that it does.
  read -r line <&"$log"
  cat <&"$log" >"$folder/log" &
  URL=http://$(sed -n 's/.*"address":"\([^"]*\)".*/\1/p' <<<"$line") "$@"
}

# The tests on PostgreSQL, which are left out, visibly, where there is none.
test_database() {
  local status=0
  (cd "$SERVER" && ../../scripts/postgres.sh cargo test --locked --test http -- --include-ignored postgres::) || status=$?
  if ((status == 69)); then
    say "THE TESTS ON POSTGRESQL WERE NOT RUN: install Debian's postgresql (scripts/setup.sh test does)"
  else
    return "$status"
  fi
}

run_tests() {
  (
    cd "$SERVER"
    cargo fmt --check
    cargo clippy --locked --all-targets -- -D warnings
    RUSTDOCFLAGS="-D warnings" cargo doc --locked --no-deps --quiet
    cargo test --locked
    cargo build --locked
  )
  test_database
  node --test tests/server/*.test.mjs
  with_server bash -c 'node --test tests/server/answers.mjs && node scripts/conformance.mjs "$URL/comments"'
}

# The contract has rules that no schema states: one of two parameters, a header that equals a field, a parent that must be
# there. What breaks only these is "valid" to schemathesis, so it is not held against the server that it refuses it.
run_schemathesis() {
  local venv=$PWD/.tools/schemathesis
  if [[ $("$venv/bin/schemathesis" --version 2>/dev/null) != *" $SCHEMATHESIS" ]]; then
    say "installing schemathesis $SCHEMATHESIS"
    python3 -m venv "$venv"
    "$venv/bin/pip" install --quiet --disable-pip-version-check "schemathesis==$SCHEMATHESIS"
  fi
  (cd "$SERVER" && cargo build --locked)
  with_server bash -o pipefail -c '"$0" run schema/comments.openapi.yaml --url "$URL" --no-color \
    --exclude-checks positive_data_acceptance --max-examples "${CASES:-200}" | cut -c1-400' "$venv/bin/schemathesis"
}

case ${1-} in
  test) run_tests ;;
  schemathesis) run_schemathesis ;;
  *) say "usage: scripts/comment-server.sh test|schemathesis"; exit 2 ;;
esac
