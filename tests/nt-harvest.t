#!/bin/sh
# shellcheck disable=SC2015
. "${0%/*}/lib.sh"

# A book of Ada, Bob and oneself.
three() {
	book && printf -- '---\nkind: book\nme: "[[Mara]]"\n---\n' >book.md && note people/mara.md <<-E && note people/ada.md <<-E && note people/bob.md <<-E
		---
		name: Mara
		email: [mara@example.org, m@work.example]
		---
	E
		---
		name: Ada
		email: {home: ada@b.org, work: Ada+x@C.org}
		---

		## Log

		- 2026-10-01 call: x
		- 2026-05-01 call: y
	E
		---
		name: Bob
		email: bob@b.org
		---
	E
}

# mail FROM TO SUBJECT ID [LINE...]: one mail, of 20 September 2026
mail() {
	printf 'From: %s\nTo: %s\nSubject: %s\nMessage-ID: <%s@x>\nDate: Sun, 20 Sep 2026 16:05:00 +0200\n' "$1" "$2" "$3" "$4"
	shift 4
	printf '%s\n' "$@" ''
	echo body
}

# log: entries of Ada and Bob that stand in what is saved of standard input
log() {
	nt-save >/dev/null && cat people/ada.md people/bob.md | grep -e '- 20.*\(mail\|meeting\)'
}

# maildir DIR: with one mail each way
maildir() {
	mkdir -p "$1/cur" "$1/new" "$1/tmp" && mail mara@example.org 'Ada <ada@b.org>, bob@b.org' Hello 1 >"$1/cur/1.a:2,S" &&
		mail 'Ada <ADA+X@c.org>' m@work.example 'Re: Hello' 2 >"$1/new/2.b"
}

t 'a mail each way: entries at their place in the log, once, and in the time of this clock' '
	three && maildir M && nt-harvest M >s 2>err && is "$(cat err)" "" && is "$(nt-harvest -l M)" "Ada	people/ada.md
Bob	people/bob.md" && nt-save <s >out && is "$(sed -n "/## Log/,\$p" people/ada.md)" "## Log

- 2026-10-01 call: x
- 2026-09-20 14:05 mail<: Re: Hello
- 2026-09-20 14:05 mail>: Hello
- 2026-05-01 call: y" || is "$(sed -n "/## Log/,\$p" people/ada.md)" "## Log

- 2026-10-01 call: x
- 2026-09-20 14:05 mail>: Hello
- 2026-09-20 14:05 mail<: Re: Hello
- 2026-05-01 call: y" && has people/bob.md "- 2026-09-20 14:05 mail>: Hello" && is "$(nt-harvest M)" "" && three && is "$(TZ=Asia/Tokyo nt-harvest M | grep -c "2026-09-20 23:05")" 0 &&
	rm .nt-harvested .nt-harvest && is "$(TZ=Asia/Tokyo nt-harvest M | grep -c "2026-09-20 23:05")" 3'

t 'messages of LinkedIn: entries of those whose profile or name a note has, once' '
	three && sed -i "s/^name: Ada/name: Ada Lovelace\nuid: linkedin:ada-l/" people/ada.md && cat >m.csv <<-E && nt-harvest m.csv >s 2>err && has err "without a note: 1" && nt-save <s >out && has people/ada.md "- 2026-03-01 14:03 msg>: Thanks for the intro" && has people/ada.md "- 2026-03-02 09:00 msg<: Yes" && has people/bob.md "msg>: hi Bob" && hasnt people/ada.md draft && is "$(nt-find -l -o last people/bob.md)" 2026-03-03 && nt-harvest m.csv >s 2>err && is "$(cat s)" "" && nt-harvest - <m.csv >s 2>err && is "$(cat s)" "" && sed -i "/msg<: Yes/d" people/ada.md && nt-harvest m.csv 2>err >s && is "$(cat s)" "" && rm .nt-harvested && nt-harvest m.csv 2>err >s && has s "msg<: Yes" && is "$(grep -c "msg>: Thanks" s)" 1 && nt-harvest --since 2026-03-03 m.csv 2>err >s && hasnt s "msg<: Yes"
		"CONVERSATION ID","FROM","SENDER PROFILE URL","TO","RECIPIENT PROFILE URLS","DATE","SUBJECT","CONTENT","IS MESSAGE DRAFT"
		"1","Mara","https://www.linkedin.com/in/mara","Ada L.","https://www.linkedin.com/in/ada-l","2026-03-01 14:03:22 UTC","","Thanks for the intro","No"
		"1","Ada L.","https://www.linkedin.com/in/ada-l","Mara","https://www.linkedin.com/in/mara","2026-03-02 09:00:00 UTC","","Yes","No"
		"2","Mara","https://www.linkedin.com/in/mara","Bob","https://www.linkedin.com/in/bob","2026-03-03 10:00:00 UTC","","hi Bob","No"
		"3","Mara","https://www.linkedin.com/in/mara","Someone New","https://www.linkedin.com/in/new","2026-03-04 10:00:00 UTC","","hello","No"
		"4","Mara","https://www.linkedin.com/in/mara","Ada L.","https://www.linkedin.com/in/ada-l","2026-03-04 10:00:00 UTC","","a draft","Yes"
	E
	nt-harvest people/ada.md 2>err; has err "table of LinkedIn"'

