#!/bin/sh
. "${0%/*}/lib.sh"

# Real vaults, where they are: $NT_DATA, else ../shared/data beside the checkout. Copies are worked on.

DATA=${NT_DATA:-$TOP/../shared/data}

# vault: a book of all Markdown files of the data, in git; .all: the paths of those that are no templates
vault() {
	{ [ -d "$DATA" ] || skip "no data in $DATA"; }
	(cd "$DATA" && find . -name '*.md' ! -name README.md ! -path './*/LICENSE*') | sed 's/^\.\///' | sort >all &&
		while read -r path; do
			mkdir -p "$(dirname "vault/$path")" && cp "$DATA/$path" "vault/$path" || return 1
		done <all && grep -v /templates/ all >vault/.all && cd vault && git init -q . && git add . && git commit -qm vault &&
		nt-init . >out && has book.md "default-kind: note" && has out "left out as templates (ignore in book.md): hal_md/templates" && git diff --quiet && rm out && git add . &&
		git commit -qm book
}

t 'every note is found, and shown' '
	vault && nt-find -p >out 2>err && is "$(cat err)" "" && while read -r note; do
		grep -qxF -e "$note" out && nt-show "$note" >card && [ -s card ] || { echo "$note" && return 1; }
	done <.all && code=0 && { nt-due >out 2>err || code=$?; } && [ $code -lt 2 ] && git diff --quiet'

t 'a stream of them is them' '
	vault && nt-find -s >stream && is "$(grep -c "^nt-rev: " stream)" "$(wc -l <.all | tr -d " ")" &&
	is "$(nt-find -p - <stream)" "$(nt-find -p)"'

t 'an entry is one more line, and is taken back to the byte' '
	vault && while read -r note; do
		nt-log "$note" call: hi >out 2>err || { cat err && echo "$note" && return 1; }
		gone=$(git diff --numstat | cut -f 2) && [ -z "$(git show ":$note" | tail -c 1)" ] && most=0 || most=1
		[ "$gone" -le $most ] && git diff -- "$note" | grep -E "^[+].*2026-11-24 call: hi" >/dev/null &&
		nt-log -u "$note" >out && git diff --quiet || { git diff && return 1; }
	done <.all'

t 'a snooze changes one line' '
	vault && while read -r note; do
		nt-snooze "$note" 2w >out 2>err || { cat err && echo "$note" && return 1; }
		is "$(nt-find -l -o snooze "$note")" 2026-12-08 && git show ":$note" | sed 1q | grep -q -e "---" &&
		most=1 || most=3
		[ "$(git diff --numstat | cut -f 1)" -le $most ] && [ "$(git diff --numstat | cut -f 2)" -le 1 ] &&
		git checkout -q . || { git diff && return 1; }
	done <.all'

done_testing
