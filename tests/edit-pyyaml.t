#!/bin/sh
# random edits of random notes: PyYAML reads exactly the change, no other byte differs
dir=$(dirname "$0")
for python in python3 /usr/bin/python3; do
	if "$python" -c 'import yaml' 2>/dev/null; then
		exec "$python" "$dir/edit-pyyaml.py" "${B:-build}/helpers/edit-apply"
	fi
done
echo '1..0 # SKIP no python3 with yaml'