t 'drafts, trash and spam are nobody'"'"'s contact' '
	three && for d in M M/.Drafts M/.Trash M/.Spam M/.Junk.old; do mkdir -p $d/cur $d/new || return 1; done && mail mara@example.org bob@b.org one 1 >"M/cur/1:2,S" && mail mara@example.org bob@b.org draft 2 >"M/cur/2:2,DS" && mail bob@b.org mara@example.org gone 3 >"M/cur/3:2,ST" && mail mara@example.org bob@b.org four 4 >M/.Drafts/cur/4 && mail bob@b.org mara@example.org five 5 >M/.Trash/cur/5 && mail bob@b.org mara@example.org six 6 >M/.Spam/new/6 && mail bob@b.org mara@example.org seven 7 >M/.Junk.old/cur/7 && nt-harvest M 2>err | log >got && is "$(sed "s/.*: //" got)" one && has err "drafts, trash and spam: 6" && mkdir B && mail bob@b.org mara@example.org eight 8 >B/Drafts && mail bob@b.org mara@example.org nine 9 >B/inbox && nt-harvest B 2>err | log >got && has got nine && hasnt got eight'

t 'of a Takeout of Gmail drafts, trash and spam are left out by their labels' '
	three && i=0 && for h in Drafts "Important,DRAFT" "Inbox, trash" Spam "\"Trash\",Opened" "=?UTF-8?Q?Entw=C3=BCrfe,Drafts?=" "=?UTF-8?Q?Entw=C3=BCrfe?=" "Inbox,Draft ideas" "\"a,Trash,b\",Sent"; do i=$((i + 1)) && echo "From 1790@xxx Sun Sep 20 14:0$i:00 +0000 2026" && { case $h in *[Dd][Rr][Aa]*) mail mara@example.org ada@b.org "no $i" $i "X-Gmail-Labels: $h" ;; *) mail ada@b.org mara@example.org "no $i" $i "X-Gmail-Labels: $h" ;; esac; } && echo || return 1; done >all.mbox &&
	nt-harvest all.mbox 2>err | grep -a "mail[<>]" >out && is "$(sed "s/.*mail//" out | sort | tr "\n" ,)" "<: no 9,>: no 8," && has err "left out, drafts, trash and spam: 7" && printf "X-Gmail-Labels: Inbox,\n Trash\n" >one && mail ada@b.org mara@example.org x 1 >>one && nt-harvest - <one 2>err >s && is "$(cat s)" "" && has err "drafts, trash and spam: 1"'

t 'folders of sent mail, drafts and trash in German, French and Spanish' '
	three && i=0 && for d in .Papierkorb ".Entw&APw-rfe" .Entwürfe INBOX.Entwuerfe .Corbeille .Brouillons .Papelera .Borradores; do i=$((i + 1)) && mkdir -p M/$d/cur && mail ada@b.org mara@example.org "no $i" $i >M/$d/cur/$i || return 1; done && for d in .Gesendet ".Gesendete Objekte" ".Envoy&AOk-s" .Envoyés .Enviados .Enviada; do i=$((i + 1)) && mkdir -p "M/$d/cur" && mail me@old.example ada@b.org "yes" $i >"M/$d/cur/$i" || return 1; done &&
	nt-harvest M 2>err | grep -a "mail[<>]" >out && is "$(grep -c "mail>: yes" out)" 6 && hasnt out "no" && has err "drafts, trash and spam: 8" && mkdir N && mail me@old.example ada@b.org x 30 >N/Enviadas-no && is "$(nt-harvest N 2>err)" ""'

t 'nothing is lost with a stream that is thrown away, shown or cut' '
	three && maildir M && nt-harvest M >one && nt-harvest M | nt-save -n >patch && has patch "+- 2026-09-20 14:05 mail>: Hello" && test ! -e .nt-harvested && nt-harvest M >two && same one two &&
	head -c 400 one | code 2 nt-save 2>err && nt-harvest M | grep -c "mail[<>]" >n && is "$(cat n)" 1 && nt-save <one >out && is "$(nt-harvest M)" ""'

t 'given once, also when the entry was edited, ticked, moved or taken out' '
	three && maildir M && nt-harvest M | log >out && is "$(wc -l <out)" 3 && sed "s/- 2026-09-20 14:05 mail.*/- 2026-09-21 call: moved/" people/ada.md >x && cp x people/ada.md && sed "/14:05/d" people/bob.md >x && cp x people/bob.md &&
	is "$(nt-harvest M)" "" && rm .nt-harvest && is "$(nt-harvest M)" "" && nt-mv bob Robert >out && rm -f .nt-harvest && is "$(nt-harvest M)" "" &&
	cp -r M N && is "$(nt-harvest N)" "" && rm .nt-harvest && is "$(nt-harvest N M)" ""'

