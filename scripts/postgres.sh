#!/bin/bash
# Runs a command beside a PostgreSQL of its own: a new cluster in a new folder, reached by a socket in that folder only,
# gone with all that is in it when the command ends. Debian's `postgresql` is needed, its service is not.
#
#   scripts/postgres.sh COMMAND…
#
# The command finds TEST_POSTGRES: an address with DATABASE where a database's name goes. Exit 69: no PostgreSQL here.
set -euo pipefail

bin=$(compgen -G '/usr/lib/postgresql/*/bin' | sort -V | tail -1 || true)
[[ -x $bin/initdb ]] || { echo "postgres: there is no PostgreSQL here; Debian's package is postgresql" >&2; exit 69; }

# PostgreSQL does not run as root.
as=()
((EUID)) || as=(setpriv --reuid=postgres --regid=postgres --clear-groups env HOME=/tmp)

folder=$(mktemp -d /tmp/postgres.XXXXXX)
((EUID)) || chown postgres "$folder"
cd "$folder"

stop() {
  "${as[@]}" "$bin/pg_ctl" stop --pgdata=data --mode=immediate --silent || true
  rm -rf "$folder"
}
trap stop EXIT

# What is here is thrown away: no waiting for the disk, unless FSYNC=on, for measuring.
"${as[@]}" "$bin/initdb" --pgdata=data --username=test --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-sync >initdb.log ||
  { cat initdb.log >&2; exit 1; }
"${as[@]}" "$bin/pg_ctl" start --pgdata=data --wait --silent --log=data/log \
  --options="-c listen_addresses= -c unix_socket_directories=$folder -c fsync=${FSYNC:-off} -c max_connections=300" ||
  { cat data/log >&2; exit 1; }
cd "$OLDPWD"
# `pg_ctl` in the trap wants to be where the folder is.
trap 'cd "$folder" && stop' EXIT
TEST_POSTGRES="postgres:///DATABASE?host=$folder&user=test" "$@"
