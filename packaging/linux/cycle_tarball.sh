#!/bin/sh
# Runs inside a clean root that has the libraries: unpacks the archive and follows INSTALL.txt.
#   cycle_tarball.sh ARCHIVE.tar.xz
set -eu
archive=$1
. /cycle/common.sh
home=/tmp/someone

say "unpacking into a folder with blanks in its name"
mkdir "/opt/some where"
tar --extract --xz --file "$archive" --directory "/opt/some where"
cd "/opt/some where"/pressmark-*
someone "$PWD/bin/pressmark" self-test

say "putting it into somebody's own folders, as INSTALL.txt says"
someone mkdir -p "$home/.local"
someone find "$home" | sort >/cycle/before
someone cp -r bin lib share "$home/.local/"
someone "$home/.local/bin/pressmark" new "$home/own.pressmark" --title "Own work"
someone "$home/.local/bin/pressmark" self-test

say "taking it away, as INSTALL.txt says"
local=$home/.local
someone rm -r "$local/lib/pressmark" "$local/bin/pressmark" "$local/share/doc/pressmark"
someone find "$local/share" -type f -name '*pressmark*' -not -path '*/share/pressmark/*' -delete
someone find "$home" -type f -name '*pressmark*' | grep -v 'own.pressmark' && exit 1
test -e "$home/own.pressmark"
echo "nothing is left but somebody's own work"
