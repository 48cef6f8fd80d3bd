#!/bin/sh
# Milliseconds an embedding by size of model; the last line is JSON.
# usage: run.sh [MODEL.onnx …]
# Without models, encoders of several sizes with random weights are written: they take as long as real ones and see nothing.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/../../.." && pwd -P)
"$root/testforge" --version >/dev/null # Builds.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
weights=given
if [ $# -eq 0 ]; then
    weights=random
    dotnet build -c Release -v quiet --nologo "$root/bench/TestForge.Bench" >&2
    bench=$root/artifacts/bin/TestForge.Bench/release/TestForge.Bench.dll
    for name in $(dotnet "$bench" vision-model "$work"); do
        set -- "$@" "$(dotnet "$bench" vision-model "$work" "$name")"
    done
fi

models=
for model; do
    "$root/testforge" vision check "$model" --json >"$work/facts.json"
    line=$(tr -d '\n' <"$work/facts.json" | sed 's/  */ /g')
    echo "$(basename "$model" .onnx) $(wc -c <"$model") bytes: $line" >&2
    models=$models${models:+,}$(printf '{"model":"%s","bytes":%s,"facts":%s}' "$(basename "$model" .onnx)" "$(wc -c <"$model")" "$line")
done
echo "{\"weights\":\"$weights\",\"cores\":$(nproc),\"models\":[$models]}"
