#!/bin/sh
# dist.sh NAME FILE.tar.gz: what git holds at HEAD (or, without git, all that stands here) below a folder NAME.
# The same commit is the same bytes: names sorted, nobody's, the time that of SOURCE_DATE_EPOCH or the commit.
# An unpacked tarball makes itself again, unless something in it was changed.
set -eu
name=$1 file=$2
tar=$(command -v gtar || command -v tar)
"$tar" --version 2>/dev/null | grep -q 'GNU tar' || { echo 'dist: this needs GNU tar' >&2 && exit 2; }

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
trap 'exit 2' INT TERM HUP
mkdir "$dir/$name"
if [ -e .git ]; then
	[ -z "$(git status --porcelain)" ] || echo 'dist: what is not committed is not in it' >&2
	git archive -o "$dir/tar" HEAD
	"$tar" -xf "$dir/tar" -C "$dir/$name"
	when=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}
else
	"$tar" -cf "$dir/tar" --exclude=./build --exclude=./compile_commands.json .
	"$tar" -xf "$dir/tar" -C "$dir/$name"
	when=${SOURCE_DATE_EPOCH:-$(date -r Makefile +%s)}
fi
"$tar" -cf "$dir/tar" -C "$dir" --format=ustar --sort=name --mtime="@$when" --owner=0 --group=0 --numeric-owner \
	--mode=u=rwX,go=rX "$name"
gzip -n <"$dir/tar" >"$file.new"
mv "$file.new" "$file"
