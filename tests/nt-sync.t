#!/bin/sh
# shellcheck disable=SC2015
. "${0%/*}/lib.sh"

command -v git >"$TMP/git" || {
	echo '1..0 # SKIP no git'
	exit 0
}

# copies: the folders one and two, copies of a book with ada and bob, and hub.git between them
copies() {
	nt-init start >out && nt-new -b start Ada Lovelace >out && nt-new -b start Bob >out && nt-sync -b start >out 2>&1 &&
		git clone -q --bare start hub.git && git clone -q hub.git one && git clone -q hub.git two && nt-init one >out && nt-init two >out
}

said() {
	git -C "$1" log -1 --format=%s
}

t 'what changed is the message' '
	nt-init b >out && cd b && nt-sync >../out 2>../err && has ../err "git push -u" && nt-new Ada Lovelace >../out && nt-new Bob >../out && nt-new Cy >../out && nt-sync 2>../err >../out && is "$(cat ../out)" "committed: new: Ada Lovelace, Bob, Cy" && is "$(said .)" "new: Ada Lovelace, Bob, Cy" &&
	nt-log ada call: x >../out && nt-set bob city=Ulm tags=a,b >../out && echo "Some prose." >>people/cy.md && nt-sync 2>../err >../out && is "$(said .)" "log: Ada Lovelace; set: Bob; edit: Cy" && nt-log ada --due 2026-12-01 owe: x >../out && nt-done ada x >../out && nt-sync 2>../err >../out && is "$(said .)" "log: Ada Lovelace" &&
	nt-mv bob Robert >../out && rm people/cy.md && nt-sync 2>../err >../out && is "$(said .)" "mv: Robert; gone: cy" && is "$(git status --short)" "" && nt-sync 2>../err >../out && is "$(cat ../out)" "" && nt-set robert city= >../out && nt-sync -m "by hand" 2>../err >../out && is "$(said .)" "by hand" && git log -1 --format=%b | has - "set: Robert"'

t 'a short note that was renamed is told as that' '
	nt-init b >out && cd b && nt-new "Ann Lee" >../out && nt-new Bob >../out && nt-sync >../out 2>&1 && nt-mv ann-lee "Ann Kim" >../out && nt-new Cy >../out && nt-sync 2>../err >../out && is "$(said .)" "new: Cy; mv: Ann Kim" && nt-mv ann-kim "Maximiliane Ott" -a >../out && nt-set maximiliane-ott city=Ulm tags=a,b >../out && nt-sync 2>../err >../out && is "$(said .)" "mv: Maximiliane Ott" && nt-mv bob Gundula >../out && rm people/gundula.md && nt-sync 2>../err >../out && is "$(said .)" "gone: bob" && is "$(git status --short)" ""'

t 'many names are cut, and all stand below' '
	nt-init b >out && cd b && nt-sync >../out 2>&1 && for i in 1 2 3 4 5 6 7 8 9; do nt-new "Person Number $i" >../out || return 1; done && nt-sync >../out 2>&1 && said . >../line && has ../line " more" && [ "$(wc -c <../line)" -le 73 ] && git log -1 --format=%b | has - "Person Number 9"'

t 'two copies: entries of both, fields of both' '
	copies && (cd one && nt-log ada call: one && nt-set bob city=Bern) >out && nt-sync -b one >out && is "$(cat out)" "committed: log: Ada Lovelace; set: Bob
sent: 1 commit" && (cd two && nt-log ada mail: two && nt-set bob org=Acme) >out && nt-sync -b two >out && is "$(cat out)" "committed: log: Ada Lovelace; set: Bob
pulled: log: Ada Lovelace; set: Bob
sent: 1 commit" && nt-sync -b one >out && has out "pulled: log: Ada Lovelace; set: Bob" && diff one/people two/people && has one/people/ada-lovelace.md "call: one" && has one/people/ada-lovelace.md "mail: two" && is "$(nt-find -b one -l -o city,org bob)" "Bern	Acme"'

