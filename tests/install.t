#!/bin/sh
# make install, and what it leaves after make uninstall.
. "${0%/*}/lib.sh"
unset MAKEFLAGS MFLAGS MAKELEVEL

run_make() {
	make -s -C "$TOP" B="$B" DESTDIR="$TMP/root" PREFIX=/usr "$@"
}

t 'install' 'run_make install'
t 'every tool and its page' '
	cd "$TMP/root/usr" &&
	for source in "$TOP"/bin/*.c; do
		tool=$(basename "$source" .c) &&
		ls "bin/$tool" "share/man/man1/$tool.1" "share/bash-completion/completions/$tool" \
			"share/fish/vendor_completions.d/$tool.fish" || return
	done'
t 'the installed tools run' '
	cp -R "$TMP/root/usr/share/doc/nt/examples/book" . && cd book && PATH=$TMP/root/usr/bin:/usr/bin:/bin &&
	nt-find -p >paths && has paths people/ && nt find -p | same paths'
t 'uninstall leaves nothing' 'run_make uninstall && is "$(find "$TMP/root" ! -type d)" ""'
done_testing
