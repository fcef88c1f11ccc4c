# From the --dump-options of all tools, joined by blank lines, to one completion for zsh.
function quoted(s) {
	gsub(/[][\\]/, "\\\\&", s)
	gsub(/'/, "'\\''", s)
	return s
}
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
	if (tool == "nt")
		next
	subcommands = subcommands " " substr(tool, 4)
	specs[tool] = " \\\n\t\t'*:operand:" ($2 ~ /QUERY/ ? "_nt_words" : $2 ~ /NAME/ ? "_nt_names" : "_files") "'"
	next
}
{
	long = "--" $2
	short = "-" $1
	value = ""
	if ($3 != "") {
		long = long "="
		short = short "+"
		what = quoted($3)
		value = ":" what ":"
		if (gsub(/\|/, " ", what))
			value = ":" $2 ":(" what ")"
	}
	help = "[" quoted($4) "]" value "'"
	if ($1 != "")
		spec = "'(-" $1 " --" $2 ")'{" short "," long "}'" help
	else
		spec = "'" long help
	specs[tool] = specs[tool] " \\\n\t\t" spec
}
END {
	print "#compdef" tools
	print "_nt_complete() {"
	print "\tlocal -a names keys"
	print "\tlocal fold='m:{[:lower:][:upper:]}={[:upper:][:lower:]}'"
	print "\tnames=(${(f)\"$(nt-find $@ 2>/dev/null)\"})"
	print "\tkeys=(${(M)names:#*:})"
	print "\tnames=(${names:#*:})"
	print "\tcompadd -M $fold -S '' -a keys"
	print "\tcompadd -M $fold -a names"
	print "\t_files"
	print "}"
	print "_nt_names() { _nt_complete -l -o name }"
	print "_nt_words() { _nt_complete --words }"
	print "_nt_tool() {"
	print "\tcase $1 in"
	n = split(tools, list, " ")
	for (i = 1; i <= n; i++)
		if (list[i] != "nt")
			print "\t" list[i] ") _arguments -s :" specs[list[i]] " ;;"
	print "\tesac"
	print "}"
	print "if [[ $service == nt ]]; then"
	print "\tlocal curcontext=$curcontext state line"
	print "\ttypeset -A opt_args"
	print "\t_arguments -C :" specs["nt"] " \\\n\t\t'1:tool:(help" subcommands ")' '*::operand:->operands'"
	print "\t[[ $state == operands ]] && _nt_tool nt-$words[1]"
	print "else"
	print "\t_nt_tool $service"
	print "fi"
}
