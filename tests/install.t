#!/bin/sh
# make install, and what it leaves after make uninstall.
. "${0%/*}/lib.sh"
unset MAKEFLAGS MFLAGS MAKELEVEL
ROOT=$TMP/root

run_make() {
	make -s -C "$TOP" B="$B" DESTDIR="$ROOT" PREFIX=/usr "$@"
}

# All that has to be there: of each tool four files, of each page one.
expected() {
	for source in "$TOP"/bin/*.c; do
		tool=$(basename "$source" .c)
		echo "bin/$tool"
		echo "share/bash-completion/completions/$tool"
		echo "share/fish/vendor_completions.d/$tool.fish"
	done
	for page in "$TOP"/man/*.[1-9]; do echo "share/man/man${page##*.}/${page##*/}"; done
	echo share/zsh/site-functions/_nt
	printf '%s\n' lib/systemd/user/nt-remind@.service lib/systemd/user/nt-remind@.timer
	cd "$TOP" && find README.md NEWS.md LICENSE examples -type f ! -path 'examples/packaging/*' | sed 's,^,share/doc/nt/,'
}

# loads CODE: bash, with the completions that are installed and no others
loads() {
	env -i HOME="$HOME" PATH="$ROOT/usr/bin:/usr/bin:/bin" XDG_DATA_DIRS="$ROOT/usr/share" BASH_COMPLETION_COMPAT_DIR=/none \
		bash --norc -c '. /usr/share/bash-completion/bash_completion; '"$1"
}

t 'install, whatever the umask' '(umask 077 && run_make install)'
t 'all that has to be there, and nothing else' '
	expected | LC_ALL=C sort >want && (cd "$ROOT/usr" && find . ! -type d | sed "s,^\./,,") | LC_ALL=C sort | same want -'
t 'everybody may read and nobody else write; what runs, runs' '
	cd "$ROOT" && is "$(find . -type d ! -perm 755)" "" && is "$(find usr/bin ! -perm 755)" "" &&
	is "$(find usr/share -type f ! -perm 644 ! -name "*.sh")" "" && is "$(find usr/share -name "*.sh" ! -perm 755)" ""'
t 'no file names the folder that it was built in' '
	{ [ "${B##*/}" != coverage ] || skip "counters have their files named"; } &&
	is "$(LC_ALL=C grep -rlaF -e "$TOP" -e "$B" "$ROOT")" ""'
t 'the installed tools run, and find each other' '
	cp -R "$ROOT/usr/share/doc/nt/examples/book" . && cd book && PATH=/usr/bin:/bin &&
	"$ROOT/usr/bin/nt-find" -p >paths && has paths people/ && "$ROOT/usr/bin/nt" find -p | same paths'
t 'bash finds the completions of a tool there' '
	{ [ -r /usr/share/bash-completion/bash_completion ] || skip "no bash-completion"; } &&
	loads "_completion_loader nt-due; complete -p nt-due; COMP_WORDS=(nt-due --ear) COMP_CWORD=1; _nt; echo \${COMPREPLY[0]}" >out &&
	has out "-F _nt nt-due" && has out --early'
t 'fish finds them too' '
	{ command -v fish || skip "no fish"; } && XDG_DATA_DIRS=$ROOT/usr/share:/usr/share fish -c "complete -C \"nt-due --ear\"" >out && has out --early'
t 'the units of systemd, for the tools where they are' '
	cd "$ROOT/usr/lib/systemd/user" && has nt-remind@.service "PATH=/usr/bin:/usr/bin:/bin" && hasnt nt-remind@.service local &&
	cmp nt-remind@.timer "$TOP/examples/recipes/systemd/nt-remind@.timer"'
t 'uninstall leaves nothing' 'run_make uninstall && is "$(find "$ROOT" ! -type d)" ""'
done_testing
