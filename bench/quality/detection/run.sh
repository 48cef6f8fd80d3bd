#!/bin/sh
# Scores a suite made from the healthy version of each application by the seeded faults that it catches and the false alarms that it raises.
# usage: run.sh [FOLDER] [options]; see README.md beside this, or --help. Ends with one JSON line.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
command -v node >/dev/null || { echo "Node.js 20 or newer is needed for this benchmark." >&2; exit 3; }
command -v patch >/dev/null || { echo "The program 'patch' is needed for this benchmark." >&2; exit 3; }
# shellcheck source=../../../eng/setup.sh
. "$root/eng/setup.sh"
need_browser
TESTFORGE_BROWSER=$(browser_path)
export TESTFORGE_BROWSER PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1

# The rival drives the browser itself.
case " $* " in *" --rival "*) [ -d "$here/node_modules" ] || (cd "$here" && npm ci --no-audit --no-fund --loglevel=error >&2) ;; esac
exec node "$here/main.mjs" "$@"
