#!/bin/sh
# nt-merge where it works: as git's merge driver, in two clones.
. "${0%/*}/lib.sh"

command -v git >"$TMP/git" || {
	echo '1..0 # SKIP no git'
	exit 0
}

# clones: the folders one and two, clones of a book with people/ada.md, set up by nt-init
clones() {
	nt-init start >out && cat >start/people/ada.md <<E &&
---
name: Ada Lovelace
city: London
email: ada@example.org
tags: [maths]
---

# Ada Lovelace

Met her at the salon.

She likes tables of numbers.

## Log

- 2026-10-01 call: engines
- [ ] 2026-12-01 owe: intro to Charles
- [ ] 2026-12-05 owed: her notes
E
	git -C start add . && git -C start commit -qm start && git clone -q start one && git clone -q start two &&
		nt-init one >out && nt-init two >out
}

# in_clone CLONE COMMAND: and commit all
in_clone() {
	(cd "$1" && eval "$2" >"$TMP/said" && git add -A && git commit -qm "$1")
}

both() {
	in_clone one "$1" && in_clone two "$2"
}

by_merge() {
	git -C one pull -q --no-rebase ../two main
}

by_rebase() {
	git -C one pull -q --rebase ../two main
}

# edit FILE SCRIPT: by sed
edit() {
	sed "$2" "$1" >"$TMP/edited" && cat "$TMP/edited" >"$1"
}

# each FUNCTION: once with "$way" a merge and once a rebase, in clones of its own
each() {
	for way in by_merge by_rebase; do
		mkdir "$way" && (cd "$way" && clones && "$1") || return 1
	done
}

fields() {
	(cd one && nt-find -l -o "$@" ada)
}

clean() {
	is "$(git -C one status --short)" "" && (cd one && nt-check)
}

t 'nt-init tells a clone about the driver, and changes nothing else in it' '
	clones && git -C one config merge.nt.driver >driver && has driver "nt-merge %O %A %B %P %L;" &&
	is "$(git -C one status --short)" ""'

all_at_once() {
	both 'nt-log -d 2026-11-20 ada call: from one && nt-set ada phone=+441 tags+=engines && nt-done ada intro' \
		'nt-log -d 2026-11-18 ada mail: from two && nt-set ada org=Analytics tags+=poetry &&
		nt-done ada notes' &&
		$way && clean && is "$(fields phone,org | cut -f 1,2)" "$(printf '+441\tAnalytics')" &&
		is "$(fields tags | tr -d ' ' | tr ';' '\n' | sort | tr '\n' ' ')" 'engines maths poetry ' &&
		sed -n '/^## Log/,$p' one/people/ada.md | grep . >log && same log <<E
## Log
- 2026-10-01 call: engines
- 2026-11-18 mail: from two
- 2026-11-20 call: from one
- [x] 2026-11-24 owe: intro to Charles
- [x] 2026-11-24 owed: her notes
E
}
t 'contacts, fields, tags, ticks' 'each all_at_once'

reordered() {
	both 'awk "/^city/ { city = \$0; next } { print } /^tags/ { print city }" people/ada.md >new && mv new people/ada.md' \
		'edit people/ada.md "s/London/Turin/; s/the salon/a salon/"' &&
		$way && clean && has one/people/ada.md 'Met her at a salon.' && is "$(fields city)" Turin
}
t 'keys in another order here, a value and a paragraph edited there' 'each reordered'

renamed() {
	both 'git mv people/ada.md people/ada-lovelace.md && nt-log -d 2026-11-20 ada-lovelace call: from one' \
		'nt-log -d 2026-11-18 ada mail: from two' && $way && clean && [ ! -e one/people/ada.md ] &&
		has one/people/ada-lovelace.md 'mail: from two' && has one/people/ada-lovelace.md 'call: from one'
}
t 'one renames the note, the other logs' 'each renamed'

added() {
	both 'nt-new Bob email=bob@example.org && nt-log -d 2026-11-20 bob call: from one' \
		'nt-new Bob city=Rome && nt-log -d 2026-11-18 bob call: from two' && $way && clean &&
		is "$(cd one && nt-find -l -o email,city,contacts bob)" "$(printf 'bob@example.org\tRome\t2')"
}
t 'both make the note of the same person' 'each added'

