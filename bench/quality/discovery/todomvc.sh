#!/usr/bin/env bash
# Scores discovery on TodoMVC (github.com/tastejs/todomvc), one application made with many frameworks: which of its three routes and which
# of its states (an item added, done, being edited) are on the map. No link leads to any of them until an item is there.
# Usage: todomvc.sh FOLDER [EXAMPLE...]   FOLDER is a copy of TodoMVC; python3 must be installed. Ends with one JSON line.
set -euo pipefail
folder=$(realpath "${1:?the folder of TodoMVC}")
shift
examples=("$@")
[ ${#examples[@]} -gt 0 ] || examples=(react vue backbone preact svelte lit web-components javascript-es6 mithril knockoutjs elm jquery)
root=$(cd "$(dirname "$0")/../../.." && pwd)
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null; rm -rf "$work"' EXIT
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
python3 -m http.server "$port" --bind 127.0.0.1 --directory "$folder" > "$work/access.log" 2>&1 &
server=$!
until curl -s -o "$work/probe" "http://127.0.0.1:$port/"; do kill -0 "$server"; sleep 0.1; done

started=$(date +%s%N)
for example in "${examples[@]}"; do
    path=examples/$example
    [ ! -f "$folder/$path/dist/index.html" ] || path=$path/dist
    "$root/testforge" discover "http://127.0.0.1:$port/$path/" --out "$work/$example" --scope "/$path/" --max-pages 30 >&2
done
milliseconds=$(( ($(date +%s%N) - started) / 1000000 ))

python3 - "$work" "$milliseconds" "${examples[@]}" <<'PY'
import json, sys
work, milliseconds, examples = sys.argv[1], int(sys.argv[2]), sys.argv[3:]
results = {}
for example in examples:
    site = json.load(open(f'{work}/{example}/site-map.json'))
    urls = [u for p in site['pages'] for u in [p['url'], *p.get('duplicates', [])]]
    elements = {e['id']: e for n in [*site['pages'], *site['states']] for e in n['elements']}
    ways = [[(s['action'], (elements.get(s['elementId']) or {}).get('print', {}).get('role', '')) for s in state['path']] for state in site['states']]
    done = lambda way: any(action == 'click' and (role == 'checkbox' or 'toggle' in role) for action, role in way)
    results[example] = {
        'all': any(u.split('#')[-1] in ('/', '/all', '') or '#' not in u for u in urls), 'active': any('active' in u for u in urls), 'completed': any('completed' in u for u in urls),
        'added': any(way and way[0][0] == 'enter' for way in ways), 'done': any(done(way) for way in ways), 'editing': any(('double-click') in [a for a, _ in way] for way in ways)}
wanted = [(e, k) for e in examples for k in results[e]]
print(json.dumps({
    'benchmark': 'todomvc', 'wanted': len(wanted), 'found': sum(results[e][k] for e, k in wanted), 'missed': [f'{e} {k}' for e, k in wanted if not results[e][k]],
    'seconds': round(milliseconds / 1000, 1)}))
PY
