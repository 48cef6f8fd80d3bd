#!/bin/sh
# Crawls any address with TestForge (links alone, then with states), Crawlee and a bare loop, one after the other.
# The last line is JSON: pages, states, duplicates, pages a second and peak memory of each tool with its browser.
# usage: any.sh URL [MAX_PAGES] [TABS]
set -eu
cd "$(dirname "$0")"
url=${1:?the address to crawl}
pages=${2:-200}
tabs=${3:-4}
export TESTFORGE_BROWSER="${TESTFORGE_BROWSER:-/usr/lib/chromium/chromium-headless-shell}"
export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1

[ -d node_modules ] || npm ci --no-audit --no-fund --loglevel=error >&2
dotnet build -c Release -v quiet --nologo ../TestForge.Bench >&2

results=$(mktemp)
trap 'rm -f "$results"' EXIT
trap 'exit 130' INT TERM
bench="dotnet run --no-build -c Release --project ../TestForge.Bench -- crawl $url $pages $tabs"
for tool in "$bench" "node crawlee.mjs $url $pages $tabs" "node bareloop.mjs $url $pages $tabs" "$bench 200"; do
    # shellcheck disable=SC2086 # the words of the command are meant
    node watch.mjs $tool | tee -a "$results" >&2
done
node -e '
const tools = require("fs").readFileSync(process.argv[1], "utf8").trim().split("\n").map((line) => JSON.parse(line));
const kept = ({ pages, states = null, duplicates = null, pagesPerSecond, peakMiB }) => ({ pages, states, duplicates, pagesPerSecond, peakMiB });
console.log(JSON.stringify(Object.fromEntries(tools.map((tool) => [tool.tool, kept(tool)]))));
' "$results"