t 'both changed the same: taken back without a terminal, left open on one' '
	copies && nt-set -b one bob city=Rom >out && nt-sync -b one >out && nt-set -b two bob city=Ulm >out && code 1 nt-sync -b two >out 2>err && has err people/bob.md && has two/people/bob.md "city: Ulm" && is "$(git -C two status --short)" "" && is "$(said two)" "set: Bob" &&
	code 1 on-tty -i nt-sync -b two >out && has out "both sides changed it" && has out "rebase --continue" && grep -q "city: Rom  # ours: Ulm" two/people/bob.md && code 1 nt-sync -b two 2>err && has err unfinished && nt-set -b two bob city=Ulm >out && git -C two add people/bob.md && GIT_EDITOR=true git -C two rebase --continue >out 2>&1 && nt-sync -b two >out && has out "sent: 1" && nt-sync -b one >out && is "$(nt-find -b one -l -o city bob)" Ulm'

t 'what a person has to decide is told as it is, with paths to copy and the command for each' '
	copies && cd one && nt-new "Zo\303\253" >../out && nt-new Cy >../out && nt-new Dee email=dee@example.org city=Lisbon tags=a,b,c >../out && nt-sync >../out && git -C ../two pull -q &&
	zoe=people/zoe.md && mv people/zo* "people/zoë x.md" && zoe="people/zoë x.md" && git add -A && git commit -qm z && git push -q && git -C ../two pull -q &&
	nt-set zoë city=Rom >../out && rm people/cy.md && nt-set bob city=Rom >../out && nt-mv dee Dora >../out && nt-sync >../out && cd ../two && nt-set zoë city=Ulm >../out && nt-set cy city=Ulm >../out && rm people/bob.md && nt-mv dee Dolly >../out && code 1 nt-sync 2>../err >../out && has ../err "$zoe: both sides changed it" && has ../err "people/cy.md: they removed it, you changed it" && has ../err "people/bob.md: you removed it, they changed it" && has ../err "as it was" &&
	code 1 on-tty -i nt-sync >../out && tr -d "\r" <../out >../err && has ../err "$zoe: both sides changed it: choose, then git add it" && has ../err "people/cy.md: they removed it, you changed it: git add keeps it, git rm removes it" && has ../err "people/dee.md: both sides gave it another name: git rm it" && has ../err "people/dolly.md: you gave it this name: git add it, or git rm it" && has ../err "people/dora.md: they gave it this name: git add it, or git rm it" && has "$zoe" "# ours: Ulm" &&
	nt-set "$zoe" city=Ulm >../out && nt-set people/dolly.md name=Dolly >../out && git add "$zoe" people/cy.md people/dolly.md && git rm -q people/bob.md people/dee.md people/dora.md && GIT_EDITOR=true git rebase --continue >../out 2>&1 && nt-sync -m x >../out && has ../out "sent: 1" && [ -f people/cy.md ] && [ -f people/dolly.md ] && [ ! -f people/dora.md ]'

t 'a clone without the merge driver gets it, if .gitattributes asks for it' '
	copies && git clone -q hub.git three && nt-log -b one ada call: one >out && nt-sync -b one >out && nt-log -b three ada mail: three >out && nt-sync -b three >out 2>err && has out "set merge.nt.driver" && has out "sent: 1 commit" && has three/people/ada-lovelace.md "call: one" && git -C three config merge.nt.driver >driver && has driver nt-merge'

t 'what is open beside the book and changed there too is left alone' '
	mkdir r && git -C r init -q && echo one >r/todo && nt-init r/net >out 2>&1 && nt-new -b r/net Bob >out && git -C r add -A && git -C r commit -qm a && git clone -q --bare r hub.git && git clone -q hub.git one && git clone -q hub.git two && nt-init one/net >out 2>&1 && echo theirs >two/todo && git -C two commit -qam b && git -C two push -q && echo mine >one/todo && nt-log -b one/net bob call: hi >out && code 1 nt-sync -b one/net >out 2>err && has err "todo, beside the book" && is "$(cat one/todo)" mine && is "$(git -C one stash list)" "" && git -C one commit -qam c && code 1 nt-sync -b one/net >out 2>err && git -C one status --short >st && ! grep "^UU" st &&
	git -C one reset -q --hard HEAD~1 && echo x >one/other && git -C one add other && nt-sync -b one/net >out 2>err && has out "sent: 1" && is "$(cat one/todo)" theirs && is "$(cat one/other)" x'

