#!/bin/sh
# What nt-init does with git.
. "${0%/*}/lib.sh"

command -v git >"$TMP/git" || {
	echo '1..0 # SKIP no git'
	exit 0
}
ARGS=' %O %A %B %P %L; s=$?; [ $s -lt 2 ] && exit $s; git merge-file -q --marker-size=%L -L ours -L base -L theirs %A %O %B || exit 1'
DRIVER="nt-merge$ARGS"

driver() {
	is "$(git -C "$1" config --local merge.nt.driver)" "$DRIVER"
}

# bad PATH, good PATH: a note that nt-check takes exception to, and one that it does not
bad() {
	printf -- '---\nname: "Ada\n---\n' >"$1"
}

good() {
	printf -- '---\nname: Ada\n---\n' >"$1"
}

keep() {
	rm -rf "$TMP/before" && cp -R "$1" "$TMP/before"
}

t 'a repository, attributes, what to ignore, the driver: one line each' '
	nt-init net >out 2>err && is "$(cat err)" "" && is "$(git -C net rev-parse --is-inside-work-tree)" true &&
	is "$(cat net/.gitattributes)" "*.md merge=nt" &&
	is "$(cat net/.gitignore)" "$(printf ".nt-lock\n.nt-undo\n.nt-reminded\n.nt-harvest\n.nt-harvested\n.nt-mv\n.nt-vdir/\n.nt-tmp-*")" && driver net &&
	git -C net config --local merge.nt.name >name && [ -s name ] && ! [ -e net/.git/hooks/pre-commit ] &&
	is "$(sed 1d out)" "$(printf "%s\n" "made a repository in net" "added to net/.gitattributes: *.md merge=nt" \
		"added to net/.gitignore: .nt-lock .nt-undo .nt-reminded .nt-harvest .nt-harvested .nt-mv .nt-vdir/ .nt-tmp-*" "set merge.nt.driver to run nt-merge")" &&
	is "$(git -C net check-attr merge people/x.md)" "people/x.md: merge: nt" && nt-new -b net Ada >out &&
	nt-log -b net ada call: x >out && git -C net status --short >out && hasnt out .nt-'

t 'again changes nothing' '
	nt-init --hook net >out && keep net && nt-init --hook net >out 2>err &&
	is "$(cat out)" "net is a book already" &&
	is "$(cat err)" "" && diff -r "$TMP/before" net'

t 'in a repository no other is made' '
	git init -q . && nt-init net >out && hasnt out repository && ! [ -e net/.git ] &&
	is "$(cat net/.gitattributes)" "*.md merge=nt" && ! [ -e .gitattributes ] && driver . &&
	is "$(git -C net check-attr merge a.md)" "a.md: merge: nt"'

t 'what stands in the files stays, byte for byte' '
	mkdir net && printf "*.pdf binary\r\n# no newline" >net/.gitattributes &&
	printf "*~\n.nt-undo\n" >net/.gitignore &&
	chmod 600 net/.gitignore && nt-init net >out &&
	printf "*.pdf binary\r\n# no newline\n*.md merge=nt\n" | cmp - net/.gitattributes &&
	printf "*~\n.nt-undo\n.nt-lock\n.nt-reminded\n.nt-harvest\n.nt-harvested\n.nt-mv\n.nt-vdir/\n.nt-tmp-*\n" | cmp - net/.gitignore && hasnt out .nt-undo &&
	is "$(ls -l net/.gitignore | cut -c 1-10)" -rw-------'

t 'lines that are there with other line ends are there' '
	mkdir net && printf "*.md merge=nt\r\n" >net/.gitattributes && cp net/.gitattributes old && nt-init net >out &&
	cmp old net/.gitattributes'

t 'a clone: only its configuration is missing' '
	nt-init net >out && : >net/people/.keep && git -C net add . && git -C net commit -qm book &&
	git clone -q net clone &&
	keep clone && nt-init clone >out && is "$(git -C clone status --short)" "" && driver clone && hasnt out added &&
	for file in book.md .gitattributes .gitignore .git/HEAD .git/index; do cmp "$TMP/before/$file" "clone/$file" || return 1; done'

