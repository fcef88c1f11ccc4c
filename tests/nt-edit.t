#!/bin/sh
. "${0%/*}/lib.sh"

# A book with ada, bob and a broken note; the editor writes down what it was called with and adds a line to each file.
people() {
	book && printf -- '---\nname: Ada\ntags: [a]\n---\n' >people/ada.md && printf '# Bob\n' >people/bob.md && mkdir -p "$HOME/bin" &&
		editor 'for file; do echo added >>"$file"; done'
}

# editor SCRIPT: $EDITOR writes its arguments to the file calls, then runs it
editor() {
	printf '#!/bin/sh\nprintf "%%s|" "$@" >>"%s/calls"\necho >>"%s/calls"\n%s\n' "$PWD" "$PWD" "$1" >"$HOME/editor" &&
		chmod +x "$HOME/editor" && EDITOR=$HOME/editor && export EDITOR && rm -f calls
}

# checker SCRIPT: the same for nt-check, in a folder with a copy of nt-edit
checker() {
	mkdir -p tools && ln -sf "$(command -v nt-edit)" tools/nt-edit &&
		printf '#!/bin/sh\nprintf "%%s|" "$@" >"%s/checked"\n%s\n' "$PWD" "$1" >tools/nt-check && chmod +x tools/nt-check
}

# alone: a PATH without nt-check
alone() {
	mkdir -p alone && ln -sf "$(command -v nt-edit)" "$(command -v nt-find)" alone && PATH=$PWD/alone:/usr/bin:/bin && export PATH
}

t 'opens the notes, all in one call, in path order' '
	people && alone && nt-edit name:ada or name:bob >out && is "$(cat calls)" "people/ada.md|people/bob.md|" && has people/bob.md added && is "$(cat out)" ""'

t 'a path, a name, from where one is' '
	people && alone && nt-edit people/bob.md && nt-edit ada && is "$(cat calls)" "$(printf "people/bob.md|\npeople/ada.md|")" && cd people && nt-edit bob.md &&
	is "$(tail -n 1 ../calls)" "bob.md|"'

t 'nothing means nothing' 'people && code 2 nt-edit 2>err && has err usage && ! [ -e calls ]'

t 'no match: 1, and no editor' 'people && code 1 nt-edit nobody && code 1 nt-edit tag:x && code 1 nt-edit - </dev/null && ! [ -e calls ]'

t 'VISUAL before EDITOR, with arguments' '
	people && alone && VISUAL="$HOME/editor -x \"a b\"" EDITOR=false nt-edit ada && is "$(cat calls)" "-x|a b|people/ada.md|"'

t 'the stream says which' '
	people && alone && nt-find people/ | nt-edit - && is "$(cat calls)" "people/ada.md|people/bob.md|" && rm calls &&
	{ nt-find -s bob && nt-find -s ada && nt-find -s bob; } | nt-edit - && is "$(cat calls)" "people/ada.md|people/bob.md|" && rm calls &&
	nt-find people/ | nt-edit - tag:a && is "$(cat calls)" "people/ada.md|"'

t 'what of a stream is no file of the book' '
	people && alone && printf -- "---\nname: X\n---\n" | code 2 nt-edit - 2>err && has err "without a path" &&
	printf -- "---\nnt-path: people/x.md\nnt-rev: new\nname: X\n---\n\f\n" | code 2 nt-edit - 2>err && has err "people/x.md: new" &&
	printf -- "---\nnt-path: people/x.md\nnt-rev: 0123456789abcdef\nname: X\n---\n\f\n" | code 2 nt-edit - 2>err && has err people/x.md && ! [ -e calls ]'

t 'the editor has the terminal, not the stream' '
	people && alone && editor tty && printf "#!/bin/sh\nnt-find ada | nt-edit -\n" >run && chmod +x run &&
	"$B/helpers/on-tty" -i ./run >out && has out /dev/ && hasnt out "not a tty" && has calls people/ada.md'

t 'names that look like options' '
	people && alone && printf "x\n" >-x.md && printf "x\n" >+1.md && nt-edit path:.md && is "$(cat calls)" "./+1.md|./-x.md|people/ada.md|people/bob.md|" &&
	printf "x\n" >"people/a b '\''c\$(x).md" && rm calls && nt-edit "path:a b" && is "$(cat calls)" "people/a b '\''c\$(x).md|"'

t 'what changed is checked by nt-check, and nothing else' '
	people && checker "echo said >&2" && editor "echo added >>people/bob.md" && tools/nt-edit people/ 2>err && is "$(cat checked)" "-b|$(pwd -P)|--|people/bob.md|" && is "$(cat err)" said &&
	rm checked && editor : && tools/nt-edit people/ && ! [ -e checked ]'

t 'errors left in a note: 2' '
	people && checker "exit 1" && code 2 tools/nt-edit ada && checker "exit 2" && code 2 tools/nt-edit ada && checker "kill -9 \$\$" && code 2 tools/nt-edit ada 2>err &&
	checker "exit 0" && nt-find ada >stream && code 0 tools/nt-edit - <stream'

t 'without nt-check the note is parsed' '
	people && alone && editor "printf -- \"---\\nname: \\\"x\\n---\\n\" >people/ada.md" && code 2 nt-edit ada 2>err && has err nt-edit: && has err people/ada.md:2:'

t 'a note that does not parse can be opened, and mended' '
	people && alone && printf -- "---\nname: \"Cy\n---\nText\n" >people/cy.md && editor "echo \"# Cy\" >people/cy.md" && nt-edit people/cy.md 2>err && is "$(cat err)" "" && is "$(cat calls)" "people/cy.md|" &&
	printf "<<<<<<< ours\n# Cy\n=======\n# Zy\n>>>>>>> theirs\n" >people/cy.md && nt-edit cy && printf "\377\n" >people/cy.md && nt-edit people/cy.md && printf "a\0b\n" >people/cy.md && nt-edit people/cy.md &&
	is "$(cat people/cy.md)" "# Cy"'

t 'the editor fails' '
	people && alone && EDITOR=false code 2 nt-edit ada 2>err && has err editor && EDITOR=/nowhere/ed code 2 nt-edit ada 2>err && has err editor'

t 'an editor that takes the file away, or puts another in its place' '
	people && checker : && editor "rm people/ada.md" && code 0 tools/nt-edit ada && ! [ -e checked ] && editor "cp people/bob.md x && echo y >>x && mv x people/bob.md" && tools/nt-edit bob && has checked people/bob.md'

t 'no book: said' 'code 2 nt-edit ada 2>err && has err nt-init && code 2 nt-edit - </dev/null 2>err && has err nt-init'

done_testing