# beside: one and two, copies of a repository whose folder net is a book, with files a to e beside it
beside() {
	mkdir r && git -C r init -q && for f in a b c d e; do echo v0 >r/$f || return 1; done && echo f >r/f && nt-init r/net >out 2>&1 && nt-new -b r/net Bob >out && git -C r add -A && git -C r commit -qm a && git clone -q --bare r hub.git && git clone -q hub.git one && git clone -q hub.git two && nt-init one/net >out 2>&1 && nt-init two/net >out 2>&1
}

# half_staged: in one, a changed twice, b changed, c removed, g new, d and e (but not in the file) staged
half_staged() {
	(cd one && echo v1 >a && echo v1 >b && echo v1 >d && echo v1 >e && echo new >g && git add a b d e g && git rm -q c && echo v2 >a && echo v0 >e && git status --short && git diff --cached) >staged
}

still_staged() {
	(cd one && git status --short && git diff --cached) | same staged && is "$(git -C one stash list)" ""
}

t 'what is staged beside the book stays so, with nothing to pull, only theirs, and both' '
	beside && half_staged && has staged "MM a" && has staged "D  c" && has staged "MM e" && nt-new -b one/net Cy >out && nt-sync -b one/net >out 2>err && has out "sent: 1 commit" && is "$(cat err)" "" && still_staged && nt-sync -b one/net >out 2>err && is "$(cat out err)" "" && still_staged &&
	nt-sync -b two/net >out && nt-log -b two/net bob call: two >out && nt-sync -b two/net >out && nt-sync -b one/net >out 2>err && has out "pulled: log: Bob" && is "$(cat err)" "" && still_staged &&
	nt-log -b two/net bob call: again >out && nt-sync -b two/net >out && nt-set -b one/net bob city=Ulm >out && nt-sync -b one/net >out 2>err && has out pulled: && has out "sent: 1" && is "$(cat err)" "" && still_staged && is "$(cat one/a) $(git -C one show :a) $(cat one/e) $(git -C one show :e)" "v2 v1 v0 v1"'

t 'and where a person has to choose, or a file would be lost' '
	beside && nt-set -b two/net bob city=Rom >out && nt-sync -b two/net >out && half_staged && nt-set -b one/net bob city=Ulm >out && code 1 nt-sync -b one/net >out 2>err && has err "as it was" && still_staged && code 1 on-tty -i nt-sync -b one/net >out && has out "a, beside the book: staged" && has out "commit this first" && still_staged && nt-set -b one/net bob city=Rom >out && nt-sync -b one/net >out && has out sent: && still_staged &&
	git -C one reset -q --hard && (cd one && git rm -q --cached f && echo mine >f && echo f >>.git/info/exclude) && nt-sync -b two/net >out && nt-log -b two/net bob call: two >out && nt-sync -b two/net >out && nt-log -b one/net bob call: one >out && code 1 nt-sync -b one/net >out 2>err && has err "f, beside the book: staged as removed, and there" && is "$(cat one/f)" mine && is "$(git -C one diff --cached --name-status)" "D	f" && git -C one commit -qm f && nt-sync -b one/net >out && has out sent: && is "$(cat one/f)" mine'

t 'a file that they changed and that is staged here, but not in the file, is left alone' '
	beside && (cd two && echo theirs >e && git commit -qam e && git push -q) && half_staged && nt-log -b one/net bob call: x >out && code 1 nt-sync -b one/net >out 2>err && has err "e, beside the book: changed here" && still_staged'

