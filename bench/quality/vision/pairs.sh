#!/bin/sh
# Makes labelled pairs from the applications of bench/quality/detection and the sample application, and measures an embedder on them.
# usage: pairs.sh [DIR] [MODEL.onnx]      the last line is JSON: thresholds, and how they do on applications they were not fitted on
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/../../.." && pwd -P)
. "$root/eng/setup.sh"
work=${1:-$(mktemp -d)}
model=${2:-}
mkdir -p "$work"
: >"$work/pids"
stop() { while read -r pid; do kill "$pid" 2>/dev/null || true; done <"$work/pids"; }
trap stop EXIT
trap 'exit 130' INT TERM
TESTFORGE_BROWSER=$(browser_path)
export TESTFORGE_BROWSER
"$root/testforge" --version >/dev/null # Builds, so that the next line becomes the server at once.
"$root/testforge" demo --serve >"$work/demo.url" &
echo $! >>"$work/pids"
set --
port=47310
for app in shop ledger boats tracker; do
    folder=$root/bench/quality/detection/apps/$app
    [ ! -f "$folder/package-lock.json" ] || [ -d "$folder/node_modules" ] || (cd "$folder" && npm ci --no-audit --no-fund --loglevel=error >&2)
    (cd "$folder" && exec node server.mjs $port >&2) &
    echo $! >>"$work/pids"
    set -- "$@" "$app=http://127.0.0.1:$port/"
    port=$((port + 1))
done
tries=0
while [ ! -s "$work/demo.url" ] || ! curl -sf -o /dev/null "http://127.0.0.1:$((port - 1))/"; do
    tries=$((tries + 1))
    [ "$tries" -le 100 ] || { echo "The applications did not start." >&2; exit 3; }
    sleep 0.2
done
crawl=$root/bench/crawl
[ -n "${PLAYWRIGHT_FROM-}" ] || [ -d "$crawl/node_modules" ] || (cd "$crawl" && PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --no-audit --no-fund --loglevel=error >&2)
PLAYWRIGHT_FROM=${PLAYWRIGHT_FROM-$crawl/package.json} node "$root/bench/quality/vision/pairs.mjs" "$work" "demo=$(cat "$work/demo.url")" "$@"
"$root/testforge" vision calibrate "$work/pairs.jsonl" ${model:+--model "$model"} --json | tr -d '\n' | sed 's/  */ /g'
echo
