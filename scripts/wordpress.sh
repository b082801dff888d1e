#!/bin/bash
# Runs a command beside a WordPress of its own: Debian's packages, unpacked by scripts/setup.sh, on a database and a port of
# its own on 127.0.0.1, gone with all that was written when the command ends. There are posts, authors, pictures and
# comments in it (scripts/wordpress/seed.php), and what docs/wordpress.md tells publishers to add.
#
#   scripts/wordpress.sh COMMAND…
#   MODERATED=1 scripts/wordpress.sh COMMAND…     each comment is held for a moderator
#   ANONYMOUS=0 …    only who is logged in may comment, as WordPress has it of itself
#   FLOOD=1 …        one comment in 15 seconds from each reader, as WordPress has it of itself
#   POSTS=250 …      so many posts more
#
# The command finds WORDPRESS, the site's address, and WORDPRESS_ROOT, that of its REST interface. Exit 69: no WordPress here.
set -euo pipefail

readonly SCRIPTS=$(cd "$(dirname "$0")" && pwd)
readonly TOOLS=$SCRIPTS/../.tools/wordpress
readonly ROOT=$TOOLS/root
readonly SITE=$TOOLS/site # the program, which only reads; what it writes is in the database

(($#)) || { echo "usage: scripts/wordpress.sh COMMAND…" >&2; exit 2; }
[[ -d $ROOT && -d $SITE ]] || { echo "wordpress: there is no WordPress here; scripts/setup.sh test unpacks it" >&2; exit 69; }

folder=$(mktemp -d /tmp/wordpress.XXXXXX)
running=() # process groups: PHP's server has workers
stop() {
  ((${#running[@]})) || return 0
  kill -- "${running[@]/#/-}" 2>/dev/null || true
  wait "${running[@]}" 2>/dev/null || true
  running=()
}
trap 'stop; rm -rf "$folder"' EXIT
trap 'exit 143' TERM INT

# The packages' own libraries, for the packages' own programs only.
readonly LIBRARIES=$ROOT/usr/lib/x86_64-linux-gnu:$ROOT/lib/x86_64-linux-gnu
readonly UNPACKED=(env "LD_LIBRARY_PATH=$LIBRARIES")
# A script run by this is inside the site.
readonly PHP=("${UNPACKED[@]}" "WORDPRESS_SOCKET=$folder/db.sock" "WORDPRESS_CONFIG=$SCRIPTS/wordpress/config.php"
  "WORDPRESS_PLUGINS=$SCRIPTS/wordpress/plugins" "$ROOT/usr/bin/php" -n -c "$TOOLS/php.ini"
  -d "extension_dir=$(compgen -G "$ROOT/usr/lib/php/20*")")

# start LOG COMMAND…
start() {
  setsid "${@:2}" >"$folder/$1.log" 2>&1 &
  running+=($!)
}

# until_it COMMAND…: waits for a program that is starting, which says nothing when it is ready.
until_it() {
  local tries
  for ((tries = 0; tries < 300; tries++)); do
    "$@" && return
    kill -0 "${running[@]}" 2>/dev/null || break
    sleep 0.1
  done
  echo "wordpress: it did not start:" >&2
  cat "$folder"/*.log >&2
  exit 1
}

# database DATA: starts one on what is in that folder, reached by a socket only. What is here is thrown away: no waiting for
# the disk.
database() {
  local as=()
  ((EUID)) || as=(--user=root)
  start database "${UNPACKED[@]}" "$ROOT/usr/sbin/mariadbd" --no-defaults "${as[@]}" --basedir="$ROOT/usr" --datadir="$1" \
    --lc-messages-dir="$ROOT/usr/share/mysql" --plugin-dir="$ROOT/usr/lib/mysql/plugin" --socket="$folder/db.sock" \
    --pid-file="$folder/db.pid" --skip-networking --innodb-log-file-size=4M --innodb-buffer-pool-size=32M \
    --innodb-flush-log-at-trx-commit=0 --innodb-flush-method=nosync
  until_it test -S "$folder/db.sock"
}

# The database with the seed in it is made once, and again when what makes it changes.
prepare() {
  local prepared=$TOOLS/prepared name
  name=$(cat "$SCRIPTS"/wordpress/*.php "$0" | md5sum | cut -c1-12)
  exec {lock}>"$TOOLS/lock"
  flock "$lock"
  if [[ ! -d $prepared/$name ]]; then
    rm -rf "$prepared"
    "${UNPACKED[@]}" "$ROOT/usr/bin/mariadb-install-db" --no-defaults --basedir="$ROOT/usr" --datadir="$folder/data" \
      --auth-root-authentication-method=normal --skip-test-db --innodb-log-file-size=4M >"$folder/install.log" 2>&1 ||
      { cat "$folder/install.log" >&2; exit 1; }
    database "$folder/data"
    "${UNPACKED[@]}" "$ROOT/usr/bin/mariadb" --no-defaults --user=root --socket="$folder/db.sock" --execute='CREATE DATABASE wordpress'
    "${PHP[@]}" "$SCRIPTS/wordpress/install.php"
    "${PHP[@]}" "$SCRIPTS/wordpress/seed.php"
    stop
    mkdir -p "$prepared"
    cp -r "$folder/data" "$prepared/$name.new" && mv "$prepared/$name.new" "$prepared/$name"
  else
    cp -r "$prepared/$name" "$folder/data"
  fi
  exec {lock}>&-
}

prepare
export MODERATED=${MODERATED-} ANONYMOUS=${ANONYMOUS-1} FLOOD=${FLOOD-}
database "$folder/data"
((${POSTS:-0})) && "${PHP[@]}" "$SCRIPTS/wordpress/more.php" "$POSTS"

# PHP's own server takes a free port and says which.
export PHP_CLI_SERVER_WORKERS=4
start php "${PHP[@]}" -S 127.0.0.1:0 -t "$SITE" "$SCRIPTS/wordpress/router.php"
address() { grep -som1 'http://127.0.0.1:[0-9]*' "$folder/php.log" >"$folder/address"; }
until_it address
WORDPRESS=$(<"$folder/address")
until_it curl --silent --fail --output /dev/null "$WORDPRESS/wp-json/wp/v2/types/post"
# Beside this script, which can then be ended while the command runs.
WORDPRESS=$WORDPRESS WORDPRESS_ROOT=$WORDPRESS/wp-json "$@" <&0 &
command=$!
trap 'kill "$command" 2>/dev/null; exit 143' TERM INT
wait "$command"
