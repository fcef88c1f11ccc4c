#!/bin/sh
# Tools, pages, help and completions name the same options.
. "${0%/*}/lib.sh"

long_names() {
	"$1" --dump-options | sed 1d | cut -f 2
}

letters() {
	"$1" --dump-options | sed 1d | cut -f 1 | grep .
}

# page_options PAGE: -x and --name of its option lists and synopsis
page_options() {
	awk '
	/^\.(It|Op|Oo) / || /^\.Fl / {
		for (i = 1; i < NF; i++) {
			if ($i !~ /^\.?Fl$/)
				continue
			word = $(++i)
			if (word == "Fl")
				print "--" $(++i)
			else if (sub(/^\\?-/, "", word))
				print "--" word
			else
				for (k = 1; k <= length(word); k++)
					print "-" substr(word, k, 1)
		}
	}' "$1" | sort -u
}

# What tools have in common may stand in nt(1) alone.
in_page() {
	page_options "$TOP/man/$1.1" >page
	{
		letters "$1" | sed 's/^/-/'
		long_names "$1" | sed 's/^/--/'
	} | sort -u >tool
	page_options "$TOP/man/nt.1" | sort -u - page | comm -13 - tool >missing
	if [ "$1" = nt ]; then : >unknown; else comm -23 page tool >unknown; fi
	sed 's/^/not in the page: /' missing
	sed 's/^/not in the tool: /' unknown
	[ ! -s missing ] && [ ! -s unknown ]
}

in_help() {
	"$1" --help >help && [ -s help ] &&
		for option in $(long_names "$1"); do
			has help "--$option" || return
		done
}

in_bash() {
	bash --norc -c '. "$B/completions/bash/nt" && COMP_WORDS=("$0" --) COMP_CWORD=1 && _nt && printf "%s\n" "${COMPREPLY[@]}"' "$1" |
		sort >words && long_names "$1" | sed 's/^/--/' | sort | same words
}

in_zsh() {
	if [ "$1" = nt ]; then from='== nt ' to='->operands'; else from="^	$1) " to=';;$'; fi
	sed -n "/$from/,/$to/p" "$B/completions/zsh/nt" >specs
	for option in $(long_names "$1"); do
		has specs "--$option" || return
	done
}

in_fish() {
	fish --no-config -c 'source $B/completions/fish/nt; complete -C "$argv[1] --"' "$1" | cut -f 1 | sed 's/=$//' |
		sort -u >words && long_names "$1" | sed 's/^/--/' | sort | same words
}

for source in "$TOP"/bin/*.c; do
	tool=${source##*/}
	tool=${tool%.c}
	t "$tool: options in --help" 'in_help "$tool"'
	t "$tool: completion for bash" '{ command -v bash || skip "no bash"; } && in_bash "$tool"'
	t "$tool: completion for zsh" 'in_zsh "$tool"'
	t "$tool: completion for fish" '{ command -v fish || skip "no fish"; } && in_fish "$tool"'
	t "$tool: a page and a test" 'ls "$TOP/man/$tool.1" "$TOP/tests/$tool.t"'
	[ -f "$TOP/man/$tool.1" ] || continue
	t "$tool: the page says what the tool says" '
		has "$TOP/man/$tool.1" ".Sh SYNOPSIS" &&
		is "$(sed -n "s/^\.Nd //p" "$TOP/man/$tool.1")" "$("$tool" --dump-options | sed -n 1p | cut -f 3)"'
	t "$tool: options in the page" 'in_page "$tool"'
done

# completes WORD PIECE...: what bash puts in the place of the last piece of a word that it takes for several
completes() {
	bash --norc -c '. "$B/completions/bash/nt" && COMP_LINE="nt-find $1" && COMP_POINT=${#COMP_LINE} && shift &&
		COMP_WORDS=(nt-find "$@") && COMP_CWORD=$# && _nt && printf "%s\n" "${COMPREPLY[@]}"' bash "$@"
}

people() {
	book && printf -- "---\nname: Ada Lovelace\ntags: Math\n---\n" >people/ada.md && mkdir lists &&
		printf -- "---\nkind: list\n---\n" >lists/lately.md
}

