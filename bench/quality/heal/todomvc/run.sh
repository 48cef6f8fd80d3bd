#!/usr/bin/env bash
# Scores healing on TodoMVC (github.com/tastejs/todomvc), one application made with many frameworks: locators of one implementation are
# taken to another, and those that break there are healed.
# usage: run.sh FOLDER [EXAMPLE...] [--verbose]   FOLDER is a copy of TodoMVC; python3 must be installed. Ends with one JSON line.
set -euo pipefail
[ -d "${1-}" ] || { echo "Give the folder of a copy of TodoMVC; without one this benchmark is skipped." >&2; exit 3; }
folder=$(realpath "$1")
shift
examples=()
options=()
for word; do case $word in --*) options+=("$word") ;; *) examples+=("$word") ;; esac; done
[ ${#examples[@]} -gt 0 ] || examples=(react vue preact svelte lit web-components backbone jquery javascript-es6)
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../../.." && pwd)
# shellcheck source=../../../../eng/setup.sh
. "$root/eng/setup.sh"
need_dotnet
need_browser
TESTFORGE_BROWSER=$(browser_path)
export TESTFORGE_BROWSER
dotnet build -c Release -v quiet --nologo "$root/bench/TestForge.Bench" >&2

work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null; rm -rf "$work"' EXIT
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
python3 -m http.server "$port" --bind 127.0.0.1 --directory "$folder" > "$work/access.log" 2>&1 &
server=$!
until curl -s -o "$work/probe" "http://127.0.0.1:$port/"; do kill -0 "$server"; sleep 0.1; done

pages=()
for example in "${examples[@]}"; do
    path=examples/$example
    for built in dist/browser dist; do
        [ ! -f "$folder/$path/$built/index.html" ] || { path=$path/$built; break; }
    done
    pages+=("$example=http://127.0.0.1:$port/$path/")
done
dotnet "$root/artifacts/bin/TestForge.Bench/release/TestForge.Bench.dll" todomvc "$here/parts.json" "${pages[@]}" "${options[@]}"
