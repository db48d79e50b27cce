# Sums up gcov's text of one layer: its lines and branches that were run.  With `list`, says first
# what was not: the lines by file, and how many branches of each file were taken.  Fails below
# lines_min or branches_min per cent.  Nothing is left out, not even the ways to abort().

# Takes a line that was not run into the list, as the end of a run of lines where it is one.
function miss(number)
{
    if (number != last_missed + 1 || !missed[file]) {
        missed[file] = missed[file] (missed[file] ? "," : "") number
        open_range = 0
    } else {
        if (open_range)
            sub(/-[0-9]+$/, "", missed[file])
        missed[file] = missed[file] "-" number
        open_range = 1
    }
    last_missed = number
}

function percent(part, all)
{
    return all ? 100 * part / all : 100
}

/^ *-: *0:Source:/ {
    file = $0
    sub(/.*:Source:/, "", file)
    ours = file ~ "^src/" layer "/"
    if (ours)
        files[++file_count] = file
    next
}

!ours { next }

/^ *([0-9]+\*?|#####|=====): *[0-9]+:/ {
    split($0, part, ":")
    lines[file]++
    if (part[1] ~ /[0-9]/)
        lines_run[file]++
    else
        miss(part[2] + 0)
}

/^branch +[0-9]+ / {
    branches[file]++
    branches_run[file] += $3 == "taken" && $4 > 0
}

END {
    for (i = 1; i <= file_count; i++) {
        file = files[i]
        all_lines += lines[file]
        run_lines += lines_run[file]
        all_branches += branches[file]
        run_branches += branches_run[file]
        if (list && missed[file])
            print file ":" missed[file]
        if (list && branches_run[file] < branches[file])
            print file ": " branches_run[file] + 0 " of " branches[file] " branches"
    }
    line_rate = percent(run_lines, all_lines)
    branch_rate = percent(run_branches, all_branches)
    printf "%-4s  lines %.1f %% (%d of %d)  branches %.1f %% (%d of %d)\n", layer, line_rate,
        run_lines, all_lines, branch_rate, run_branches, all_branches
    if (!all_lines || line_rate < lines_min || branch_rate < branches_min) {
        printf "%s: too little was run; %d %% of lines and %d %% of branches must be\n", layer,
            lines_min, branches_min
        exit 1
    }
}
