#!/bin/sh
# deps.sh run|check: sees what is missing, says what it will install, installs it.
# "run" is what building and using nt needs, "check" is for the tests, too.
# deps.sh missing: says what is missing of both, and installs nothing.
set -eu

# shellcheck disable=SC2317
can_fuzz() {
	echo 'int LLVMFuzzerTestOneInput(void) { return 0; }' | clang -fsanitize=fuzzer,address -x c -o /dev/null -
}

# kind | how to see that it is there | apt-get | dnf | pacman | apk | brew
table() {
	cat <<-E
		run|command -v cc|gcc libc6-dev|gcc|gcc|build-base|gcc
		run|command -v pkg-config|pkg-config|pkgconf-pkg-config|pkgconf|pkgconf|pkgconf
		run|pkg-config --exists libcmark|libcmark-dev|cmark-devel|cmark|cmark-dev|cmark
		run|pkg-config --exists libpcre2-8|libpcre2-dev|pcre2-devel|pcre2|pcre2-dev|pcre2
		run|pkg-config --exists yaml-0.1|libyaml-dev|libyaml-devel|libyaml|yaml-dev|libyaml
		run|pkg-config --exists libutf8proc|libutf8proc-dev|utf8proc-devel|libutf8proc|utf8proc-dev|utf8proc
		run|pkg-config --exists jansson|libjansson-dev|jansson-devel|jansson|jansson-dev|jansson
		run|pkg-config --exists gmime-3.0|libgmime-3.0-dev|gmime30-devel|gmime3|gmime-dev|gmime
		run|pkg-config --exists libical|libical-dev|libical-devel|libical|libical-dev|libical
		check|command -v git|git|git|git|git|git
		check|command -v prove|perl|perl-Test-Harness|perl|perl-utils|perl
		check|command -v patch|patch|patch|patch|patch|
		check|command -v jq|jq|jq|jq|jq|jq
		check|command -v mandoc|mandoc|mandoc|mandoc|mandoc|mandoc
		check|command -v shellcheck|shellcheck|ShellCheck|shellcheck|shellcheck|shellcheck
		check|command -v clang|clang|clang|clang|clang|llvm
		check|can_fuzz|libclang-rt-dev|compiler-rt|compiler-rt|compiler-rt|llvm
		check|command -v clang-tidy|clang-tidy|clang-tools-extra|clang|clang-extra-tools|llvm
		check|command -v cppcheck|cppcheck|cppcheck|cppcheck|cppcheck|cppcheck
		check|command -v valgrind|valgrind|valgrind|valgrind|valgrind|
		check|command -v gcovr|gcovr|gcovr|gcovr|gcovr|gcovr
		check|/usr/bin/python3 -c 'import yaml'|python3-yaml|python3-pyyaml|python-yaml|py3-yaml|libyaml
		check|/usr/bin/python3 -c 'import networkx'|python3-networkx|python3-networkx|python-networkx|py3-networkx|
		check|/usr/bin/python3 -c 'import scipy'|python3-scipy|python3-scipy|python-scipy|py3-scipy|
		check|command -v dot|graphviz|graphviz|graphviz|graphviz|graphviz
		check|/usr/bin/python3 -c 'import html5lib'|python3-html5lib|python3-html5lib|python-html5lib|py3-html5lib|
		check|command -v vim|vim|vim-enhanced|vim|vim|vim
		check|command -v nvim|neovim|neovim|neovim|neovim|neovim
		check|command -v kak|kakoune|kakoune|kakoune|kakoune|kakoune
		check|command -v zsh|zsh|zsh|zsh|zsh|zsh
		check|command -v fish|fish|fish|fish|fish|fish
		check|[ -r /usr/share/bash-completion/bash_completion ]|bash-completion|bash-completion|bash-completion|bash-completion|
		check|command -v tmux|tmux|tmux|tmux|tmux|tmux
		check|/usr/bin/python3 -c 'import icalendar'|python3-icalendar|python3-icalendar|python-icalendar|py3-icalendar|
		check|/usr/bin/python3 -c 'import ldap'|python3-ldap|python3-ldap|python-ldap|py3-ldap|
		check|/usr/bin/python3 -c 'import vobject'|python3-vobject|python3-vobject|python-vobject|py3-vobject|
		check|command -v khard|khard|khard|khard|khard|khard
		check|command -v radicale|radicale|radicale|radicale|radicale|
		check|command -v vdirsyncer|vdirsyncer|vdirsyncer|vdirsyncer|vdirsyncer|vdirsyncer
		check|command -v abook|abook|abook|abook|abook|abook
		check|command -v khal|khal|khal|khal|khal|khal
		check|command -v remind|remind|remind|remind|remind|remind
		check|command -v msmtp|msmtp|msmtp|msmtp|msmtp|msmtp
		check|command -v fzf|fzf|fzf|fzf|fzf|fzf
		check|command -v vdirsyncer|vdirsyncer|vdirsyncer|vdirsyncer|vdirsyncer|vdirsyncer
		check|command -v age|age|age|age|age|age
		check|command -v git-crypt|git-crypt|git-crypt|git-crypt|git-crypt|git-crypt
		check|command -v mutt|mutt|mutt|mutt|mutt|mutt
		check|command -v neomutt|neomutt|neomutt|neomutt|neomutt|neomutt
		check|command -v aerc|aerc|aerc|aerc|aerc|aerc
	E
}

