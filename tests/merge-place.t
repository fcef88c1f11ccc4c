#!/bin/sh
# Random edits on both sides of random notes: nothing lost, each entry below its heading and beside its neighbours.
dir=$(dirname "$0")
command -v python3 >/dev/null || { echo '1..0 # SKIP no python3' && exit 0; }
PYTHONDONTWRITEBYTECODE=1 exec python3 "$dir/merge-place.py" "${BIN:-${B:-build}/bin}/nt-merge"
