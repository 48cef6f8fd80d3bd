#!/bin/sh
# Crawls applications that others wrote and that run here, each with TestForge (links alone, then with states), Crawlee and a bare loop.
# What is not installed is left out and named. The last line is JSON: for each application what any.sh gives.
# usage: living.sh [APPLICATION...]     of: dokuwiki phpmyadmin prometheus alertmanager verdaccio docsify swagger json-server
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
server=
stop() {
    [ -z "$server" ] || kill -- -"$server" 2>/dev/null || true
    server=
}
trap 'stop; rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
[ -d living/node_modules ] || (cd living && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >&2)

free_port() { node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })'; }

# Becomes the application, as the leader of its own process group, or returns 1 when it is not here.
start() {
    bin=living/node_modules/.bin
    case $1 in
        dokuwiki) [ -f /usr/share/dokuwiki/doku.php ] && [ -r /var/lib/dokuwiki/data ] && command -v php >/dev/null || return 1
            # A copy: forms are sent, and the wiki of this machine is not to be written in.
            cp -r /var/lib/dokuwiki/data "$work/wiki" && cp -r /etc/dokuwiki "$work/wiki-conf"
            printf "\n\$conf['savedir'] = '%s';\n" "$work/wiki" >> "$work/wiki-conf/local.php"
            printf "<?php define('DOKU_CONF', '%s/');\n" "$work/wiki-conf" > "$work/wiki.php"
            exec env PHP_CLI_SERVER_WORKERS=4 setsid php -d auto_prepend_file="$work/wiki.php" -S "127.0.0.1:$port" -t /usr/share/dokuwiki ;;
        phpmyadmin) [ -d /usr/share/phpmyadmin ] && command -v php >/dev/null || return 1
            exec env PHP_CLI_SERVER_WORKERS=4 setsid php -S "127.0.0.1:$port" -t /usr/share/phpmyadmin ;;
        prometheus) command -v prometheus >/dev/null || return 1
            exec setsid prometheus --config.file=/etc/prometheus/prometheus.yml --storage.tsdb.path="$work/prometheus" --web.listen-address="127.0.0.1:$port" ;;
        alertmanager) command -v prometheus-alertmanager >/dev/null || return 1
            exec setsid prometheus-alertmanager --config.file=/etc/prometheus/alertmanager.yml --storage.path="$work/alertmanager" --web.listen-address="127.0.0.1:$port" --cluster.listen-address= ;;
        verdaccio) [ -x $bin/verdaccio ] || return 1
            printf 'storage: %s/verdaccio\nauth:\n  htpasswd:\n    file: %s/htpasswd\npackages:\n  "**":\n    access: $all\n' "$work" "$work" > "$work/verdaccio.yaml"
            exec setsid $bin/verdaccio --config "$work/verdaccio.yaml" --listen "http://127.0.0.1:$port" ;;
        docsify) exec setsid node living/serve.mjs docsify "$port" ../.. ;;
        swagger) exec setsid node living/serve.mjs swagger "$port" ;;
        json-server) [ -x $bin/json-server ] || return 1
            echo '{"books": [{"id": 1, "title": "Reading"}, {"id": 2, "title": "Writing"}], "readers": [{"id": 1, "name": "Ada"}]}' > "$work/db.json"
            exec setsid $bin/json-server --host 127.0.0.1 --port "$port" "$work/db.json" ;;
        *) echo "There is no application '$1'; see the top of living.sh." >&2; exit 2 ;;
    esac
}

[ $# -gt 0 ] || set -- dokuwiki phpmyadmin prometheus alertmanager verdaccio docsify swagger json-server
for app in "$@"; do
    port=$(free_port)
    start "$app" > "$work/log" 2>&1 &
    server=$!
    tries=0
    until curl -s -o /dev/null "http://127.0.0.1:$port/" || [ $tries -ge 60 ] || ! kill -0 $server 2>/dev/null; do
        tries=$((tries + 1))
        sleep 0.5
    done
    if curl -s -o /dev/null "http://127.0.0.1:$port/"; then
        echo "$app at http://127.0.0.1:$port/" >&2
        printf '{"application": "%s", "tools": %s}\n' "$app" "$(./any.sh "http://127.0.0.1:$port/" | tail -1)" | tee -a "$work/results" >&2
    else
        echo "$app is left out: it is not installed, or did not start." >&2
        tail -3 "$work/log" >&2
    fi
    stop
done
node -e '
const lines = require("fs").readFileSync(process.argv[1], "utf8").trim().split("\n").map((line) => JSON.parse(line));
console.log(JSON.stringify({ benchmark: "living applications", applications: Object.fromEntries(lines.map((line) => [line.application, line.tools])) }));
' "$work/results"
