#!/bin/sh
# The digest by mail, to the person whom me of book.md names; no mail when nobody new is due. From cron:
#   30 7 * * *	NT_BOOK=$HOME/book nt-mail.sh
# What could not be sent waits in the outbox for the next run: --once tells of nobody a second time.
outbox=${XDG_STATE_HOME:-$HOME/.local/state}/nt-outbox
mkdir -p "$outbox" || exit
umask 077

mail=$outbox/$(date +%Y%m%d%H%M%S)-$$
nt-due | nt-remind --once --if-any -f mail >"$mail"
[ -s "$mail" ] || rm "$mail"

for mail in "$outbox"/*; do
	[ ! -f "$mail" ] || { ${NT_SENDMAIL:-msmtp} -t <"$mail" && rm "$mail"; } || exit
done