t 'without what was remembered: an entry of the same minute stands for the mail' '
	three && maildir M && nt-harvest M | log >out && sed "s/14:05 mail>: Hello/14:05 mail>: about the engine/; s/^- \(.*mail<\)/- [x] \1/" people/ada.md >x && cp x people/ada.md && rm .nt-harvest .nt-harvested && is "$(nt-harvest M)" "" && test -s .nt-harvested &&
	three && rm .nt-h* && nt-log -d 2026-09-20 -o ada mail: Hello >out && nt-harvest M | log >out && is "$(grep -c "mail>: Hello" people/ada.md)" 1 && has people/ada.md "mail<: Re: Hello"'

t 'what Thunderbird has marked as deleted is left out' '
	three && for s in 0001:One:1 0009:Two:2 000b:Three:3 0011:Four:4; do printf "From - Sun Sep 20 14:05:00 2026\nX-Mozilla-Status: %s\nX-Mozilla-Status2: 00000000\n" "${s%%:*}" && mail ada@b.org mara@example.org "$(echo $s | cut -d: -f2)" "${s##*:}" && echo; done >box && nt-harvest box 2>err | nt-save >out && is "$(grep -c "mail<" people/ada.md)" 2 && has people/ada.md "mail<: One" && has people/ada.md "mail<: Four" && has err "left out, drafts, trash and spam: 2"'

t 'another mail of the same minute, in a later run' '
	three && at() { mail ada@b.org mara@example.org "$1" "$2" | sed "s/16:05:00/16:05:$3/"; } && at One 1 05 | nt-harvest - | nt-save >out && at Two 2 45 | nt-harvest - | nt-save >out && has people/ada.md "14:05 mail<: One" && has people/ada.md "14:05 mail<: Two" &&
	for m in "One 1 05" "Two 2 45"; do is "$(at $m | nt-harvest -)" "" || return 1; done && sed "s/mail<: Two/mail<: lunch/" people/ada.md >x && cp x people/ada.md && is "$(at Two 2 45 | nt-harvest -)" "" &&
	rm .nt-h* && is "$(at Two 2 45 | nt-harvest -)" "" && at Three 3 50 | nt-harvest - | nt-save >out && has people/ada.md "14:05 mail<: Three"'

t 'what was read is not opened again, until an address is added' '
	three && maildir M && mail zed@z.org mara@example.org Hi 3 >M/cur/3.c:2, && nt-harvest M 2>err | log >out && nt-harvest M && : >M/cur/3.c:2, && mv M/cur/3.c:2, M/cur/3.c:2,RS && code 0 nt-harvest M 2>err && is "$(cat err)" "" && : >M/cur/1.a:2,S &&
	code 0 nt-harvest M && mail zed@z.org mara@example.org Hi 3 >M/cur/3.c:2,RS && nt-new Zed email=zed@z.org >out && rm M/cur/1* && nt-harvest M | nt-save >out && has people/zed.md "14:05 mail<: Hi"'

t 'mbox of several programs, MH, a folder of them, one mail' '
	three && from="From x@y.org Sun Sep 20 14:05:00 2026" && { echo "$from" && mail ada@b.org mara@example.org one 1 "X-Mozilla-Status: 0001" && printf "\n>From here on\nFrom there 10:05\n>>From x\n\n" && echo "$from" && mail ada@b.org mara@example.org two 2 "Content-Length: 99999" && printf "\nFrom now on\n\n%s\r\n" "From 1790@xxx Sun Sep 20 14:05:00 +0000 2026" && mail ada@b.org mara@example.org three 3 "X-Gmail-Labels: Inbox" | sed "s/\$/\r/"; } >in.mbox &&
	nt-harvest in.mbox | grep -c "mail<" >n && is "$(cat n)" 3 && nt-harvest - <in.mbox | grep "mail<" >out && is "$(sed "s/.*: //" out | tr "\n" " ")" "three two one " &&
	mkdir -p Mail/inbox Mail/.Sent/cur Mail/.Sent/new && mail ada@b.org x@y.org mh 4 >Mail/inbox/1 && echo 1 >Mail/inbox/.mh_sequences && mail other@me.org ada@b.org sent 5 >Mail/.Sent/cur/5.x && cp in.mbox Mail/Inbox && printf "// <!-- <mdb:mork" >Mail/Inbox.msf && ln -s .. Mail/up &&
	nt-harvest Mail | grep -a "mail[<>]" >out && is "$(sed "s/.*mail//" out | sort | tr "\n" ",")" "<: mh,<: one,<: three,<: two,>: sent," && mail ada@b.org x@y.org eml 6 >a.eml && nt-harvest a.eml - <a.eml | grep -c eml >n && is "$(cat n)" 1'

