#!/bin/sh
# Runs the same generated cases in process and with Playwright's own runner by turns; the last line is JSON with medians and the ratio.
# usage: run.sh [RUN_FOLDER] [CASES] [WORKERS] [ROUNDS]
# CASES may be several sizes in one argument, such as "10 40 100": each gets rounds and a line of its own.
# RUN_FOLDER is what `testforge run URL` left, its application still up. Without one, the sample application is served and run first.
set -eu
cd "$(dirname "$0")"
root=$(cd ../.. && pwd)
folder=${1:-}
sizes=${2:-40}
workers=${3:-4}
rounds=${4:-5}
export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1

command -v npx >/dev/null || { echo "Node.js is needed to compare with Playwright's own runner; skipped." >&2; exit 0; }
dotnet build -c Release -v quiet --nologo ../TestForge.Bench >&2
work=$(mktemp -d)
site=
trap '[ -z "$site" ] || kill "$site" 2>/dev/null; rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
if [ -z "$folder" ]; then
    "$root/testforge" --version >/dev/null # Builds, so that the next line becomes the server at once.
    "$root/testforge" demo --serve > "$work/url" &
    site=$!
    tries=0
    while [ ! -s "$work/url" ]; do
        tries=$((tries + 1))
        [ "$tries" -le 100 ] || { echo "The sample application did not start." >&2; exit 3; }
        sleep 0.1
    done
    folder=$work/run
    "$root/testforge" run "$(cat "$work/url")" --out "$folder" --max-pages 60 --max-tests 120 --quiet >&2
fi

scripts=$folder/scripts/typescript
(cd "$scripts" && { [ -d node_modules ] || npm install --no-audit --no-fund --loglevel=error >&2; })
bench=$root/artifacts/bin/TestForge.Bench/release/TestForge.Bench.dll


now() { date +%s.%N; }
for cases in $sizes; do
    # The same cases for both, found in the scripts by their place in the plan.
    node select.mjs "$folder" "$cases" > "$work/grep"
    : > "$work/times"
    round=0 # The first round warms the caches and is not counted.
    while [ "$round" -le "$rounds" ]; do
        start=$(now)
        dotnet "$bench" execute "$folder" "$cases" "$workers" > "$work/line"
        end=$(now)
        echo "round $round in-process: $(cat "$work/line")" >&2
        [ "$round" -eq 0 ] || echo "in-process $start $end" >> "$work/times"
        start=$(now)
        (cd "$scripts" && npx playwright test --workers="$workers" --retries=0 --reporter=line --grep "$(cat "$work/grep")") > "$work/log" 2>&1 || true
        end=$(now)
        echo "round $round playwright: $(tail -n 1 "$work/log" | tr -s ' ')" >&2
        [ "$round" -eq 0 ] || echo "playwright $start $end" >> "$work/times"
        round=$((round + 1))
    done
    node summary.mjs "$cases" "$workers" < "$work/times"
done
