#!/bin/sh
# The server under load on a real PostgreSQL: throughput against a bare minimal API with the same query, answer times at half and at twice of what
# saturates it, event streams, start, memory, plans of queries, and probes of other tenants. The last line is JSON.
# usage: run.sh [TENANTS [ATTEMPTS]]      1000 and 1000000 when left out
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
# shellcheck source=../../eng/setup.sh
. "$root/eng/setup.sh"
need_dotnet
need_servers
dotnet build -c Release -v quiet --nologo "$root/src/TestForge.Server" >&2
dotnet build -c Release -v quiet --nologo "$root/bench/TestForge.Bench" >&2
exec dotnet "$root/artifacts/bin/TestForge.Bench/release/TestForge.Bench.dll" load "$root/artifacts/bin/TestForge.Server/release/testforge-server.dll" "${1:-1000}" "${2:-1000000}"
