#!/bin/sh
# Crawls one generated site with TestForge, Crawlee and a bare loop by turns; the last line is JSON with medians and ratios.
# SITE is "site", where no two pages are alike, or "shop", where most are: TestForge then visits fewer.
# usage: run.sh [ROUNDS] [PAGES] [TABS] [SITE]      TESTFORGE_BROWSER: the Chromium that all three use
set -eu
cd "$(dirname "$0")"
rounds=${1:-3}
pages=${2:-200}
tabs=${3:-4}
kind=${4:-site}
export TESTFORGE_BROWSER="${TESTFORGE_BROWSER:-/usr/lib/chromium/chromium-headless-shell}"
export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1

[ -d node_modules ] || npm ci --no-audit --no-fund --loglevel=error >&2
dotnet build -c Release -v quiet --nologo ../TestForge.Bench >&2

work=$(mktemp -d)
node "$kind.mjs" "$pages" > "$work/url" &
site=$!
trap 'kill "$site" 2>/dev/null || true; rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
tries=0
while [ ! -s "$work/url" ]; do
    tries=$((tries + 1))
    if [ "$tries" -gt 50 ]; then
        echo "The site did not start." >&2
        exit 3
    fi
    sleep 0.1
done
url=$(cat "$work/url")

round=1
while [ "$round" -le "$rounds" ]; do
    echo "round $round of $rounds" >&2
    dotnet run --no-build -c Release --project ../TestForge.Bench -- crawl "$url" "$pages" "$tabs" | tee -a "$work/results" >&2
    node crawlee.mjs "$url" "$pages" "$tabs" | tee -a "$work/results" >&2
    node bareloop.mjs "$url" "$pages" "$tabs" | tee -a "$work/results" >&2
    round=$((round + 1))
done
node summary.mjs "$kind" < "$work/results"
