# What the cycles of all packages share: sourced inside a clean root, as its root.
export DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8

say() { printf '\n== %s\n' "$*"; }
installed() { dpkg-query --show --showformat='${Package}\n' | sort; }
# What package managers keep for themselves is theirs.
paths() {
    find / -xdev \( -path /proc -o -path /sys -o -path /dev -o -path /tmp -o -path /var/log \
        -o -path /var/cache/apt -o -path /var/lib/apt -o -path /var/lib/dpkg -o -path /cycle \
        \) -prune -o -print | sort
}
# As somebody without any rights, with no network, and with what might lead the program astray.
someone() {
    unshare --net setpriv --reuid=12345 --regid=12345 --clear-groups --no-new-privs \
        env --ignore-environment HOME=/tmp/someone PATH=/usr/bin LC_ALL="$LC_ALL" \
        PYTHONPATH=/nowhere PYTHONHOME=/nowhere QT_PLUGIN_PATH=/nowhere LD_LIBRARY_PATH=/nowhere \
        "$@"
}

mkdir -p /tmp/someone
chown 12345:12345 /tmp/someone
