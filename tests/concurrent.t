#!/bin/sh
# Many writers of one note, some of whom know nothing of the lock: an editor that writes back what it read a while ago, and
# git. What they overwrite is their doing; no nt tool ever overwrites what another one wrote.
. "${0%/*}/lib.sh"

# keep.so: when an nt tool's new version takes the place of another, both are kept, as TIME-PID.before and .after; not so
# when what it displaced was not what it had read, and is put back.
keeper() {
	cat >keep.c <<\E
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
static char before[4200], after[4200], temp[256];
static int kept(const char *from, const char *to)
{
	const char *folder = getenv("KEEP");
	struct timespec now;
	if (!folder || strncmp(from, ".nt-", 4) != 0 || !strstr(to, ".md"))
		return 0;
	clock_gettime(CLOCK_REALTIME, &now);
	int n = snprintf(before, sizeof before, "%s/%010ld.%09ld-%ld.", folder, (long)now.tv_sec, now.tv_nsec, (long)getpid());
	snprintf(after, sizeof after, "%safter", before);
	snprintf(before + n, sizeof before - (size_t)n, "before");
	return 1;
}
int renameat(int from_dir, const char *from, int to_dir, const char *to)
{
	if (kept(from, to)) {
		linkat(to_dir, to, AT_FDCWD, before, 0);
		linkat(from_dir, from, AT_FDCWD, after, 0);
	}
	return ((int (*)(int, const char *, int, const char *))dlsym(RTLD_NEXT, "renameat"))(from_dir, from, to_dir, to);
}
int renameat2(int from_dir, const char *from, int to_dir, const char *to, unsigned flags)
{
	int again = strcmp(temp, from) == 0, keep = !again && kept(from, to), result;
	if (again) {
		unlink(before);
		unlink(after);
	}
	if (keep)
		linkat(from_dir, from, AT_FDCWD, after, 0);
	result = ((int (*)(int, const char *, int, const char *, unsigned))dlsym(RTLD_NEXT, "renameat2"))(from_dir, from, to_dir,
		to, flags);
	if (keep && result == 0)
		linkat(from_dir, from, AT_FDCWD, before, 0);
	else if (keep)
		unlink(after);
	snprintf(temp, sizeof temp, "%s", result == 0 ? from : "");
	return result;
}
E
	cc -shared -fPIC -o keep.so keep.c -ldl 2>/dev/null
}

# writer NAME CMD: until all stop, with a new $word each time; those that were reported as written go to NAME.said
writer() {
	n=0 && : >"../$1.said"
	while ! [ -e ../stop ]; do
		word=id-$1-$((n += 1))
		(export LD_PRELOAD=../keep.so KEEP="$PWD/../kept" && eval "exec $2") >/dev/null 2>>"../$1.err" && echo "$word" >>"../$1.said"
	done
}

# alone CMD...: in turns, the moment without a note and git: a merge that fails puts back what it saw at its beginning
# (git-stash(1), by git-merge(1)), and one that saw no note takes it away for good.
alone() {
	until mkdir ../alone 2>/dev/null; do sleep 0.01; done
	"$@"
	rmdir ../alone
}

# Reads, thinks, and writes the whole file: what it overwrites is moved aside, as vim does. For a moment there is no note.
save_edited() {
	mv people/ada.md "../overwritten/$n" && sleep 0.05
	until mkdir -p people && cp ../edited people/.new && mv people/.new people/ada.md; do :; done
}

editor() {
	n=0
	while ! [ -e ../stop ]; do
		n=$((n + 1))
		sed "s/^Edited.*/Edited $n times./" people/ada.md >../edited 2>/dev/null
		[ -s ../edited ] || continue
		sleep "0.$((n % 4))"
		alone save_edited
	done
}

commit_and_merge() {
	git add . && git commit -qm here
	git pull -q --no-rebase --no-edit || git merge --abort
}

git_here() {
	while ! [ -e ../stop ]; do
		alone commit_and_merge
		git push -q
		sleep 0.2
	done >/dev/null 2>&1
}