t 'what is edited while a rebase is open is named, and nothing of it is lost' '
	copies && nt-set -b one bob city=Rom >out && nt-sync -b one >out && nt-set -b two bob city=Ulm >out && code 1 on-tty -i nt-sync -b two >out && has out "rebase --abort takes it back, with all written in tracked notes since" && code 1 nt-sync -b two 2>err && hasnt err "changed since" && nt-set -b two book.md limit=4 >out && nt-log -b two ada call: daily >out && code 1 nt-sync -b two 2>err && has err "two/book.md: changed since, and not committed: git add it, too" && has err "two/people/ada-lovelace.md: changed since" && hasnt err "bob.md: changed since" && hasnt err "takes it back" && has err "rebase --abort would throw away" &&
	nt-set -b two bob city=Ulm >out && git -C two add book.md people/ada-lovelace.md people/bob.md && GIT_EDITOR=true git -C two rebase --continue >out 2>&1 && nt-sync -b two >out 2>err && has out sent: && git -C hub.git show main:people/ada-lovelace.md | has - daily && git -C hub.git show main:book.md | has - "limit: 4"'

t 'so it is in a rebase that somebody began by hand, and beside the book' '
	beside && nt-log -b one/net bob call: x >out && nt-sync -b one/net >out && GIT_SEQUENCE_EDITOR="sed -i s/^pick/edit/" git -C one rebase -q -i HEAD~1 2>err && nt-log -b one/net bob call: daily >out && echo mine >one/a && code 1 nt-sync -b one/net 2>err && has err "one/net/people/bob.md: changed since" && has err "a, beside the book: changed since" && hasnt err "takes it back" && git -C one add -u && GIT_EDITOR=true git -C one rebase --continue >out 2>&1 && has one/a mine && has one/net/people/bob.md daily'

t 'what still holds what both sides say is not sent' '
	copies && nt-set -b one bob city=Rom >out && nt-sync -b one >out && nt-set -b two bob city=Ulm >out && code 1 on-tty -i nt-sync -b two >out && git -C two add -A && GIT_EDITOR=true git -C two rebase --continue >out 2>&1 && code 1 nt-sync -b two >out 2>err && has err "two/people/bob.md: still holds what both sides say" && has err "committed, not sent: choose first" && hasnt out sent && git -C hub.git show main:people/bob.md | hasnt - "# ours" && nt-set -b two bob city=Ulm >out && nt-sync -b two >out 2>err && is "$(cat err)" "" && has out "sent: 2 commits" && git -C hub.git show main:people/bob.md | hasnt - "# ours"'

t 'an error is held back although another note cannot be read' '
	copies && printf x >"$(printf "one/people/od\td.md")" && printf -- "---\nname: [x\n---\n" >one/people/bad.md && code 1 nt-sync -b one >out 2>err && has err "mend this first" && hasnt out sent'

t 'cards of a phone are brought to agreement first' '
	copies && mkdir cards && printf "BEGIN:VCARD\nVERSION:3.0\nUID:dee\nFN:Dee\nORG:Acme\nTEL:1\nEND:VCARD\n" >cards/dee.vcf && sed -i "s/^kind: book/kind: book\nvdir: ..\/cards/" one/book.md && nt-sync -b one >out 2>err && has out "new: Dee" && has out "committed: new: Dee; set: book" && has out "sent: 1 commit" && nt-sync -b one >out 2>err && is "$(cat out err)" "" &&
	nt-set -b one dee phone=2 >out && nt-sync -b one >out 2>err && has cards/dee.vcf TEL:2 && has out "cards/dee.vcf: changed: Dee" &&
	nt-set -b one dee org=Here >out && sed -i "s/ORG:Acme/ORG:There/" cards/dee.vcf && code 1 nt-sync -b one >out 2>err && has err "choose first" && has one/people/dee.md "org: Here  # theirs: There" && is "$(git -C one rev-list --count "@{u}..")" 1 && is "$(git -C one status --short)" "" && code 1 nt-sync -b one >out 2>err &&
	sed -i "s/^org:.*/org: There/" one/people/dee.md && nt-sync -b one >out 2>err && has out "sent: 2 commits" && sed -i "s/^vdir:.*/vdir: [~\/nosuch, ..\/cards]/" one/book.md && code 2 nt-sync -b one >out 2>err && has err "$HOME/nosuch" && has out "sent: 1 commit"'

