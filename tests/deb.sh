#!/bin/sh
# deb.sh NAME TARBALL FOLDER: the Debian package of what is in the tarball, built in the folder NAME there.
set -eu
name=$1 tarball=$2 to=$3
if ! command -v dpkg-buildpackage >/dev/null || ! command -v dh >/dev/null; then
	echo 'deb: this needs build-essential and debhelper' >&2
	exit 2
fi

# Without the tests their programs need not be there.
case ${DEB_BUILD_OPTIONS-} in *nocheck*) export DEB_BUILD_PROFILES=nocheck ;; esac

rm -rf "$to"
mkdir -p "$to"
cp "$tarball" "$to/${name%-*}_${name##*-}.orig.tar.gz"
tar -xzf "$tarball" -C "$to"
cd "$to/$name"
cp -R examples/packaging/debian debian
dpkg-buildpackage -us -uc -b
