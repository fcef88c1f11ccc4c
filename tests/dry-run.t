#!/bin/sh
# -n of every tool that changes notes: the patch is what the tool does, and nothing else is written.
. "${0%/*}/lib.sh"

# ledger: a book in git, with an open promise, an odd line end, and a mistake to mend
ledger() {
	mkdir b && cd b && git init -q . && book && mkdir lists &&
	printf -- '---\nname: Ada Lovelace\ntags: [maths]\n---\n\n## Log\n\n- 2026-10-01 call: a\n- [ ] owe: the proof' >people/ada.md &&
	printf -- '---\r\nname: Bob\r\n---\r\n\r\n- 2026-10-02 met: b\r\n' >people/bob.md &&
	printf -- '---\nname: Cy\nbirthday: 1990/1/2\nnext: soon\n---\n' >people/cy.md && printf '.nt-*\n' >.gitignore &&
	git add . && git commit -qm book
}

# alike STATUS TOOL ARG...: TOOL -n ARG... is what TOOL ARG... does
alike() {
	status=$1 tool=$2
	shift 2
	code "$status" "$tool" -n "$@" >../patch 2>../said && is "$(git status --short --ignored)" "" || return 1
	cp -R . ../patched && (cd ../patched && git apply ../patch) &&
		code "$status" "$tool" "$@" >../out 2>../said2 && same ../said ../said2 && rm -f .nt-lock .nt-undo &&
		[ -s ../patch ] && diff -r -x .git . ../patched && [ -n "$(git status --short)" ]
}

t 'nt-log, of two people' 'ledger && alike 0 nt-log ada,bob dinner: at the cafe'
t 'nt-log, an open box' 'ledger && alike 0 nt-log --due +1w ada owe: the book'
t 'nt-log --new, one who is there and two who are not' '
	ledger && code 0 nt-log -n --new "ada,Dee Park,Dee Park,Eve" call: x >../patch && is "$(git status --short --ignored)" "" &&
	git apply ../patch && is "$(nt-find -l -o name entry:call/today.. | tr "\n" ";")" "Ada Lovelace;Dee Park;Eve;" &&
	is "$(ls people | tr "\n" " ")" "ada.md bob.md cy.md dee-park.md eve.md "'
t 'nt-log -u takes back, and only without -n' '
	ledger && nt-log ada call: x >../out && code 0 nt-log -n -u ada >../patch && grep -q "^-- 2026-11-24 call: x" ../patch &&
	has people/ada.md "call: x" && nt-log -u ada >../out && code 0 git diff --quiet && code 1 nt-log -n -u ada >../out'
t 'nt-log -n leaves what -u would take back' '
	ledger && nt-log ada call: one >../out && nt-log -n ada call: two >../out && nt-log -u ada >../out && code 0 git diff --quiet'
t 'nt-done' 'ledger && alike 0 nt-done ada proof'
t 'nt-done of nothing that fits' 'ledger && code 1 nt-done -n ada poof >../out 2>../err && is "$(cat ../out)" ""'
t 'nt-set, of several notes' 'ledger && alike 0 nt-set ada bob city=Rome tags+=x'
t 'nt-set that is so already, and one that is refused' '
	ledger && nt-set -n ada tags+=maths >../out && is "$(cat ../out)" "" && code 2 nt-set -n ada cadence=never >../out && is "$(cat ../out)" ""'
t 'nt-snooze' 'ledger && alike 0 nt-snooze ada cy 2w'
t 'nt-new' '
	ledger && alike 0 nt-new Dee Park city=Rome'
t 'nt-new opens no editor' 'ledger && EDITOR=false code 2 nt-new -n -e Dee 2>../err && has ../err "leave out -e"'
t 'nt-mv' 'ledger && printf "See [[Bob]].\n" >>people/cy.md && git commit -qam link && alike 0 nt-mv bob Robert'
t 'nt-check --fix, with its status' 'ledger && alike 1 nt-check --fix people && has ../patch "+birthday: 1990-01-02"'
t 'nt-check -n alone says what it is for' 'ledger && code 2 nt-check -n 2>../err && has ../err "--fix"'
t 'a filter has no dry run, and says what has' '
	ledger && nt-find ada | code 2 nt-set -n - city=Rome >../out 2>../err && has ../err "nt-save -n" && is "$(cat ../out)" "" &&
	nt-find ada | nt-set - city=Rome | nt-save -n >../patch && has ../patch "+city: Rome" && code 0 git diff --quiet'
t 'nt-save: two new people of one name are two files' '
	ledger && for uid in 1 2; do printf -- "---\nnt-rev: new\nname: Dee Park\nuid: %s\n---\n\f\n" $uid; done >../new &&
	nt-save -n <../new >../patch 2>../err && is "$(grep "^+++" ../patch | tr "\n" " ")" "+++ b/people/dee-park.md +++ b/people/dee-park-2.md " &&
	is "$(git status --short --ignored)" "" && nt-save <../new >../out 2>../err2 && same ../err ../err2 && is "$(ls people | grep -c dee)" 2'

t 'in a folder that nobody may write to' '
	ledger && mkdir sub && [ "$(id -u)" -ne 0 ] || { chmod 755 "$TMP" .. . && as() { setpriv --reuid 65534 --regid 65534 --clear-groups "$@"; } && as nt-find --version >/dev/null 2>&1; } || skip "no other user to be"
	[ "$(id -u)" -eq 0 ] || as() { "$@"; }
	rm -rf .git && chmod -R a+rX,a-w . && code 0 as nt-log -n ada call: x >../patch && has ../patch "+- 2026-11-24 call: x"; status=$?; chmod -R u+w .; return $status'

done_testing
