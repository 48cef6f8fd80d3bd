#!/usr/bin/env bash
# Scores discovery on Google's Security Crawl Maze (github.com/google/security-crawl-maze): which of its cases, each an address named in another way, are found.
# Usage: maze.sh FOLDER [discover options]   FOLDER is a copy of the maze; python3 with flask, node and npm must be installed. Ends with one JSON line.
set -euo pipefail
folder=$(realpath "${1:?the folder of the maze}")
shift
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill -- "-$server" 2>/dev/null; rm -rf "$work"' EXIT

cp -r "$folder" "$work/maze"
chmod -R u+w "$work/maze"
[ -d "$here/maze/node_modules" ] || npm ci --prefix "$here/maze" --no-audit --no-fund --loglevel error >&2
node "$here/maze/bundles.mjs" "$work/maze" >&2
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
(cd "$work/maze" && exec setsid python3 -c "from app import app; app.run(host='127.0.0.1', port=$port, threaded=True)") > "$work/access.log" 2>&1 &
server=$!
until curl -s -o "$work/probe" "http://127.0.0.1:$port/"; do kill -0 "$server"; sleep 0.1; done
: > "$work/access.log"

# What the maze hides behind words like "delete" and "remove", and names in robots.txt alone, is left alone unless that is allowed. Here nothing can be lost.
started=$(date +%s%N)
"$root/testforge" discover "http://127.0.0.1:$port/" --out "$work/out" --max-pages 500 --allow-destructive --ignore-robots "$@" >&2
milliseconds=$(( ($(date +%s%N) - started) / 1000000 ))
python3 "$here/maze/score.py" "$work" "$milliseconds"
