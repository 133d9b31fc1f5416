# What the parts share. A part is a bash file that defines two functions:
#
#   prepare   installs and downloads what the part needs (runs in the background, ahead of the part); may be left out
#   part      does the work with the functions below, from the root of the repository
#
# Counting: `cases_*` add the test cases they find in a runner's output, `one_case` adds one, `step` adds nothing when
# it succeeds and one failure when it fails. A part goes on after a failure, except after that of `must`.

export PATH=$PATH:$HOME/.cargo/bin
# rustup must never download a toolchain behind our back.
export RUSTUP_AUTO_INSTALL=0
# Snapshots are compared, never written.
export INSTA_UPDATE=no INSTA_FORCE_PASS=0
export PIP_DISABLE_PIP_VERSION_CHECK=1 PYTHONDONTWRITEBYTECODE=1

EKBOM_TARGET=${CARGO_TARGET_DIR:-$PWD/target}
EKBOM_WORK=$EKBOM_TARGET/tests
EKBOM_CACHE=${XDG_CACHE_HOME:-$HOME/.cache}/ekbom

prepare() { :; }

# --- time and results ---

now() { echo "${EPOCHREALTIME/[.,]/}"; }

seconds_since() { # MICROSECONDS
    local tenths=$((($(now) - $1) / 100000))
    echo "$((tenths / 10)).$((tenths % 10))"
}

record() { # passed|failed|skipped COUNT WHAT
    if (($2 > 0)); then echo "$1 $2 $EKBOM_PART: $3" >>"$EKBOM_RESULTS"; fi
}

total() { # passed|failed
    awk -v kind="$1" '$1 == kind { sum += $2 } END { print sum + 0 }' "$EKBOM_RESULTS"
}

# A check that cannot be made here. Never silent; where everything must be there (CI), a failure.
skip() { # WHAT WHY
    echo "   skipped: $1 ($2)"
    if [[ ${CI-} == true ]]; then
        record failed 1 "$1 skipped: $2"
    else
        record skipped 1 "$1 ($2)"
    fi
}

# The part has nothing to look at yet. Counts nothing.
nothing_yet() { # WHY
    echo "   nothing yet: $1"
    record skipped 1 "nothing yet: $1"
}

# --- running things ---

