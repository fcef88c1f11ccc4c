#!/bin/sh
# distcheck.sh NAME TARBALL [T=TEST]: all that can be done with a tarball, in a folder of its own.
set -eu
name=$1 tarball=$2
shift 2
dir=$(mktemp -d)
trap 'chmod -R u+rwX "$dir" && rm -rf "$dir"' EXIT
trap 'exit 2' INT TERM HUP

tar -xzf "$tarball" -C "$dir"
tar -tzf "$tarball" >"$dir/names"
cd "$dir/$name"
make -s B="$dir/build" check "$@"
make -s B="$dir/build" lint-pages
make -s B="$dir/build" DESTDIR="$dir/root" PREFIX=/usr install
"$dir/root/usr/bin/nt" find -b "$dir/root/usr/share/doc/nt/examples/book" -p tag:recruiter
make -s B="$dir/build" DESTDIR="$dir/root" PREFIX=/usr uninstall
left=$(find "$dir/root" ! -type d)
[ -z "$left" ] || { echo "distcheck: make uninstall leaves: $left" >&2 && exit 1; }

# A build, a test or an install that wrote into the sources shows here.
sh tests/dist.sh "$name" "$dir/again.tar.gz"
cmp "$tarball" "$dir/again.tar.gz" || { tar -tzf "$dir/again.tar.gz" | diff - "$dir/names" || :; exit 1; }
echo "distcheck: $name.tar.gz is fine"
