#!/usr/bin/env bash
# Fits the weights of the signals to files of element pairs, says how they do on sites they were not fitted to, and prints them as JSON.
# usage: fit.sh FILE... > src/TestForge.Engine/Healing/Ranking/similarity.json
set -euo pipefail
[ $# -gt 0 ] || { echo "usage: fit.sh FILE..." >&2; exit 2; }
files=()
for file in "$@"; do files+=("$(realpath "$file")"); done
start=$(realpath "$(dirname "$0")/start.json")
cd "$(dirname "$0")/../../../.."
dotnet build -c Release -v quiet --nologo bench/TestForge.Bench >&2
exec dotnet run --no-build -c Release --project bench/TestForge.Bench -- heal-fit "$start" "${files[@]}"
