#!/bin/sh
# The book with its history as one file that only you can read, for a disk or a server of somebody else's.
#   age-keygen -o ~/.config/nt/age.key         once; keep a copy elsewhere, without it a backup is noise
#   0 4 * * 0	NT_BOOK=$HOME/book nt-backup.sh /mnt/disk
# And back: age -d -i ~/.config/nt/age.key book-2026-11-24.age >book.bundle && git clone book.bundle book
# It holds what is committed: nt-sync first.
key=${NT_AGE_KEY:-$HOME/.config/nt/age.key}
to=${1:?a folder}/book-$(date +%F).age
umask 077
bundle=$(mktemp) || exit
trap 'rm -f "$bundle" "$to.new"' EXIT

git -C "${NT_BOOK:-.}" bundle create -q "$bundle" --all &&
	age -r "$(age-keygen -y "$key")" -o "$to.new" "$bundle" && mv "$to.new" "$to"
