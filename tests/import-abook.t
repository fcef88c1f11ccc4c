#!/bin/sh
# shellcheck disable=SC2015,SC2059
. "${0%/*}/lib.sh"

# items TEXT: the sections of an address book, of printf, in f.abook
items() {
	printf "# abook addressbook file\n\n[format]\nprogram=abook\nversion=0.6.1\n\n\n$1" >f.abook
}

t 'what each field is' '
	items "[0]\nname=Ada Lovelace\nemail=a@b.example, c@d.example\naddress=1 Str\naddress2=Rear\ncity=Bern\nstate=BE\nzip=3000\ncountry=CH\nphone=1\nworkphone=2\nfax=3\nmobile=4\nnick=ada,Countess\nurl=https://x.example/?a=b\nnotes=met in 1833\nanniversary=--12-10\ngroups=friends,work\ncustom1=tea\nown=x ::: y\n" &&
	nt-import -s f.abook >out && sed "/^from:/,\$d; /^nt-rev/d" out >got && cat >want <<-"E" && same want got && has out "met in 1833"
	---
	name: Ada Lovelace
	email: [a@b.example, c@d.example]
	phone:
	  home: "1"
	  work: "2"
	  fax: "3"
	  cell: "4"
	aliases: [ada, Countess]
	url: https://x.example/?a=b
	birthday: --12-10
	tags: [friends, work]
	custom1: tea
	own: "x ::: y"
	address:
	  street: 1 Str
	  extra: Rear
	  city: Bern
	  region: BE
	  postcode: "3000"
	  country: CH
	E'

t '-m: what a field of one'"'"'s own is' '
	items "[0]\nname=Ada\ncustom1=Acme\ncustom2=Boss\n" && is "$(nt-import -l -o name,org,title -f abook -m custom1=org,custom2=title f.abook)" "Ada	Acme	Boss"'

t 'an address is a name where there is none; other character sets; what says nothing is told' '
	items "[0]\nemail=a@b.example\n\n[1]\nname=Z\366e\n\n[2]\ncustom1=x\nnonsense\n[3]\nname=B\n" && printf "name=x\n" | cat - f.abook >g && code 2 nt-import -l -o name f.abook >out 2>err && is "$(cat out)" "a@b.example
Zöe
B" && has err "f.abook:16: no name and '"'='"', left out: '"'nonsense'"'" && has err "f.abook:14: a section that names nobody" && code 2 nt-import -f abook -l -o name g 2>err >out && has err "g:1: in no section" && is "$(wc -l <out)" 3'

t 'again, changed there, edited here' '
	book && items "[0]\nname=Ada\nemail=a@b.example\ncustom1=1\n" && nt-import f.abook | nt-save >/dev/null && nt-import f.abook | nt-save >out && is "$(cat out)" "" && sed "s/custom1=1/custom1=2/" f.abook >g && nt-import g | nt-save | has - "custom1: \"2\"" && nt-set ada custom1=3 >/dev/null && sed "s/custom1=1/custom1=4/" f.abook >h && nt-import h | nt-save >/dev/null 2>&1; is "$(nt-find -l -o custom1 ada)" 3'

t 'what abook makes of cards comes to the same people' '
	{ command -v abook >/dev/null || skip "no abook"; } && for i in 1 2 3 4 5; do printf "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada L%s\r\nN:L%s;Ada;;;\r\nEMAIL:a%s@b.example\r\nTEL;TYPE=CELL:%s\r\nNICKNAME:n%s\r\nEND:VCARD\r\n" $i $i $i $i $i; done >c.vcf &&
	abook --convert --informat vcard --infile c.vcf --outformat abook --outfile c.abook && nt-import -l -o name,email,aliases c.abook >got && nt-import -l -o name,email,aliases c.vcf | same - got'

t 'what nt-export writes comes back, and as it was the next time' '
	{ command -v nt-export >/dev/null || skip "no nt-export"; } && (cd "$TOP/examples/book" && nt-export -f abook) >one && book && nt-import one | nt-save >/dev/null && nt-export -f abook >two && sort one >a && sort two >b && same a b && nt-import two | nt-save >out && is "$(cat out)" ""'

done_testing