t 'an error in a note that would be sent keeps all here' '
	copies && printf -- "---\nname: [x\n---\n" >one/people/bad.md && code 1 nt-sync -b one >out 2>err && has err "bad.md" && has err "mend this first" && is "$(git -C one rev-list --count "@{u}..")" 1 && printf -- "---\nname: Good\n---\n" >one/people/bad.md && nt-sync -b one >out 2>err && has out "sent: 2 commits"'

t 'offline, and without a copy: committed, and 0' '
	copies && mv hub.git away && nt-log -b one ada call: x >out && nt-sync -b one >out 2>err && has out "committed: log: Ada" && has err "cannot be reached" && mv away hub.git && nt-sync -b one >out && is "$(cat out)" "sent: 1 commit"'

t 'a refusal is told in its own words, and is no success' '
	copies && printf "#!/bin/sh\necho \"quota exceeded, connection refused, ask admin\" >&2; exit 1\n" >hub.git/hooks/pre-receive && chmod +x hub.git/hooks/pre-receive && nt-log -b one ada call: x >out && code 1 nt-sync -b one >out 2>err && has out "committed: log: Ada" && hasnt out sent && has err "remote: quota exceeded" && has err "origin/main refused" && code 1 nt-sync -b one 2>err && has err quota && rm hub.git/hooks/pre-receive &&
	printf "#!/bin/sh\necho not at night >&2; exit 1\n" >one/.git/hooks/pre-push && chmod +x one/.git/hooks/pre-push && code 1 nt-sync -b one 2>err && has err "not at night" && hasnt err reached && rm one/.git/hooks/pre-push && nt-sync -b one >out 2>err && is "$(cat out err)" "sent: 1 commit"'

t 'offline is what the network says; all else is for somebody to settle' '
	copies && nt-log -b one ada call: x >out && nt-sync -b one >out && git -C one config core.sshCommand "sh -c \"cat ../said >&2; exit 255\"" && git -C one remote set-url origin host:hub.git &&
	for said in "ssh: Could not resolve hostname host: Temporary failure in name resolution" "ssh: connect to host host port 22: Connection refused" "ssh: connect to host host port 22: No route to host" "ssh: connect to host host port 22: Connection timed out"; do
		echo "$said" >said && nt-sync -b one >out 2>err && has err "$said" && has err "cannot be reached" || return 1
	done &&
	for said in "git@host: Permission denied (publickey)." "Host key verification failed." "remote: connection refused, says the hook"; do
		echo "$said" >said && code 1 nt-sync -b one >out 2>err && has err "$said" && has err "origin/main refused" || return 1
	done'

t 'somebody else is faster: again' '
	copies && nt-log -b one ada call: one >out && (cd two && nt-log ada call: two && git commit -qam two) >out && printf "#!/bin/sh\n[ -f ../done ] || { : >../done; git -C ../two push -q; }\n" >one/.git/hooks/pre-push && chmod +x one/.git/hooks/pre-push && nt-sync -b one >out 2>err && has out "pulled: log: Ada" && has out "sent: 1 commit" && is "$(cat err)" "" && git -C hub.git show main:people/ada-lovelace.md >ada && has ada "call: one" && has ada "call: two"'

t 'the message has names below it only where its line has not all of them' '
	nt-init b >out && cd b && nt-sync >../out 2>&1 && nt-new Ada >../out && nt-set book country=de >../out 2>&1; nt-new Bob >../out && nt-sync >../out 2>&1 && is "$(git log -1 --format=%B)" "$(said .)"'

t 'what both sides changed is named, and so is a hook that says no' '
	copies && nt-set -b one bob closeness=1 >out && nt-sync -b one >out && nt-set -b two bob closeness=2 >out && code 1 nt-sync -b two >out 2>err && has err "people/bob.md: both sides changed: closeness" && code 1 on-tty -i nt-sync -b two >out && has out "both sides changed: closeness" && has out "choose, then git add it" && git -C two rebase --abort &&
	printf "#!/bin/sh\necho not today >&2; exit 1\n" >two/.git/hooks/pre-rebase && chmod +x two/.git/hooks/pre-rebase && for tty in "" "on-tty -i"; do code 1 $tty nt-sync -b two >out 2>err; cat out err >all && has all "not today" && has all "did not rebase" && hasnt all "put the changes" || return 1; done'

