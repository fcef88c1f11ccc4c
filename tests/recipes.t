#!/bin/sh
# examples/recipes, with the programs they are for; those of mail stand in mail-clients.t and reminders.t.
. "${0%/*}/lib.sh"

R=$TOP/examples/recipes
SHELL=/bin/sh
export SHELL
unset TMUX TMUX_TMPDIR ZDOTDIR

needs() {
	for command in "$@"; do
		command -v "$command" >/dev/null || skip "no $command"
	done
}

# three: a book with Ada, who is due, Bob and Zoë, who is not
three() {
	book && NT_BOOK=$PWD && export NT_BOOK && printf -- "---\nname: Ada Lovelace\ncadence: 1w\n---\n- 2026-11-01 call: x\n" >people/ada.md &&
	printf -- "---\nname: Bob\nnext: 2026-11-24\n---\n" >people/bob.md && printf -- "---\nname: Zoë\n---\n" >people/zoe.md
}

# cron N: the Nth line of the crontab, as cron runs it
cron() {
	grep "^[0-9]" "$R/cron/crontab" | sed -n "$1{s/^[-0-9 *]*	//p;}" >"$TMP/line" && [ -s "$TMP/line" ] &&
	env -i HOME="$HOME" NT_TODAY=2026-11-24 NT_BOOK="$NT_BOOK" PATH="$(dirname "$(command -v nt-due)"):/usr/bin:/bin" /bin/sh -c "$(cat "$TMP/line")" </dev/null
}

# eventually CMD...: within some time
eventually() {
	tries=300
	until "$@" >seen 2>&1; do
		tries=$((tries - 1))
		[ $tries -gt 0 ] || { echo "never: $*" && cat seen && return 1; }
		sleep 0.1
	done
}

screen_has() {
	tmux -S terminal capture-pane -p | grep -qF -e "$1" || { tmux -S terminal capture-pane -p && return 1; }
}

t 'cron: the night'\''s sync, in silence; what is to be decided is said' '
	needs git && three && printf "private.md\n" >.gitignore && nt-init >/dev/null && git init -q --bare other.git && echo other.git >>.gitignore && git add . && git commit -qm one && git remote add origin other.git && git push -qu origin main &&
	nt-log ada call: tea >/dev/null && cron 3 >"$TMP/said" 2>&1 && same /dev/null "$TMP/said" && is "$(git -C other.git log -1 --format=%s)" "log: Ada Lovelace" &&
	git clone -q other.git there && (cd there && echo other >README && sed -i.bak "s/^cadence: 1w/cadence: 2w/" people/ada.md && git commit -qam theirs && git push -q) && echo there >>.gitignore && sed -i.bak "s/^cadence: 1w/cadence: 3w/" people/ada.md && rm -f people/*.bak && code 1 cron 3 >"$TMP/said" 2>&1 && has "$TMP/said" people/ada.md'

t 'systemd takes the units, and would not take others' '
	needs systemd-analyze && cp "$R"/systemd/* . && printf "#!/bin/sh\n" >nt-due && check() { XDG_RUNTIME_DIR=$PWD systemd-analyze --user verify "$@" 2>&1; } && { check ./nt-remind@home-me-book.timer ./nt-remind@home-me-book.service >out || skip "systemd-analyze does not run here: $(head -n 1 out)"; }
	same /dev/null out && sed -i.bak "s/^OnCalendar.*/OnCalendar=Someday/" nt-remind@.timer && code 1 check ./nt-remind@home-me-book.timer'

t 'systemd: the service does what it says, for a book of any path' '
	mkdir "a b%c" fake && cd "a b%c" && three && cd .. && printf "#!/bin/sh\nprintf \"%%s|\" \"\$@\" >>\"$PWD/said\"\n" >fake/notify-send && chmod +x fake/notify-send &&
	sed -n "s/^ExecStart=.bin.sh -c .\(.*\).$/\1/p" "$R/systemd/nt-remind@.service" >command && [ -s command ] &&
	env -i HOME="$HOME" NT_TODAY=2026-11-24 NT_BOOK="$NT_BOOK" PATH="$PWD/fake:$(dirname "$(command -v nt-due)"):/usr/bin:/bin" /bin/sh -c "$(cat command)" && has said "|Bob|" && has said "|Ada Lovelace|" && has "a b%c/.nt-reminded" people/bob.md'

