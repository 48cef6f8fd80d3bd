"""Counts which cases of the maze were found: by the requests that its server saw, and, for routes that stay in the browser, by the map."""
import json
import os
import re
import sys

work, milliseconds = sys.argv[1], int(sys.argv[2])
cases = json.load(open(os.path.join(os.path.dirname(os.path.abspath(__file__)), 'cases.json')))
expected = json.load(open(f'{work}/maze/blueprints/utils/resources/expected-results.json'))
site = json.load(open(f'{work}/out/site-map.json'))

# "POST /a/b?c HTTP/1.1" in the access log; the maze asks for the path alone.
requests = {m.split('?')[0] for m in re.findall(r'"[A-Z]+ (\S+) HTTP', open(f'{work}/access.log', errors='replace').read())}


def in_map(text):
    """Paths of an address as a route of the browser writes them: /app/index.html#!/route is /app/route as well."""
    path, _, fragment = re.sub(r'^https?://[^/]+', '', text).split('?')[0].partition('#')
    yield path
    if fragment:
        yield re.sub(r'[^/]*$', '', path) + fragment.lstrip('!/')


addresses = {a for p in site['pages'] for u in [p['url'], *p.get('duplicates', [])] for a in in_map(u)}
found = requests | addresses


def hit(case):
    stands_for = cases['sameAs'].get(case, {}).get('path')
    return case in found or (stands_for is not None and any(f == stands_for or f.startswith(stands_for + '/') for f in found))


def category(case):
    return next((c['category'] for c in cases['categories'] if re.search(c['pattern'], case)), 'other')


reachable = [e for e in expected if e not in cases['unreachable']]
missed = [e for e in reachable if not hit(e)]
for case in missed:
    print(f'missed       {case}: {category(case)}', file=sys.stderr)
for case, reason in cases['unreachable'].items():
    print(f'unreachable  {case}: {reason}{" (found all the same)" if hit(case) else ""}', file=sys.stderr)
print(json.dumps({
    'benchmark': 'security-crawl-maze', 'cases': len(expected), 'reachable': len(reachable), 'found': len(reachable) - len(missed),
    'percent': round(100 * (len(reachable) - len(missed)) / len(reachable), 1), 'missed': missed,
    'pages': len(site['pages']), 'states': len(site['states']), 'seconds': round(milliseconds / 1000, 1)}))
