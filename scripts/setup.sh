#!/bin/bash
# Installs what the project needs, at the versions that it is tested with. A second run finds everything in place and ends
# at once. Nothing is written outside the project's own folder but Rust's wasm target and, for the tests, Debian packages.
#
#   scripts/setup.sh build    what `make build` and `make serve` need
#   scripts/setup.sh lint     what `make lint` needs
#   scripts/setup.sh licences what `make licences` and `make advisories` need
#   scripts/setup.sh test     the first two, and what the tests in browsers need
set -euo pipefail
cd "$(dirname "$0")/.."

readonly TOOLS=$PWD/.tools
readonly TRUNK=0.21.14          # also in Trunk.toml; a newer one needs a newer Rust
readonly WASM_SPLIT=0.2.4       # must understand the marks of wasm_split_helpers in Cargo.toml
readonly GECKODRIVER=0.37.1
readonly CARGO_DENY=0.20.2
readonly PACKAGES=(chromium chromium-driver firefox-esr webkit2gtk-driver xvfb dbus openssl fonts-dejavu-core fonts-noto-core
  apache2-bin media-types python3 python3-venv postgresql) # apache2-bin: the server without the service

say() { echo "setup: $*" >&2; }
fail() { say "$*"; exit 1; }
failed() { fail "this did not work: $*; run it by hand, see what it says, then run this again"; }

# wasm-bindgen's command line must be of the very version of the crate, so Cargo.lock decides.
wasm_bindgen() { awk '/^name = "wasm-bindgen"$/ { getline; gsub(/"/, "", $3); print $3 }' Cargo.lock; }

have_programs() {
  command -v cargo >/dev/null || fail "no Rust here: install it from https://rustup.rs, then run this again"
  command -v npm >/dev/null || fail "no Node.js here: install version 20.19 or newer, then run this again"
}

rust_target() {
  [[ -d $(rustc --print target-libdir --target wasm32-unknown-unknown) ]] && return
  say "adding Rust's wasm32-unknown-unknown target"
  rustup target add wasm32-unknown-unknown >&2 || failed "rustup target add wasm32-unknown-unknown"
}

# The standard library's source: `make build` compiles one without panic messages.
rust_source() {
  [[ -d $(rustc --print sysroot)/lib/rustlib/src/rust/library/std ]] && return
  say "adding Rust's rust-src"
  rustup component add rust-src >&2 || failed "rustup component add rust-src"
}

# rust_component COMPONENT CARGO-SUBCOMMAND
rust_component() {
  "cargo-$2" --version >/dev/null 2>&1 && return
  say "adding Rust's $1"
  rustup component add "$1" >&2 || failed "rustup component add $1"
}

# cargo_tool PROGRAM CRATE VERSION [--locked]
# A program of our own even where the machine has one, so that all machines behave alike. The tools are used for seconds
# and built for minutes: no optimisation pays.
cargo_tool() {
  local program=$1 crate=$2 version=$3
  [[ -x $TOOLS/cargo/bin/$program ]] && grep -qs "^\"$crate $version " "$TOOLS/cargo/.crates.toml" && return
  say "building $crate $version (minutes, once)"
  CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_OPT_LEVEL=0 CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
    CARGO_TARGET_DIR=$TOOLS/build \
    cargo install --quiet --force --root "$TOOLS/cargo" "$crate" --version "$version" "${@:4}" >&2 ||
    failed "cargo install $crate --version $version ${*:4}"
}

node_packages() {
  cmp -s package-lock.json node_modules/.installed-from && return
  say "installing Node packages"
  npm ci --silent >&2 || failed "npm ci"
  cp package-lock.json node_modules/.installed-from
}

# as_root COMMAND…
as_root() {
  local sudo=
  ((EUID)) && sudo=sudo
  $sudo "$@" >&2 || failed "${sudo:+sudo }$*"
}

package_lists() {
  command -v apt-get >/dev/null || fail "no apt-get here: the tests run on Debian and its relatives, and need $*"
  as_root apt-get update -qq
}

