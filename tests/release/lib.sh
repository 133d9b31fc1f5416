# What the parts of a release share: the folder in which everything is laid out, and its checksums.

layout=$EKBOM_TARGET/release-layout
version=$(sed -n '/^\[workspace.package\]/,/^\[/s/^version = "\(.*\)"/\1/p' Cargo.toml)

# A folder of the layout, emptied.
fresh() { # NAME
    rm -rf "${layout:?}/$1"
    mkdir -p "$layout/$1"
    echo "$layout/$1"
}

# SHA256SUMS names every file that is laid out by now.
sums() {
    (
        cd "$layout"
        find . -type f ! -name SHA256SUMS -printf '%P\n' | LC_ALL=C sort | xargs -d '\n' sha256sum >SHA256SUMS
        sha256sum --check --quiet SHA256SUMS
        wc -l <SHA256SUMS
    )
}

# Bills of materials and notices of licences of an artefact, beside it.
papers() { # FOLDER ARTEFACT
    local python
    python=$(python_env tests/supply/requirements.txt)/bin/python
    "$python" tests/supply bills "$1" "$2"
    "$python" tests/supply notices "$1/licences-$2" "$2"
    cp LICENSE-APACHE LICENSE-MIT "$1"
}
