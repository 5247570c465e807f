#!/bin/sh
# Runs inside a Debian root that has rpm and the libraries: rpm itself, its scripts and its files
# are tried; whether the names that it requires exist on Fedora cannot be seen here.
#   cycle_rpm.sh PACKAGE.rpm
set -eu
package=$1
. /cycle/common.sh

mkdir -p /var/lib/rpm /usr/share/applications /usr/share/metainfo # these two are of Fedora itself
rpm --initdb
paths >/cycle/paths

say "installing"
rpm --install --nodeps "$package"
test -z "$(rpm --verify --nodeps pressmark)"
someone pressmark new /tmp/someone/own.pressmark --title "Own work"

say "$(someone pressmark --version): testing itself"
someone pressmark self-test

say "installing it once more over itself, and removing"
rpm --upgrade --nodeps --replacepkgs "$package"
someone pressmark check /tmp/someone/own.pressmark
rpm --erase --nodeps pressmark
paths | grep -v '^/var/lib/rpm' >/cycle/after
grep -v '^/var/lib/rpm' /cycle/paths | diff - /cycle/after
find /tmp/someone -name own.pressmark | grep -q .
echo "nothing is left but somebody's own work"