debian_packages() {
  local missing=() package
  for package in "${PACKAGES[@]}"; do
    [[ $(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null) == installed ]] || missing+=("$package")
  done
  ((${#missing[@]})) || return 0
  say "installing Debian packages: ${missing[*]}"
  package_lists "${missing[*]}"
  no_database_service
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "${missing[@]}"
}

# Debian's postgresql makes a cluster when it is installed, starts it, and takes port 5432. The tests make their own. Where
# it has been installed before, nothing is changed.
no_database_service() {
  local settings=/etc/postgresql-common/createcluster.conf
  [[ -e $settings ]] && return
  as_root mkdir -p "${settings%/*}"
  as_root sh -c "echo 'create_main_cluster = false' >$settings"
}

# Debian's nginx, unpacked and not installed: installed, it starts at once and takes port 80, today and after each start of
# the machine. The libraries it needs are those of apache2-bin.
nginx() {
  local program=$TOOLS/nginx/usr/sbin/nginx folder package
  [[ -x $program ]] && "$program" -v 2>/dev/null && return
  say "unpacking Debian's nginx"
  package_lists nginx
  rm -rf "$TOOLS/nginx"
  folder=$(mktemp -d)
  (cd "$folder" && apt-get download -qq -o APT::Sandbox::User=root nginx nginx-common libnginx-mod-http-brotli-static >&2) || failed "apt-get download nginx"
  for package in "$folder"/*.deb; do dpkg-deb -x "$package" "$TOOLS/nginx"; done
  rm -r "$folder"
  "$program" -v 2>/dev/null || failed "$program -v"
}

# Isso, for the tests of that comment service. scripts/isso.txt has the versions.
isso() {
  # A folder that was moved has the right versions, and programs that do not start.
  cmp -s scripts/isso.txt "$TOOLS/isso/installed-from" && "$TOOLS/isso/bin/isso" --version >/dev/null 2>&1 && return
  say "installing Isso"
  python3 -m venv --clear "$TOOLS/isso" >&2 || failed "python3 -m venv $TOOLS/isso"
  "$TOOLS/isso/bin/pip" install --quiet --disable-pip-version-check --no-deps --requirement scripts/isso.txt >&2 ||
    failed "pip install --no-deps --requirement scripts/isso.txt"
  cp scripts/isso.txt "$TOOLS/isso/installed-from"
}

# Debian's WordPress with its PHP and its database, unpacked and not installed, as nginx is. The programs and the
# site share their folder with no other run: what is written is elsewhere (scripts/wordpress.sh).
wordpress() {
  local root=$TOOLS/wordpress/root folder package
  [[ -d $TOOLS/wordpress/site ]] && return
  say "unpacking Debian's WordPress"
  package_lists wordpress
  rm -rf "$TOOLS/wordpress"
  mkdir -p "$root"
  folder=$(mktemp -d)
  (cd "$folder" && wordpress_packages | xargs apt-get download -qq -o APT::Sandbox::User=root >&2) || failed "apt-get download wordpress"
  for package in "$folder"/*.deb; do dpkg-deb -x "$package" "$root"; done
  rm -r "$folder"
  ln -s "$(cd "$root/usr/bin" && compgen -G 'php[0-9]*.[0-9]')" "$root/usr/bin/php"
  wordpress_settings "$root"/usr/lib/php/20* >"$TOOLS/wordpress/php.ini"
  # Some of its scripts are links into packages that nobody needs here.
  cp -rL "$root/usr/share/wordpress" "$TOOLS/wordpress/site.new" 2>/dev/null || true
  echo "<?php require getenv('WORDPRESS_CONFIG');" >"$TOOLS/wordpress/site.new/wp-config.php"
  mv "$TOOLS/wordpress/site.new" "$TOOLS/wordpress/site"
}

# The packages by name, and what this machine does not have of what they need. Neither Apache nor the database's service.
wordpress_packages() {
  local php
  php=$(apt-cache depends php-cli | sed -n 's/.*Depends: \(php[0-9.]*\)-cli$/\1/p')
  {
    printf '%s\n' wordpress php-getid3 "$php"-{cli,common,mysql,opcache} mariadb-common mariadb-{client,server}-core
    apt-get -s install --no-install-recommends "$php"-{cli,mysql} mariadb-{client,server}-core | awk '/^Inst/ { print $2 }'
  } | sort -u
}

# wordpress_settings EXTENSIONS
wordpress_settings() {
  local name
  printf '%s\n' zend_extension=opcache date.timezone=UTC display_errors=0 log_errors=1 memory_limit=256M
  for name in ctype tokenizer mysqlnd mysqli posix iconv exif fileinfo; do
    [[ -f $1/$name.so ]] && echo "extension=$name"
  done
}

build_tools() {
  have_programs
  rust_target
  rust_source
  cargo_tool trunk trunk "$TRUNK" --locked
  cargo_tool wasm-split-cli wasm_split_cli_support "$WASM_SPLIT" --locked --features build-binary
  cargo_tool wasm-bindgen wasm-bindgen-cli "$(wasm_bindgen)" # its --locked names crates newer than some mirrors have
  node_packages
}

lint_tools() {
  have_programs
  rust_target
  rust_component rustfmt fmt
  rust_component clippy clippy
}

licence_tools() {
  have_programs
  cargo_tool cargo-deny cargo-deny "$CARGO_DENY" --locked
}

c_compiler() {
  command -v cc >/dev/null || fail "no C compiler here, which Rust links with too: install gcc, then run this again"
}

# What is fetched does not wait for what is compiled.
test_tools() {
  c_compiler
  have_programs
  fetched_tools &
  local fetched=$!
  lint_tools
  build_tools
  cargo_tool geckodriver geckodriver "$GECKODRIVER" --locked
  wait "$fetched"
}

fetched_tools() {
  debian_packages
  nginx
  isso
  wordpress
}

case ${1-} in
  build) build_tools ;;
  lint) lint_tools ;;
  licences) licence_tools ;;
  test) test_tools ;;
  *) fail "usage: scripts/setup.sh build|lint|licences|test" ;;
esac
rm -rf "$TOOLS/build"