t 'what agrees in the end is no conflict, whatever was set on the way' '
	copies && nt-set -b one bob city=Rom >out && nt-sync -b one >out && nt-set -b two bob city=Ulm >out && code 1 nt-sync -b two >out 2>err && nt-set -b two bob city=Rom >out && nt-log -b two ada call: two >out && nt-sync -b two >out 2>err && is "$(cat err)" "" && has out sent: && is "$(git -C two status --short)" "" && nt-sync -b one >out && has out "pulled: log: Ada" && is "$(nt-find -b one -l -o city bob)" Rom && nt-sync -b two >out && is "$(cat out)" ""'

t 'a link that the other copy took its note from is told, with what to write' '
	copies && nt-mv -b one "Ada Lovelace" "Ada King" >out && nt-sync -b one >out && nt-new -b two "Knows Ada" friend="[[Ada Lovelace]]" spouse="[[Nobody]]" >out && code 1 nt-sync -b two >out 2>err && has out "sent: 1 commit" && has err "two/people/knows-ada.md:3: " && has err "write [[Ada King]], or nt-set two/people/ada-king.md " && has err "aliases+=Ada Lovelace" && hasnt err Nobody && nt-sync -b two >out 2>err && is "$(cat out err)" "" &&
	nt-set -b two two/people/ada-king.md "aliases+=Ada Lovelace" >out && nt-check -b two >out && nt-sync -b two >out && nt-sync -b one >out'

t 'so are one that the pull brought, one to a file, and one to a note that is gone' '
	copies && nt-log -b two bob call: "with [[Ada Lovelace]]" >out && printf "\n[her](ada-lovelace.md)\n" >>two/people/bob.md && nt-new -b two Cy >out && nt-sync -b two >out && nt-mv -b one "Ada Lovelace" "Ada King" >out && nt-log -b one "Ada King" call: more >out && code 1 nt-sync -b one >out 2>err && has out sent && has err "bob.md:" && has err "write [[Ada King]]" && has err "one/people/ada-king.md since: write that" && is "$(grep -c bob.md: err)" 2 &&
	nt-sync -b two >out && nt-sync -b one >out && rm one/people/cy.md && nt-sync -b one >out && nt-log -b two bob call: "[[Cy]]" >out && code 1 nt-sync -b two 2>err && has err "any more: nt-new" && nt-log -b one bob call: "[[Nobody]]" >out && nt-sync -b one 2>err && nt-mv -b one bob Rob -a >out && nt-sync -b one >out && nt-new -b two Dee friend="[[Bob]]" >out && nt-sync -b two 2>err && is "$(cat err)" "" &&
	printf -- "---\nname: Eve\nprivate: {friend: \"[[Dee]]\"}\n---\n" >two/people/eve.md && nt-sync -b two >out && nt-sync -b one >out && rm one/people/dee.md && nt-sync -b one >out 2>&1 && nt-set -b two eve title=x >out && { nt-sync -b two >out 2>err; has err "eve.md:3: a link leads to no note any more: nt-check says more"; } && hasnt err Dee'

t 'a race is no refusal: pulled and pushed again, whatever git calls it' '
	copies && nt-log -b one ada call: one >out && (cd two && nt-log ada call: two && git commit -qam two && git push -q origin HEAD:side) >out 2>&1 && printf "#!/bin/sh\n[ \$1 != refs/heads/main ] || [ -f raced ] || { : >raced; git update-ref refs/heads/main refs/heads/side; }\n" >hub.git/hooks/update && chmod +x hub.git/hooks/update && nt-sync -b one >out 2>err && [ -f hub.git/raced ] && has out "pulled: log: Ada" && has out "sent: 1 commit" && is "$(cat err)" "" && rm hub.git/hooks/update &&
	git -C two pull -q --rebase && nt-log -b one ada call: again >out && printf "#!/bin/sh\necho . >>../pushes; git -C ../two commit -q --allow-empty -m x; git -C ../two push -q\n" >one/.git/hooks/pre-push && chmod +x one/.git/hooks/pre-push && nt-sync -b one >out 2>err && hasnt out sent && has err "others were faster" && hasnt err refused && [ "$(wc -l <pushes)" -gt 3 ] && rm one/.git/hooks/pre-push && nt-sync -b one >out && is "$(cat out)" "sent: 1 commit"'

