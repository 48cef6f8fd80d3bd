#!/bin/sh
# Runs seeded failures through the product and compares the class it puts each into with the class it is of by its making.
# Every case must pass on the healthy pages first. The last line is JSON: {cases, right, open, heldOut, byClass}.
# usage: run.sh [WORKERS]
set -eu
cd "$(dirname "$0")"
root=$(cd ../../../.. && pwd)
workers=${1:-4}
command -v node >/dev/null || { echo "Node.js is needed for the seeded site; skipped." >&2; exit 0; }
"$root/testforge" --version >/dev/null # Builds, if needed.
work=$(mktemp -d)
node site.mjs > "$work/url" &
site=$!
trap 'kill "$site" 2>/dev/null; rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
tries=0
while [ ! -s "$work/url" ]; do
    tries=$((tries + 1))
    [ "$tries" -le 100 ] || { echo "The site did not start." >&2; exit 3; }
    sleep 0.1
done
url=$(cat "$work/url")

run() { # SIZE WINDOW
    "$root/testforge" execute --out "$work/$1" --healing off --workers "$workers" --viewport "$2" --history "$work/history.jsonl" --quiet >&2
}
for size in large small; do
    mkdir "$work/$size"
    node plan.mjs "$url" "$size" > "$work/$size/test-plan.json"
    run "$size" 1280x720 || { echo "The healthy pages must pass." >&2; node -e 'for (const c of JSON.parse(require("fs").readFileSync(process.argv[1])).cases) if (c.verdict !== "passed") console.log(c.caseId, JSON.stringify(c.diagnosis))' "$work/$size/results.json" >&2; exit 1; }
done
node -e "fetch('${url}fault').then((r) => r.text())"
run large 1280x720 || true
run small 480x400 || true
[ -z "${KEEP:-}" ] || cp -r "$work" "$KEEP"
node table.mjs "$work/large/results.json" "$work/small/results.json"
