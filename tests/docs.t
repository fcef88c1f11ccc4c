#!/bin/sh
# Runs the examples of every page and of README.md and compares what they print.
#
# An example stands in a literal display (.Bd -literal) of a page, or in a ```console block:
#
#	$ nt-due -n 1			a command; one that ends in \ goes on in the next line
#	Ada Lovelace  ...		all that it prints to a terminal of 80 columns
#	...				as the last line: and so on
#	% nt-remind -f notify		shown to people, not run
#
# The commands of one block run one after the other in a fresh copy of examples/book; those of a page with the
# comment "One book" in one copy, from its first block to its last, as a reader follows it.
. "${0%/*}/lib.sh"

# blocks FILE FOLDER: prints the line of each block and puts it into a folder of that name: 1.cmd, 1.out, 2.cmd ...
blocks() {
	awk -v to="$2" '
	function plain(s) {
		if (FILENAME ~ /\.md$/)
			return s
		gsub(/\\&/, "", s)
		gsub(/\\\(aq/, "\047", s)
		gsub(/\\\(dq/, "\"", s)
		gsub(/\\\(ha/, "^", s)
		gsub(/\\\(ti/, "~", s)
		gsub(/\\\(ga/, "`", s)
		gsub(/\\-/, "-", s)
		gsub(/\\e/, "\\", s)
		return s
	}
	/^\.Bd .*-literal/ || /^```console/ { inside = FNR; n = 0; out = ""; next }
	/^\.Ed/ || /^```/ { inside = 0; next }
	!inside { next }
	more { line = plain($0); print line >cmd; more = line ~ /\\$/; next }
	/^\$ / {
		if (!n++) {
			system("mkdir -p " to "/" inside)
			print inside
		}
		cmd = to "/" inside "/" n ".cmd"
		out = to "/" inside "/" n ".out"
		line = plain(substr($0, 3))
		print line >cmd
		printf "" >out
		more = line ~ /\\$/
		next
	}
	/^% / { out = ""; next }
	out != "" { print plain($0) >out }
	' "$1"
}

# run_blocks FOLDER BLOCK...: their commands in a copy of the book
run_blocks() {
	of=$1
	shift
	cp -R "$TOP/examples/book" book && cd book || return 1
	for one in "$@"; do
		run_block "$of/$one" || { echo "line $one"; return 1; }
	done
}

# run_block FOLDER: its commands in the working directory
run_block() {
	n=0
	while n=$((n + 1)) && [ -f "$1/$n.cmd" ]; do
		want=$1/$n.out
		COLUMNS=80 TERM=dumb on-tty sh -c "$(cat "$1/$n.cmd")" >../got
		if [ "$(tail -n 1 "$want")" = ... ]; then
			head -n "$(($(wc -l <"$want") - 1))" ../got >../got.head
			mv ../got.head ../got
			sed '$d' "$want" >../want
			want=../want
		fi
		sed 's/^/$ /' "$1/$n.cmd"
		diff -u "$want" ../got || return 1
	done
}

for page in "$TOP"/man/*.[1-9] "$TOP/README.md"; do
	[ -f "$page" ] || continue
	name=${page##*/}
	all=$(blocks "$page" "$TMP/blocks/$name")
	if grep -q '^\.\\" One book' "$page"; then
		t "$name, from its first example to its last" 'run_blocks "$TMP/blocks/$name" $all'
		continue
	fi
	for block in $all; do
		t "$name, line $block" 'run_blocks "$TMP/blocks/$name" "$block"'
	done
done
done_testing
