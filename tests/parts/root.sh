# Debian 13 as a root file system of its own, for what this machine's Debian does not have: made in the cache, once, and
# entered with chroot in a private mount namespace. That needs root.

root=$EKBOM_CACHE/debian-13

# The mirror of Debian that this machine uses already.
mirror() {
    local codename found
    codename=$(sed -n 's/^VERSION_CODENAME=//p' /etc/os-release)
    found=$(apt-get indextargets --format '$(REPO_URI) $(CODENAME) $(COMPONENT)' 'Created-By: Packages' |
        awk -v codename="$codename" '$2 == codename && $3 == "main" && $1 ~ /debian/ { print $1; exit }')
    if [[ -z $found ]]; then
        echo "apt has no source of Debian $codename from which Debian 13 could be taken" >&2
        return 1
    fi
    echo "$found"
}

# Runs a command in the root file system, with the project read-only and the target directory at their own paths.
# Every mount ends with the command, for nobody else sees them.
in_root() { # COMMAND...
    unshare --mount --propagation private -- bash -euo pipefail -c '
        root=$1 project=$2 target=$3
        shift 3
        mkdir -p "$target" "$root$project"
        mount -t proc proc "$root/proc"
        mount --bind "$project" "$root$project"
        mkdir -p "$root$target"
        mount --bind "$target" "$root$target"
        mount -o remount,bind,ro "$root$project"
        exec chroot "$root" /usr/bin/env -i HOME=/root LANG=C.UTF-8 TERM=dumb DEBIAN_FRONTEND=noninteractive \
            PATH=/usr/libexec/swift/bin:/usr/sbin:/usr/bin:/sbin:/bin \
            sh -c "cd \"\$0\" && exec \"\$@\"" "$project" "$@"
    ' in_root "$root" "$PWD" "$EKBOM_TARGET" "$@"
}

make_root() {
    local mirror
    mirror=$(mirror)
    rm -rf "$root"
    debootstrap --variant=minbase trixie "$root" "$mirror"
    # No service is to start in there.
    printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d"
    chmod 755 "$root/usr/sbin/policy-rc.d"
    # A mirror behind a certificate authority of this machine's own. Copied: nothing of the machine is mounted.
    if [[ -e /etc/ssl/certs/ca-certificates.crt ]]; then
        mkdir -p "$root/etc/ssl/certs"
        cp -L /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/"
    fi
    apt-config dump --format '%f "%v";%n' Acquire::http::Proxy Acquire::https::Proxy >"$root/etc/apt/apt.conf.d/90host"
    touch "$root/ready"
}

# Makes the root file system, and installs packages in it once, under a name; then runs what is to follow, once too.
root_needs() { # NAME AFTERWARDS PACKAGE...
    local name=$1 afterwards=$2
    shift 2
    if [[ -e $root/ready.$name ]]; then return; fi
    if ((EUID != 0)); then
        echo "only root can make a root file system of Debian 13 with: $*" >&2
        return 1
    fi
    if ! has debootstrap; then apt_install debootstrap; fi
    mkdir -p "$EKBOM_CACHE"
    (
        if has flock; then flock 9; fi
        if [[ ! -e $root/ready ]]; then make_root; fi
        if [[ ! -e $root/ready.$name ]]; then
            in_root apt-get update -qq
            in_root apt-get install -y --no-install-recommends "$@"
            in_root apt-get clean
            "$afterwards"
            touch "$root/ready.$name"
        fi
    ) 9>"$root.lock"
}
