#!/bin/sh
. "${0%/*}/lib.sh"

t 'makes a book that the tools take' '
	nt-init net >out && has out net && has net/book.md "kind: book" && [ -d net/people ] && [ -d net/journal ] &&
	[ -d net/techniques ] &&
	cd net && is "$(nt-new Ada Lovelace)" people/ada-lovelace.md && nt-log ada call: hi >out &&
	is "$(nt-find -p kind=person)" people/ada-lovelace.md &&
	code 1 nt-due >out 2>err && is "$(cat err)" ""'

t 'in the working directory' '
	nt-init >out && has book.md "kind: book" && nt-new Ada >out && nt-init . >out &&
	is "$(nt-find -p kind=person)" people/ada.md'

t 'with the folders on the way' 'nt-init a/b/net >out && has a/b/net/book.md "kind: book"'

t 'again is safe' '
	nt-init net >out && printf -- "---\nkind: book\nlimit: 9\n---\nmine\n" >net/book.md &&
	echo x >net/people/ada.md && rmdir net/orgs &&
	rm -rf "$TMP/before" && cp -R net "$TMP/before" && nt-init net >out && has out already &&
	diff -r "$TMP/before" net &&
	nt-init new >out && cp -R new "$TMP/new" && nt-init new >out && diff -r "$TMP/new" new'

t 'a vault keeps every byte, and its notes are no people' '
	note vault/Daily/2026-11-24.md <<E && printf "no newline" | note "vault/Some Note.md" &&
	printf "x\r\n" | note vault/people/x.txt &&
- [ ] water the plants
E
	rm -rf "$TMP/before" && cp -R vault "$TMP/before" && nt-init vault >out && has vault/book.md "default-kind: note" &&
	diff -r "$TMP/before" vault | grep -v "^Only in vault: " >diff; is "$(cat diff)" "" &&
	is "$(cd vault &&
	nt-find -l -o kind,path | sort)" "$(printf "journal\tDaily/2026-11-24.md\nnote\tSome Note.md")"'

t 'a vault that holds its notes deep down' '
	note v/a/b/c/d/e/f.md </dev/null && nt-init v >out && has v/book.md "default-kind: note" &&
	note w/.obsidian/x.md </dev/null && note w/README.md </dev/null &&
	nt-init w >out && hasnt w/book.md default-kind'

t 'a book.md that is no book is left alone' '
	for text in "# My book" "---\nkind: note\n---\n" "---\nkind: \"\n---\n" ""; do
		mkdir -p x && printf -- "$text" >x/book.md && cp x/book.md old && code 2 nt-init x >out 2>err &&
		has err x/book.md &&
		cmp old x/book.md && is "$(ls -A x)" book.md || return 1
	done && mkdir y && ln -s ../x/book.md y/book.md && code 2 nt-init y >out 2>err && [ -L y/book.md ] &&
	mkdir -p z/book.md &&
	code 2 nt-init z >out 2>err && is "$(ls -A z)" book.md'

t 'where nothing can be made: said, 2' '
	echo x >file && code 2 nt-init file 2>err && has err file && code 2 nt-init file/net 2>err && has err file/net &&
	is "$(cat file)" x && code 2 nt-init a b 2>err && ! [ -e a ] && code 2 nt-init "" 2>err'

t 'an unwritable folder: said, 2' '
	mkdir net && chmod 555 net && if [ -w net ]; then
		command -v setpriv >/dev/null && chmod 755 "$TMP" "$TMP/$tests" || skip "permissions do not bind this user"
		set -- setpriv --reuid 65534 --regid 65534 --clear-groups
	else
		set --
	fi && code 2 "$@" nt-init net 2>err && has err net && is "$(ls -A net)" ""'

t 'a book within a book is one of its own' '
	nt-init net >out && nt-init net/inner >out && cd net/inner && nt-new Ada >out &&
	is "$(nt-find -p kind=person)" people/ada.md &&
	cd .. && code 1 nt-find kind=person'


# systemctl_is STATUS: a systemctl that takes down what it was asked, and exits so when it is to enable
systemctl_is() {
	mkdir -p fake && printf '#!/bin/sh\nprintf "%%s|" "$@" >>"%s/asked"\necho >>"%s/asked"\n[ "$2" = show-environment ] || exit %s\n' "$PWD" "$PWD" "$1" >fake/systemctl && chmod +x fake/systemctl && PATH=$PWD/fake:$PATH
}

t '--timer: systemd is asked to enable the timer of this book, and by no shell' '
	systemctl_is 0 && nt-init --timer "a-book; it'\''s \$(touch ran)" >out 2>err && [ ! -e ran ] && same asked <<-E && same err /dev/null &&
	--user|show-environment|
	--user|enable|--now|nt-remind@$(printf %s "$PWD" | sed "s,^/,,; s,-,\\\\x2d,g; s,/,-,g")-a\x2dbook\x3b\x20it\x27s\x20\x24\x28touch\x20ran\x29.timer|
	E
	tail -n 2 out | has - "enabled nt-remind@" && nt-init --timer --no-git "a-book; it'\''s \$(touch ran)" >out && has out "is a book already" && has out "enabled nt-remind@" &&
	rm asked && mkdir new && nt-init -n --timer new >out 2>err && has err "timer is left" && [ ! -e asked ]'

t '--timer: the name of a unit is what systemd-escape says' '
	{ command -v systemd-escape >/dev/null || skip "no systemd-escape"; } && systemctl_is 0 && for name in plain .dot a.b:c_d "ü ñ" "x%y" "-" "a
b"; do rm -f asked && nt-init --no-git --timer "$name" >out && has asked "|nt-remind@$(systemd-escape -p "$PWD/$name").timer|" || return 1; done'

t '--timer: what cannot be enabled is said, 2' '
	systemctl_is 1 && code 2 nt-init --timer net >out 2>err && has err "could not enable nt-remind@" && [ -e net/book.md ] && hasnt out enabled'

t '--timer: elsewhere the line for cron, which runs as cron runs it; no crontab is touched' '
	mkdir fake && printf "#!/bin/sh\nexit 1\n" >fake/systemctl && printf "#!/bin/sh\necho \"\$@\" >>\"$PWD/touched\"\n" >fake/crontab && chmod +x fake/* && name="it'\''s 50% \$(touch ran)" && PATH=$PWD/fake:$PATH && nt-init --timer "$name" >out 2>err && has err "systemd has no session of yours" && [ ! -e touched ] &&
	printf -- "---\nname: Ann\ncadence: 1w\n---\n" >"$name/people/ann.md" && tail -n 1 out >line && grep -q "^30 7 \* \* 1-5	export " line && sed "s/^[^	]*	//; s/\\\\%/%/g" line >command && ! sed "s/\\\\%//g" line | grep % &&
	env -i HOME="$HOME" NT_TODAY=2026-11-24 /bin/sh -c "$(cat command)" >digest 2>err && has digest Ann && same err /dev/null && env -i HOME="$HOME" NT_TODAY=2026-11-24 /bin/sh -c "$(cat command)" >digest 2>err && same digest /dev/null && same err /dev/null && [ ! -e ran ] &&
	bin=$(dirname "$(command -v nt-due)") && PATH=$bin && nt-init --no-git --timer "$name" 2>/dev/null | /usr/bin/grep -q " PATH=$bin:"'

done_testing
