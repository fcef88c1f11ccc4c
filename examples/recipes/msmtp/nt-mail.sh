#!/bin/sh
# The digest by mail, to the person whom me of book.md names; no mail when nobody new is due. From cron:
#   30 7 * * *	NT_BOOK=$HOME/book nt-mail.sh
# What could not be sent waits in the outbox for the next run, and keeps nothing else from being sent: --once tells of
# nobody a second time.
outbox=${XDG_STATE_HOME:-$HOME/.local/state}/nt-outbox
mkdir -p "$outbox" || exit
umask 077

mail=$outbox/$(date +%Y%m%d%H%M%S)-$$
status=0
nt-due | nt-remind --once --if-any -f mail >"$mail" || status=$?
[ -s "$mail" ] || rm "$mail"

for mail in "$outbox"/*; do
	[ -f "$mail" ] || continue
	if ${NT_SENDMAIL:-msmtp} -t <"$mail"; then
		rm "$mail"
	else
		status=$?
	fi
done
exit "$status"
