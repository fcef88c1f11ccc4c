# From the --dump-options of all tools, joined by blank lines, to one completion for fish.
function quoted(s) {
	gsub(/[\\']/, "\\\\&", s)
	return "'" s "'"
}
function complete(rest) {
	print "complete -c " tool rest
	if (tool != "nt")
		print "complete -c nt -n '__fish_seen_subcommand_from " substr(tool, 4) "'" rest
}
BEGIN {
	FS = "\t"
	first = 1
	print "complete -c nt -e"
	print "complete -c nt -n __fish_use_subcommand -xa help"
}
$0 == "" {
	first = 1
	next
}
first {
	first = 0
	tool = $1
	if (tool != "nt") {
		print "complete -c " tool " -e"
		print "complete -c nt -n __fish_use_subcommand -xa " substr(tool, 4) " -d " quoted($3)
	}
	if ($2 ~ /NAME|QUERY/)
		complete(" -a '(nt-find " ($2 ~ /QUERY/ ? "--words" : "-l -o name") " 2>/dev/null)'")
	next
}
{
	value = $3 == "" ? "" : " -r"
	if (gsub(/\|/, " ", $3))
		value = " -xa " quoted($3)
	complete(($1 == "" ? "" : " -s " $1) " -l " $2 value " -d " quoted($4))
}
