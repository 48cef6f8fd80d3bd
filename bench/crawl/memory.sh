#!/bin/sh
# Crawls a large generated site, or one of many states, and shows that memory does not grow with it. The last line is JSON: pages, peak, the
# median of each tenth of the time in MiB, for all processes and by kind.
# usage: memory.sh [PAGES_OR_STATES] [TABS] [site|states]
set -eu
cd "$(dirname "$0")"
pages=${1:-5000}
tabs=${2:-4}
kind=${3:-site}
export TESTFORGE_BROWSER="${TESTFORGE_BROWSER:-/usr/lib/chromium/chromium-headless-shell}"

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
# shellcheck disable=SC2046 # no word when pages are counted
node watch.mjs --over-time dotnet run --no-build -c Release --project ../TestForge.Bench -- crawl "$(cat "$work/url")" "$pages" "$tabs" $([ "$kind" = site ] || echo "$pages")
