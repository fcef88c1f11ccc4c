#!/bin/sh
# nt-lsp, by a client written from the specification (lsp_client.py) and by editors that have one.
. "${0%/*}/lib.sh"

lsp() {
	PYTHONDONTWRITEBYTECODE=1 python3 "$TOP/tests/lsp.py" "$@"
}

notes() {
	mkdir book && cd book && book && note book.md <<-E &&
		---
		kind: book
		map:
		  next: prm-next
		---
	E
	note people/ada.md <<-E &&
		---
		name: Ada
		email: ada@example.org
		---
	E
	note people/charles.md <<-E &&
		---
		name: Charles Babbage
		aliases: [Charlie]
		email: charles@example.org
		city: London
		cadence: 6w
		shoe-size: 44
		tags: [mentor, mentor/old, menu]
		private:
		  hushkey: hush
		---

		## Log

		- 2026-11-20 call: the engine
		- [ ] 2026-12-01 owe: intro to [[Ada]]

		## Private

		- 2026-11-22 hushing: hush
	E
	note people/eve.md <<-E &&
		---
		name: Eve
		email: eve@example.org
		snooze: 2026-12-24
		tags: [mentor]
		---

		- 2026-01-01 mail: hello to [[Charlie]]
		- 2026-02-01 mail: again
		- 2026-03-01 mail: and again
	E
	note people/quiet.md <<-E &&
		---
		private: {name: Hush Hushed, aliases: [Hushy]}
		---
	E
	note people/z.md <<-E &&
		---
		name: Zoë
		email: zoe@example.org
		---
		- 2024-01-01 call: of [[charles]]
	E
	printf -- "---\nname: Twin\n---\n" >people/twin-1.md && cp people/twin-1.md people/twin-2.md &&
	note orgs/acme.md <<-E &&
		---
		name: Acme
		---
	E
	note tea.md <<-E &&
		---
		kind: recipe
		---
	E
	note journal/2026-11-20.md <<-E
		# Friday

		- dinner: with [[Charles Babbage]] and [[Nobody]], at [[Acme]]
		- 😀 [him](../people/charles.md), [[Charles Babbage#Log]], [[Zoë]]
	E
}

messy() {
	printf -- '---\nname: Mess\nbirthday: 1990/11/26\ncadence: often\ntags: #x\nmet: 2026-9-4\nbirthdya: x\n---\n\n## Log\n\n- 2026-9-4 call: 😀 [[Nobody]]\n- 2026-11-01 owe: é x\n- [ ]\n- 漢字 [[Twin]]\n' >messy.txt
}

t 'begins and ends as the protocol says' 'notes && lsp life'
t 'ends when its client is killed' 'notes && lsp orphan'
t 'what is no message costs a message' 'notes && lsp framing'
t 'a request that waits can be cancelled' 'notes && lsp cancel'
t 'random edits in UTF-16: both sides hold the same' 'notes && lsp sync "\"utf-16\"" 1 10000'
t 'random edits in UTF-8: both sides hold the same' 'notes && lsp sync "\"utf-8\"" 2 10000'
t 'edits in characters, behind ends, wrong way round, half of a pair' 'notes && lsp sync_odd'
t 'names behind [[, best first, nothing private' 'notes && lsp names'
t 'keys, values, days in words, kinds of entries' 'notes && lsp words'
t 'hover is the card of nt-show' 'notes && lsp cards'
t 'definition and references' 'notes && lsp places'
t 'symbols of a note and of the book' 'notes && lsp symbols'
t 'hints: last contact and due, nothing private' 'notes && lsp hints'
t 'mistakes of what is not saved, as nt-check has them' 'notes && messy && lsp mistakes'
t 'mending, as nt-check --fix; a note for a link' 'notes && messy && lsp mends'
t 'actions do what the tools do' 'notes && lsp acts'
t 'rename is nt-mv, to the byte' 'notes &&
	lsp renames "[[\"people/charles.md\", \"Charles B.\"], [\"people/z.md\", \"Zora\"], [\"people/eve.md\", \"people/friends/eve.md\"], [\"people/twin-1.md\", \"Gemini\"], [\"people/ada.md\", \"Eve\"]]"'
t 'rename is nt-mv, in the example book' 'cp -R "$TOP/examples/book" book && cd book &&
	lsp renames "[[\"people/amara-diallo.md\", \"Amara D. Okoro\"], [\"orgs/tidewater-analytics.md\", \"orgs/tide.md\"]]"'
t 'rename of what is not saved, and what cannot be' 'notes && lsp rename_odd'
t 'what others write is seen' 'notes && lsp outside'
t 'what was never saved is seen as if it was' 'notes && lsp unsaved'
t 'which book, and what is no note of it' 'notes && lsp where'
t 'a person at a terminal is told what it is' 'notes && code 2 on-tty -i nt-lsp >out 2>&1; has out "an editor talks to it"'
t 'any question about any text is answered' 'notes && lsp storm 3 1500'
t 'what cannot be written is an error' '
	{ [ -c /dev/full ] || skip "no /dev/full"; }
	ask="{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"capabilities\":{}}}"
	notes && printf "Content-Length: %d\r\n\r\n%s" "${#ask}" "$ask" >ask && code 1 nt-lsp <ask >answer && has answer "\"id\":1,\"result\"" &&
	code 2 nt-lsp <ask >/dev/full 2>err && has err "nt-lsp: write error: No space left"'

renamed() {
	has people/charles.md "name: Charles B." && has journal/2026-11-20.md "[him](../people/charles.md), [[Charles B.#Log]]" && code 0 nt-check people
}

t "Neovim, by its recipe" '
	{ command -v nvim >/dev/null || skip "no Neovim"; }
	notes && nvim --headless --noplugin -i NONE -u "$TOP/examples/recipes/neovim/nt.lua" -c "filetype on" \
		-c "luafile $TOP/tests/lsp-neovim.lua" && renamed && has people/charles.md "- [x] 2026-11-24 owe: intro to [[Ada King]]" &&
	[ ! -e people/ada.md ] && has people/ada-king.md "name: Ada King" && has people/nobody.md "name: Nobody"'

t "Emacs, by its recipe" '
	emacs --batch --eval "(require (quote eglot))" >/dev/null 2>&1 || skip "no Emacs with eglot"
	notes && emacs --batch -l "$TOP/tests/lsp-emacs.el" && renamed && has people/charles.md "- [x] 2026-11-24 owe: intro"'

t "Vim with ALE, by its recipe" '
	vim -es -u NONE -i NONE -c "silent! packadd ale" -c "if !exists(\"g:loaded_ale_dont_use_this_in_other_plugins_please\") | cquit | endif" -c "qa!" || skip "no Vim with ALE"
	notes && TERM=dumb vim -es -n -u NONE -i NONE -S "$TOP/tests/lsp-ale.vim" && renamed'

t "the protocol library of VS Code" '
	modules=${NT_NODE_MODULES:-$(npm root -g 2>/dev/null)}
	{ [ -d "$modules/vscode-languageserver-protocol" ] || skip "vscode-languageserver-protocol is not in $modules: NT_NODE_MODULES says where it is"; }
	notes && node "$TOP/tests/lsp-vscode.mjs" "$modules"'

t "recipes are of the form that their editors read" '
	python3 - "$TOP/examples/recipes" <<-"E"
	import json, sys
	try:
	    import tomllib
	except ImportError:
	    print("SKIP this Python reads no TOML")
	    sys.exit()
	for name in ("helix/languages.toml", "zed/extension.toml", "zed/Cargo.toml"):
	    tomllib.load(open(sys.argv[1] + "/" + name, "rb"))
	assert json.load(open(sys.argv[1] + "/vscode/package.json"))["main"] == "./extension.js"
	E
'
t "Kakoune reads its recipe" '
	{ command -v kak >/dev/null || skip "no Kakoune"; }
	echo x >x.md && kak -n -ui dummy -e "try %{ source $TOP/examples/recipes/kakoune/nt.kak; nop %sh{ echo yes >good } }; kill 0" x.md; has good yes'

t "the bench of it still asks what it answers" '
	cp -R "$TOP/examples/book" book && PYTHONDONTWRITEBYTECODE=1 python3 "$TOP/tests/bench/lsp.py" book >out && is "$(grep -c " ms" out)" 5'
done_testing
