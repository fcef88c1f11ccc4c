#!/bin/sh
# What has to hold for reminders: the mail arrives, once and whole; nobody is nagged, and nobody is lost.
. "${0%/*}/lib.sh"

export PYTHONDONTWRITEBYTECODE=1

needs() {
	for command in "$@"; do
		command -v "$command" >/dev/null || skip "no $command"
	done
}

# abroad: a book of Mara, who gets the mail, and of two who are due
abroad() {
	book && printf -- "---\nkind: book\nme: \"[[people/mara]]\"\n---\n" >book.md && printf -- "---\nname: Mara Ähre, PhD\nemail: mara@example.org\n---\n" >people/mara.md &&
	printf -- "---\nname: 山田花子\nemail: hanako@example.jp\n---\n- [ ] 2026-11-20 owe: 機械学習の本, Łódź & <b>Škoda</b>; %s\n" "$(seq -s " " 1 400)" >people/hanako.md &&
	printf -- "---\nname: Zoë Brontë-Müller\ncadence: 1w\n---\n- 2026-11-01 call: naïve façade\n.\n..dots\n" >people/zoe.md && NT_BOOK=$PWD && export NT_BOOK
}

# with_sink REFUSALS SCRIPT: runs the script while the sink listens; msmtp by the recipe, but for where and how
with_sink() {
	mkdir -p got "$HOME/.config/msmtp" && mkfifo life || return 1
	python3 "$TOP/tests/smtp-sink.py" got "$1" <life &
	exec 8>life
	until [ -s got/port ]; do sleep 0.05; done
	sed "s/^host .*/host 127.0.0.1/; s/^port .*/port $(cat got/port)/; s/^auth on/auth off/; s/^tls on/tls off/; s/^passwordeval.*//; s/^logfile.*//" "$TOP/examples/recipes/msmtp/config" >"$HOME/.config/msmtp/config" && chmod 600 "$HOME/.config/msmtp/config"
	(eval "$2") && result=0 || result=1
	exec 8>&- && wait
	[ ! -e got/faults ] || { cat got/faults && return 1; }
	return $result
}

mails() {
	find got -name "*.eml" | wc -l | tr -d " "
}

mail_sh() {
	sh "$TOP/examples/recipes/msmtp/nt-mail.sh"
}

t 'a digest by msmtp arrives once, in both parts, to the letter' '
	needs python3 msmtp && abroad && nt-due | nt-remind >text && nt-due | nt-remind -f html >page && with_sink 0 "mail_sh && mail_sh && is \"\$(mails)\" 1" &&
	is "$(cat got/1.to)" "you@example.org mara@example.org" && is "$(find "$HOME/.local/state/nt-outbox" -type f)" "" && python3 - <<-"P"
	import email, email.policy
	m = email.message_from_binary_file(open("got/1.eml", "rb"), policy=email.policy.strict)
	for part in m.walk():
	    assert not part.defects, part.defects
	    for name, value in part.items():
	        assert not getattr(value, "defects", None), (name, value.defects)
	assert str(m["Subject"]).startswith("山田花子: keep your promise: 機械学習の本, Łódź & <b>Škoda</b>; 1 2"), m["Subject"]
	assert m["To"].addresses[0].display_name == "Mara Ähre, PhD" and m["To"].addresses[0].addr_spec == "mara@example.org"
	assert m["Date"].datetime and m["Message-ID"] and m["MIME-Version"] == "1.0"
	text, page = [(p.get_content_type(), p.get_content().replace("\r\n", "\n").strip()) for p in m.iter_parts()]
	assert text == ("text/plain", open("text").read().strip()), text
	assert page == ("text/html", open("page").read().strip()), page
	assert "naïve façade" in text[1] and "naïve façade" in page[1] and "機械学習の本" in text[1] and "&lt;b&gt;Škoda&lt;/b&gt;" in page[1]
	P'

t 'what the server puts off is sent by the next run, and told once' '
	needs python3 msmtp && abroad && with_sink 1 "code 69 mail_sh 2>err && is \"\$(mails)\" 0 && mail_sh && is \"\$(mails)\" 1 && mail_sh && is \"\$(mails)\" 1" &&
	grep -aq "^Subject: " got/1.eml && is "$(cut -f 2 .nt-reminded | sort | xargs)" "people/hanako.md people/zoe.md"'

t 'a message that cannot be sent is kept, and keeps none back' '
	book && abroad && box=$HOME/.local/state/nt-outbox && mkdir -p "$box" sent && echo "Subject: lost" >"$box/0" && printf "#!/bin/sh\ncat >m && grep -q ^To: m || exit 65\ncp m sent/\$\$\n" >send && chmod +x send && NT_SENDMAIL=./send && export NT_SENDMAIL && code 65 mail_sh && is "$(ls "$box")" 0 && is "$(find sent -type f | wc -l | tr -d " ")" 1 && has "$(find sent -type f)" "To: " && [ -s .nt-reminded ] &&
	rm .nt-reminded "$box/0" && printf -- "---\nkind: book\n---\n" >book.md && code 2 mail_sh 2>err && has err "no recipient" && [ ! -s .nt-reminded ] && is "$(ls "$box")" ""'

t 'a month of every hour, logs and moves in between: nobody nagged, nobody lost, nothing said twice' '
	hours=24 && [ -z "${ASAN_OPTIONS-}${WRAP-}" ] || hours=3
	needs python3 && python3 "$TOP/tests/remind-month.py" $hours >out 2>err || { cat out && return 1; }
	is "$(wc -l <err | tr -d " ")" 24 # each of them was shown'

done_testing
