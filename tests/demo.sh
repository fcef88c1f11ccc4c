#!/bin/sh
# make demo: the main job on the example book.
set -eu
cd examples/book

say() { printf '\n%s\n' "$*"; }
run() {
	printf '\n$ %s\n' "$1"
	sh -c "$1"
}

say "A book is a folder of plain text notes, one a person. This one, examples/book, has $(nt-find -p | wc -l | tr -d ' ') notes;
its today is $NT_TODAY. Each note says how often you want to be in touch:"
run 'head -n 16 "$(nt-due -n 1 -p)"'
say 'Who is due, and why, from the cadence, the promises and the dates in the notes:'
run 'nt-due -t'
say 'The few to write to today, with one next step each, as cron would mail it:'
run 'nt-due | nt-remind'
say "Go on:
  PATH=\$PWD/build/bin:\$PATH
  nt-init ~/network && cd ~/network     a book of your own
  nt-new 'Grace Hopper' email=grace@example.org cadence=6w
  nt-log grace call: she is hiring
  nt help                               every tool, in one page"
