#!/bin/sh
# run.sh BUILD NAME SECONDS: one fuzz target from what it found before, the example book and seeds/NAME. FUZZ_SEED: 0, or
# what makes a run the same again.
set -eu
build=$1 name=$2 seconds=$3
corpus=$build/corpus/$name
mkdir -p "$corpus" "$build/crashes"
echo "$name: $seconds s"
set -- "$corpus" examples/book
[ ! -d "tests/fuzz/seeds/$name" ] || set -- "$@" "tests/fuzz/seeds/$name"
"$build/fuzz/$name" -max_total_time="$seconds" -seed="${FUZZ_SEED:-0}" -timeout=10 -rss_limit_mb=2048 -max_len=65536 \
	-artifact_prefix="$build/crashes/$name-" "$@" >"$build/$name.log" 2>&1 || {
	tail -n 60 "$build/$name.log"
	echo "$name: FAILED, input in $build/crashes" >&2
	exit 1
}
tail -n 1 "$build/$name.log"
