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
	names[tool] = $2 ~ /NAME|QUERY/
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
	print "_nt_names() {"
	print "\tlocal name word=${1//\\\\/}"
	print "\twhile IFS= read -r name; do"
	print "\t\t[[ $name != \"$word\"* ]] || COMPREPLY+=(\"$(printf %q \"$name\")\")"
	print "\tdone < <(nt-find -l -o name 2>/dev/null)"
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
			print "\t\tnames=1"
		printf "\t\tcase $prev in\n%s\t\tesac ;;\n", choices[list[i]]
	}
	print "\tesac"
	print "\tif [[ -n $choices ]]; then"
	print "\t\tCOMPREPLY=($(compgen -W \"$choices\" -- \"$cur\"))"
	print "\telif [[ $cur == -* ]]; then"
	print "\t\tCOMPREPLY=($(compgen -W \"$options\" -- \"$cur\"))"
	print "\telif [[ -n $names ]]; then"
	print "\t\t_nt_names \"$cur\""
	print "\tfi"
	print "}"
	print "complete -o default -F _nt" tools
}