# Runs a command with its output in a log, which is shown if it fails. Sets `status` and `log`.
logged() { # NAME COMMAND...
    local name=$1 started
    shift
    log=$EKBOM_WORK/$EKBOM_PART.${name//[^a-zA-Z0-9]/-}.log
    started=$(now)
    # In a shell of its own and not before `||`, so that a function stops at its first error.
    set +e
    (
        set -e
        "$@"
    ) >"$log" 2>&1
    status=$?
    set -e
    if ((status)); then
        cat "$log"
        echo "   $name: FAILED with exit code $status after $(seconds_since "$started") s: $*"
    else
        echo "   $name: $(seconds_since "$started") s"
    fi
}

step() { # NAME COMMAND...
    logged "$@"
    if ((status)); then record failed 1 "$1"; fi
}

must() { # NAME COMMAND...
    step "$@"
    if ((status)); then exit 1; fi
}

one_case() { # NAME COMMAND...
    logged "$@"
    if ((status)); then record failed 1 "$1"; else record passed 1 "$1"; fi
}

# Adds what a runner reported; a runner that failed without naming a failure counts as one.
counted() { # NAME PASSED FAILED IGNORED
    local failed=$3
    if ((status && failed == 0)); then failed=1; fi
    record passed "$2" "$1"
    record failed "$failed" "$1: $failed failed"
    echo "   $1: $2 passed, $failed failed"
    if (($4 > 0)); then
        echo "   $1: $4 ignored"
        record skipped "$4" "$1: $4 ignored"
    fi
    # A test that passes without having compared anything, because data is not part of the repository, prints this.
    local line
    while read -r line; do
        record skipped 1 "$1: $line"
    done < <(grep -oE 'WITHOUT .+' "$log" | sort -u)
}

# `cargo test`, and whatever else ends with `test result: ok. 3 passed; 0 failed; 1 ignored; ...` once or more often.
cases_cargo() { # NAME COMMAND...
    local passed failed ignored
    logged "$@"
    read -r passed failed ignored < <(awk '
        /^test result: / { for (i = 2; i <= NF; i++) {
            if ($i ~ /^passed/) p += $(i - 1); if ($i ~ /^failed/) f += $(i - 1); if ($i ~ /^ignored/) g += $(i - 1) } }
        END { print p + 0, f + 0, g + 0 }' "$log")
    counted "$1" "$passed" "$failed" "$ignored"
}

# cargo-nextest: `Summary [ 1.2s] 9 tests run: 8 passed (1 slow), 1 failed, 2 skipped`.
cases_nextest() { # NAME COMMAND...
    local summary ran passed skipped
    logged "$@"
    summary=$(grep -E '^ *Summary \[' "$log" | tail -n 1 || true)
    ran=$(sed -nE 's/.*\] +([0-9]+\/)?([0-9]+) tests? run:.*/\2/p' <<<"$summary")
    passed=$(sed -nE 's/.*run: .*\b([0-9]+) passed.*/\1/p' <<<"$summary")
    skipped=$(sed -nE 's/.*\b([0-9]+) skipped.*/\1/p' <<<"$summary")
    counted "$1" "${passed:-0}" "$((${ran:-0} - ${passed:-0}))" "${skipped:-0}"
}

# Anything that ends with a line `3 passed, 0 failed`.
cases_plain() { # NAME COMMAND...
    local passed failed
    logged "$@"
    read -r passed failed < <(awk '/^[0-9]+ passed, [0-9]+ failed$/ { p = $1; f = $3 } END { print p + 0, f + 0 }' "$log")
    counted "$1" "$passed" "$failed" 0
}

# The record of a runner of the vectors, from its own closing line in the log: `conformance: 3 passed, 0 failed`.
# tests/conformance/table.py makes a page of the records. The hash is of the list of hashes, as that file computes it.
conformance() { # RUNNER expectations|bytes|both RUNTIME
    local said folder=$EKBOM_WORK/conformance passed failed hash
    said=$(grep -oE 'conformance: [0-9]+ passed, [0-9]+ failed' "$log" || true)
    if [[ -z $said || $said == *$'\n'* ]]; then
        echo "   conformance of $1: not said, or said twice"
        record failed 1 "conformance of $1: no closing line"
        return
    fi
    read -r _ passed _ failed _ <<<"$said"
    hash=$(cd tests/vectors && LC_ALL=C && sha256sum -- *.json | sha256sum | cut -d' ' -f1)
    mkdir -p "$folder"
    printf '{"runner": "%s", "compares": "%s", "runtime": "%s", "version": "%s", "sha256": "%s", "passed": %s, "failed": %s}\n' \
        "$1" "$2" "${3//[\"\\]/}" "$(<tests/vectors/VERSION)" "$hash" "$passed" "$failed" >"$folder/$1.json"
    echo "   conformance of $1: $passed passed, $failed failed"
}

# --- what parts need ---

has() { command -v "$1" >/dev/null 2>&1; }

# Installs Debian packages; does nothing without arguments.
apt_install() { # PACKAGE...
    local as=()
    if (($# == 0)); then return; fi
    if ! has apt-get; then
        echo "please install: $* (there is no apt-get here)" >&2
        return 1
    fi
    if ((EUID != 0)); then
        if ! has sudo; then
            echo "please install as root: apt-get install $*" >&2
            return 1
        fi
        as=(sudo -n)
    fi
    "${as[@]}" apt-get update -qq
    "${as[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"
}

# Rust links through the C compiler.
need_c_compiler() {
    if ! has cc; then apt_install gcc libc6-dev; fi
}

# One profile, one list of packages, one list of features, whatever a part needs of it: with another list cargo would
# build again what is built. What a feature changes is looked at where it is left out, in the part `rust`.
export EKBOM_FEATURES=ekbom-cli/cohort,ekbom-cli/serve,ekbom-c/cohort

cargo_ci() { # SUBCOMMAND ARGUMENT...
    local subcommand=$1
    shift
    cargo "$subcommand" --locked --workspace --profile ci --features "$EKBOM_FEATURES" "$@"
}

host() { rustc -vV | sed -n 's/^host: //p'; }

# A Python environment with what a requirements file pins, made once and kept in the cache. Prints its path.
python_env() { # REQUIREMENTS
    local dir key
    if ! python3 -c 'import ensurepip, venv' 2>/dev/null; then apt_install python3 python3-venv >&2; fi
    key=$({ python3 -c 'import sys; print(sys.version, sys.executable)'; cat "$1"; } | cksum | tr ' ' '-')
    dir=$EKBOM_CACHE/python-$key
    mkdir -p "$EKBOM_CACHE"
    (
        # Two runs at a time must not make the same environment.
        if has flock; then flock 9; fi
        if [[ ! -e $dir/ready ]]; then
            rm -rf "$dir"
            python3 -m venv "$dir" >&2
            "$dir/bin/python" -m pip install --quiet --only-binary :all: --requirement "$1" >&2
            touch "$dir/ready"
        fi
    ) 9>"$dir.lock"
    echo "$dir"
}
