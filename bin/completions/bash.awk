# From the --dump-options of all tools, joined by blank lines, to one completion for bash.
BEGIN {
	FS = "\t"
	first = 1
}
$0 == "" {
	first = 1
	next
}
first {
	first = 0
	tool = $1
	tools = tools " " tool
	if (tool != "nt")
		subcommands = subcommands " " substr(tool, 4)
	names[tool] = $2 ~ /QUERY/ ? "--words" : $2 ~ /NAME/ ? "-l -o name" : ""
	next
}
{
	option = "--" $2
	if ($1 != "") {
		words[tool] = words[tool] " -" $1
		option = "-" $1 "|" option
	}
	words[tool] = words[tool] " --" $2
	if ($3 ~ /\|/) {
		gsub(/\|/, " ", $3)
		choices[tool] = choices[tool] "\t\t" option ") choices='" $3 "' ;;\n"
	}
}
END {
	print "# completion for bash: nt and its tools"
	print "# The word as typed: readline takes tag:x for three words. Of what fits it, what readline replaces."
	print "_nt_names() {"
	print "\tlocal name i=$COMP_CWORD word=${COMP_WORDS[COMP_CWORD]} nocase line=${COMP_LINE:0:COMP_POINT}"
	print "\twhile [[ $i -gt 1 && $line == *\"${COMP_WORDS[i-1]}$word\" ]]; do"
	print "\t\tword=${COMP_WORDS[--i]}$word"
	print "\tdone"
	print "\tword=${word//\\\\/}"
	print "\tlocal kept=${word%\"${word##*:}\"}"
	print "\tnocase=$(shopt -p nocasematch)"
	print "\tshopt -s nocasematch"
	print "\twhile IFS= read -r name; do"
	print "\t\t[[ $name != \"$word\"* || ${#name} -eq ${#kept} ]] || COMPREPLY+=(\"$(printf %q \"${name:${#kept}}\")\")"
	print "\tdone < <(nt-find $names 2>/dev/null)"
	print "\t[[ ${COMPREPLY[*]} != *: ]] || compopt -o nospace 2>/dev/null"
	print "\t$nocase"
	print "}"
	print "_nt() {"
	print "\tlocal tool=${COMP_WORDS[0]##*/} cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}"
	print "\tlocal options='' choices='' names=''"
	print "\tif [[ $cur == = ]]; then"
	print "\t\tcur=''"
	print "\telif [[ $prev == = ]]; then"
	print "\t\tprev=${COMP_WORDS[COMP_CWORD-2]}"
	print "\tfi"
	print "\tCOMPREPLY=()"
	print "\tif [[ $tool == nt && $COMP_CWORD -gt 1 ]]; then"
	print "\t\ttool=nt-${COMP_WORDS[1]}"
	print "\tfi"
	print "\tcase $tool in"
	n = split(tools, list, " ")
	for (i = 1; i <= n; i++) {
		print "\t" list[i] ")"
		print "\t\toptions='" substr(words[list[i]], 2) "'"
		if (list[i] == "nt")
			print "\t\t[[ $cur == -* ]] || choices='help" subcommands "'"
		if (names[list[i]])
			print "\t\tnames='" names[list[i]] "'"
		printf "\t\tcase $prev in\n%s\t\tesac ;;\n", choices[list[i]]
	}
	print "\tesac"
	print "\tif [[ -n $choices ]]; then"
	print "\t\tCOMPREPLY=($(compgen -W \"$choices\" -- \"$cur\"))"
	print "\telif [[ $cur == -* ]]; then"
	print "\t\tCOMPREPLY=($(compgen -W \"$options\" -- \"$cur\"))"
	print "\telif [[ -n $names ]]; then"
	print "\t\t_nt_names"
	print "\tfi"
	print "}"
	print "complete -o default -F _nt" tools
}