t 'three copies at once, again and again' '
	copies && git clone -q hub.git three && nt-init three >out && for c in one two three; do
		(for i in 1 2 3; do nt-log -b $c ada call: $c $i >$c.out && nt-sync -b $c >$c.out 2>$c.err || echo "$c $i: $?" >>bad; done) &
	done; wait; ! cat bad *.err 2>/dev/null | grep . && for c in one two three; do nt-sync -b $c >out || return 1; done && git -C hub.git show main:people/ada-lovelace.md | grep -c call: >n && is "$(cat n)" 9'

t 'what is beside the book in the repository stays as it is' '
	git init -q . && mkdir b && echo x >beside && git add beside && git commit -qm start && nt-init b >out && echo y >beside && echo z >staged && git add staged && nt-new -b b Ada >out && nt-sync -b b >out 2>&1 && is "$(git status --short -uno)" " M beside
A  staged" && git show --stat HEAD | has - "b/people/ada.md"'

t 'paths open from where one stands: in a folder of the book, in another, with the book below the top' '
	T=$PWD && opens() { sed -n "s/^nt-sync: \(.*\): both sides.*/\1/p; s/^?? //p" "$1" >$T/names && [ -s $T/names ] && while read -r name; do [ -e "$name" ] || { echo "$name: $1" && return 1; }; done <$T/names; }
	fails() { code 1 nt-sync "$@" 2>$T/err >$T/out && opens $T/err; }
	copies && nt-set -b one bob closeness=1 >out && nt-sync -b one >out && nt-set -b two bob closeness=2 >out && nt-new -b two Cy >out && nt-sync -n -b two >list && opens list && has list " M two/people/bob.md" && has list "?? two/people/cy.md" && fails -b two && has err "two/people/bob.md: both sides changed: closeness" && has err "two/people/bob.md: both sides changed it" &&
	cd two/people && fails && has $T/err "nt-sync: bob.md: both sides changed: closeness" && mkdir ../other && cd ../other && fails && has $T/err "nt-sync: ../people/bob.md: both sides changed: closeness" && nt-new Dee >$T/out && nt-sync -n >$T/list && opens $T/list && has $T/list "?? ../people/dee.md"'

t 'paths open from where one stands with the book below the top of the repository, too' '
	T=$PWD && mkdir r && git -C r init -q && echo one >r/todo && nt-init r/net >out 2>&1 && nt-new -b r/net Bob >out && git -C r add -A && git -C r commit -qm a && git clone -q --bare r hub.git && git clone -q hub.git one && git clone -q hub.git two && nt-init one/net >out 2>&1 && nt-init two/net >out 2>&1 && nt-set -b one/net bob city=Rom >out && nt-sync -b one/net >out && nt-set -b two/net bob city=Ulm >out &&
	cd two/net/people && code 1 nt-sync 2>$T/err >$T/out && has $T/err "nt-sync: bob.md: both sides changed: city" && nt-set bob city=Rom >$T/out && nt-sync >$T/out && echo theirs >$T/one/todo && git -C $T/one commit -qam t && git -C $T/one pull -q --rebase && git -C $T/one push -q && echo mine >../../todo && nt-log bob call: x >$T/out && code 1 nt-sync 2>$T/err >$T/out && has $T/err "nt-sync: ../../todo, beside the book: changed here"'

t '-n says what would be committed' '
	nt-init b >out && cd b && nt-sync >../out 2>&1 && nt-new "Zo\303\253" >../out && nt-new Ada >../out && nt-sync -n | grep -c "^?? people/" >../n && is "$(cat ../n)" 2 && is "$(git rev-list --count HEAD)" 1'

t 'a hook that says no: nothing is lost' '
	nt-init b >out && cd b && nt-sync >../out 2>&1 && printf "#!/bin/sh\nexit 1\n" >.git/hooks/pre-commit && chmod +x .git/hooks/pre-commit && nt-new Ada >../out && code 1 nt-sync 2>../err && has ../err "did not commit" && [ -f people/ada.md ]'