t 'of MH what has a number is a mail, and what was removed is none' '
	three && mkdir -p Mail/inbox/7 Mail/plain && for n in 1 20 ,2 "#3" "3~" 4.eml 7/1 7/,9; do mail ada@b.org mara@example.org "in $n" "$n" >"Mail/inbox/$n" && : >Mail/inbox/.mh_sequences || return 1; done && for n in 1 ,2 "#3" ,x "#x" 4.eml; do mail ada@b.org mara@example.org "plain $n" "p$n" >"Mail/plain/$n" || return 1; done && echo "Current-Folder: inbox" >Mail/context &&
	nt-harvest Mail 2>err | grep -a "mail[<>]" >out && is "$(sed "s/.*mail<: //" out | sort | tr "\n" "|")" "in 1|in 20|in 7/1|plain #x|plain ,x|plain 1|plain 4.eml|" && has err "left out, drafts, trash and spam: 5" && hasnt err context && nt-harvest Mail/inbox/,2 | grep -c "in ,2" >n && is "$(cat n)" 1'

t 'the same messages as mailbox of Python has' '
	/usr/bin/python3 -c "import mailbox" || skip no python3
	three && /usr/bin/python3 - <<-"P" && nt-harvest a.mbox | grep -a "mail<" | sed "s/.*mail<: //" | sort >got && same want got && rm .nt-h* && nt-harvest M | grep -a "mail<" | sed "s/.*mail<: //" | sort >got && same want got && rm .nt-h* && nt-harvest H | grep -a "mail<" | sed "s/.*mail<: //" | sort >got && same want got
		import mailbox, email.message, email.header
		want, boxes = [], [mailbox.mbox("a.mbox"), mailbox.Maildir("M"), mailbox.MH("H")]
		for i in range(60):
		    m = email.message.Message()
		    s = "Nummer %d %s" % (i, "grün €" * (i % 3))
		    m["From"] = email.header.Header("Ädä", "iso-8859-1").encode() + " <ada@b.org>"
		    m["To"] = "mara@example.org"
		    m["Subject"] = email.header.Header(s, ["utf-8", "iso-8859-15"][i % 2])
		    m["Date"] = "%d Sep 2026 1%d:00:00 -0330" % (i % 28 + 1, i % 10)
		    m["Message-ID"] = "<%d@x>" % i
		    m.set_payload("From me\n\nFrom x\n\n" * (i % 4))
		    want.append(s)
		    for b in boxes: b.add(m)
		for b in boxes: b.flush()
		open("want", "w").write("".join(sorted(w.strip() + "\n" for w in want)))
	P'

t 'who is me: the note, -m, a folder called Sent; it is said when nobody is' '
	three && mail new@me.org ada@b.org x 1 >m && is "$(nt-harvest m)" "" && rm .nt-harvest && has "$(nt-harvest -m "New@me.org" m >o; echo o)" "mail>: x" && printf -- "---\nkind: book\n---\n" >book.md && nt-harvest m 2>err && has err "no address is known to be mine" &&
	mkdir -p "Sent Items" && cp m "Sent Items/1" && nt-harvest "Sent Items" 2>err | grep -c "mail>: x" >n && is "$(cat n)" 1 && nt-harvest -m a@b m 2>err && is "$(cat err)" ""'

t 'not every folder that begins so is one of sent mail; a pipe may be slow' '
	three && mkdir Sentences Sent.sbd && mail x@y.org ada@b.org x 1 >Sentences/1 && cp Sentences/1 Sent.sbd/1 && is "$(nt-harvest Sentences)" "" && rm .nt-h* && has "$(nt-harvest Sent.sbd >o; echo o)" "mail>: x" && mail ada@b.org x@y.org slow 2 >2 && mkfifo p && { { head -c 3 2 && sleep 0.3 && tail -c +4 2; } >p & } && nt-harvest p | grep -c slow >n && is "$(cat n)" 1'

t 'lists, programs, spam and crowds are left out, and counted' '
	three && i=0 && mkdir d && for h in "List-Id: <a>" "List-Post: <a>" "Precedence: bulk" "Precedence: LIST" "Precedence: junk" "Auto-Submitted: auto-replied" "X-Spam-Flag: YES" "Content-Type: text/calendar; method=REPLY"; do i=$((i + 1)) && mail ada@b.org mara@example.org x $i "$h" >d/$i || return 1; done &&
	mail No-Reply@b.org mara@example.org x 20 >d/20 && mail ada@b.org "$(printf "a%s@x.org, " 1 2 3 4 5 6 7 8 9 10)mara@example.org" crowd 21 >d/21 && mail ada@b.org mara@example.org ok 22 "Auto-Submitted: no" >d/22 && mail mara@example.org ada@b.org mine 23 "List-Id: <a>" >d/23 &&
	nt-harvest d 2>err | grep -a "mail[<>]" >out && is "$(sed "s/.*mail//" out | sort | tr "\n" ,)" "<: ok,>: mine," && has err "of lists and programs: 9" && has err "with more than 10 people: 1" && rm .nt-h* && nt-harvest --most 11 d 2>err | grep -c crowd >n && is "$(cat n)" 1'

