#!/bin/sh
. "${0%/*}/lib.sh"

# ada [FRONT]: a book with people/ada.md
# shellcheck disable=SC2120
ada() {
	[ -f book.md ] || book
	printf -- '---\nname: Ada Lovelace\n%b---\n\nText\n' "${1-}" >people/ada-lovelace.md
}

# becomes OLD NEW [ARGS]: of the note with OLD in it (printf %b) the move makes NEW; Ada Lovelace becomes Ada King
becomes() {
	rm -rf people x.md .nt-mv && mkdir people && ada '' && old=$1 new=$2 && shift 2 && printf '%b' "$old" >x.md && printf '%b' "$new" >want &&
	nt-mv "$@" "ada lovelace" "Ada King" >out && same want x.md
}

forms() {
	book && mkdir -p journal orgs people/far && note people/ada-lovelace.md <<\E && note orgs/acme.md <<\E2 && note journal/2026-01-02.md <<\E3 && note people/far/bob.md <<\E4
---
name: Ada Lovelace
tags: [x]
how: "[[Acme]] introduced us"
---

Works at [Acme](../orgs/acme.md "the firm"), is [[ada-lovelace]], [me](ada-lovelace.md#log), see ![scan](../orgs/scan.png).

## Log

- 2026-01-02 call: with [[Bob]] about [[Ada Lovelace|herself]]
E
# Acme

[[Ada Lovelace]], [[Ada Lovelace|shown]], [[ada lovelace#Log]], [[Ada Lovelace#Log|log]], ![[Ada Lovelace]], [[ada-lovelace]],
[[people/ada-lovelace]], [[people/ada-lovelace.md|x]], [[ada-lovelace.md]], [her](../people/ada-lovelace.md), [<](<../people/ada-lovelace.md>),
[t](../people/ada-lovelace.md#log "Title"), [by file](ada-lovelace.md). `[[Ada Lovelace]]` is code, \[[Ada Lovelace]] is none.
E2
---
members: ["[[Ada Lovelace]]", '[[people/ada-lovelace|her]]', "[[Bob]]"]
lead: [[Ada Lovelace]]
note: |
  see [[Ada Lovelace]]
how: met [[Ada Lovelace]] there # not [[Ada Lovelace]]
---

- dinner: with [[Ada Lovelace]] and [Bob](../people/far/bob.md)
E3
# Bob

[her](../ada-lovelace.md) [[people/ada-lovelace]]
E4
	echo png >orgs/scan.png
}

# ends: where the links lead, whatever the note at hand is called; without the targets
ends() {
	link-ends >ends.raw && cut -f 1,2 ends.raw | sed 's,people/\(far/x\|ada-[a-z]*\)\.md,ADA,g' | sort
	rm -f ends.raw
}

contents() {
	find . -name '*.md' | sort | while read -r f; do
		echo "$f" && cat "$f"
	done
}

# stop.so: ends the program before the Nth time that it changes the name of a file
stopper() {
	cat >"$TMP/stop.c" <<\E
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <unistd.h>
static void step(void)
{
	static int n;
	const char *at = getenv("STOP_AT");
	if (at && ++n == atoi(at))
		_exit(75);
}
int renameat(int a, const char *b, int c, const char *d)
{
	step();
	return ((int (*)(int, const char *, int, const char *))dlsym(RTLD_NEXT, "renameat"))(a, b, c, d);
}
int renameat2(int a, const char *b, int c, const char *d, unsigned e)
{
	step();
	return ((int (*)(int, const char *, int, const char *, unsigned))dlsym(RTLD_NEXT, "renameat2"))(a, b, c, d, e);
}
int linkat(int a, const char *b, int c, const char *d, int e)
{
	step();
	return ((int (*)(int, const char *, int, const char *, int))dlsym(RTLD_NEXT, "linkat"))(a, b, c, d, e);
}
int unlinkat(int a, const char *b, int c)
{
	step();
	return ((int (*)(int, const char *, int))dlsym(RTLD_NEXT, "unlinkat"))(a, b, c);
}
E
	cc -shared -fPIC -o "$TMP/stop.so" "$TMP/stop.c" -ldl 2>/dev/null && code 75 stopped 1 unlinkat
}

stopped() {
	at=$1 && shift && case $1 in
	unlinkat) touch "$TMP/x" && set -- nt-mv "ada lovelace" "Ada King" ;;
	esac
	LD_PRELOAD=$TMP/stop.so STOP_AT=$at "$@"
}

# each_stop BOOK NAME NEWNAME: stopped at every step every link leads where it led, and the same command ends it
each_stop() {
	cp -R "$1" all && (cd all && ends >"$TMP/ends" && nt-mv "$2" "$3" >out && rm out && ends | same "$TMP/ends") || return 1
	i=0
	while [ $((i += 1)) -le 50 ]; do
		rm -rf at && cp -R "$1" at && cd at || return 1
		LD_PRELOAD=$TMP/stop.so STOP_AT=$i nt-mv "$2" "$3" >/dev/null 2>err && cd .. && break
		echo "stopped at $i" && rm -f err && ends | same "$TMP/ends" && nt-mv "$2" "$3" >/dev/null && ends | same "$TMP/ends" && cd .. &&
			diff -r -x ".nt-*" -x .git at all || return 1
	done
	[ "$i" -gt 6 ] && [ "$i" -le 50 ]
}

t 'a file goes on to be a slug if it was one, and the name if it was that' '
	book && nt-new bob >out && nt-new tobias >out && nt-mv bob "Bob Smith" >out && has out people/bob-smith.md:1 && nt-mv tobias "C# dev" >out && has out people/c-dev.md:1 && note "people/Cy Day.md" <people/bob-smith.md && sed -i.bak "s/Bob Smith/Cy Day/" people/Cy*.md && nt-mv "Cy Day" "Cy Night" >out && has out "people/Cy Night.md:1"'

t 'name, heading, file and links' '
	forms && printf "\n# Ada Lovelace\n" >>people/ada-lovelace.md && nt-mv "Ada Lovelace" "Ada King" >out && ! [ -e people/ada-lovelace.md ] &&
	has people/ada-king.md "name: Ada King" && has people/ada-king.md "# Ada King" && has out "people/ada-king.md:1: was people/ada-lovelace.md" &&
	is "$(nt-find -p name="Ada King")" people/ada-king.md && hasnt people/ada-king.md aliases && ! [ -e .nt-mv ]'

t 'every form, byte for byte' '
	forms && nt-mv "Ada Lovelace" "Ada King" >out && cat >want <<\E && same want orgs/acme.md && cat >want <<\E && same want journal/2026-01-02.md
# Acme

[[Ada King]], [[Ada King|shown]], [[Ada King#Log]], [[Ada King#Log|log]], ![[Ada King]], [[ada-king]],
[[people/ada-king]], [[people/ada-king.md|x]], [[ada-king.md]], [her](../people/ada-king.md), [<](<../people/ada-king.md>),
[t](../people/ada-king.md#log "Title"), [by file](ada-king.md). `[[Ada Lovelace]]` is code, \[[Ada Lovelace]] is none.
E
---
members: ["[[Ada King]]", '\''[[people/ada-king|her]]'\'', "[[Bob]]"]
lead: [[Ada King]]
note: |
  see [[Ada King]]
how: met [[Ada King]] there # not [[Ada Lovelace]]
---

- dinner: with [[Ada King]] and [Bob](../people/far/bob.md)
E'

t 'to another folder: its own relative links too' '
	forms && nt-mv ada-lovelace people/far/ >out && cat >want <<\E && same want people/far/ada-lovelace.md && tail -n 1 people/far/bob.md >out && echo "[her](ada-lovelace.md) [[people/far/ada-lovelace]]" | same out
---
name: Ada Lovelace
tags: [x]
how: "[[Acme]] introduced us"
---

Works at [Acme](../../orgs/acme.md "the firm"), is [[ada-lovelace]], [me](ada-lovelace.md#log), see ![scan](../../orgs/scan.png).

## Log

- 2026-01-02 call: with [[Bob]] about [[Ada Lovelace|herself]]
E'

t 'a path: the name stays; folders are made; from below the book too' '
	forms && nt-mv ada-lovelace new/place/countess.md >out && is "$(nt-find -p name="Ada Lovelace")" new/place/countess.md &&
	has orgs/acme.md "[her](../new/place/countess.md)" && has orgs/acme.md "[[Ada Lovelace]], [[Ada Lovelace|shown]]" && has orgs/acme.md "[[countess]]" &&
	cd people && nt-mv countess far/ada.md >out && [ -f far/ada.md ] && nt-mv ada ../orgs >out && cd .. && [ -f orgs/ada.md ] && has orgs/acme.md "[her](ada.md)"'

t 'line ends, quotes, escapes, encodings stay' '
	book && becomes "a\r\n[[Ada Lovelace]]\r\n" "a\r\n[[Ada King]]\r\n" && becomes "\0357\0273\0277[[Ada Lovelace]]" "\0357\0273\0277[[Ada King]]" &&
	becomes "---\nx: \"\\\\u00e9 [[Ada Lovelace]]\" # c\n---\n" "---\nx: \"\\\\u00e9 [[Ada King]]\" # c\n---\n" &&
	becomes "| [[Ada Lovelace\\\\|her]] |\n" "| [[Ada King\\\\|her]] |\n" && becomes "[a](./people/ada-lovelace.md)\n" "[a](./people/ada-king.md)\n" &&
	becomes "[[ Ada Lovelace ]] [[Ada\nLovelace]]\n" "[[ Ada King ]] [[Ada King]]\n" && becomes "> - [ ] 2026-12-01 owe: to [[Ada Lovelace]]\n" "> - [ ] 2026-12-01 owe: to [[Ada King]]\n" &&
	becomes "    [[Ada Lovelace]]\n" "    [[Ada Lovelace]]\n" && becomes "[a]( <people/ada-lovelace.md> (t))" "[a]( <people/ada-king.md> (t))"'

t 'names that have to be quoted or encoded' '
	book && ada && printf "%s\n" --- "a: \"[[Ada Lovelace]]\"" "b: '\''[[Ada Lovelace]]'\''" "c: [[Ada Lovelace]]" "d: see [[Ada Lovelace]]" --- "[x](people/ada-lovelace.md) [[Ada Lovelace]]" >x.md &&
	nt-mv ada "Ada \"O'\''Hara\": King, Q." >out && is "$(link-ends | grep -c "people/ada-o-\{0,1\}hara-king-q.md")" 6 &&
	nt-mv ada "people/Ada (Q) 100% é.md" >out && has x.md "[x](people/Ada%20%28Q%29%20100%25%20é.md)" && is "$(link-ends | grep -c "people/Ada (Q) 100% é.md")" 6'

t 'a name that cannot stand in a link: by the file name' '
	book && ada && echo "[[Ada Lovelace]], [[ada-lovelace]]" >x.md && nt-mv ada "Ada #1 [x]" >out && is "$(cat x.md)" "[[ada-1-x]], [[ada-1-x]]" &&
	is "$(nt-find -l -o name people/)" "Ada #1 [x]"'

t 'a link by an alias that stays is left' '
	book && ada "aliases: [Countess, AL]\n" && echo "[[countess]] [[AL|x]] [[Ada Lovelace]]" >x.md && nt-mv ada "Ada King" >out &&
	is "$(cat x.md)" "[[countess]] [[AL|x]] [[Ada King]]" && has people/ada-king.md "aliases: [Countess, AL]"'

t '-a keeps the old name' '
	book && ada && echo "[[Ada Lovelace]]" >x.md && nt-mv -a ada "Ada King" >out && is "$(cat x.md)" "[[Ada King]]" &&
	is "$(nt-find -l -o aliases people/)" "Ada Lovelace" && is "$(nt-find -p "Ada Lovelace")" people/ada-king.md &&
	nt-mv --alias king "Ada Byron" >out && is "$(nt-find -l -o aliases people/)" "Ada Lovelace; Ada King"'

t 'the name where it stands: heading, file' '
	book && mkdir -p notes && printf "# Bob\n\n## Bob\n" >people/bob.md && printf "Text\n" >"people/Cy Twombly.md" && echo "[[Bob]] [[Cy Twombly]] [c](people/Cy%20Twombly.md)" >x.md &&
	nt-mv bob "Bob Ross" >out && printf "# Bob Ross\n\n## Bob\n" | same people/bob-ross.md && nt-mv "cy twombly" "Cy T" >out && is "$(cat "people/Cy T.md")" Text &&
	is "$(cat x.md)" "[[Bob Ross]] [[Cy T]] [c](people/Cy%20T.md)"'

t 'a file name of one'\''s own stays' '
	book && ada && mv people/ada-lovelace.md people/al.md && nt-mv ada "Ada King" >out && has people/al.md "name: Ada King" && hasnt out " was "'

t 'another case is a new name, and a link that leads there still is left' '
	book && ada && echo "[[Ada Lovelace]]" >x.md && nt-mv ada "ADA LOVELACE" >out && has people/ada-lovelace.md "name: ADA LOVELACE" && is "$(cat x.md)" "[[Ada Lovelace]]" && hasnt people/ada-lovelace.md aliases'

t 'me' '
	mkdir people && for me in "[[Ada Lovelace]]" "Ada Lovelace" "people/ada-lovelace"; do
		printf -- "---\nkind: book\nme: \"%s\"\n---\n" "$me" >book.md && ada && nt-mv ada "Ada King" >out && nt-mv king "Ada Lovelace" >out && has book.md "me: \"$me\"" || return 1
	done'

t 'nothing to do is no change' '
	mkdir b && cd b && book && ada && cp -R . ../old && nt-mv ada "Ada Lovelace" >out && is "$(cat out)" "" && diff -r -x out -x ".nt-*" . ../old && nt-mv ada people/ >out && is "$(cat out)" ""'

t 'a name that exists is refused' '
	mkdir b && cd b && book && ada && printf -- "---\nname: Bob\naliases: [Robert]\n---\n" >people/bob.md && cp -R people ../old && for name in Bob bob ROBERT people/bob.md; do
		code 2 nt-mv ada "$name" >out 2>err && has err "people/bob.md: " && diff -r ../old people && is "$(cat out)" "" || return 1
	done && code 1 nt-mv nobody X 2>err && has err nobody && code 2 nt-mv ada 2>err && code 2 nt-mv ada "" 2>err && code 2 nt-mv ada " x" 2>err && diff -r ../old people'

t 'no path leads out of the book, or where no note can be' '
	mkdir in far && cd in && book && ada && ln -s ../far link && cp -R people ../old && for to in ../x.md /x.md ../far ../far/ "$TMP/far/" link/ link/x.md people/../../x.md .git/hooks/x.md \
		people/.x.md templates/x.md README.md people/book.md / "people/$(printf "a\033b").md"; do
		code 2 nt-mv ada "$to" >out 2>err && diff -r ../old people && [ -s err ] || { echo "$to"; return 1; }
	done && is "$(ls ../far)" "" && is "$(ls ..)" "$(printf "far\nin\nold")" && ! [ -e .nt-mv ]'

t 'a dry run: a patch that git apply takes, and nothing is written' '
	mkdir b && cd b && git init -q . && forms && printf "\n# Ada Lovelace\n" >>people/ada-lovelace.md && git add . && git commit -qm x && nt-mv -n ada "Ada King" >p && is "$(git status --short)" "?? p" &&
	cp -R . ../done && (cd ../done && nt-mv ada "Ada King" >out && rm out) && git apply p && diff -r -x .git -x .nt-lock . ../done && git add . && git commit -qm y &&
	nt-mv -n king people/far/ >p && cp -R . ../far && (cd ../far && nt-mv king people/far/ >/dev/null) && git apply p && diff -r -x .git -x .nt-lock . ../far'

t 'in a repository the index knows' '
	git init -q . && mkdir sub && cd sub && book && ada && echo "[[Ada Lovelace]]" >x.md && git add . && git commit -qm x && echo more >>people/ada-lovelace.md &&
	nt-mv ada "Ada King" >out && is "$(git status --short . | grep -v out)" "$(printf "RM people/ada-lovelace.md -> people/ada-king.md\n M x.md\n?? .nt-lock")" &&
	is "$(git show :sub/people/ada-king.md | tail -n 1)" Text && echo "# Bob" >people/bob.md && nt-mv bob "Bob Ross" >out && is "$(git ls-files people)" people/ada-king.md'

t 'stopped anywhere, every link leads there, and again ends it' '
	mkdir b && (cd b && forms) && (cd b && cp -R . ../c) && { (cd c && stopper) || skip "no preloading here"; }
	each_stop b "Ada Lovelace" "Ada King" && rm -rf all && each_stop b "Ada Lovelace" people/far/x.md && rm -rf all &&
	sed "s/^tags:.*/aliases: [AL]/" b/people/ada-lovelace.md >n && mv n b/people/ada-lovelace.md && each_stop b ada-lovelace "Ada King"'

t 'another move waits until a stopped one has ended' '
	mkdir b && (cd b && forms) && cp -R b c && { (cd c && stopper) || skip "no preloading here"; }
	cd b && code 75 env LD_PRELOAD="$TMP/stop.so" STOP_AT=4 nt-mv "Ada Lovelace" "Ada King" >out && code 2 nt-mv bob "Bob Ross" 2>err &&
	has err "nt-mv '\''Ada Lovelace'\'' '\''Ada King'\''" && nt-mv "Ada Lovelace" "Ada King" >out && nt-mv bob "Bob Ross" >out && [ -f people/far/bob-ross.md ]'

t 'a note that cannot be read: said, the alias stays, and again ends it' '
	forms && printf -- "---\nname: \"Cy\n---\n[[Ada Lovelace]]\n" >people/cy.md && printf -- "---\nname: \"Di\n---\n" >people/di.md && code 2 nt-mv "Ada Lovelace" "Ada King" >out 2>err && has err people/cy.md:2:7 && is "$(grep -c people/di.md err)" 1 &&
	has people/ada-king.md "Ada Lovelace" && has orgs/acme.md "[[Ada King]]" && printf -- "---\nname: Cy\n---\n[[Ada Lovelace]]\n" >people/cy.md && code 2 nt-mv "Ada Lovelace" "Ada King" >out 2>err &&
	has people/cy.md "[[Ada King]]" && hasnt people/ada-king.md "Ada Lovelace" && ! [ -e .nt-mv ]'

t 'every note of the example book there and back: no byte is different' '
	cp -R "$TOP/examples/book" b && cd b && link-ends | cut -f 1,2 >../ends && contents >../old && nt-find -l -o name,path kind=person | head -n 12 >../all &&
	while IFS="$(printf "\t")" read -r name path; do
		nt-mv "$path" "Xavier Quux" >out && is "$(link-ends | cut -f 2 | grep -c -e "^-")" "$(cut -f 2 ../ends | grep -c -e "^-")" && nt-mv "Xavier Quux" "$name" >out && rm out &&
		contents | cmp - ../old || { echo "$path"; return 1; }
	done <../all'

t 'many links of one front matter, each in its own quotes, with new ones where they are needed' '
	book && note people/ada-lovelace.md <<-E && note people/x.md <<-"E" && cp people/x.md old &&
	---
	name: Ada Lovelace
	---
	E
	---
	name: X
	bare: [[Ada Lovelace]] # stays
	text: see [[Ada Lovelace]] and [[ada-lovelace|her]]
	one: "[[Ada Lovelace]], \"it is\" her"
	list:
	  - "[[Ada Lovelace]]"
	  - plain
	  - {a: "[[Ada Lovelace]]", b: [c, "[[ada-lovelace]]"]}
	block: |
	  [[Ada Lovelace]]
	  and
	---
	E
	nt-mv ada-lovelace "Ada: King" >out &&
	sed -e "s/Ada Lovelace/Ada: King/; s/ada-lovelace/ada-king/; s/^bare: \(.*\) #/bare: \"\1\" #/; s/^text: \(.*\)/text: \"\1\"/" \
		old | same people/x.md && nt-mv ada-king "Ada Lovelace" >out && nt-mv ada-lovelace "Ada King" >out &&
	has people/x.md "bare: \"[[Ada King]]\" # stays"'

t 'four thousand links to one note, from one note' '
	book && printf -- "---\nname: Bo\n---\n" >people/bo.md && {
		printf -- "---\nname: X\nfriends:\n" && seq 4000 | sed "s/.*/  - see [[Bo]] &/" && printf -- "---\n"
	} >people/x.md && nt-mv bo "Bo Li" >out && is "$(grep -c "see \[\[Bo Li\]\] [0-9]" people/x.md)" 4000'

# mock.so: EIO_AT=PATH cannot be opened or looked at; MAKE_AT=PATH is made by somebody else just before a name changes;
# NO_RENAMEAT2, NO_LINKAT: the system has none
mock() {
	cat >"$TMP/mock.c" <<\E
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
int creat(const char *, unsigned);
static int fails(const char *path)
{
	const char *at = getenv("EIO_AT");
	size_t n = strlen(path), m = at ? strlen(at) : 0;
	if (!at || n < m || strcmp(path + n - m, at))
		return 0;
	errno = EIO;
	return 1;
}
#define OPENAT(name)                                                                        \
	int name(int d, const char *path, int flags, ...)                                   \
	{                                                                                   \
		va_list ap;                                                                 \
		va_start(ap, flags);                                                        \
		int mode = va_arg(ap, int);                                                 \
		va_end(ap);                                                                 \
		return fails(path) ? -1 : ((int (*)(int, const char *, int, ...))dlsym(RTLD_NEXT, #name))(d, path, flags, mode); \
	}
#define FSTATAT(name)                                                                       \
	int name(int d, const char *path, void *s, int flags)                               \
	{                                                                                   \
		return fails(path) ? -1 : ((int (*)(int, const char *, void *, int))dlsym(RTLD_NEXT, #name))(d, path, s, flags); \
	}
OPENAT(openat)
OPENAT(openat64)
FSTATAT(fstatat)
FSTATAT(fstatat64)
int renameat2(int a, const char *b, int c, const char *d, unsigned e)
{
	const char *make = getenv("MAKE_AT");
	if (make && (e & 1))
		close(creat(make, 0666));
	if (getenv("NO_RENAMEAT2"))
		return errno = ENOSYS, -1;
	return ((int (*)(int, const char *, int, const char *, unsigned))dlsym(RTLD_NEXT, "renameat2"))(a, b, c, d, e);
}
int linkat(int a, const char *b, int c, const char *d, int e)
{
	if (getenv("NO_LINKAT"))
		return errno = EPERM, -1;
	return ((int (*)(int, const char *, int, const char *, int))dlsym(RTLD_NEXT, "linkat"))(a, b, c, d, e);
}
E
	cc -shared -fPIC -o "$TMP/mock.so" "$TMP/mock.c" -ldl 2>/dev/null && code 2 mocked EIO_AT=book.md nt-find 2>"$TMP/mock.err"
}

mocked() {
	env LD_PRELOAD="$TMP/mock.so" "$@"
}

t 'a file name that no link of the book can have is refused, and nothing is written' '
	mkdir b && cd b && forms && cp -R . ../old && for to in "people/Ada #1.md" "people/a|b.md" "people/a[b.md" "people/a]].md" "c#/"; do
		code 2 nt-mv "Ada Lovelace" "$to" >../out 2>../err && is "$(cat ../out)" "" && has ../err "cannot be made to lead to" && has ../err "orgs/acme.md:3: " && diff -r -x .nt-lock . ../old || { echo "$to"; return 1; }
	done && nt-mv bob "Bob Ross" >out && ! [ -e .nt-mv ] && cd .. && mkdir c && cd c && book && ada && printf -- "---\nhow: \"[[ada-lovelace]]\"\n---\n" >x.md && cp -R . ../c.old && code 2 nt-mv ada "people/a|b.md" 2>../err &&
	has ../err "x.md:2: a link cannot be made to lead to '\''people/a|b.md'\'': '\''[[ada-lovelace]]'\''" && diff -r -x .nt-lock . ../c.old'

t 'a file name that could be taken for a scheme, a query or markup' '
	book && ada && echo "[x](people/ada-lovelace.md) [y](<people/ada-lovelace.md>)" >x.md && echo "[x](ada-lovelace.md)" >people/y.md && for to in "C: x" "mailto:a" "what?" "a&amp;b" "a\`b" "a[b]" "a|b" "a #1" "100%25"; do
		nt-mv "Ada Lovelace" "people/$to.md" >out && is "$(link-ends | cut -f 2 | grep -cFx "people/$to.md")" 3 || { cat x.md people/y.md; return 1; }
	done && nt-mv "Ada Lovelace" "people/C: x.md" >out && is "$(cat people/y.md)" "[x](C%3A%20x.md)"'

t 'a move that was stopped: --continue ends it, --abort gives it up' '
	mkdir b && (cd b && forms) && cp -R b e && { (cd e && stopper) || skip "no preloading here"; }
	cp -R b c && cd b && code 1 nt-mv --continue 2>err && has err "no move was stopped" && code 1 nt-mv --abort && code 2 nt-mv --abort x y 2>err && code 2 nt-mv --abort --continue 2>err &&
	code 75 env LD_PRELOAD="$TMP/stop.so" STOP_AT=5 nt-mv "Ada Lovelace" "Ada King" >out && [ -e .nt-mv ] && code 2 nt-mv bob "Bob Ross" 2>err && has err "nt-mv --continue" && has err "nt-mv --abort" &&
	cp -R . ../d && nt-mv -n --continue >out && has out "Ada King" && [ -e .nt-mv ] && nt-mv --continue >out && ! [ -e .nt-mv ] && rm out err && (cd ../c && nt-mv "Ada Lovelace" "Ada King" >/dev/null) && diff -r -x .nt-lock . ../c &&
	cd ../d && code 2 nt-mv -n --abort 2>err && [ -e .nt-mv ] && ends >../ends && nt-mv --abort 2>err && ! [ -e .nt-mv ] && has err "Ada King" && ends | same ../ends && nt-mv bob "Bob Ross" >out'

t 'a plan that is broken, or whose note is gone, says how it ends' '
	mkdir b && cd b && forms && for plan in "" "nonsense" "[\"a\"]" "[\"a\",\"b\",\"drop\",\"some\",\"../a.md\",\"people/b.md\",\"a\",\"b\"]" "[\"a\",\"b\",\"drop\",\"some\",\"people/a.md\",\"people/b.md\",\"a\",\"b\"]"; do
		echo "$plan" >.nt-mv && cp -R . ../old && for names in "bob|Bob Ross" "a|b" ""; do
			if [ "$names" ]; then set -- "${names%|*}" "${names#*|}"; else set -- --continue; fi
			code 2 nt-mv "$@" >../out 2>../err && has ../err .nt-mv && has ../err "nt-mv --abort" && is "$(cat ../out)" "" && diff -r -x .nt-lock . ../old || return 1
		done && nt-mv --abort && ! [ -e .nt-mv ] && rm -rf ../old || return 1
	done && mkdir .nt-mv && code 2 nt-mv bob "Bob Ross" 2>err && has err ".nt-mv: " && code 2 nt-mv --abort 2>err && has err .nt-mv: && rmdir .nt-mv && nt-mv bob "Bob Ross" >out'

t 'the book keeps its name' '
	mkdir b && cd b && forms && cp -R . ../old && for to in Foo people/foo.md people/; do
		code 2 nt-mv book.md "$to" 2>../err && has ../err "book.md: " && diff -r -x .nt-lock . ../old || return 1
	done'

t 'a note made in between is not overwritten' '
	mkdir b && (cd b && forms) && { (cd b && mock) || skip "no preloading here"; }
	for how in x=1 NO_RENAMEAT2=1 "NO_RENAMEAT2=1 NO_LINKAT=1"; do
		rm -rf c && cp -R b c && cd c && code 2 mocked $how MAKE_AT=people/ada-king.md nt-mv "Ada Lovelace" "Ada King" >out 2>err && ! [ -s people/ada-king.md ] && has err "people/ada-king.md: exists" && has err "nt-mv --abort" &&
		is "$(link-ends | grep -c "people/ada-lovelace.md")" "$(cd ../b && link-ends | grep -c "people/ada-lovelace.md")" && rm people/ada-king.md && mocked $how nt-mv --continue >out &&
		has people/ada-king.md "name: Ada King" && ! [ -e people/ada-lovelace.md ] && ! [ -e .nt-mv ] && cd .. || return 1
	done'

t 'what cannot be read may hold a link: the alias and the plan stay' '
	mkdir b && (cd b && forms && echo "[[Ada Lovelace]]" >people/far/cy.md) && { (cd b && mock) || skip "no preloading here"; }
	for at in cy.md far; do
		rm -rf c && cp -R b c && cd c && code 2 mocked EIO_AT=$at nt-mv "Ada Lovelace" "Ada King" >out 2>err && has err "people/far" && has people/ada-king.md "Ada Lovelace" && [ -e .nt-mv ] && has orgs/acme.md "[[Ada King]]" &&
		nt-mv --continue >out && hasnt people/ada-king.md "Ada Lovelace" && has people/far/cy.md "[[Ada King]]" && ! [ -e .nt-mv ] && cd .. || return 1
	done
	rm -rf c && cp -R b c && cd c && for at in ada-lovelace.md ada-king.md .nt-mv; do
		code 2 mocked EIO_AT=$at nt-mv people/ada-lovelace.md "Ada King" 2>../err && has ../err "$at: " && diff -r -x .nt-lock . ../b || return 1
	done'

t 'reference links: their definitions lead there, wherever they stand' '
	book && mkdir -p journal && printf -- "---\nname: Ada Lovelace\n---\n\n[Bob][B], [it].\n\n[b]: bob.md\n[it]: <../x.md#top> \"an x\"\n" >people/ada-lovelace.md && echo "# Bob" >people/bob.md && note x.md <<\E && nt-mv "Ada Lovelace" people/far/king.md >out && cat >want <<\E2 && same want x.md && printf "[Bob][B], [it].\n\n[b]: ../bob.md\n[it]: <../../x.md#top> \"an x\"\n" >want && tail -n 4 people/far/king.md | same want
[her][r], [R][], [r], ![r], [root], [bare], [wide  label], [q], [item], [two].

[r]: people/ada-lovelace.md "Title"
[root]: /people/ada-lovelace.md#log
[bare]: people/ada-lovelace
[wide label]:
  <people/ada-lovelace.md>
  (title)
[two]: people/bob.md
text goes on: [r]: people/ada-lovelace.md

> [q]: people/ada-lovelace.md

- [item]: people/ada-lovelace.md

Text.

    [r]: people/ada-lovelace.md

```
[r]: people/ada-lovelace.md
```

<pre>
[r]: people/ada-lovelace.md
</pre>

[^1]: people/ada-lovelace.md
E
[her][r], [R][], [r], ![r], [root], [bare], [wide  label], [q], [item], [two].

[r]: people/far/king.md "Title"
[root]: /people/far/king.md#log
[bare]: people/far/king
[wide label]:
  <people/far/king.md>
  (title)
[two]: people/bob.md
text goes on: [r]: people/ada-lovelace.md

> [q]: people/far/king.md

- [item]: people/far/king.md

Text.

    [r]: people/ada-lovelace.md

```
[r]: people/ada-lovelace.md
```

<pre>
[r]: people/ada-lovelace.md
</pre>

[^1]: people/ada-lovelace.md
E2'

t 'Markdown links from the root, and without .md' '
	book && mkdir -p journal && ada "" && echo "# Bob" >people/bob.md && echo "[a](/people/ada-lovelace.md) [b](/people/bob) [c](bob#x) [d](../journal/y)" >>people/ada-lovelace.md && echo "[a](../people/ada-lovelace) [b](</people/ada-lovelace>) [c](ada-lovelace)" >journal/y.md &&
	link-ends | cut -f 2 | sort | uniq -c | tr -s " \n" " " | has - " 1 journal/y.md 4 people/ada-lovelace.md 2 people/bob.md" && nt-mv ada far/away/king.md >out && is "$(cat journal/y.md)" "[a](../far/away/king) [b](</far/away/king>) [c](king)" &&
	is "$(tail -n 1 far/away/king.md)" "[a](/far/away/king.md) [b](/people/bob) [c](../../people/bob#x) [d](../../journal/y)"'

t 'a link that leads there still is left as it is' '
	book && printf -- "---\nname: Ada\naliases: [Tjorven]\n---\n[s](tjorven.md) [r](/people/TJORVEN.md)\n" >people/tjorven.md && echo "[[Tjorven]] [[ADA]] [[tjorven.md]] [x](Tjorven.md) [p](people/tjorven.md)" >x.md && nt-mv ada "Ada King" >out && has people/tjorven.md "name: Ada King" &&
	is "$(cat x.md)" "[[Tjorven]] [[Ada King]] [[tjorven.md]] [x](Tjorven.md) [p](people/tjorven.md)" && nt-mv people/tjorven.md people/Tjorven.md >out && is "$(cat x.md)" "[[Tjorven]] [[Ada King]] [[tjorven.md]] [x](Tjorven.md) [p](people/tjorven.md)" &&
	nt-mv people/Tjorven.md people/al.md >out && is "$(cat x.md)" "[[Tjorven]] [[Ada King]] [[tjorven.md]] [x](Tjorven.md) [p](people/al.md)" && is "$(tail -n 1 people/al.md)" "[s](al.md) [r](/people/al.md)" &&
	nt-mv people/al.md far/al.md >out && is "$(cat x.md)" "[[Tjorven]] [[Ada King]] [[tjorven.md]] [x](Tjorven.md) [p](far/al.md)" && is "$(tail -n 1 far/al.md)" "[s](al.md) [r](/far/al.md)"'

t 'a Markdown link by the name alone follows it' '
	book && ada && echo "[a](Ada%20Lovelace.md) [b](Ada%20Lovelace)" >x.md && nt-mv ada "Ada King" >out && is "$(cat x.md)" "[a](ada-king.md) [b](ada-king)"'

t 'what tools remember of the note goes with it' '
	book && printf -- "---\nname: Ada Lovelace\ncadence: 1w\n---\n\n- 2026-01-01 call: a\n" >people/ada-lovelace.md && sed "s/Ada Lovelace/Bob/" people/ada-lovelace.md >people/bob.md && nt-due | nt-remind --once >/dev/null && cp .nt-reminded old && cp people/ada-lovelace.md was && nt-log ada call: b >out && nt-log bob call: c >out &&
	sed "s/^name: .*/name: Ada King/" was >want && nt-mv ada "Ada King" >out && sed "s/ada-lovelace/ada-king/" old | same .nt-reminded && has .nt-reminded people/ada-king.md && nt-log -u ada >out && same want people/ada-king.md && nt-log -u bob >out && hasnt people/bob.md "call: c"'

t 'a body that is read by its list lines only may hold more links: said, the alias stays' '
	book && ada && cp people/ada-lovelace.md old && { printf "[[Ada Lovelace]]\n\n- [[Ada Lovelace]]\n\n" && printf "> %.0s" $(seq 300) && echo x; } >x.md && code 2 nt-mv ada "Ada King" >out 2>err && has err "x.md:5: " && has err "nt-mv --abort" && has people/ada-king.md "Ada Lovelace" &&
	has x.md "- [[Ada King]]" && sed "1s/Lovelace/King/" x.md >y && mv y x.md && code 2 nt-mv --continue && hasnt people/ada-king.md Lovelace && ! [ -e .nt-mv ]'

t 'a link by the end of a path leads there, and is rewritten' '
	book && mkdir -p people/b people/c x/b && echo "# One" >people/b/sam.md && echo "# Two" >people/c/sam.md && echo "# Three" >people/b.md &&
	echo "[[b/sam]] [[B/Sam.md]] [[c/sam|two]] [[sam]] [[x/sam]]" >x/y.md && is "$(nt-find -l -o name,backlink people/ | xargs)" "Three One y Two y" &&
	nt-mv people/b/sam.md people/b/tom.md >out && is "$(cat x/y.md)" "[[people/b/tom]] [[people/b/tom.md]] [[c/sam|two]] [[sam]] [[x/sam]]" &&
	mkdir -p orgs/c && nt-mv people/c/sam.md orgs/c/ >out && has x/y.md "[[c/sam|two]] [[sam]]" && echo "# Four" >people/b/sam.md && mkdir x/c && echo "# Five" >x/c/sam.md &&
	nt-check x/y.md | has - "means several notes"'

t 'a new name settles the one that a merge left open' '
	book && printf -- "---\nname: Ada  # theirs: Eva\n---\n" >people/ada.md && nt-mv ada "Ada Byron" >out && is "$(sed -n 2p people/ada-byron.md)" "name: Ada Byron"'

t 'a sort-name follows the name that it said, and is told where it cannot' '
	sorts() { rm -rf people && book && printf -- "---\nname: $1\nsort-name: $2 # x\n---\n" | note people/x.md && nt-mv people/x.md "$3" >out 2>err && is "$(sed -n "s/^sort-name: //p" people/x.md)" "$4"; } &&
	sorts "Zoë Brontë" "Brontë, Zoë" "Zoë King" "King, Zoë # x" && ! [ -s err ] && has out "sort-name: King, Zoë" && sorts "Ana Cruz" "Cruz, Ana" "Ana de la Cruz" "de la Cruz, Ana # x" && sorts "Ann Mary Bee" "Bee, Ann Mary" "Ann Bee" "Bee, Ann # x" && sorts "Ana de la Cruz" "de la Cruz, Ana" "Eva de la Cruz" "de la Cruz, Eva # x" && sorts "The Hut" "Hut, The" "The Shack" "Shack, The # x" &&
	sorts "Ann Bee" "Bee, Ann" "Annie" "" && sorts "Ann Bee" "Zz, Top" "Eve King" "Zz, Top # x" && ! [ -s err ] && sorts "Dr. Ann Bee" "Bee, Ann" "Dr. Ann King" "Bee, Ann # x" && has err "people/x.md: sort-name is still '"'Bee, Ann'"'"'

done_testing
