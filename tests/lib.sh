# shellcheck shell=sh
# Sourced by every test: . "${0%/*}/lib.sh"
#
#	t 'title' 'body'        run the body, joined by &&, in a fresh folder; output is shown when it fails
#	skip 'why'              in a body: count it as skipped
#	code N CMD...           CMD exits with N, and no other way; else it says so wherever standard error goes
#	is GOT WANT             the two texts are equal
#	same FILE [FILE]        the two files (or standard input and the file) are equal
#	has FILE TEXT           the file (- for standard input) holds the text
#	hasnt FILE TEXT         it does not
#	note PATH <<E           write a file, with its folders
#	book                    make this folder a book
#	vcf FILE LINE...        a card of vCard 3 in the folder d
#	done_testing            at the end

TOP=${TOP:-$(cd "${0%/*}/.." && pwd)}
B=${B:-$TOP/build}
TMP=$(mktemp -d) || exit 2
PATH=${BIN:-$B/bin}:$B/helpers:$PATH
LC_ALL=C.UTF-8 TZ=UTC NT_TODAY=2026-11-24 HOME=$TMP/home GIT_CONFIG_NOSYSTEM=1
export TOP B PATH LC_ALL TZ NT_TODAY HOME GIT_CONFIG_NOSYSTEM
unset NT_BOOK COLUMNS EDITOR VISUAL NO_COLOR XDG_CONFIG_HOME POSIXLY_CORRECT CDPATH
mkdir "$HOME"
printf '[user]\nname = Mara\nemail = mara@example.org\n[init]\ndefaultBranch = main\n' >"$HOME/.gitconfig"
trap 'cd / && chmod -R u+rwX "$TMP" && rm -rf "$TMP"' EXIT
trap 'exit 2' INT TERM HUP

tests=0 failed=0

t() {
	tests=$((tests + 1))
	mkdir "$TMP/$tests"
	if (cd "$TMP/$tests" && eval "$2") </dev/null >"$TMP/out" 2>&1 3>&1; then
		why=$(sed -n 's/^SKIP //p' "$TMP/out")
		echo "ok $tests - $1${why:+ # SKIP $why}"
	else
		failed=$((failed + 1))
		echo "not ok $tests - $1"
		printf '%s\n' "$2" | sed 's/^/#    /'
		sed 's/^/# /' "$TMP/out"
	fi
}

skip() {
	echo "SKIP $*"
	exit 0
}

code() {
	want=$1
	shift
	"$@" 3>&- && got=0 || got=$?
	[ "$got" -eq "$want" ] || { echo "exit $got, not $want: $*" >&3 && return 1; } # whatever became of 1 and 2
}

is() {
	[ "$1" = "$2" ] && return
	printf '%s\n' "$2" >"$TMP/want"
	printf '%s\n' "$1" | diff -u "$TMP/want" -
	return 1
}

same() {
	[ "$1 $#" != "- 1" ] || { echo "same - needs a file to compare with" && return 1; }
	diff -u "$1" "${2:--}"
}

has() {
	cat -- "$1" >"$TMP/has"
	grep -qF -e "$2" "$TMP/has" || { echo "no '$2' in $1:" && cat "$TMP/has" && return 1; }
}

hasnt() {
	cat -- "$1" >"$TMP/has"
	! grep -F -e "$2" "$TMP/has" || { echo "'$2' is in $1:" && cat "$TMP/has" && return 1; }
}

note() {
	mkdir -p "$(dirname "$1")" && cat >"$1"
}

book() {
	printf -- '---\nkind: book\n---\n' >book.md && mkdir -p people
}

vcf() {
	mkdir -p d && file=$1 && shift && { printf 'BEGIN:VCARD\r\nVERSION:3.0\r\n' && printf '%s\r\n' "$@" && printf 'END:VCARD\r\n'; } >"d/$file"
}

done_testing() {
	echo "1..$tests"
	[ "$failed" -eq 0 ]
}