t 'what git itself cannot do is trouble, told under the name of the tool' '
	copies && nt-log -b one ada call: x >out && : >one/.git/index.lock && code 2 nt-sync -b one >out 2>err && has err "nt-sync: fatal: Unable to create" && has err "nt-sync: git did not commit" && ! grep -v "^nt-sync: " err && is "$(cat out)" "" && rm one/.git/index.lock && cp "$HOME/.gitconfig" keep && printf "[user]\nuseConfigOnly = true\n[init]\ndefaultBranch = main\n" >"$HOME/.gitconfig" && { code 2 nt-sync -b one >out 2>err; got=$?; cp keep "$HOME/.gitconfig"; [ "$got" = 0 ]; } && has err "nt-sync: git config --global user.email" && ! grep -v "^nt-sync: " err && nt-sync -b one >out && has out sent: &&
	(cd two && nt-log ada call: y && git commit -qam y) >out && : >two/.git/HEAD.lock && code 2 nt-sync -b two >out 2>err && has err "did not rebase" && ! grep -v "^nt-sync: " err && rm two/.git/HEAD.lock && nt-sync -b two >out && has out "sent:" && printf "#!/bin/sh\necho looked at it >&2\n" >two/.git/hooks/pre-commit && nt-log -b two ada call: z >out && chmod +x two/.git/hooks/pre-commit && nt-sync -b two >out 2>err && is "$(cat err)" "nt-sync: looked at it"'

t 'names that git quotes, empty files, pictures' '
	nt-init b >out && cd b && nt-sync >../out 2>&1 && printf -- "---\nname: Zo\303\253\n---\n" >"people/zo\\ë x.md" && : >people/empty.md && printf "\0\1" >people/p.png && nt-sync >../out 2>&1 && said . >../line && has ../line Zoë && has ../line empty && has ../line people/p.png && is "$(git status --short)" ""'

t 'without a branch nothing is committed, and what changed goes along to one' '
	nt-init b >out && cd b && nt-new Ada >../out && nt-sync >../out 2>&1 && git branch -q a && git checkout -q --detach && nt-log ada call: det >../out && code 1 nt-sync >../out 2>../err && is "$(cat ../out)" "" && has ../err detached && has ../err "git switch main " && code 1 nt-sync -n && is "$(git rev-parse HEAD)" "$(git rev-parse main)" && git switch -q main && has people/ada.md "call: det" && nt-sync 2>../err >../out && has ../out "committed: log: Ada" &&
	git checkout -q --detach && git commit -q --allow-empty -m x && code 1 nt-sync 2>../err && has ../err "git switch -c NAME" && hasnt ../err "git switch main"'

t 'no repository, none that git opens, and no git' '
	book && code 2 nt-sync 2>err && has err nt-init && git init -q . && GIT_TEST_ASSUME_DIFFERENT_OWNER=1 code 2 nt-sync 2>err && hasnt err nt-init && has err "dubious ownership" && has err "safe.directory" &&
	code 2 env PATH="$B/bin" nt-sync 2>err && has err "git is not installed" && hasnt err nt-init'

t 'what tools keep for themselves is never committed, also where nt-init set up nothing' '
	mkdir -p r/net cards && git init -q --template= r && nt-init --no-git r/net >out && nt-new -b r/net Ada email=a@b.de >out && nt-log -b r/net ada call: x >out && nt-vdir -b r/net cards >out && nt-due -b r/net -a -s ada | nt-remind -b r/net --once >out && nt-sync -n -b r/net >out && hasnt out .nt- && has out people/ada.md && [ ! -e r/.git/info/exclude ] && nt-sync -b r/net >out 2>err && has out "committed: new: book, Ada" && has out "added to" && git -C r ls-files >files && hasnt files .nt- && is "$(git -C r status --short)" "" && nt-log -b r/net ada call: y >out && nt-sync -b r/net >out 2>err && is "$(cat out)" "committed: log: Ada"'

done_testing
