#!/bin/sh
# make dist: the same commit is the same bytes, and all of it.
. "${0%/*}/lib.sh"
unset SOURCE_DATE_EPOCH

"$(command -v gtar || command -v tar)" --version | grep -q 'GNU tar' || { echo '1..0 # SKIP no GNU tar' && exit 0; }

# dist FILE [FOLDER]: of what is in the folder src, or another
dist() {
	(cd "${2:-src}" && sh "$TOP/tests/dist.sh" nt-1 "$OLDPWD/$1" 2>>"$OLDPWD/err")
}

# A small repository, src.
sources() {
	mkdir -p src/b && cd src && echo all: >Makefile && echo z >'李 伟.md' && echo x >b/run && chmod +x b/run && printf 'build/\n' >.gitignore &&
		mkdir build && touch build/x && git init -q && git add -A && git commit -qm x && cd ..
}

t 'twice the same bytes, whatever the umask, the zone, the folder' '
	sources && dist one.tar.gz && cp -Rp src other && touch other/* && (umask 077 && TZ=Asia/Tokyo && export TZ && dist two.tar.gz other) && cmp one.tar.gz two.tar.gz'
t 'nobody owns it, the time is that of SOURCE_DATE_EPOCH, what could be run can be' '
	sources && SOURCE_DATE_EPOCH=1000000000 && export SOURCE_DATE_EPOCH && dist one.tar.gz && tar --numeric-owner --full-time -tvzf one.tar.gz >list &&
	is "$(awk "{ print \$2, \$4, \$5 }" list | sort -u)" "0/0 2001-09-09 01:46:40" &&
	is "$(grep "^-..x" list | sed "s/.* //")" nt-1/b/run && is "$(grep -vE "^(drwxr-xr-x|-rwxr-xr-x|-rw-r--r--)" list)" ""'
t 'what it unpacks to makes it again; one byte more is another' '
	sources && dist one.tar.gz && tar -xzf one.tar.gz && mkdir nt-1/build && touch nt-1/build/y && dist two.tar.gz nt-1 && cmp one.tar.gz two.tar.gz &&
	echo >>nt-1/b/run && dist three.tar.gz nt-1 && code 1 cmp -s one.tar.gz three.tar.gz'
t 'what is not committed is not in it, and that is said' '
	sources && dist one.tar.gz && is "$(cat err)" "" && echo y >>src/b/run && touch src/new && dist two.tar.gz &&
	has err "what is not committed is not in it" && cmp one.tar.gz two.tar.gz'
t 'nt: all that git knows, and nothing else' '
	{ [ -e "$TOP/.git" ] || skip "no git here"; } && dist one.tar.gz "$TOP" && tar --quoting-style=literal -tzf one.tar.gz | sed -n "s,^nt-1/,,; /[^/]\$/p" | LC_ALL=C sort >got &&
	(cd "$TOP" && git -c core.quotePath=false ls-tree -r --name-only HEAD) | LC_ALL=C sort | same - got'

export PACKAGING="$TOP/examples/packaging"

# needs COLUMN: what deps.sh installs to build and run, by that column of its table
needs() {
	awk -F '|' -v column="$1" '/^\t\trun\|/ { print $column }' "$TOP/tests/deps.sh" | tr ' ' '\n' | grep -vE '^(gcc|libc6-dev|)$'
}

t 'every package has the version of the tools' '
	version=$(nt --version | sed "s/.* //") && has "$TOP/Makefile" "VERSION = $version" &&
	has "$PACKAGING/debian/changelog" "nt ($version-" && has "$PACKAGING/arch/PKGBUILD" "pkgver=$version" &&
	has "$PACKAGING/homebrew/nt.rb" "version \"$version\"" && has "$PACKAGING/homebrew/nt.rb" "nt-$version.tar.gz"'
t 'every package needs what make deps installs' '
	for name in $(needs 3); do has "$PACKAGING/debian/control" " $name" || return 1; done &&
	for name in $(needs 5 | grep -v pkgconf); do has "$PACKAGING/arch/PKGBUILD" "$name" || return 1; done &&
	for name in $(needs 7); do has "$PACKAGING/homebrew/nt.rb" "\"$name\"" || return 1; done'
t 'their scripts are well-formed' '
	bash -n "$PACKAGING/arch/PKGBUILD" && sh -n "$PACKAGING/debian/tests/smoke" && make -n -f "$PACKAGING/debian/rules" build >/dev/null &&
	{ command -v ruby || skip "no ruby"; } && ruby -c "$PACKAGING/homebrew/nt.rb"'
t 'the package of Debian has the licence of nt' '
	sed -n "5,\$p" "$TOP/LICENSE" | sed "s/^\$/./; s/^/ /" >want &&
	tail -n "$(wc -l <want)" "$PACKAGING/debian/copyright" | same want'
done_testing
