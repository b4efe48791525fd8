#!/usr/bin/env bash
# Everything that guards the project: formatting, lint with the dependency rule, types, unused code, bundle size, and the
# unit, property, validation and browser tests. Stops at the first that fails.
set -euo pipefail
cd "$(dirname "$0")/.."

find_chromium() {
  local name
  for name in "${CHROMIUM_PATH:-}" chromium chromium-browser google-chrome; do
    if [ -n "$name" ] && command -v "$name"; then return 0; fi
  done
  return 1
}

install_chromium() {
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || return 1
    as_root=(sudo -n)
  fi
  command -v apt-get >/dev/null || return 1
  echo 'No Chromium found; installing the Debian package for the browser tests.'
  "${as_root[@]}" apt-get update -qq && "${as_root[@]}" apt-get install -y -qq chromium >/dev/null
}

if ! find_chromium >/dev/null && ! install_chromium; then
  echo 'Chromium could not be installed. Install it (Debian: apt-get install chromium) or set CHROMIUM_PATH to a Chromium,' >&2
  echo 'then run the tests again.' >&2
  exit 1
fi
CHROMIUM_PATH="$(find_chromium)"
export CHROMIUM_PATH

npm run lint
npm run build -- --logLevel warn
npx size-limit
# The browser tests take the page that has just been built.
FODESIM_PAGE="$PWD/dist" npx vitest run