t 'VS Code: valid JSON, whose pattern takes every line of nt-check apart' '
	needs python3 && three && printf -- "---\nname: Max\ncadence: soon\n---\n- 2026-13-01 call: x, [[Nobody]] [x]\n" >people/max.md && printf -- "---\nname: \"x\n---\n" >"people/b: 1:2: error.md" && code 1 nt-check >out && [ "$(wc -l <out)" -ge 4 ] && code 1 nt-check -f json >json && python3 - "$R/vscode/tasks.json" <<-"P"
	import json, re, sys
	tasks = json.load(open(sys.argv[1]))
	pattern = tasks["tasks"][0]["problemMatcher"]["pattern"]
	lines = open("out").read().splitlines()
	got = [re.match(pattern["regexp"], line) for line in lines]
	assert all(got), [line for line, m in zip(lines, got) if not m]
	found = [json.loads(line) for line in open("json")]
	assert [[m[pattern[k]] for k in ("file", "line", "column", "severity", "code", "message")] for m in got] == \
	    [[str(f[k]) for k in ("path", "line", "column", "level", "code", "message")] for f in found], (lines, found)
	P'

t 'tmux: how many are due stands in the status line' '
	needs tmux && three && trap "tmux -S inner kill-server; tmux -S terminal kill-server" EXIT && echo "set -g status-right-length 80" >conf && cat "$R/tmux/nt.conf" >>conf &&
	tmux -S terminal -f /dev/null -u new-session -d -x 100 -y 10 "env -u TMUX tmux -S inner -f conf -u new-session \"sleep 600\"" && eventually screen_has " 2 due"'

for shell in bash zsh; do
	t "$shell: how many are due stands in the prompt, by then" '
		needs tmux $shell && three && trap "tmux -S terminal kill-server" EXIT && printf "PS1=\"ready> \"\n. $R/shell/nt-prompt.sh\n" >"$HOME/.bashrc" && cp "$HOME/.bashrc" "$HOME/.zshrc" &&
		tmux -S terminal -f /dev/null -u new-session -d -x 100 -y 10 "$shell -i" && eventually screen_has "ready>" && eventually test -s "$HOME/.cache/nt-due" && tmux -S terminal send-keys Enter && eventually screen_has "2 due ready>" &&
		nt-snooze ada 1w >/dev/null && nt-set bob next= >/dev/null && nt-due -p 2>/dev/null | wc -l >"$HOME/.cache/nt-due" && tmux -S terminal send-keys "echo no\"\"body" Enter && eventually screen_has nobody && tmux -S terminal capture-pane -p | grep . | tail -n 1 | grep -q "^ready>"'
done

t 'the prompt leaves the status of the last command to what comes behind it' '
	for shell in bash zsh; do
		command -v $shell >path || continue
		$shell -c ". $R/shell/nt-prompt.sh; (exit 7); nt_prompt; echo \$?" >out 2>&1 && is "$(tail -n 1 out)" 7 || return 1
	done'

t 'fzf: a person, by what is typed; the path of the note' '
	needs fzf && three && export FZF_DEFAULT_OPTS="--filter=zo" && is "$(sh "$R/fzf/nt-fzf.sh")" people/zoe.md && FZF_DEFAULT_OPTS="--filter=a" && is "$(sh "$R/fzf/nt-fzf.sh" cadence:1w)" people/ada.md &&
	grep -o "nt-show --color=always -- {2}" "$R/fzf/nt-fzf.sh" | sed "s,{2},people/ada.md," | sh | has - "Ada Lovelace"'

