# Adds up Cobertura files: a line counts once, and as covered when any file says so.
# Prints each project's share and the total; fails below the minimum.

/<class / {
    match($0, /filename="[^"]*"/)
    file = substr($0, RSTART + 10, RLENGTH - 11)
    sub(/^.*\/src\//, "src/", file)
    # Code made by generators lies outside src/ or ends in .g.cs.
    ours = file ~ /^src\// && file !~ /\.g\.cs$/ && file !~ /\/(obj|artifacts)\//
}

ours && /<line / {
    match($0, /number="[0-9]+"/)
    line = file ":" substr($0, RSTART + 8, RLENGTH - 9)
    match($0, /hits="[0-9]+"/)
    hits = substr($0, RSTART + 6, RLENGTH - 7) + 0
    if (!(line in seen)) {
        seen[line] = 0
    }
    if (hits > 0) {
        seen[line] = 1
    }
}

END {
    for (line in seen) {
        split(line, part, "/")
        total[part[2]]++
        covered[part[2]] += seen[line]
        all++
        allCovered += seen[line]
    }
    for (project in total) {
        printf "   %-22s %5.1f %%  (%d of %d)\n", project, 100 * covered[project] / total[project], covered[project], total[project] | "sort"
    }
    close("sort")
    share = all ? 100 * allCovered / all : 0
    printf "   %-22s %5.1f %%  (%d of %d)\n", "all", share, allCovered, all
    if (share < minimum) {
        printf "   below %d %%\n", minimum
        exit 1
    }
}
