#!/bin/sh
# Scores healing on pages that are changed as a redesign would change them, and with traps that must not be healed.
# usage: run.sh [SITE_URL_OR_FOLDER...] [--seed N] [--rounds N] [--pages N] [--show-held] [--only NAME]
# Without sites: those of sites.json beside this. A folder is served as it is, or started by its app.json. Ends with one JSON line.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../../.." && pwd)
command -v node >/dev/null || { echo "Node.js 20 or newer is needed for this benchmark." >&2; exit 3; }
# shellcheck source=../../../../eng/setup.sh
. "$root/eng/setup.sh"
need_dotnet
need_browser
TESTFORGE_BROWSER=$(browser_path)
export TESTFORGE_BROWSER
[ -d "$here/node_modules" ] || (cd "$here" && npm ci --no-audit --no-fund --ignore-scripts --loglevel=error >&2)
dotnet build -c Release -v quiet --nologo "$root/bench/TestForge.Bench" >&2
exec node "$here/main.mjs" "$@"