git_there() {
	n=0
	while ! [ -e ../stop ]; do
		git pull -q --no-rebase && sed "s/^Pulled.*/Pulled $((n += 1)) times./" people/ada.md >../there.new && cp ../there.new people/ada.md &&
			git commit -qam there && git push -q
		sleep 0.3
	done >/dev/null 2>&1
}

note_of_all() {
	book && note people/ada.md <<\E
---
name: Ada
tags:
  - first
snooze: 2026-01-01
---

# Ada

Edited 0 times.

Some lines between them,
so that git can merge
what changes above
and below.

Pulled 0 times.

And some lines
that nobody
changes
at all.

## Log

- 2026-11-24 call: first
E
}

# Words that a kept version had and the nt tool that replaced it had not
lost_by_nt() {
	awk '
	function words(file, set, line, word) {
		split("", set)
		while ((getline line <file) > 0)
			while (match(line, /id-[a-z]+-[0-9]+/)) {
				set[substr(line, RSTART, RLENGTH)]
				line = substr(line, RSTART + RLENGTH)
			}
		close(file)
	}
	{
		words($0 ".before", old)
		words($0 ".after", new)
		for (word in old)
			if (!(word in new))
				print $0 ": " word
	}'
}

t 'no nt tool overwrites another, whoever else writes' '
	seconds=10 && [ -z "${NT_STRESS-}" ] || seconds=60; { keeper || skip "no preloading here"; }
	mkdir here kept overwritten && git init -q --bare origin && cd here && git init -q . && note_of_all && echo ".nt-*" >.gitignore && git add . && git commit -qm first && git remote add origin ../origin &&
	git push -q -u origin main && git clone -q ../origin ../there || return 1
	writer log "nt-log people/ada.md call: \$word" & writer mail "nt-log people/ada.md mail: \$word" & writer zzz "nt-snooze people/ada.md 2w" &
	writer save "sh -c \"nt-find people/ada.md | nt-snooze - 3w | nt-save\"" & editor & git_here & (cd ../there && git_there) &
	[ ! -x "$B/bin/nt-set" ] || writer tag "nt-set people/ada.md tags+=\$word" &
	s=0 && while [ $((s += 1)) -le 300 ] && { [ "$s" -le "$seconds" ] || [ "$(wc -l <../log.said)" -lt 5 ] || [ "$(wc -l <../mail.said)" -lt 5 ]; }; do sleep 1; done
	touch ../stop && wait; cd ..
	ls kept | sed -n "s/\.after$//p" >versions && (cd kept && lost_by_nt) <versions >lost && is "$(cat lost)" "" || return 1
	cat log.said mail.said tag.said 2>/dev/null | sort >said && cat kept/*.after | grep -o "id-[a-z]*-[0-9]*" | sort -u >written && is "$(comm -23 said written)" "" || return 1
	{ cat here/people/ada.md overwritten/* && (cd here && git log --all -p --format=) ; } | grep -o "id-[a-z]*-[0-9]*" | sort -u >found
	echo "written: $(wc -l <versions), reported: $(wc -l <said), overwritten by the editor or git: $(grep -o "id-[a-z]*-[0-9]*" here/people/ada.md | sort -u | comm -23 said - | wc -l), of these by git before it was committed: $(comm -23 said found | wc -l)"
	[ "$(wc -l <log.said)" -ge 5 ] && [ "$(wc -l <mail.said)" -ge 5 ] && is "$(find here -name ".nt-tmp-*")" "" && is "$(cat kept/*.after | grep -c "^name: Ada$")" "$(wc -l <versions)"'

t 'what they all left is a note' '
	{ [ -e ../1/here/book.md ] || skip "nothing ran"; }
	cd ../1/here && if grep -q "^<<<<<<< " people/ada.md; then
		cp people/ada.md ../left && code 2 nt-log people/ada.md call: last && cmp people/ada.md ../left
		return
	fi && nt-find -p name=Ada >out && is "$(cat out)" people/ada.md && nt-log ada call: last >out && has people/ada.md "call: last"'

done_testing
