#!/bin/sh
# Pick somebody from a menu on the desktop: the email address goes to the clipboard,
# or with -e the note opens in a terminal. Bind it to a key; NT_BOOK has to be set there.
#   nt-rofi.sh                              rofi
#   NT_MENU='dmenu -i -l 20' nt-rofi.sh     dmenu, or any menu that takes lines and prints one
address=$(nt-address | ${NT_MENU:-rofi -dmenu -i -p to} | cut -f 1)
[ -n "$address" ] || exit 1

if [ "${1-}" = -e ]; then
	exec ${TERMINAL:-xterm} -e nt-edit "email=$address"
fi
for copy in wl-copy 'xclip -selection clipboard' pbcopy; do
	if command -v ${copy%% *} >/dev/null; then
		printf %s "$address" | $copy
		exit
	fi
done
echo "$address"
