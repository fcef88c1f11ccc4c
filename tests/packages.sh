#!/bin/sh
# packages.sh NAME TARBALL FOLDER: builds each package of examples/packaging from the tarball, below the folder, and sees
# whether it is right. What is not installed is not done, with a word.
set -eu
name=$1 tarball=$2 to=$3
here=$(pwd)
DEB_BUILD_OPTIONS=${DEB_BUILD_OPTIONS-nocheck} HOME=$to/home PYTHONDONTWRITEBYTECODE=1
export DEB_BUILD_OPTIONS HOME PYTHONDONTWRITEBYTECODE
rm -rf "$to"
mkdir -p "$to/home" "$to/arch" "$to/brew"

say() { echo "packages: $*"; }
have() {
	for command; do
		command -v "$command" >/dev/null || { say "$command is not installed" && return 1; }
	done
}

# Twice, in folders of different length; then lintian, and the package's own test on what it unpacks to.
debian() {
	have dpkg-buildpackage dh || return 0
	for folder in deb somewhere/else; do
		sh tests/deb.sh "$name" "$tarball" "$to/$folder" >"$to/deb.log" 2>&1 || { tail -n 40 "$to/deb.log" && return 1; }
	done
	for deb in "$to"/deb/*.deb; do
		cmp "$deb" "$to/somewhere/else/${deb##*/}"
	done
	have lintian && lintian --allow-root --fail-on error,warning --display-info "$to"/deb/*.changes
	dpkg-deb -x "$to"/deb/nt_*.deb "$to/root"
	(cd "$to" && NT_ROOT=$to/root PATH=$to/root/usr/bin:/usr/bin:/bin sh root/../deb/$name/debian/tests/smoke) >"$to/smoke.log" 2>&1 ||
		{ tail -n 10 "$to/smoke.log" && return 1; }
	say 'the Debian package is the same twice, and right'
}

# What makepkg does, with its flags.
arch() {
	have bash || return 0
	tar -xzf "$tarball" -C "$to/arch"
	CFLAGS='-O2 -pipe -fno-plt -fexceptions -Wp,-D_FORTIFY_SOURCE=2 -Werror=format-security -fstack-clash-protection -flto=auto' \
		LDFLAGS='-Wl,-O1,--sort-common,--as-needed,-z,relro,-z,now -flto=auto' srcdir=$to/arch pkgdir=$to/arch/pkg \
		bash -euc '. "$0" && test -n "$pkgver" && test "${source[0]}" = "$1" && test ${#sha256sums[@]} -eq ${#source[@]} &&
			(cd "$srcdir" && build) && (cd "$srcdir" && package)' "$here/examples/packaging/arch/PKGBUILD" "${tarball##*/}" >"$to/arch.log" 2>&1 ||
		{ tail -n 20 "$to/arch.log" && return 1; }
	"$to/arch/pkg/usr/bin/nt" due -b "$here/examples/book" -a >/dev/null
	test -s "$to/arch/pkg/usr/share/licenses/nt/LICENSE"
	say 'the PKGBUILD builds and installs'
}

homebrew() {
	have ruby || return 0
	tar -xzf "$tarball" -C "$to/brew"
	ruby -c examples/packaging/homebrew/nt.rb >/dev/null
	ruby tests/formula.rb examples/packaging/homebrew/nt.rb "$to/brew/$name" "$to/brew" >"$to/brew.log" 2>&1 ||
		{ tail -n 20 "$to/brew.log" && return 1; }
	say 'the formula installs, and its test passes'
}

debian
arch
homebrew