t 'Vim: logs, snoozes, finds and checks in the book of the note, from wherever Vim was begun' '
	needs vim && three && unset NT_BOOK && cd .. && printf "%s\n" "edit $OLDPWD/people/ada.md" "NtLog call: from Vim" "NtLog -o -d 2026-11-03 mail: - sent it" "NtSnooze 2w" "NtFind cadence:1w" "call writefile([len(getqflist()), bufname(getqflist()[0].bufnr)], \"found\")" "qa!" >say.vim &&
	TERM=dumb vim -es -n -u NONE -i NONE -S "$R/vim/nt.vim" -S say.vim >out 2>&1; is "$(head -n 1 found)" 1 && sed -n 2p found | has - people/ada.md && has "$OLDPWD/people/ada.md" "- 2026-11-24 call: from Vim" && has "$OLDPWD/people/ada.md" "- 2026-11-03 mail>: - sent it" && has "$OLDPWD/people/ada.md" "snooze: 2026-12-08"'

t 'git: its aliases' '
	needs git && three && git init -q && cat "$R/git/config" >>.git/config && git due -l -o name >out && is "$(sort out | xargs)" "Ada Lovelace Bob" && git who ada | has - "Ada Lovelace"'

t 'vdirsyncer takes its configuration, and brings what nt-vdir wrote to the other side' '
	needs vdirsyncer && three && nt-set ada email=ada@example.org >/dev/null && sed "s,^type = \"carddav\",type = \"filesystem\"\nfileext = \".vcf\",; s,^url = .*,path = \"$PWD/phone/\",; /^username/d; /^password/d" "$R/vdirsyncer/config" >conf && mkdir -p phone/people "$HOME/.contacts/people" && nt-vdir "$HOME/.contacts/people" >/dev/null &&
	yes | vdirsyncer -c conf discover nt >log 2>&1 && vdirsyncer -c conf -v CRITICAL sync >log 2>&1 && grep -q "ada@example.org" phone/people/*.vcf && sed -i.bak "s/ada@example.org/ada@example.net/" phone/people/*.vcf && rm phone/people/*.bak &&
	vdirsyncer -c conf -v CRITICAL sync >log 2>&1 && nt-vdir "$HOME/.contacts/people" >/dev/null && has people/ada.md ada@example.net || { cat log && return 1; }'

t 'Obsidian: the kinds of its properties are those of the fields of nt' '
	needs python3 && three && python3 -c "import json, sys; [print(k, v) for k, v in json.load(open(sys.argv[1]))[\"types\"].items()]" "$R/obsidian/types.json" >types && [ -s types ] && while read -r field type; do
		case $type in
		date) nt-set bob $field=2026-11-24 >/dev/null && code 2 nt-set bob $field=never 2>err && has err "not a date" ;;
		number) nt-set bob $field=3 >/dev/null && code 2 nt-set bob $field=near 2>err ;;
		*) nt-set bob $field+=a@example.org $field+=b@example.org >/dev/null && nt-find -l -o $field bob | has - "a@example.org; b@example.org" ;;
		esac || { echo $field && return 1; }
	done <types'

t 'Obsidian: the map and the folders of the page make notes of a vault people' '
	mkdir -p Contacts Daily && { printf -- "---\nkind: book\ndefault-kind: note\n" && sed -n "s/^    \([a-z]*:\|  [a-z-]*: .*\)$/\1/p" "$R/obsidian/README.md" && printf -- "ignore: [Due.md]\n---\n"; } >book.md && printf -- "---\nstay-in-touch: 1w\nborn: 1990-11-24\nlast-seen: 2026-11-01\n---\n" >"Contacts/Ann Bee.md" && printf -- "- call: with [[Ann Bee]]\n" >Daily/2026-11-02.md &&
	is "$(nt-due -l -o name,why)" "Ann Bee	birthday 2026-11-24 (36), today; every 1w, last contact 2026-11-02" && nt-due | nt-remind >Due.md && is "$(nt-find -p | xargs)" "Contacts/Ann Bee.md Daily/2026-11-02.md"'

# key: one of age, and nt-age.sh in PATH
key() {
	mkdir -p "$HOME/.config/nt" bin && { [ -e "$HOME/.config/nt/age.key" ] || age-keygen -o "$HOME/.config/nt/age.key" 2>/dev/null; } && cp "$R/age/nt-age.sh" bin && chmod +x bin/nt-age.sh && PATH=$PWD/bin:$PATH
}

# sealed: in this clone of the book
sealed() {
	sed -n "s/^#   \(git config .*\)/\1/p" "$R/age/nt-age.sh" >"$TMP/setup" && [ "$(wc -l <"$TMP/setup")" -eq 4 ] && sh "$TMP/setup"
}

t 'age: a backup that only its key opens is the whole book' '
	needs age git && key && mkdir net to && cd net && three && nt-init >/dev/null && git add . && git commit -qm one && cd .. && sh "$R/age/nt-backup.sh" to && file=$(echo to/book-20*.age) && is "$(ls to | wc -l | tr -d " ")" 1 && ! grep -aq Lovelace "$file" &&
	age -d -i "$HOME/.config/nt/age.key" "$file" >book.bundle && git clone -q book.bundle back && diff -r -x .git -x .nt-lock net back && age-keygen -o another 2>/dev/null && code 1 age -d -i another "$file" 2>/dev/null && rm "$HOME/.config/nt/age.key" && code 1 sh "$R/age/nt-backup.sh" to 2>/dev/null && is "$(ls to | wc -l | tr -d " ")" 1'

t 'age: a folder that is plain here and sealed in git, in a clone, and in a merge' '
	needs age git && key && mkdir net && cd net && three && nt-init >/dev/null && sed -n "s/^#   echo .\(.*\). >>.gitattributes.*/\1/p" "$R/age/nt-age.sh" >>.gitattributes && has .gitattributes filter=age && sealed && mkdir people/private && printf -- "---\nname: Mata Hari\ncadence: 1w\n---\n" >people/private/mata.md && git add . && git commit -qm one &&
	git cat-file blob HEAD:people/private/mata.md | head -n 1 | has - age-encryption.org && git cat-file blob HEAD:people/ada.md | has - Lovelace && touch people/private/mata.md && git status --short | same /dev/null && git add . && git diff --cached --quiet && nt-due -p | has - people/private/mata.md &&
	cd .. && git clone -q net there && ! grep -aq Hari there/people/private/mata.md && cd there && sealed && rm people/private/mata.md && git checkout -q -- . && nt-init >/dev/null && cmp people/private/mata.md ../net/people/private/mata.md &&
	nt-set -b . people/private/mata.md cadence=2w >/dev/null && git commit -qam theirs && cd ../net && nt-log mata call: Paris >/dev/null && git commit -qam ours && git pull -q --no-rebase ../there main && has people/private/mata.md "cadence: 2w" && has people/private/mata.md "call: Paris" && git status --short | same /dev/null &&
	git cat-file blob HEAD:people/private/mata.md | head -n 1 | has - age-encryption.org && ! git cat-file blob HEAD:people/private/mata.md | grep -aq Paris &&
	cd ../there && git pull -q --no-rebase ../net main && cd ../net && nt-set mata city=Paris >/dev/null && git commit -qam ours && cd ../there && nt-set -b . people/private/mata.md city=Rome >/dev/null && git commit -qam theirs && code 1 git pull -q --no-rebase ../net main >out 2>&1 && has people/private/mata.md "city: Rome  # theirs: Paris"'

t 'git-crypt: a folder that is plain here and sealed in git; unlocked by the key' '
	needs git-crypt git && mkdir net && cd net && three && nt-init >/dev/null && git-crypt init && git-crypt export-key ../key && cat "$R/git-crypt/gitattributes" >>.gitattributes && mkdir people/private && printf -- "---\nname: Mata Hari\ncadence: 1w\n---\n" >people/private/mata.md && git add . && git commit -qm one &&
	! git cat-file blob HEAD:people/private/mata.md | grep -aq Hari && git cat-file blob HEAD:people/ada.md | has - Lovelace && cd .. && git clone -q net there && ! grep -aq Hari there/people/private/mata.md && (cd there && git-crypt unlock ../key && nt-init >/dev/null && nt-find -p mata | has - mata && nt-set mata cadence=2w >/dev/null && git commit -qam theirs) &&
	cd net && nt-log mata call: Paris >/dev/null && git commit -qam ours && code 1 git pull -q --no-rebase ../there main >out 2>&1 && has people/private/mata.md "call: Paris"'

done_testing
