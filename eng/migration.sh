#!/bin/sh
# Writes a migration for both databases from what changed in the model: eng/migration.sh AddSchedules
# A migration only adds (expand); what nobody reads any more is removed in a later version (contract).
set -eu

[ $# -eq 1 ] || {
    echo "usage: eng/migration.sh NAME" >&2
    exit 2
}
cd "$(dirname -- "$0")/.."
export TESTFORGE_MIGRATIONS=1
dotnet tool restore >/dev/null
dotnet build src/TestForge.Platform --configuration Debug --nologo --verbosity quiet
for database in Pg Lite; do
    dotnet ef migrations add "$1" --no-build --configuration Debug --project src/TestForge.Platform \
        --context "${database}PlatformDb" --output-dir "Data/Migrations/$database"
done
unset TESTFORGE_MIGRATIONS
dotnet restore src/TestForge.Platform --verbosity quiet