t 'each verdict of a filter, list and program is known; that it is no spam is no sign' '
	three && mkdir d && while read -r h; do i=$((i + 1)) && mail ada@b.org mara@example.org "no: $h" $i "$h" >d/$i || return 1; done <<-E && while read -r h; do i=$((i + 1)) && mail ada@b.org mara@example.org "yes $i" $i "$h" >d/$i || return 1; done <<-E && nt-harvest d 2>err | grep -a "mail[<>]" >out && hasnt out "no: " && is "$(grep -c "mail<: yes" out)" 26 && has err "of lists and programs: 47"
		X-Spam-Flag: YES
		X-Spam-Flag: true
		X-Spam-Status: Yes, score=9
		x-spam-status: yes
		X-Spam: Yes
		X-Spam-Verdict: SPAM
		X-Bogosity: Spam, tests=bogofilter, spamicity=1.0
		X-Bogosity: Yes, tests=bogofilter
		X-Barracuda-Spam-Flag: YES
		X-Barracuda-Spam-Status: Yes, SCORE=5.00
		X-CRM114-Status: SPAM ( pR: -12.3 )
		X-DSPAM-Result: Spam
		X-DSPAM-Result: Blacklisted
		X-MailScanner-SpamCheck: spam, SpamAssassin (score=9)
		X-Spambayes-Classification: spam; 0.98
		X-VR-SPAMSTATE: SPAM
		X-Gm-Spam: 1
		X-Rspamd-Action: reject
		X-Rspamd-Action: add header
		X-Rspamd-Action: rewrite subject
		X-Spamd-Result: default: True [16.00 / 15.00];
		X-MS-Exchange-Organization-SCL: 5
		X-MS-Exchange-Organization-SCL: 9
		X-Forefront-Antispam-Report: CIP:1.2.3.4;SCL:5;SFV:SPM;H:x
		Precedence: bulk
		Precedence: auto_reply
		List-Id: <a>
		List-Post: NO
		List-Unsubscribe: <https://a.example>
		List-Subscribe: <mailto:a>
		List-Help: <mailto:a>
		List-Archive: <mailto:a>
		List-Owner: <mailto:a>
		Mailing-List: contact x@y.example; run by ezmlm
		X-Mailing-List: linux@vger.example
		X-Mailinglist: x
		X-BeenThere: x@y.example
		X-ML-Name: x
		Auto-Submitted: auto-generated (by a program)
		X-Auto-Response-Suppress: All
		X-Autoreply: yes
		X-Autoreply-From: ada@b.org
		X-Mail-Autoreply: vacation
		X-Autorespond: away
		X-FC-MachineGenerated: true
		X-Failed-Recipients: x@y.example
		X-Cron-Env: <SHELL=/bin/sh>
	E
		X-Spam-Flag: NO
		X-Spam-Status: No, score=-1 required=5
		X-Spam: no
		X-Spam-Level: *********
		X-Spam-Score: 9
		X-Bogosity: Ham, tests=bogofilter
		X-Bogosity: Unsure, tests=bogofilter
		X-Barracuda-Spam-Status: No, SCORE=0
		X-CRM114-Status: Good
		X-DSPAM-Result: Innocent
		X-MailScanner-SpamCheck: not spam, SpamAssassin
		X-Spambayes-Classification: ham; 0.00
		X-VR-SPAMSTATE: OK
		X-Gm-Spam: 0
		X-Rspamd-Action: no action
		X-Rspamd-Action: greylist
		X-Spamd-Result: default: False [0.10 / 15.00];
		X-MS-Exchange-Organization-SCL: 1
		X-MS-Exchange-Organization-SCL: -1
		X-Forefront-Antispam-Report: CIP:1.2.3.4;SCL:1;SFV:NSPM;H:x
		Precedence: normal
		Auto-Submitted: no (by hand)
		X-Auto-Response-Suppress: None
		X-Autoreply: no
		Feedback-ID: i1:Fastmail
		X-Loop: ada@b.org
	E
	rm -r d .nt-h* && mkdir d && mail ada@b.org mara@example.org two 90 "X-Spam-Status: No" | sed "1a X-Spam-Status: Yes" >d/1 && mail mara@example.org ada@b.org mine 91 "X-Spam-Status: Yes" >d/2 && nt-harvest d 2>err | grep -a "mail[<>]" >out && is "$(sed "s/.*mail//" out)" ">: mine"'

t 'a subject is one line, makes no link, drives nothing, and has an end' '
	three && long=$(printf "word %.0s" $(seq 300)) && mail ada@b.org mara@example.org "=?UTF-8?Q?a=0A=2D_2026=2D01=2D01_call:_x=1B[2J_[[Bob]]_[t](bob.md)_=60c=60_=E2=80=AEz?=" 1 >1 && mail ada@b.org mara@example.org "$long" 2 >2 && mail ada@b.org mara@example.org "" 3 >3 && mail ada@b.org mara@example.org "=?x?Q?broken?= =?utf-8?B?!!!?=" 4 >4 &&
	nt-harvest 1 2 3 4 >s && nt-save <s >out && grep "mail<" people/ada.md >got && is "$(wc -l <got)" 4 && has got "mail<: a - 2026-01-01 call: x (2J ((Bob)) (t)(bob.md) '\''c'\'' z" && has got "(no subject)" && has got "word…" && has got "broken" && test "$(wc -c <got)" -lt 400 && nt-check >out && hasnt got "$(printf "\033")" && is "$(nt-find -l link:bob)" ""'

