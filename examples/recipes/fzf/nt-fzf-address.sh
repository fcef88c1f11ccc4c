#!/bin/sh
# Pick email addresses with fzf, best first; Tab marks several. Prints them, one a line.
#   mutt $(nt-fzf-address.sh)
#   nt-fzf-address.sh recruiter berlin | paste -sd, -
tab=$(printf '\t')
nt-address -- "$@" |
	fzf --multi --delimiter="$tab" --with-nth=2,1,3 --tiebreak=index |
	cut -f 1