# in a rebase, ours is what the person at hand wrote
two_cities() {
	side=theirs && { [ $way = by_merge ] || side=ours; } && both 'nt-set ada city=Rome' 'nt-set ada city=Paris org=Analytics' && code 1 $way 2>err &&
		grep -E "^city: (Rome  # $side: Paris|Paris  # $side: Rome)\$" one/people/ada.md &&
		is "$(git -C one status --short)" 'UU people/ada.md' && is "$(fields org)" Analytics &&
		code 128 git -C one commit -qm unseen && cd one && nt-set ada city=Rome && git add . &&
		if [ $way = by_merge ]; then git commit -qm settled; else GIT_EDITOR=true git rebase --continue; fi
}
t 'two values for one city: git stops, both are there, the note parses' 'each two_cities'

t 'the same sentence edited twice: markers' '
	clones &&
	both "edit people/ada.md \"s/the salon/a salon/\"" "edit people/ada.md \"s/the salon/the library/\"" &&
	code 1 by_merge 2>err && sed -n "/^<<<<<<</,/^>>>>>>>/p" one/people/ada.md >lines && same lines <<E
<<<<<<< ours
Met her at a salon.
=======
Met her at the library.
>>>>>>> theirs
E'

t 'a book below the root of a repository' '
	git init -q repo && nt-init "repo/my book" >out && cd "repo/my book" && nt-new Ada >"$TMP/said" && git add .. &&
	git commit -qm start && git checkout -q -b other && nt-log -d 2026-11-05 ada call: b >"$TMP/said" &&
	git commit -qam b &&
	git checkout -q main && nt-log -d 2026-11-09 ada call: c >"$TMP/said" && git commit -qam c &&
	git merge -q other &&
	is "$(nt-find -l -o contacts ada)" 2'

t 'two branches that took from each other before' '
	clones && both "nt-log -d 2026-11-20 ada call: from one" "nt-log -d 2026-11-18 ada mail: from two" &&
	git -C one branch before && git -C two branch before && git -C one pull -q --no-rebase ../two before &&
	git -C two pull -q --no-rebase ../one before &&
	both "nt-log -d 2026-11-21 ada call: again" "nt-log -d 2026-11-22 ada mail: again" && by_merge &&
	is "$(fields contacts)" 5'

t 'two branches that settled one conflict in two ways: what ours says is not lost' '
	clones && both "nt-set ada city=Rome && edit people/ada.md \"s/the salon/a salon/\"" \
		"nt-set ada city=Paris && edit people/ada.md \"s/the salon/the library/\"" &&
	git -C one branch before && git -C two branch before &&
	code 1 git -C one pull -q --no-rebase ../two before 2>err && code 1 git -C two pull -q --no-rebase ../one before 2>err &&
	in_clone one "edit people/ada.md \"s/  # theirs.*//; /^<<<<<<</d; /^=======/,/^>>>>>>>/d\"" &&
	in_clone two "edit people/ada.md \"s/  # theirs.*//; /^<<<<<<</d; /^=======/,/^>>>>>>>/d\"" &&
	is "$(fields city)" Rome && has two/people/ada.md "city: Paris" && has two/people/ada.md "the library" &&
	code 1 by_merge 2>err && has one/people/ada.md "city: Rome  # theirs: Paris" &&
	sed -n "/^<<<<<<</,/^>>>>>>>/p" one/people/ada.md >lines && same lines <<E
<<<<<<< ours
Met her at a salon.
=======
Met her at the library.
>>>>>>> theirs
E'

t 'nt-merge cannot be run: markers, not one side alone' '
	clones && both "edit people/ada.md \"s/the salon/a salon/\"" "edit people/ada.md \"s/the salon/the library/\"" &&
	path=$PATH && PATH=$(dirname "$(command -v git)"):/usr/bin:/bin && code 1 by_merge 2>err && PATH=$path &&
	is "$(git -C one status --short)" "UU people/ada.md" && sed -n "/^<<<<<<</,/^>>>>>>>/p" one/people/ada.md >lines && same lines <<E &&
<<<<<<< ours
Met her at a salon.
=======
Met her at the library.
>>>>>>> theirs
E
	rm -rf start one two && clones && both "edit people/ada.md \"s/the salon/a salon/\"" "nt-log -d 2026-11-20 ada call: x" &&
	PATH=$(dirname "$(command -v git)"):/usr/bin:/bin && by_merge 2>err && PATH=$path && is "$(fields contacts)" 2 && has one/people/ada.md "a salon"'

done_testing
