#!/usr/bin/env bash
# Finds elements of real sites again on later pages whose answers are known, with Similo's and Healenium's arithmetic beside.
# usage: run.sh FILE [--verbose]    FILE: pairs in either format of the public element pairs, plain or gzipped. The last line is JSON.
set -euo pipefail
file=$(realpath "${1:?a file of element pairs}")
shift
cd "$(dirname "$0")/../../../.."
dotnet build -c Release -v quiet --nologo bench/TestForge.Bench >&2
exec dotnet run --no-build -c Release --project bench/TestForge.Bench -- heal-pairs "$file" "$@"
