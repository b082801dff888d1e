#!/bin/bash
# Puts dist/ into an object store: each file once, compressed with brotli where the build has made a copy.
#
#   docs/hosting/upload.sh s3://bucket/news [more options for `aws`, such as --endpoint-url https://storage.example]
set -euo pipefail
to=${1%/} options=("${@:2}")
cd "$(dirname "$0")/../../dist"

# put FILE CACHE-CONTROL
put() {
  local body=$1 type coding=()
  case $1 in
    *.html) type=text/html ;;
    *.js) type=text/javascript ;;
    *.css) type=text/css ;;
    *.wasm) type=application/wasm ;;
    *.json) type=application/json ;;
    *.ts) type=text/plain ;;
    *.svg) type=image/svg+xml ;;
    *.png) type=image/png ;;
    *.jpg | *.jpeg) type=image/jpeg ;;
    *.webp) type=image/webp ;;
    *.avif) type=image/avif ;;
    *.mp3) type=audio/mpeg ;;
    *.ogg) type=audio/ogg ;;
    *.wav) type=audio/wav ;;
    *) echo "upload: no type is known for $1; add it here" >&2; exit 1 ;;
  esac
  if [[ -f $1.br ]]; then
    body=$1.br coding=(--content-encoding br)
  fi
  aws s3 cp "$body" "$to/$1" --cache-control "$2" --content-type "$type" "${coding[@]}" "${options[@]}"
}

# What is named by its content goes first: no loader names what is not there yet. Nothing is deleted.
named_by_content='-[0-9a-f]{12,16}\.(js|css|wasm)$'
files=$(find . -type f ! -name '*.br' ! -name '*.gz' -printf '%P\n' | sort)
grep -E -- "$named_by_content" <<<"$files" | while read -r file; do put "$file" "public, max-age=31536000, immutable" </dev/null; done
grep -vE -- "$named_by_content" <<<"$files" | while read -r file; do put "$file" "public, max-age=300" </dev/null; done
