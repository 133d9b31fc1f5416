#!/usr/bin/env bash
# The public names of the libraries, from rustdoc's own list of items: a line for each module and kind.
#
#   cargo doc --no-deps --all-features && bash tests/parts/names.sh target/doc >tests/public-names.txt
#
# Methods are not in it, and what is hidden from the documentation is not public.
set -euo pipefail
export LC_ALL=C

for crate in ekbom ekbom_report ekbom_cohort ekbom_fhir ekbom_paste; do
    echo "# $crate"
    grep -oE 'href="[a-z_0-9/]*[a-z]+\.[A-Za-z_0-9]+\.html">[^<]*</a>' "$1/$crate/all.html" |
        sed -E 's#href="([a-z_0-9/]*/)?([a-z]+)\.[^"]*">([^<]*)</a>#\2 \3#' |
        awk '{
            parts = split($2, path, "::")
            module = parts > 1 ? substr($2, 1, length($2) - length(path[parts]) - 2) : "root"
            print module, $1, path[parts]
        }' |
        sort |
        awk '{
            key = $1 " " $2
            if (key != last) { if (last) print line; line = key ": " $3; last = key } else { line = line ", " $3 }
        } END { if (last) print line }'
    echo
done
