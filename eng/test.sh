#!/bin/sh
# Builds everything once, runs every test project with coverage, and adds up.
#   eng/test.sh          all but the slow tests
#   eng/test.sh --all    the slow ones too
# The last line is "N passed, N failed", with ", N skipped" when some were.
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
cd "$root"
. eng/setup.sh

minimum=80
slow="--filter-not-trait Category=Slow"
case "${1-}" in
    --all) slow= ;;
    "") ;;
    *)
        echo "usage: eng/test.sh [--all]" >&2
        exit 2
        ;;
esac

need_dotnet
need_browser || true
if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
    apt_install nodejs npm || true # Tests that need it say so.
fi
need_servers || true # Tests that need one are left out on a laptop, and fail in CI.

results=$root/artifacts/test-results
rm -rf "$results"
mkdir -p "$results"

# A failed project must not keep the others from being counted, but nothing runs on a broken build.
dotnet build TestForge.slnx --configuration Release --nologo --verbosity quiet

passed=0
failed=0
skipped=0
broken=
number() {
    sed -n "s/^ *$1: *\([0-9][0-9]*\).*/\1/p" "$2" | tail -n 1
}

for project in tests/*.Tests; do
    name=${project##*/}
    log=$results/$name.log
    echo "== $name"
    code=0
    # shellcheck disable=SC2086 # Two words, or none.
    dotnet test --project "$project" --configuration Release --no-build $slow --ignore-exit-code 8 --timeout 45m --no-ansi --no-progress \
        --results-directory "$results" --coverage --coverage-settings eng/coverage.config \
        --coverage-output-format cobertura --coverage-output "$name.cobertura.xml" >"$log" 2>&1 || code=$?
    ran=$(number succeeded "$log")
    bad=$(number failed "$log")
    missed=$(number skipped "$log")
    passed=$((passed + ${ran:-0}))
    failed=$((failed + ${bad:-0}))
    skipped=$((skipped + ${missed:-0}))
    if [ "$code" -eq 0 ]; then
        grep -E '^ *duration:' "$log" | sed "s/^ */   ${ran:-0} passed, /" || true
    else
        cat "$log"
        # A crash before the count would otherwise look like no failure at all.
        [ "${bad:-0}" -gt 0 ] || broken="$broken $name"
    fi
done

status=0
echo "== coverage of src/ (lines)"
awk -v root="$root/" -v minimum="$minimum" -f eng/coverage.awk "$results"/*.cobertura.xml || status=1
[ -z "$broken" ] || { echo "did not end properly:$broken" && failed=$((failed + 1)); }
[ "$failed" -eq 0 ] || status=1
echo
echo "$passed passed, $failed failed$([ "$skipped" -eq 0 ] || echo ", $skipped skipped")"
exit "$status"
