#!/bin/sh
# A part of the book that is plain here, and unreadable in git and wherever it is pushed to. The key as for
# nt-backup.sh; nt-age.sh in PATH; then, in the book:
#   echo 'people/private/** filter=age merge=age' >>.gitattributes     behind *.md merge=nt
# and once in every clone:
#   git config filter.age.clean 'nt-age.sh clean %f'
#   git config filter.age.smudge 'nt-age.sh smudge'
#   git config filter.age.required true
#   git config merge.age.driver 'nt-age.sh merge %O %A %B %P %L'
#   git checkout -- .
key=${NT_AGE_KEY:-$HOME/.config/nt/age.key}
dir=$(mktemp -d) || exit
trap 'rm -rf "$dir"' EXIT

seal() {
	age -r "$(age-keygen -y "$key")" "$1"
}

# What was committed before there was a key is plain.
open() {
	if [ "$(head -c 18 "$1")" = age-encryption.org ]; then
		age -d -i "$key" "$1"
	else
		cat "$1"
	fi
}

case $1 in
clean) # age gives other bytes each time: what did not change keeps those that git has
	cat >"$dir/new" && if git cat-file blob ":$2" >"$dir/sealed" 2>/dev/null &&
		open "$dir/sealed" 2>/dev/null | cmp -s - "$dir/new" && [ -s "$dir/sealed" ]; then
		cat "$dir/sealed"
	else
		seal "$dir/new"
	fi
	;;
smudge)
	cat >"$dir/sealed" && open "$dir/sealed"
	;;
merge)
	open "$2" >"$dir/base" && open "$3" >"$dir/ours" && open "$4" >"$dir/theirs" || exit 2
	nt-merge "$dir/base" "$dir/ours" "$dir/theirs" "$5" "$6"
	status=$?
	[ $status -lt 2 ] && seal "$dir/ours" >"$3" || exit 2
	exit $status
	;;
esac