t 'hostile heads cost a message, and not the run' '
	three && mkdir d && mail ada@b.org mara@example.org ok 1 >d/1 && { mail ada@b.org mara@example.org big 2 "X-A: $(head -c 1000000 /dev/zero | tr "\0" a)"; } >d/2 && { printf "From: ada@b.org\nSubject: nodate\nTo: mara@example.org\n\n"; } >d/3 && mail ada@b.org mara@example.org x 4 | sed "s/2026/2036/" >d/4 && mail ada@b.org mara@example.org x 5 | sed "s/2026/1970/" >d/5 &&
	{ printf "To: " && seq -f "a%.0f@x.org," 1 10000 | tr "\n" " " && echo "mara@example.org" && mail ada@b.org x many 6; } >d/6 && { printf "From: ada@b.org\nTo: mara@example.org\nDate: Sun, 20 Sep 2026 17:00:00 +0000\nSubject: nul \0 \377\374 8bit\n\n"; } >d/7 && printf "From: =?utf-8?Q?=ZZ?= <ada@b.org\nDate: Sun, 99 Foo 2026\n\n" >d/8 && head -c 5000 /dev/urandom >d/9 && : >d/10 &&
	code 2 nt-harvest d >s 2>err && has s "mail<: ok" && has s "mail<: big" && has s "17:00 mail<: nul " && has err "d/2: a head that is too long" && has err "d/3: no date" && has err "d/4: dated ahead of today" && has err "d/5: no date that can be" && has err "with more than 10 people: 1" && nt-save <s >out && nt-check >out && code 2 nt-harvest nothere 2>err && has err nothere'

t 'dated ahead: within a week it waits for its day, further ahead it is told once' '
	three && mkdir -p M/cur M/new && mail ada@b.org mara@example.org soon 1 | sed "s/20 Sep/26 Nov/" >M/cur/1 && mail ada@b.org mara@example.org late 2 | sed "s/2026/2036/" >M/cur/2 && mail ada@b.org mara@example.org never 3 | sed "s/2026/99999999999/" >M/cur/3 && code 2 nt-harvest M >s 2>err && is "$(cat s)" "" && is "$(grep -c . err)" 2 && has err "M/cur/2: dated ahead of today; left out" &&
	code 0 nt-harvest M 2>err && is "$(cat err)" "" && is "$(NT_TODAY=2026-11-26 nt-harvest M | grep -a -c "mail<: soon")" 1 && nt-new Zed email=z@z.org >out && code 2 nt-harvest M 2>err && mail ada@b.org mara@example.org box 4 | sed "s/2026/2036/; 1i From x Sun Sep 20 14:05:00 2026" >box && code 2 nt-harvest box 2>err && has err "box:1: dated ahead" && code 0 nt-harvest box'

t 'one mail of somebody without a note: said, with what to write' '
	three && mail "\"Zed X\" <z@z.org>" mara@example.org hi 1 | nt-harvest - >s 2>err && is "$(cat s)" "" && has err "z@z.org is in no note" && has err "email=z@z.org makes one" && mail ada@b.org "mara@example.org, z@z.org" hi 2 | nt-harvest - >s 2>err && has s "mail<: hi" && is "$(cat err)" ""'

t 'strangers: offered when there are two mails each way, and made by --new' '
	three && mkdir d && for i in 1 2 3; do mail "\"Zed [x]\" <z@z.org>" mara@example.org "in $i" "i$i" | sed "s/20 Sep/2$i Sep/" >d/1$i && mail mara@example.org z@z.org "out $i" "o$i" >d/2$i && mail once@z.org mara@example.org x "p$i" >d/3$i || return 1; done && nt-harvest d >s 2>err && is "$(cat s)" "" && is "$(cat err)" "nt-harvest: 6 mails with z@z.org (Zed (x)): --new makes a note" &&
	nt-harvest --new d 2>err | nt-save >out && is "$(cat out)" "people/zed-x.md:1: new: Zed (x)" && is "$(cat err)" "" && is "$(grep -c "mail[<>]" people/zed-x.md)" 6 && is "$(nt-harvest --new d)" "" && test ! -e people/once-z-org.md'

# event LINE...: a calendar with it
event() {
	printf 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:u1\r\nSUMMARY:Lunch\\, [[Bob]]\r\nORGANIZER:mailto:mara@example.org\r\nATTENDEE;CN=Ada:MAILTO:ada@b.org\r\n'
	printf '%s\r\n' "$@" END:VEVENT END:VCALENDAR
}

