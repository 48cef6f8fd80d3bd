#!/usr/bin/env bash
# Scores discovery on WIVET (github.com/bedirhan/wivet): which of its pages, each behind another kind of control, are requested.
# Usage: wivet.sh FOLDER [discover options]   FOLDER is a copy of WIVET; php must be installed. Ends with one JSON line.
set -euo pipefail
folder=$(realpath "${1:?the folder of WIVET}")
shift
root=$(cd "$(dirname "$0")/../../.." && pwd)
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill -- "-$server" 2>/dev/null; rm -rf "$work"' EXIT

cp -r "$folder" "$work/wivet"
cp "$work/wivet/config.sample.php" "$work/wivet/config.php"
# Braces for an offset ended with PHP 8.
sed -i 's/\$chars{\([^}]*\)}/$chars[\1]/g' "$work"/wivet/*.php
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
PHP_CLI_SERVER_WORKERS=4 setsid php -d display_errors=0 -S "127.0.0.1:$port" -t "$work/wivet" > "$work/access.log" 2>&1 &
server=$!
until curl -s -o "$work/probe" "http://127.0.0.1:$port/style.css"; do kill -0 "$server"; sleep 0.1; done
: > "$work/access.log"

started=$(date +%s%N)
"$root/testforge" discover "http://127.0.0.1:$port/" --out "$work/out" --max-pages 300 "$@" >&2
milliseconds=$(( ($(date +%s%N) - started) / 1000000 ))

# Pages 19_* are opened by Flash films, which no browser of today plays.
python3 - "$work" "$milliseconds" <<'PY'
import json, os, re, sys
work, milliseconds = sys.argv[1], int(sys.argv[2])
expected = sorted(f[:-4] for f in os.listdir(f'{work}/wivet/innerpages') if re.fullmatch(r'\d+_\w+\.php', f))
log = open(f'{work}/access.log', errors='replace').read()
found = {m for m in re.findall(r'/innerpages/(\d+_\w+)\.php', log)}
reachable = [e for e in expected if not e.startswith('19_')]
hit = [e for e in reachable if e in found]
site = json.load(open(f'{work}/out/site-map.json'))
print(json.dumps({
    'benchmark': 'wivet', 'reachable': len(reachable), 'found': len(hit), 'percent': round(100 * len(hit) / len(reachable), 1),
    'unreachable': [e for e in expected if e not in reachable], 'missed': [e for e in reachable if e not in found],
    'pages': len(site['pages']), 'states': len(site['states']), 'seconds': round(milliseconds / 1000, 1)}))
PY