t 'bash completes names, tags, lists and keys without case' '
	{ command -v bash || skip "no bash"; } && people && is "$(completes aDA aDA)" "Ada\ Lovelace" &&
	is "$(completes TAG:m TAG : m)" "Math" && is "$(completes tag: tag :)" "Math" && is "$(completes @LA @ LA)" "@lately" &&
	is "$(completes CIT CIT)" "city:" && is "$(completes "Ada\\ l" "Ada\\ l")" "Ada\ Lovelace" && is "$(completes zz zz)" ""'
t 'fish completes names, tags, lists and keys without case' '
	{ command -v fish || skip "no fish"; } && people && for pair in aDA=Ada tag:m=tag:Math @LA=@lately CIT=city:; do
		fish --no-config -c "source \$B/completions/fish/nt; complete -C \"nt-find ${pair%%=*}\"" >out && has out "${pair#*=}" || return 1
	done'
t 'bash reads its completions' '{ command -v bash || skip "no bash"; } && bash -n "$B/completions/bash/nt"'
t 'zsh reads its completions' '{ command -v zsh || skip "no zsh"; } && zsh -n "$B/completions/zsh/nt"'
t 'fish reads its completions' '{ command -v fish || skip "no fish"; } && fish -n "$B/completions/fish/nt"'

for page in "$TOP"/man/*.[1-9]; do
	[ -f "$page" ] || continue
	t "${page##*/}: mandoc finds no fault" '{ command -v mandoc || skip "no mandoc"; } && mandoc -T lint -W warning "$page"'
done
# formats_of TOOL: the words of its -f, which nt-import tells who gives it another
formats_of() {
	words=$("$1" --dump-options | sed -n 's/^f	format	//p' | cut -f 1)
	[ "$words" != FORMAT ] || words=$("$1" -f nonesuch /dev/null 2>&1 | sed -n "s/.*no format is called 'nonesuch': //p")
	printf '%s\n' "$words" | tr -d ' ' | tr '|' '\n' | tr , '\n' | grep .
}

# names_format PAGE WORD: below the synopsis, as what is typed
names_format() {
	sed '/^\.Sh SYNOPSIS/,/^\.Sh DESCRIPTION/d' "$1" | grep -Eqw "^\.(Ss|It|Cm|Ql)( .*)? $2"
}

t 'every format is in the page of its tool' '
	for source in "$TOP"/bin/nt-*.c; do
		tool=$(basename "$source" .c) && "$tool" --dump-options | grep -q "^f	format" || continue
		formats_of "$tool" >words && [ -s words ] || { echo "$tool: which formats?"; return 1; }
		while read -r word; do
			names_format "$TOP/man/$tool.1" "$word" || { echo "$tool: $word"; return 1; }
		done <words
	done'
t 'every format that nt-import reads has its section' '
	formats_of nt-import | sort >words && sed -n "/^\.Sh FORMATS/,/^\.Sh ENV/s/^\.Ss //p" "$TOP/man/nt-import.1" | sort | same words'
t 'no conflict of a merge is left in what is shipped' '
	code 1 grep -rnE "^(<<<<<<<|>>>>>>>|\|\|\|\|\|\|\|)( |\$)" "$TOP/man" "$TOP"/*.md "$TOP/bin" "$TOP/lib" "$TOP/examples"'
# groff closes such a quotation at the end of the line, or of the row; mandoc does not. It takes a delimiter for none of it.
t 'every quotation ends where it is to, in groff too' '
	code 1 grep -nE "(Ql|Sq|Dq|Qq) .*[^ ] (Ta|No) |^\.(.* )?(Ql|Sq|Dq|Qq) [],.;:()|?!]( |\$)" "$TOP"/man/*.[0-9]'
t 'nt(1) names every tool' '
	for tool in "$TOP"/bin/nt-*.c; do
		tool=$(basename "$tool" .c) && grep -q "Xr $tool 1" "$TOP/man/nt.1" || { echo "$tool"; return 1; }
	done'

done_testing