# met: the days of meetings of Ada, and of Bob
met() {
	nt-harvest "${1:-e.ics}" 2>err | sed -n 's/^- \(.*\) meeting: Lunch.*/\1/p' | sort | tr '\n' ,
}

t 'events: time zones, all day, what lies ahead, who declined, what was cancelled' '
	three && event "DTSTART:20260920T140500Z" >e.ics && is "$(met)" "2026-09-20 14:05," && is "$(nt-harvest - <e.ics | grep -a meeting)" "- 2026-09-20 14:05 meeting: Lunch, ((Bob))" && event "DTSTART;VALUE=DATE:20260920" >e.ics && is "$(met)" "2026-09-20," &&
	event "DTSTART;TZID=America/New_York:20260920T100500" >e.ics && is "$(met)" "2026-09-20 14:05," && event "DTSTART;TZID=America/New_York:20260920T100500" "RDATE;TZID=America/New_York:20260921T100500" "RDATE:20260922T100500Z" >e.ics && is "$(met)" "2026-09-20 14:05,2026-09-21 14:05,2026-09-22 10:05," && event "DTSTART:20260920T140500" >e.ics && is "$(TZ=Asia/Tokyo met)" "2026-09-20 14:05," && event DTSTART:20300101T000000Z >e.ics && is "$(met)" "" &&
	event DTSTART:20260920T140500Z STATUS:CANCELLED >e.ics && is "$(met)" "" && event DTSTART:20260920T140500Z "ATTENDEE;PARTSTAT=DECLINED:mailto:bob@b.org" >e.ics && is "$(met)" "2026-09-20 14:05," && event DTSTART:20260920T140500Z "ATTENDEE;PARTSTAT=DECLINED:mailto:mara@example.org" >e.ics && is "$(met)" "" && event SUMMARY:x >e.ics && code 2 nt-harvest e.ics 2>err && has err "has no start"'

t 'events that recur: once a day, without exceptions, and with bounds' '
	three && event DTSTART:20261101T090000Z "RRULE:FREQ=WEEKLY" EXDATE:20261108T090000Z >e.ics && is "$(met)" "2026-11-01 09:00,2026-11-15 09:00,2026-11-22 09:00," && nt-harvest e.ics | nt-save >out && is "$(met)" "" && is "$(grep -c meeting people/ada.md)" 3 &&
	{ event DTSTART:20261101T090000Z "RRULE:FREQ=WEEKLY;COUNT=3" | sed "/END:VCAL/d" && event DTSTART:20261109T100000Z RECURRENCE-ID:20261108T090000Z | sed 1,2d; } >e.ics && three && rm .nt-h* && is "$(met)" "2026-11-01 09:00,2026-11-09 10:00,2026-11-15 09:00," &&
	event DTSTART:20261101T090000Z "RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30" >e.ics && code 2 nt-harvest e.ics >out 2>err && has err "is too much" && event DTSTART:20261101T090000Z "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30" >e.ics && nt-harvest e.ics && event DTSTART:19000101T090000Z "RRULE:FREQ=DAILY" >e.ics && code 2 nt-harvest e.ics >out 2>err && has err "more than 3000 times"'

t 'an event that moved within its day, or one of a series, is that event; what is no day is told' '
	three && event DTSTART:20260920T100000Z >e.ics && nt-harvest e.ics | nt-save >out && event DTSTART:20260920T150000Z >e.ics && is "$(nt-harvest e.ics)" "" && event "DTSTART;VALUE=DATE:20260920" >e.ics && is "$(nt-harvest e.ics)" "" && event DTSTART:20260921T100000Z >e.ics && is "$(nt-harvest e.ics | grep -c "meeting: Lunch")" 2 &&
	three && rm .nt-h* && event DTSTART:20261101T090000Z "RRULE:FREQ=WEEKLY;COUNT=2" >e.ics && nt-harvest e.ics | nt-save >out && is "$(grep -c meeting people/ada.md)" 2 &&
	{ event DTSTART:20261101T090000Z "RRULE:FREQ=WEEKLY;COUNT=2" | sed "/END:VCAL/d" && event DTSTART:20261109T100000Z RECURRENCE-ID:20261108T090000Z | sed 1,2d; } >e.ics && is "$(nt-harvest e.ics)" "" &&
	three && rm .nt-h* && event DTSTART:20260920T090000Z RDATE:20260921T090000Z RDATE:20260922T090000Z EXDATE:20260921T090000Z >e.ics && is "$(met)" "2026-09-20 09:00,2026-09-22 09:00," &&
	for day in 20261131T100000Z 20260231T100000Z 20260229T100000; do event DTSTART:$day >e.ics && code 2 nt-harvest e.ics >out 2>err && has err "e.ics: " && has err "not a day: '\''${day%T*}" || return 1; done'

