#!/bin/sh
# shellcheck disable=SC2015,SC2154
. "${0%/*}/lib.sh"

# ada [LINES]: a book with people/ada.md, its log filled with so many lines
ada() {
	[ -f book.md ] || book
	awk -v n="${1-0}" 'BEGIN {
		print "---\nname: Ada\n---\n\n## Log\n"
		for (i = 0; i < n; i++) printf "- 2020-01-01 call: line %d of a long and rising log\n", i
	}' >people/ada.md
}

# clean: there is no temporary file, and the book is the two notes
clean() {
	is "$(find . -name '.nt-tmp-*')" "" && only_notes
}

only_notes() {
	is "$(nt-find -p)" people/ada.md
}

# as CMD...: run by a user whom permissions bind
as() {
	if [ "$(id -u)" -ne 0 ]; then
		"$@"
	else
		setpriv --reuid 65534 --regid 65534 --clear-groups "$@"
	fi
}

bound() {
	chmod 755 "$TMP" "$TMP/$tests" && as nt-find --version >/dev/null 2>&1 || skip 'no other user to be'
}

# --- many at once

t 'of many entries at once none is lost' '
	ada 10 && n=200 && [ -z "${NT_STRESS-}" ] || n=1000; for i in $(seq $n); do
		nt-log ada call: "number $i" >>out 2>>err &
		[ $((i % 50)) -ne 0 ] || wait
	done; wait; is "$(cat err)" "" && is "$(sed -n "s/.*call: number //p" people/ada.md | sort -n)" "$(seq $n)" &&
	clean'

