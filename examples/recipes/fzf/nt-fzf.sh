#!/bin/sh
# Pick a person with fzf, their card beside the list; prints the path of the note.
#   nt-log "$(nt-fzf.sh)" call: she is hiring
#   nt-show "$(nt-fzf.sh tag:recruiter city:Berlin)"
tab=$(printf '\t')
nt-find -l -o name,path kind=person "$@" |
	fzf --delimiter="$tab" --with-nth=1 --preview='nt-show --color=always -- {2}' --preview-window=right:60% |
	cut -f 2
