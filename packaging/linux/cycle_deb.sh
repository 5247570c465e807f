#!/bin/sh
# Runs inside a clean root, as its root: installs a package, uses it, removes it, looks for leavings.
#   cycle.sh OLDER.deb PACKAGE.deb
set -eu
older=$1 package=$2
. /cycle/common.sh

installed >/cycle/packages
paths >/cycle/paths

say "installing an older version and working with it"
apt-get install --quiet --quiet --yes --no-install-recommends "$older" >/dev/null
test -e /usr/lib/pressmark/_internal/of-the-older-version
someone pressmark new /tmp/someone/own.pressmark --title "Own work"
someone sh -c 'mkdir -p ~/.config/pressmark && echo "{\"theme\": \"dark\"}" >~/.config/pressmark/settings.json'
find /tmp/someone -type f -exec sha256sum {} + | sort >/cycle/work

say "upgrading"
apt-get install --quiet --quiet --yes --no-install-recommends "$package" >/dev/null
test ! -e /usr/lib/pressmark/_internal/of-the-older-version
find /tmp/someone -type f -exec sha256sum {} + | sort | diff /cycle/work -
someone pressmark check /tmp/someone/own.pressmark

say "$(someone pressmark --version): what the package manager says"
test -z "$(dpkg --verify pressmark)"
find /usr/lib/pressmark -name '*.so*' -exec env LD_LIBRARY_PATH=/usr/lib/pressmark/_internal ldd {} + 2>&1 | grep 'not found' && exit 1

say "testing itself without a screen"
someone pressmark self-test
# Either a screen, or damage: what damage does is the same with a screen.
if command -v Xvfb >/dev/null; then
    say "testing itself on a screen"
    # In a network of its own, where no other screen has this number; its socket is in the root.
    unshare --net Xvfb :7 -screen 0 1440x900x24 >/dev/null 2>&1 &
    screen=$!
    trap 'kill $screen 2>/dev/null' EXIT # or the root could not be removed
    while ! test -e /tmp/.X11-unix/X7; do
        kill -0 $screen
        sleep 0.1
    done
    someone env DISPLAY=:7 QT_QPA_PLATFORM=xcb pressmark self-test
else
    say "a damaged copy says so"
    for path in platforms/libqxcb.so _typst.abi3.so effective_tld_names.dat.txt METADATA INSTALLER; do
        file=$(find /usr/lib/pressmark -path "*$path" | head -n 1)
        mv "$file" /cycle/away
        if someone pressmark self-test >/cycle/said 2>&1; then
            echo "it did not miss $file"
            exit 1
        fi
        mv /cycle/away "$file"
    done
fi

say "removing"
apt-get purge --quiet --quiet --yes pressmark >/dev/null
apt-get autoremove --purge --quiet --quiet --yes >/dev/null
installed | diff /cycle/packages -
paths | diff /cycle/paths -
find /tmp/someone -name own.pressmark | grep -q .
echo "nothing is left but somebody's own work"
