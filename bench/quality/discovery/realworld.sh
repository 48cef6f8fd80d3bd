#!/usr/bin/env bash
# Scores discovery on a single-page application of the RealWorld kind: which of its routes are on the map, as a guest and signed in.
# Usage: realworld.sh DIST [discover options]   DIST is a built front end whose API is at /api of its own origin and whose routes are in the
# fragment, such as github.com/mutoe/vue3-realworld-example-app built with an empty VITE_API_HOST. Ends with one JSON line.
set -euo pipefail
dist=$(realpath "${1:?the folder of the built application}")
shift
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null; rm -rf "$work"' EXIT

cat > "$work/login.json" <<'JSON'
{
  "url": "/#/login",
  "steps": [
    { "do": "fill", "locator": { "kind": "placeholder", "value": "Email" }, "value": "${env:CONDUIT_USER}" },
    { "do": "fill", "locator": { "kind": "placeholder", "value": "Password" }, "value": "${env:CONDUIT_PASSWORD}" },
    { "do": "click", "locator": { "kind": "role", "value": "button", "name": "Sign in" } }
  ],
  "success": { "visible": { "kind": "role", "value": "link", "name": "New Post" } }
}
JSON
export CONDUIT_USER=reader@example.test CONDUIT_PASSWORD=reader-1

started=$(date +%s%N)
for who in guest reader; do
    # Each starts with the articles as they were.
    node "$here/conduit.mjs" "$dist" > "$work/url" &
    server=$!
    until [ -s "$work/url" ]; do kill -0 "$server"; sleep 0.1; done
    login=()
    [ "$who" = guest ] || login=(--login "$work/login.json")
    "$root/testforge" discover "$(cat "$work/url")" --out "$work/$who" --max-pages 60 "${login[@]}" "$@" >&2
    kill "$server"
    wait "$server" 2>/dev/null || true
    server=
    : > "$work/url"
done
milliseconds=$(( ($(date +%s%N) - started) / 1000000 ))

python3 - "$work" "$milliseconds" <<'PY'
import json, re, sys
work, milliseconds = sys.argv[1], int(sys.argv[2])
routes = {
    'global feed': r'^[^#]*/(#/)?$', 'own feed': r'#/my-feeds$', 'tag': r'#/tag/[^/]+$', 'article': r'#/article/(?!create)[^/]+$', 'new article': r'#/article/create$',
    'edit article': r'#/article/[^/]+/edit$', 'sign in': r'#/login$', 'register': r'#/register$', 'profile': r'#/profile/[^/]+$',
    'favourites of a profile': r'#/profile/[^/]+/favorites$', 'settings': r'#/settings$'}
maps = {who: json.load(open(f'{work}/{who}/site-map.json')) for who in ('guest', 'reader')}
seen = {who: [u for p in m['pages'] for u in [p['url'], *p.get('duplicates', [])]] for who, m in maps.items()}
found = {name: [who for who in seen if any(re.search(route, u) for u in seen[who])] for name, route in routes.items()}
print(json.dumps({
    'benchmark': 'realworld', 'routes': len(routes), 'found': sum(1 for f in found.values() if f), 'missed': [n for n, f in found.items() if not f],
    'pages': {who: len(m['pages']) for who, m in maps.items()}, 'states': {who: len(m['states']) for who, m in maps.items()},
    'apiCalls': {who: len(m['apiCalls']) for who, m in maps.items()}, 'seconds': round(milliseconds / 1000, 1)}))
PY