case $#,${1-} in
1,run) kinds=run ;;
1,check | 1,missing) kinds='run check' ;;
*) echo 'usage: deps.sh run|check|missing' >&2 && exit 2 ;;
esac

manager=
for m in apt-get dnf pacman apk brew; do
	command -v $m >/dev/null && manager=$m && break
done

missing=$(table | while IFS='|' read -r kind seen apt_get dnf pacman apk brew; do
	case " $kinds " in *" $kind "*) ;; *) continue ;; esac
	if ! eval "$seen" >/dev/null 2>&1 </dev/null; then
		case $manager in
		apt-get) echo "$apt_get" ;;
		dnf) echo "$dnf" ;;
		pacman) echo "$pacman" ;;
		apk) echo "$apk" ;;
		brew) echo "$brew" ;;
		*) echo "no: $seen" ;;
		esac
	fi
done)
missing=$(printf '%s\n' "$missing" | sort -u)
[ -n "$missing" ] || exit 0
if [ "$1" = missing ]; then
	printf 'missing: %s\n' "$(echo "$missing" | tr '\n' ' ')" >&2
	echo "'make deps-check' installs what the tests need" >&2
	exit 1
fi
if [ -z "$manager" ]; then
	printf '%s\n' "$missing" "deps: no package manager known here: install these by hand" >&2
	exit 1
fi

sudo=
[ "$(id -u)" -eq 0 ] || [ $manager = brew ] || sudo=sudo
missing=$(echo "$missing" | tr '\n' ' ')
if [ -n "$sudo" ] && ! command -v sudo >/dev/null; then
	echo "deps: no sudo here: root has to install, with $manager: $missing" >&2
	exit 1
fi
echo "deps: installing with $manager: $missing"

install() {
	case $manager in
	apt-get)
		$sudo apt-get -q update &&
			$sudo env DEBIAN_FRONTEND=noninteractive apt-get -q install -y --no-install-recommends $missing
		;;
	dnf) $sudo dnf -q -y install $missing ;;
	pacman) $sudo pacman -Sy --needed --noconfirm $missing ;;
	apk) $sudo apk add -q $missing ;;
	brew) brew install -q $missing ;;
	esac
}

log=$(mktemp)
trap 'rm -f "$log"' EXIT
for try in 1 2; do
	install >"$log" 2>&1 </dev/null && exit 0
	[ $try -eq 2 ] || sleep 5
done
tail -n 30 "$log" >&2
echo "deps: $manager could not install: $missing" >&2
exit 1