t 'writers of several kinds' '
	ada 10 && for x in a b c d e f g h i j; do echo "- [ ] task-$x" >>people/ada.md; done &&
	for x in a b c d e f g h i j; do
		nt-log ada call: "number $x" >>out & nt-snooze ada $((${#x} + 2))d >>out & nt-done ada "task-$x" >>out &
		nt-log --new "$x$x$x" call: x >>out &
	done && wait && is "$(grep -c "call: number" people/ada.md)" 10 && is "$(grep -c "^snooze: " people/ada.md)" 1 &&
	is "$(grep -c "^- .x. 2026-11-24 task-" people/ada.md)" 10 && is "$(nt-find -p kind=person | wc -l)" 11'

# --- killed

t 'killed at any instant, the note is the old or the new one' '
	ada 2000 && i=0 && while [ $((i += 1)) -le 60 ]; do
		cp people/ada.md old && { nt-log ada call: "number $i" >out 2>&1 & } && pid=$! &&
		sleep "0.0$((i % 3))$((i * 7 % 10))" &&
		{ kill -9 "$pid" 2>/dev/null || :; } && { wait "$pid" 2>/dev/null || :; } &&
		{ diff old people/ada.md >diff ||
		is "$(grep -c "^[<>]" diff)/$(grep -cxF "> - 2026-11-24 call: number $i" diff)" 1/1; } &&
		only_notes || return 1
	done && nt-log ada call: last >out && has people/ada.md "call: last" && clean'

# --- nowhere to write

t 'a folder that cannot be written: said, 2, nothing is lost' '
	bound && ada 3 && cp people/ada.md old && chmod 777 . && chmod 555 people &&
	for cmd in "nt-log ada call: x" "nt-snooze ada 2w"; do
		code 2 as $cmd >out 2>err && has err "people/ada.md: Permission denied" && cmp old people/ada.md &&
		is "$(cat out)" "" || return 1
	done && code 2 as nt-new Bob 2>err && has err people/bob.md && chmod 755 people && clean &&
	code 1 nt-log -u ada 2>err'

t 'a book that cannot be written can be read' '
	bound && ada 3 && cp people/ada.md old && chmod 555 . people && code 2 as nt-log ada call: x >out 2>err &&
	[ -s err ] &&
	code 2 as nt-new Bob 2>err && [ -s err ] && as nt-find -p name=Ada >out && has out people/ada.md &&
	as nt-show ada >out &&
	cmp old people/ada.md && clean'

t 'a note that cannot be read: said, 2' '
	bound && ada 3 && chmod 777 . people && chmod 000 people/ada.md && code 2 as nt-log people/ada.md call: x 2>err &&
	has err "people/ada.md: Permission denied" && code 2 as nt-snooze people/ada.md 2w 2>err &&
	chmod 644 people/ada.md && clean'

t 'a file that may not grow' '
	ada 200 && cp people/ada.md old && code 2 sh -c "ulimit -f 4 && trap \"\" XFSZ &&
	exec nt-log ada call: x" >out 2>err && has err people/ada.md: &&
	cmp old people/ada.md && clean && is "$(cat out)" ""'

t 'a full disk: said, 2, nothing is lost' '
	unshare -m true 2>/dev/null && mkdir disk && unshare -m mount -t tmpfs -o size=64k none disk 2>/dev/null ||
	skip "no disk to fill"
	cat >fill <<\E
mount -t tmpfs -o size=64k none disk && cd disk && mkdir people && printf -- "---\nkind: book\n---\n" >book.md &&
{ echo "# Ada" && echo && for i in 1 2 3 4 5 6 7 8 9; do printf -- "- 2020-01-0$i call: %01000d\n" 0; done; } >people/ada.md &&
{ dd if=/dev/zero of=fill bs=1k 2>/dev/null; cp people/ada.md ../old; }
nt-log ada call: x >../out 2>../err; status=$?
nt-new Bob >>../out 2>>../err; status=$status$?
nt-snooze ada 2w >>../out 2>>../err; status=$status$?
cmp people/ada.md ../old && ls -A people >../names && rm fill && nt-log ada call: x >/dev/null && echo $status >../status
E
	unshare -m sh ./fill && is "$(cat status)" 222 && is "$(cat names)" ada.md && is "$(cat out)" "" &&
	has err "No space left on device"'

# --- other programs

t 'what another program saves in between is kept' '
	ada 20000 && { nt-log ada call: mine >out 2>&1 & } && { cat people/ada.md &&
	echo "Saved by another."; } >new && mv new people/ada.md &&
	wait && has people/ada.md "Saved by another." && nt-log ada call: again >out &&
	has people/ada.md "Saved by another." && clean'

# late.so: at the last moment before a note takes its new place somebody else saves it; and once more in the next such
# moment. With STUCK only the first exchange is done, with BLIND nothing is known of files from then on.
later() {
	cat >"$TMP/late.c" <<\E
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <stdio.h>
#include <sys/stat.h>
static int calls;
static int look(const char *name, int dir, const char *path, void *st, int flags)
{
	if (calls && getenv("BLIND")) {
		errno = EIO;
		return -1;
	}
	return ((int (*)(int, const char *, void *, int))dlsym(RTLD_NEXT, name))(dir, path, st, flags);
}
int fstatat(int dir, const char *path, struct stat *st, int flags)
{
	return look("fstatat", dir, path, st, flags);
}
int fstatat64(int dir, const char *path, struct stat64 *st, int flags)
{
	return look("fstatat64", dir, path, st, flags);
}
int renameat2(int from_dir, const char *from, int to_dir, const char *to, unsigned flags)
{
	static int n;
	if (calls++ && getenv("STUCK")) {
		errno = EIO;
		return -1;
	}
	if (strncmp(from, ".nt-", 4) == 0 && strstr(to, ".md") && n++ < atoi(getenv("LATE"))) {
		char name[16];
		snprintf(name, sizeof name, "saved.%d", n);
		rename(name, "people/ada.md");
	}
	return ((int (*)(int, const char *, int, const char *, unsigned))dlsym(RTLD_NEXT, "renameat2"))(from_dir, from, to_dir,
		to, flags);
}
E
	cc -shared -fPIC -o "$TMP/late.so" "$TMP/late.c" -ldl 2>/dev/null
}

# exchanges: whether this system exchanges the names of two files
exchanges() {
	cat >"$TMP/exchange.c" <<\E
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdio.h>
int main(void)
{
	return renameat2(AT_FDCWD, "one", AT_FDCWD, "other", RENAME_EXCHANGE) != 0;
}
E
	cc -o "$TMP/exchange" "$TMP/exchange.c" 2>/dev/null && touch one other && "$TMP/exchange" && rm one other
}

# late N: nt-log while N others save, one after the other
late() {
	ada 3 && for i in 1 2 3; do
		cp people/ada.md "saved.$i" && echo "- 2020-01-0$((i + 1)) mail: saved $i" >>"saved.$i"
	done
	LATE=$1 LD_PRELOAD=$TMP/late.so nt-log ada call: mine >out
}

t 'a save at the last moment before ours is not overwritten' '
	later && { exchanges || skip "no names are exchanged here"; }
	late 0 && has people/ada.md "call: mine" && [ -e saved.1 ] && late 1 && [ ! -e saved.1 ] &&
	has people/ada.md "call: mine" && has people/ada.md "saved 1" && clean'

t 'nor is one that comes while it is put back' '
	later && { exchanges || skip "no names are exchanged here"; }
	late 2 && [ ! -e saved.2 ] &&
	has people/ada.md "call: mine" && has people/ada.md "saved 2" && hasnt people/ada.md "saved 1" && clean
	late 3 && has people/ada.md "call: mine" && has people/ada.md "saved 3" && clean'

t 'what cannot be put back is kept: the message says where, no later write removes it' '
	later && { exchanges || skip "no names are exchanged here"; }
	STUCK=1 && export STUCK && code 2 late 1 2>err && unset STUCK && has err "people/ada.md: what another program has just saved is kept in" &&
	kept=$(sed -n "s/.* is kept in .\(.*\).$/\1/p" err) && has "$kept" "saved 1" && has people/ada.md "call: mine" &&
	nt-log ada call: again >out && has "$kept" "saved 1" && is "$(find . -name ".nt-tmp-*")" "./$kept" && only_notes'

t 'nothing is removed of which it is not known what it is' '
	later && { exchanges || skip "no names are exchanged here"; }
	BLIND=1 && export BLIND && code 2 late 1 2>err && unset BLIND && has err "is kept in" && cat people/ada.md people/.nt-tmp-* | has - "saved 1"'

# writers_are_told: whether this system tells of a file that somebody has open for writing
writers_are_told() {
	cat >"$TMP/told.c" <<\E
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
int main(void)
{
#ifdef F_SETLEASE
	int writer = open("told", O_CREAT | O_WRONLY, 0600), fd = open("told", O_RDONLY);
	return !(writer >= 0 && fcntl(fd, F_SETLEASE, F_RDLCK) != 0 && errno == EAGAIN);
#endif
	return 1;
}
E
	cc -o "$TMP/told" "$TMP/told.c" 2>/dev/null && "$TMP/told"
}

t 'a note that is being written in place is waited for' '
	writers_are_told || skip "no writers are told of here"
	ada 3 && cp people/ada.md whole && echo "- 2020-02-02 mail: theirs" >>whole || return 1
	{ sleep 0.4 && cat whole; } >people/ada.md &
	while [ -s people/ada.md ]; do :; done
	nt-log people/ada.md call: mine >out && wait && has people/ada.md "call: mine" && has people/ada.md "mail: theirs" && rm told && clean'

t 'the mode stays' '
	ada 1 && for mode in 600 640 644 664 755; do
		chmod "$mode" people/ada.md && (umask 077 && nt-log ada call: x >out && nt-snooze ada "$mode" >out) &&
		is "$(find people/ada.md -perm "$mode")" people/ada.md || return 1
	done && (umask 027 && nt-new Bob >out) && is "$(find people/bob.md -perm 640)" people/bob.md'

t 'a note behind a symbolic link: the file is changed or nothing is, the link stays' '
	ada 1 && echo "# Out" >"$TMP/out.md" && cp people/ada.md old && ln -s "$TMP/out.md" people/out.md &&
	ln -s ada.md people/link.md && ln -s nowhere people/no.md &&
	code 1 nt-log people/out.md call: x 2>err && is "$(cat "$TMP/out.md")" "# Out" && [ -L people/out.md ] &&
	only_notes &&
	code 1 nt-log people/no.md call: x 2>err && [ -L people/no.md ] && nt-log people/link.md call: x >out &&
	[ -L people/link.md ] &&
	has people/ada.md "call: x" && mkdir "$TMP/far" && echo "# Far" >"$TMP/far/x.md" && ln -s "$TMP/far" people/far &&
	code 1 nt-log people/far/x.md call: x 2>err && is "$(cat "$TMP/far/x.md")" "# Far" && clean'

t 'no path leads out of the book' '
	mkdir in && echo "# Out" >out.md && cd in && ada 1 && code 1 nt-log ../out.md call: x 2>err &&
	code 1 nt-snooze ../out.md 2w 2>err &&
	code 1 nt-done "$PWD/../out.md" 2>err && is "$(cat ../out.md)" "# Out"'

t 'a lock that is a link to elsewhere is not followed' '
	ada 1 && ln -s "$TMP/elsewhere" .nt-lock && code 2 nt-log ada call: x 2>err && has err .nt-lock &&
	! [ -e "$TMP/elsewhere" ]'

t 'a write that was done is 0, whatever is wrong with other notes and with book.md: that is told' '
	ada 1 && printf -- "---\nkind: book\nlimit: many\n---\n" >book.md && printf -- "---\nname: \"X\n---\n" >people/broken.md &&
	printf -- "---\nname: Ada\naliases: Countess\nemail: a@x\n---\n\n- [ ] owe: a thing\n" >people/ada.md &&
	printf -- "---\nnt-rev: new\nname: Ada\nemail: a@x\ncity: Rome\n---\n\f\n" >new && for cmd in "nt-log countess call: x" \
		"nt-log -u countess" "nt-snooze countess 2w" "nt-set countess title=Dr" "nt-set countess title=Dr" "nt-done countess thing" "nt-new Bob Q" "nt-log --new Dee call: x" "nt-save"; do
		code 0 $cmd <new >out 2>err && has err "people/broken.md:" && has err "book.md:3:" || { echo "$cmd" && return 1; }
	done && has people/ada.md "city: Rome" && sed "s/Rome/Oslo\ntitle: Dr\nphone: 1/" new | code 1 nt-save >out 2>err && has err "city: " && has people/ada.md "phone: 1" && code 2 nt-log nobody call: x 2>err && code 2 nt-log people/broken.md call: x 2>err &&
	code 2 nt-set countess people/broken.md title=Prof 2>err >out && has people/ada.md "title: Prof"'

t 'what nt-log remembers cannot be read or written: said, the entry is written, nothing is wiped' '
	ada 1 && mkdir .nt-undo && code 0 nt-log ada call: x >out 2>err && has err .nt-undo && has people/ada.md "call: x" && [ -d .nt-undo ] &&
	code 2 nt-log -u ada >out 2>err && has err "nt-undo: Is a directory" && has people/ada.md "call: x"'

t 'output that cannot be written is an error, the note is whole' '
	{ [ -c /dev/full ] || skip "no /dev/full"; }
	ada 1 && code 2 nt-log ada call: x >/dev/full 2>err && [ -s err ] && has people/ada.md "call: x" &&
	code 2 nt-new Bob >/dev/full 2>err &&
	[ -f people/bob.md ] && nt-find >stream && code 2 nt-snooze - 2w <stream >/dev/full 2>err'

done_testing
