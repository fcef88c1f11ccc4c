#!/bin/sh
# shellcheck disable=SC2015
. "${0%/*}/lib.sh"

# reads: nt-import -s of standard input, without its first lines and from:
reads() {
	cat >f && nt-import -s f >out 2>err && is "$(cat err)" "" && tr -d '\f' <out | awk '
		/^from:/ { said = 1; next }
		said && /^ / { next }
		{ said = 0 }
		!/^nt-rev:/'
}

t 'LDIF: folded, encoded, home and work, a group' '
	reads >got <<-E && cat >want <<-E2 && same want got
		version: 1
		# a comment
		dn: cn=Ada Lovelace,mail=a@b.org
		objectclass: top
		objectclass: mozillaAbPersonAlpha
		cn: Ada Lovelace
		givenName: Ada
		sn: Lovelace
		mozillaNickname: Ace
		mail: a@b.org
		mozillaSecondEmail: c@d.org
		telephoneNumber: +44
		  20
		mobile: 123
		mozillaHomeStreet:: MSBTdHLDqQ==
		mozillaHomeLocalityName: Bern
		l: Basel
		o: Acme
		ou: Math
		birthyear: 1815
		birthmonth: 12
		birthday: 10
		description: a note
		modifytimestamp: 0

		dn: cn=Club\, The
		objectclass: groupOfNames
		cn: Club, The
		member: cn=Ada Lovelace,mail=a@b.org
		member: uid=x
	E
		---
		name: Ada Lovelace
		aliases: Ace
		email: [a@b.org, c@d.org]
		phone:
		  work: +44 20
		  cell: "123"
		org: Acme
		ou: Math
		address:
		  home:
		    street: 1 Stré
		    city: Bern
		  work:
		    city: Basel
		birthday: 1815-12-10
		---

		a note

		---
		name: Club, The
		kind: group
		members: "[[Ada Lovelace]]"
		member: uid=x
		---

	E2
	printf "dn: x\ncn: A\nnonsense\naudio:: /9j/\n\ndn: y\no:\n" >f && code 2 nt-import -l -o name f >out 2>err && is "$(cat out)" A && is "$(cut -d: -f 2- err)" " f:3: no attribute, left out: '"'nonsense'"'
 f:4: no text, left out: '"'audio'"'
 f:6: an entry that names nobody: left out"'

t 'abook: its lists, one of everything; what abook itself converts' '
	reads >got <<-E && cat >want <<-E2 && same want got
		# abook addressbook file

		[format]
		program=abook
		version=0.6.1


		[0]
		name=Ada Lovelace
		email=a@b.org,c@d.org
		address=1 St
		city=Bern
		mobile=123
		nick=Ace
		anniversary=1815-12-10
		notes=hi=there
		custom1=x

		[1]
		name=Bob
	E
		---
		name: Ada Lovelace
		email: [a@b.org, c@d.org]
		phone:
		  cell: "123"
		aliases: Ace
		birthday: 1815-12-10
		custom1: x
		address:
		  street: 1 St
		  city: Bern
		---

		hi=there

		---
		name: Bob
		---

	E2
	{ command -v abook >/dev/null || skip "no abook"; } && printf "BEGIN:VCARD\nVERSION:3.0\nFN:Ada Lovelace\nEMAIL:a@b.org\nEND:VCARD\n" >c.vcf && abook --convert --informat vcard --infile c.vcf --outformat abook --outfile c.abook && is "$(nt-import -l -o name,email c.abook)" "Ada Lovelace	a@b.org"'

t 'friends.md: people, activities of all who are named, notes, places' '
	book && cat >friends.md <<-E && nt-import friends.md >s && nt-save <s >/dev/null && nt-save <s >out && is "$(cat out)" "" && sed -n "/^## Log/,\$p" people/ada-l.md >log && cat >want <<-E2 && same want log && has people/ada-l.md "aliases: [Ace, The Countess]" && has people/ada-l.md "city: Paris" && has people/ada-l.md "tags: [math, math/hard]"
		### Activities:
		- 2025-11-01: **Ada L** and **Bob** went to _Paris_. @fun:sailing
		- 2025-01-04: Alone in _Rome_.
		- 2024-01-04: Lunch with **Ada L** and **Ada L**, 2 ** 3.

		### Notes:
		- 2025-06-15: **Ada L** moved.

		### Friends:
		- Ada L (a.k.a. Ace a.k.a. The Countess) [Paris] @math @math:hard
		- Bob

		### Locations:
		- Paris (a.k.a. P)
		- Rome
	E
		## Log

		- 2025-11-01 [[Ada L]] and [[Bob]] went to _Paris_. @fun:sailing
		- 2025-06-15 note: [[Ada L]] moved.
		- 2024-01-04 Lunch with [[Ada L]] and [[Ada L]], 2 ** 3.
	E2
	has people/bob.md "2025-11-01" && has journal/2025-01-04.md "- 2025-01-04 Alone in _Rome_." && nt-find -l -o name,aliases kind:place | is "$(cat)" "Paris	P" && is "$(nt-find -l -o contacts,last ada)" "2	2025-11-01" &&
	printf "### Friends:\n- A\nx\n### Activities:\n- soon: b\n" >f && code 2 nt-import -l -o name f 2>err >out && is "$(cat out)" A && is "$(cut -d: -f 2-3 err)" " f:3
 f:5"'

t 'each is told by how it begins' '
	for f in "dn: cn=a\ncn: Ada\n" "# abook addressbook file\n[0]\nname=Ada\n" "### Friends:\n- Ada\n" "Name,Company\nAda,x\n" "BEGIN:VCARD\nFN:Ada\nEND:VCARD\n"; do is "$(printf "$f" | nt-import -l -o name -)" Ada || return 1; done'

t 'an id is its source'"'"'s own: two sources of one person agree' '
	book && printf "First Name,Last Name,URL,Email Address,Connected On\nAda,Lovelace,https://www.linkedin.com/in/ada-l,ada@b.org,08 Feb 2026\n" >c.csv && printf "BEGIN:VCARD\nFN:Ada Lovelace\nEMAIL:ada@b.org\nUID:u-1\nEND:VCARD\n" >a.vcf &&
	for f in c.csv a.vcf; do nt-import $f | nt-save >/dev/null || return 1; done && for f in c.csv a.vcf; do nt-import $f | nt-save >out && is "$(cat out)" "" || return 1; done && is "$(nt-find -l -o uid)" "linkedin:ada-l" && sed s/u-1/u-2/ a.vcf >b.vcf && nt-import b.vcf >s && nt-save <s >/dev/null 2>&1 && is "$(nt-find -l -o name | wc -l)" 2'

done_testing
