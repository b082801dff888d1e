#!/bin/bash
# Runs a command beside an Isso of its own: the real server, on a free port of 127.0.0.1, with its settings, database and log
# in a new folder, gone with all that is in it when the command ends.
#
#   scripts/isso.sh COMMAND…
#
# The command finds TEST_ISSO, the server's address, and TEST_ISSO_LOG, the file with the links that moderate. Settings:
#
#   ORIGINS='http://127.0.0.1:8080'  pages that may use it, with spaces between
#   MAX_AGE=15m                      how long writers may edit and delete
#   LATEST=true                      Recent Comments
#   MODERATED=1                      comments wait for a moderator
#   GUARD=true                       its limits, which are these:
#   RATELIMIT=2 DIRECT_REPLY=3 REPLY_TO_SELF=false REQUIRE_EMAIL=false
#
# Exit 69: no Isso here.
set -euo pipefail

isso=$(cd "$(dirname "$0")/.." && pwd)/.tools/isso/bin/isso
[[ -x $isso ]] || { echo "isso: there is no Isso here; scripts/setup.sh test installs it" >&2; exit 69; }

folder=$(mktemp -d /tmp/isso.XXXXXX)
log=$folder/log
pid=
stop() {
  [[ -z $pid ]] || { kill "$pid" && wait "$pid"; } 2>/dev/null || true
  rm -rf "$folder"
}
trap stop EXIT

port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
cat >"$folder/isso.cfg" <<CONFIG
[general]
dbpath = $folder/comments.db
host =
$(printf '    %s\n' ${ORIGINS:-http://127.0.0.1:8080})
max-age = ${MAX_AGE:-15m}
latest-enabled = ${LATEST:-true}
notify = stdout
[moderation]
enabled = $([[ -n ${MODERATED-} ]] && echo true || echo false)
[server]
listen = http://127.0.0.1:$port
[guard]
enabled = ${GUARD:-true}
ratelimit = ${RATELIMIT:-2}
direct-reply = ${DIRECT_REPLY:-3}
reply-to-self = ${REPLY_TO_SELF:-false}
require-email = ${REQUIRE_EMAIL:-false}
CONFIG

"$isso" -c "$folder/isso.cfg" run >"$log" 2>&1 &
pid=$!
# It says nowhere that it listens, so it is tried.
until (: <>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do
  kill -0 "$pid" 2>/dev/null || { cat "$log" >&2; exit 1; }
  sleep .1
done
TEST_ISSO=http://127.0.0.1:$port TEST_ISSO_LOG=$log "$@"
