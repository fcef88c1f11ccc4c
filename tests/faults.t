#!/bin/sh
# Every call of the system that a changing tool makes on a file fails once, in turn; and the tool is killed at each that
# changes something: see faults.py.
. "${0%/*}/lib.sh"

faults=$TOP/tests
FAULTS=$TMP/faults.so BIN=${BIN:-$B/bin}
export FAULTS BIN
cc -shared -fPIC -o "$FAULTS" "$faults/faults.c" -ldl 2>"$TMP/cc" || rm -f "$FAULTS"

# faults TOOL
faults() {
	{ [ -f "$FAULTS" ] || skip "no library to preload is made here"; }
	case $BIN in *valgrind*) skip "a script starts the tools" ;; esac
	/usr/bin/python3 "$faults/faults.py" "$1"
}

for tool in log log-new log-undo set set-undo "done" mv snooze new save harvested check remind differ join vdir init; do
	t "$tool" "faults $tool"
done

done_testing
