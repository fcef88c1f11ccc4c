#!/bin/sh
# What layers.sh finds when the house is bent: a floor skipped, a circle, a library known twice.
. "${0%/*}/lib.sh"

# house: a copy of the source, its objects as they were built
house() {
	mkdir tests && cp "$TOP/tests/layers.sh" tests && cp -R "$TOP/lib" "$TOP/bin" .
}

# bend FILE LINE: put it on top of the file
bend() {
	printf '%s\n' "$2" | cat - "$1" >bent && mv bent "$1"
}

# finds TEXT: the check fails, and says so once
finds() {
	code 1 sh tests/layers.sh "$B" >out && has out "$1"
}

t 'as it stands, nothing is wrong' '
	house && code 0 sh tests/layers.sh "$B" >out && is "$(cat out)" ""'

t 'a file that includes from a floor above' '
	house && bend lib/text/link.c "#include \"book/book.h\"" &&
	finds "lib/text/link.c:1: text uses book/book.h, a floor above"'

t 'a header without its folder, a folder that has no floor' '
	house && bend lib/base/buf.c "#include \"str.h\"" && finds "lib/base/buf.c:1: includes str.h without its folder" &&
	rm -rf lib bin tests && house && mkdir lib/attic && printf "#include \"base/str.h\"\n" >lib/attic/old.c &&
	finds "lib/attic/old.c:1: stands in no folder of tests/layers.sh"'

t 'parts that leave their folder, from a tool too' '
	house && bend bin/nt-find.c "#include \"query/query_parts.h\"" &&
	finds "bin/nt-find.c:1: includes query/query_parts.h, which stays in its folder"'

t 'a library that another module knows' '
	house && bend lib/text/entry.c "#include <cmark.h>" &&
	finds "lib/text/entry.c:1: includes cmark.h, which is for another module"'

t 'two modules that use each other, directly and over a third' '
	house && bend lib/base/arena.h "#include \"base/buf.h\"" && bend lib/base/buf.h "#include \"base/map.h\"" &&
	bend lib/base/map.h "#include \"base/arena.h\"" && finds "map and arena are in a circle"'

t 'a symbol that no include shows' '
	house && mkdir -p o/lib/base o/lib/book && printf "int book_walk(void);\nint down(void);\nint down(void) { return book_walk(); }\n" >down.c &&
	printf "int book_walk(void);\nint book_walk(void) { return 0; }\n" >up.c &&
	cc -c -o o/lib/base/down.o down.c && cc -c -o o/lib/book/book.o up.c &&
	code 1 sh tests/layers.sh o >out && has out "base uses book/book.h, a floor above (symbol book_walk)"'

done_testing
