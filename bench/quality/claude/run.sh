#!/bin/sh
# Counts what is sent to the language model for an application: by question, page and case, what a second run asks again, and what a page's
# evidence weighs against its HTML and its accessibility tree. A scripted service stands in for the real one, so nothing is spent. The last
# line is JSON.
# usage: run.sh [--pages N]                    the sample application
#        run.sh [--pages N] URL                an application that is running
#        run.sh [--pages N] -- COMMAND...      one that the command serves until it is ended; in it, {port} stands for a free port
# such as: run.sh -- node bench/quality/detection/apps/shop/server.mjs {port}
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
# shellcheck source=../../../eng/setup.sh
. "$root/eng/setup.sh"
pages=20
if [ "${1-}" = --pages ]; then
    pages=$2
    shift 2
fi
need_dotnet
need_browser
TESTFORGE_BROWSER=$(browser_path)
export TESTFORGE_BROWSER
"$root/testforge" --version >/dev/null # Builds, if needed.
dotnet build -c Release -v quiet --nologo "$root/bench/TestForge.Bench" >&2
cli="$root/artifacts/bin/TestForge.Cli/release/testforge.dll"
work=$(mktemp -d)
site=
trap '[ -z "$site" ] || kill "$site" 2>/dev/null || true; rm -rf "$work"' EXIT
trap 'exit 130' INT TERM

# Waits until a command succeeds, for twenty seconds.
until_true() {
    tries=0
    until "$@" >/dev/null 2>&1; do
        tries=$((tries + 1))
        [ "$tries" -le 200 ] || { echo "The application did not start." >&2; exit 3; }
        sleep 0.1
    done
}

case "${1-}" in
    "")
        dotnet "$cli" demo --serve > "$work/url" &
        site=$!
        until_true grep -q http "$work/url"
        url=$(grep -o 'http[^ ]*' "$work/url" | head -n 1)
        ;;
    --)
        shift
        command -v curl >/dev/null || { echo "curl is needed to see whether the application has started." >&2; exit 3; }
        port=$((20000 + $$ % 20000))
        for word in "$@"; do
            shift
            [ "$word" = "{port}" ] && word=$port
            set -- "$@" "$word"
        done
        "$@" >&2 &
        site=$!
        url="http://127.0.0.1:$port/"
        until_true curl -s -o "$work/page" "$url"
        ;;
    *) url=$1 ;;
esac
dotnet "$root/artifacts/bin/TestForge.Bench/release/TestForge.Bench.dll" claude "$cli" "$url" "$pages"