t 'a mail that is a link is read, a folder that is one is not' '
	three && mkdir -p real other/cur d/cur d/new && mail ada@b.org mara@example.org linked 9 >real/m && ln -s ../../real/m d/cur/1.a:2,S && ln -s ../../real/m d/new/2.b && ln -s ../gone d/cur/3.c && ln -s ../other d/sub && mail ada@b.org mara@example.org inside 8 >other/cur/x && ln -s /dev/zero d/cur/4.d &&
	code 0 nt-harvest d >out 2>err && is "$(cat err)" "" && is "$(grep -ac "mail<: linked" out)" 1 && hasnt out inside && mkdir mh && ln -s ../real/m mh/1 && code 0 nt-harvest mh >out && has out linked'

# zone RULE: a zone Home, an hour ahead, that changes by that rule
zone() {
	printf '%s\r\n' BEGIN:VTIMEZONE TZID:Home BEGIN:STANDARD TZOFFSETFROM:+0100 TZOFFSETTO:+0100 DTSTART:19700101T000000 "RRULE:$1" END:STANDARD END:VTIMEZONE
}

# nested NAME: ten thousand of it in each other
nested() {
	awk -v name="$1" 'BEGIN { ORS = "\r\n"; for (i = 0; i < 10000; i++) print "BEGIN:" name; for (; i; i--) print "END:" name }'
}

t 'calendars that would take libical for ever: rules of many times a day, zones of many changes, what is nested' '
	sixty=$(seq -s , 0 59) && three && event DTSTART:20261101T090000Z "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;BYMINUTE=$sixty;BYSECOND=$sixty" >e.ics && is "$(met)" "2026-11-01 09:00," && has err "is too much: taken for its first day" &&
	for rule in "FREQ=SECONDLY" "FREQ=DAILY" "FREQ=YEARLY;BYHOUR=1,2;BYMINUTE=$sixty;BYSECOND=$sixty"; do { event "DTSTART;TZID=Home:20261101T100000" | sed 2q && zone "$rule" && event "DTSTART;TZID=Home:20261101T100000" | sed 1,2d; } >e.ics && is "$(met)" "2026-11-01 09:00," && has err "is too much: left out" || return 1; done &&
	{ sed 2q e.ics && zone "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU" && event "DTSTART;TZID=Home:20261101T100000" | sed 1,2d; } >f.ics && is "$(met f.ics)" "2026-11-01 09:00," && is "$(cat err)" "" &&
	for name in VCALENDAR VEVENT; do { sed 1q e.ics && nested $name && sed 1d f.ics; } >deep.ics && code 2 nt-harvest deep.ics 2>err && has err "a calendar in too many others" || return 1; done && { nested VCALENDAR | sed 10q && cat f.ics && nested VCALENDAR | tail -n 12 && cat f.ics; } >e.ics && is "$(met)" "2026-11-01 09:00," && is "$(cat err)" ""'

t 'the log of msmtp' '
	three && printf "%s\n" "Nov 20 14:05:33 host=smtp.x tls=on auth=on user=u from=mara@example.org recipients=ada@b.org,bob@b.org mailsize=123 smtpstatus=250 exitcode=EX_OK" "Nov 30 10:00:00 host=x from=m@work.example recipients=bob@b.org mailsize=1 exitcode=EX_OK" "Nov 21 10:00:00 host=x from=a recipients=bob@b.org errormsg=x exitcode=EX_TEMPFAIL" "2026-11-02 08:00:00 host=x from=a recipients=bob@b.org exitcode=EX_OK" >log && nt-harvest log | log >out &&
	is "$(sort out | tr "\n" ,)" "- 2025-11-30 10:00 mail>: (by msmtp),- 2026-11-02 08:00 mail>: (by msmtp),- 2026-11-20 14:05 mail>: (by msmtp),- 2026-11-20 14:05 mail>: (by msmtp)," && is "$(nt-harvest log)" ""'

t 'days, forms, usage; no book' '
	three && maildir M && is "$(nt-harvest --since 2026-09-21 M)" "" && is "$(nt-harvest --until 2026-09-19 M)" "" && is "$(nt-harvest -p --since 2026-09-20 M)" "people/ada.md
people/bob.md" && nt-harvest -j M | jq -r .path | grep -c people >n && is "$(cat n)" 2 && code 2 nt-harvest 2>err && code 2 nt-harvest people/ada.md 2>err && has err "neither mails, a calendar" && mkdir -p ../no && cd / && code 2 nt-harvest "$OLDPWD/M" 2>"$OLDPWD/err" && has "$OLDPWD/err" "no book"'

t 'many in one note: in order, and the others as they were' '
	three && mkdir d && for i in $(seq 300); do mail ada@b.org mara@example.org "n $i" $i | sed "s/20 Sep 2026 16:05/$((i % 28 + 1)) $(echo Jan Feb Mar Apr May Jun Jul Aug Sep Oct | cut -d " " -f $((i % 10 + 1))) 202$((i % 6)) $((i % 14 + 10)):$((i % 49 + 10))/" >d/$i || return 1; done && nt-harvest d | nt-save >out && grep "^- " people/ada.md >got && is "$(wc -l <got)" 302 && cut -c 3-12 got >days && sort -r days | same days && nt-check >out'

done_testing
