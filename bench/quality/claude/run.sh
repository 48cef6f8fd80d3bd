#!/bin/sh
# Counts what is sent to the language model for an application: by question, page and case, what a second run asks again, and what a page's
# evidence weighs against its HTML and its accessibility tree. A scripted service stands in for the real one, so nothing is spent. The last
# line is JSON.
# usage: run.sh [URL] [MAX_PAGES]      without URL: the sample application
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
# shellcheck source=../../../eng/setup.sh
. "$root/eng/setup.sh"
need_dotnet
need_browser
TESTFORGE_BROWSER=$(browser_path)
export TESTFORGE_BROWSER
"$root/testforge" --version >/dev/null # Builds, if needed.
dotnet build -c Release -v quiet --nologo "$root/bench/TestForge.Bench" >&2
cli="$root/artifacts/bin/TestForge.Cli/release/testforge.dll"
url=${1:-}
if [ -z "$url" ]; then
    work=$(mktemp -d)
    dotnet "$cli" demo --serve > "$work/url" &
    site=$!
    trap 'kill "$site" 2>/dev/null || true; rm -rf "$work"' EXIT
    trap 'exit 130' INT TERM
    tries=0
    until grep -q http "$work/url"; do
        tries=$((tries + 1))
        [ "$tries" -le 200 ] || { echo "The sample application did not start." >&2; exit 3; }
        sleep 0.1
    done
    url=$(grep -o 'http[^ ]*' "$work/url" | head -n 1)
fi
dotnet "$root/artifacts/bin/TestForge.Bench/release/TestForge.Bench.dll" claude "$cli" "$url" "${2:-20}"