t 'nt-merge is not in PATH: found beside nt-init, or said' '
	mkdir beside && cp "$B/bin/nt-init" "$B/bin/nt-merge" beside/ && path=$PATH && PATH=$(dirname "$(command -v git)"):/usr/bin:/bin &&
	beside/nt-init net >out 2>err && has err "nt-merge is not in PATH: git runs $PWD/beside/nt-merge" &&
	DRIVER="'\''$PWD/beside/nt-merge'\''$ARGS" && driver net && "$B/bin/nt-check" -b net >out &&
	hasnt out merge && rm beside/nt-merge && "$B/bin/nt-check" -b net >out &&
	has out "git does not find its merge.nt.driver" && beside/nt-init net >out 2>err &&
	has err "nt-merge is not in PATH: until it is, git merges notes by lines" && DRIVER="nt-merge$ARGS" && driver net &&
	PATH=$path && nt-check -b net >out && hasnt out merge'

t 'the driver of an earlier nt-init is replaced' '
	git init -q net && git -C net config merge.nt.driver "nt-merge %O %A %B %P %L" && nt-init net >out && driver net &&
	has out "set merge.nt.driver to run nt-merge" && nt-init net >out && hasnt out set'

t 'a repository that the environment names is not the one of the book' '
	git init -q other && GIT_DIR=$PWD/other/.git GIT_WORK_TREE=$PWD/other nt-init net >out && driver net &&
	code 1 git -C other config merge.nt.driver'

t 'another driver of that name stays' '
	git init -q net && git -C net config merge.nt.driver "/opt/nt-merge %O %A %B" && nt-init net >out &&
	is "$(git -C net config merge.nt.driver)" "/opt/nt-merge %O %A %B"'

t '--no-git leaves git alone' '
	nt-init --no-git net >out && is "$(ls -A net | grep git)" "" && is "$(nt-find -b net -p kind=book)" net/book.md &&
	code 2 nt-init --no-git --hook other 2>err && ! [ -e other ]'

t 'without git: said, and there is a book' '
	mkdir bin && ln -s "$(command -v nt-init)" bin/nt-init && (PATH=$PWD/bin nt-init net >out 2>err) &&
	has err "git is not installed" && has net/book.md "kind: book" && ! [ -e net/.gitattributes ]'

t 'a folder that is no book gets nothing' '
	mkdir net && echo mine >net/book.md && code 2 nt-init net 2>err && is "$(ls -A net)" book.md'

t 'a vault: its Markdown is as it was' '
	mkdir vault && printf "x" >vault/a.md && cp vault/a.md old && nt-init vault >out && cmp old vault/a.md &&
	has vault/.gitattributes merge=nt'

t 'a repository that git refuses is not made anew' '
	mkdir -p net/.git && code 2 nt-init net/book >out 2>err && has err net/book && is "$(ls -A net/.git)" "" &&
	! [ -e net/book/.git ]'

t '--hook: what nt-check finds is not committed' '
	nt-init --hook net >out && has out pre-commit && cd net && git add . && git commit -qm book &&
	bad people/ada.md &&
	git commit -qm empty --allow-empty && git add . && code 1 git commit -qm bad >out 2>&1 &&
	has out people/ada.md:2 &&
	good people/ada.md && git add . && git commit -qm good && git rm -q people/ada.md && git commit -qm gone'

t '--hook: a book below the root, of a difficult name' '
	git init -q top && cd top && nt-init --hook "it'\''s \$HOME" >out && echo x >other.md && git add . &&
	git commit -qm book && cd it* && bad people/ada.md && git add . && code 1 git commit -qm bad >out 2>&1 &&
	has out people/ada.md && cd .. && code 1 git commit -qm bad >out 2>&1 && good it*/people/ada.md &&
	bad other.md &&
	git add . && git commit -qm fine'

t '--hook: another hook stays, and what it lacks is told' '
	nt-init net >out && printf "#!/bin/sh\ntrue\n" >net/.git/hooks/pre-commit && cp net/.git/hooks/pre-commit old &&
	code 2 nt-init --hook net >out 2>err && cmp old net/.git/hooks/pre-commit && has err "xargs -0 nt-check --" &&
	sed "s/.*what it lacks is: //" err >>net/.git/hooks/pre-commit && nt-init --hook net >out 2>err &&
	is "$(cat err)" "" &&
	cd net && chmod +x .git/hooks/pre-commit && bad people/ada.md && git add . &&
	code 1 git commit -qm bad >out 2>&1'

t '--hook: where git looks for hooks' '
	git init -q net && git -C net config core.hooksPath ../hooks && nt-init --hook net >out && ls -l hooks >list &&
	[ -x hooks/pre-commit ] && ! [ -e net/.git/hooks/pre-commit ]'

done_testing
