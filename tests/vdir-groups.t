#!/bin/sh
# shellcheck disable=SC2015
. "${0%/*}/lib.sh"

# nt-vdir and groups: members are links here and uids there.

# friends: Ada, Bob and a group of them on the phone, and the book that agrees
friends() {
	book && vcf ada.vcf UID:ada "FN:Ada Lovelace" TEL:1 && vcf bob.vcf UID:bob FN:Bob TEL:2 &&
		vcf g.vcf UID:g FN:Friends X-ADDRESSBOOKSERVER-KIND:group X-FOO:bar X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:ada "item1.X-ADDRESSBOOKSERVER-MEMBER;TYPE=x:urn:uuid:BOB" X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:gone && nt-vdir d >out
}

# whole: nothing more is to do, neither for groups
whole() {
	rm -rf "$TMP/before" && mkdir "$TMP/before" && cp -R people groups d "$TMP/before" && nt-vdir d >again 2>&1 && is "$(cat again)" "" && for x in people groups d; do diff -r "$TMP/before/$x" $x || return 1; done
}

members() {
	nt-find -l -o members kind:group | tr "\n" " "
}

t 'a group there: its members are links, also of who is new with it' '
	friends && is "$(members)" "[[Ada Lovelace]]; [[Bob]] " && has groups/friends.md "vcard:" && has groups/friends.md urn:uuid:gone && has groups/friends.md X-FOO:bar && whole && hasnt d/g.vcf X-NT'

t 'a member more or less here is one there, and the other lines keep their bytes' '
	friends && nt-new Cy phone=3 >out && nt-new Dan >out && nt-set friends members+="[[Cy]]" members+="[[Dan]]" >out && cp d/g.vcf one && nt-vdir d >out && has out "d/g.vcf: changed: Friends" && cy=$(cd d && echo nt-*.vcf) &&
	grep -vF "${cy%.vcf}" d/g.vcf | same one - && grep -qFx "X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:${cy%.vcf}$(printf "\r")" d/g.vcf && hasnt d/g.vcf Dan && whole &&
	nt-set friends members-="[[Bob]]" >out && nt-vdir d >out && hasnt d/g.vcf BOB && hasnt d/g.vcf TYPE=x && has d/g.vcf uuid:ada && has d/g.vcf uuid:gone && whole && is "$(members)" "[[Ada Lovelace]]; [[Cy]]; [[Dan]] "'

t 'a member more or less there: only that link of the note, as it is written' '
	friends && sed -i "s/\[\[Ada Lovelace]]/[[ada-lovelace|the countess]]/" groups/friends.md && nt-vdir d >out && is "$(cat out)" "" && whole && vcf cy.vcf UID:cy FN:Cy TEL:3 && sed -i "s/^X-FOO.*/X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:cy\r/; /BOB/d" d/g.vcf && nt-vdir d >out && is "$(members)" "[[ada-lovelace|the countess]]; [[Cy]] " && whole &&
	sed -i /uuid:ada/d d/g.vcf && nt-vdir d >out && is "$(members)" "[[Cy]] " && whole'

t 'a member whose card goes stays in the note; a group that goes is archived' '
	friends && nt-set bob archived=today >out && nt-vdir d >out && hasnt d/g.vcf BOB && is "$(members)" "[[Ada Lovelace]]; [[Bob]] " && whole && nt-set bob archived= >out && nt-vdir d >out && has d/g.vcf urn:uuid:bob && whole && rm d/g.vcf && nt-vdir d >out && has groups/friends.md archived: && whole'

# foretold: -n tells of the group's card what the run does
foretold() {
	nt-vdir -n d | sed -n "\|^+++ b/d/g.vcf|,\$p" | grep "^[-+][^-+]" >told; cp d/g.vcf was && nt-vdir d >out && diff was d/g.vcf | sed -n "s/^< /-/p; s/^> /+/p" | same told -
}

t 'a member whose note goes is none of the card, as -n tells; one that nobody knew stays' '
	friends && rm people/bob.md && foretold && [ -s told ] && hasnt d/g.vcf BOB && has d/g.vcf uuid:ada && has d/g.vcf uuid:gone && ! [ -e d/bob.vcf ] && is "$(members)" "[[Ada Lovelace]]; [[Bob]] " && whole &&
	nt-set ada archived=today >out && foretold && [ -s told ] && hasnt d/g.vcf uuid:ada && has d/g.vcf uuid:gone && whole'

t 'members of one name are told apart, private ones never leave, an org has none' '
	friends && sed -i "/BOB/d" d/g.vcf && nt-vdir d >out && hasnt groups/friends.md Bob && printf -- "---\nname: Bob\nuid: other\nphone: 9\n---\n" | note people/bob-2.md && printf "%s\n" "$(tr -d "\r" <d/g.vcf | sed "s/^X-FOO/X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:bob\n&/")" >g && sed "s/$/\r/" g >d/g.vcf && nt-vdir d >out && is "$(members)" "[[people/bob]]; [[Ada Lovelace]] " && whole &&
	printf -- "---\nkind: book\nprivate: members\n---\n" >book.md && nt-set friends members-="[[people/bob]]" title=x >out && nt-vdir d >out && has d/g.vcf uuid:bob && has d/g.vcf TITLE:x && hasnt d/g.vcf X-NT && whole'

t 'who was nobody when the group came is a member when his card comes' '
	friends && vcf gone.vcf UID:gone FN:Gone TEL:4 && cp d/g.vcf one && nt-vdir d >out && is "$(members)" "[[Ada Lovelace]]; [[Bob]]; [[Gone]] " && hasnt groups/friends.md urn:uuid && has groups/friends.md X-FOO:bar && same one d/g.vcf && whole && sed -i /uuid:gone/d d/g.vcf && nt-vdir d >out && is "$(members)" "[[Ada Lovelace]]; [[Bob]] " && whole'

t 'a group of vCard 4 and one in a dry run' '
	book && vcf ada.vcf UID:urn:uuid:ADA "FN:Ada Lovelace" TEL:1 && vcf g.vcf UID:g FN:Friends KIND:group MEMBER:urn:uuid:ada && sed -i s/:3.0/:4.0/ d/g.vcf && nt-vdir -n d >out && has out "+members: \"[[Ada Lovelace]]\"" && nt-vdir d >out && is "$(members)" "[[Ada Lovelace]] " && whole'

t 'lines with a link of ours keep their bytes, in a group and in what is none' '
	friends && vcf o.vcf UID:o FN:Org X-ABShowAs:COMPANY "X-ADDRESSBOOKSERVER-MEMBER;X-NT=\"[[Ada Lovelace]]\":urn:uuid:ada" && sed -i "s/MEMBER:urn:uuid:ada/MEMBER;X-NT=\"[[Ada Lovelace]]\":urn:uuid:ada/" d/g.vcf && nt-vdir d >out && rm -rf "$TMP/d" && cp -R d "$TMP/d" && is "$(nt-vdir d 2>&1)" "" && diff -r "$TMP/d" d && nt-set friends title=x >out && nt-set org title=y >out && nt-vdir d >out && has d/g.vcf TITLE:x && has d/o.vcf TITLE:y &&
	for f in g o; do diff "$TMP/d/$f.vcf" d/$f.vcf | grep "^<" && return 1; grep -c "X-NT=" d/$f.vcf | is "$(cat)" 1 || return 1; done && nt-set org members="[[Bob]]" >out && nt-vdir d >out && is "$(cat out)" ""'

done_testing
