#!/bin/sh
# nt-vdir with the real chain: a server (Radicale), what copies (vdirsyncer), and another reader of the folder (khard).
# shellcheck disable=SC2015,SC2034
. "${0%/*}/lib.sh"

for program in radicale vdirsyncer khard python3; do
	command -v "$program" >/dev/null && continue
	t 'nt-vdir, vdirsyncer and Radicale' "skip 'no $program'"
	done_testing
	exit
done

port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
: >"$TMP/radicale.conf"
radicale -C "$TMP/radicale.conf" --server-hosts "127.0.0.1:$port" --auth-type none \
	--storage-filesystem-folder "$TMP/store" --logging-level warning 2>"$TMP/radicale.log" &
server=$!
trap 'kill $server; cd / && rm -rf "$TMP"' EXIT

# phone METHOD NAME: what a phone asks of the server; what it sends is on standard input
cat >"$TMP/phone.py" <<-E
	import sys, time, urllib.request, urllib.error
	method, name = sys.argv[1:3]
	kinds = {'PUT': 'text/vcard; charset=utf-8', 'MKCOL': 'application/xml'}
	data = sys.stdin.buffer.read() if method in kinds else None
	for attempt in range(100):
	    request = urllib.request.Request('http://127.0.0.1:$port/me/people/' + name.lstrip('/'), data, method=method)
	    request.add_header('Authorization', 'Basic bWU6bWU=')
	    if method in kinds:
	        request.add_header('Content-Type', kinds[method])
	    try:
	        sys.stdout.buffer.write(urllib.request.urlopen(request).read())
	        break
	    except urllib.error.HTTPError as e:
	        sys.exit('%s %s: %s' % (method, name, e))
	    except urllib.error.URLError:
	        time.sleep(0.1)
	else:
	    sys.exit('the server does not answer')
E
phone() {
	python3 "$TMP/phone.py" "$@"
}

# at_server UID: the card there
at_server() {
	phone GET "$1.vcf" | tr -d '\r'
}

# card LINE...: a card as a phone sends it
card() {
	printf 'BEGIN:VCARD\r\nVERSION:3.0\r\n' && printf '%s\r\n' "$@" && printf 'END:VCARD\r\n'
}

copy() {
	vdirsyncer -c "$TMP/conf" -v ERROR sync >"$TMP/copied" 2>&1 || { cat "$TMP/copied" && return 9; }
}

# agree: the server, the folder and the book, as cron does it; the status is nt-vdir's, what it says is in out and err
agree() {
	copy || return 9
	nt-vdir cards >out 2>err
	agreed=$?
	copy || return 9
	return $agreed
}

# state: all that can have changed
state() {
	find people cards -type f -exec sha256sum {} + | sort && phone GET /
}

# nothing: there is nothing to do, and nothing changes
nothing() {
	state >"$TMP/state" && agree && is "$(cat out err)" '' && state | same "$TMP/state" -
}

mkdir -p "$TMP/chain/cards"
cat >"$TMP/conf" <<-E
	[general]
	status_path = "$TMP/status"
	[pair people]
	a = "here"
	b = "there"
	collections = null
	[storage here]
	type = "filesystem"
	path = "$TMP/chain/cards"
	fileext = ".vcf"
	[storage there]
	type = "carddav"
	url = "http://127.0.0.1:$port/me/people/"
	username = "me"
	password = "me"
E
zoe=$(printf 'Zo\303\253 Ada')
png=iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==

t 'a card of a phone becomes a note, a note a card there, and khard reads both' '
	cd "$TMP/chain" && book && printf "%s" "<?xml version=\"1.0\"?><create xmlns=\"DAV:\" xmlns:C=\"urn:ietf:params:xml:ns:carddav\"><set><prop><resourcetype><collection/><C:addressbook/></resourcetype></prop></set></create>" | phone MKCOL / >made && vdirsyncer -c "$TMP/conf" discover >made 2>&1 &&
	card UID:ada "FN:$zoe" "N:Ada;${zoe% *};;;" "TEL;TYPE=CELL:+49 30 1" EMAIL:ada@example.org "X-GIZMO;X-A=b:kept" "item1.URL:https://example.org/ada" "item1.X-ABLabel:Blog" "PHOTO;ENCODING=b;TYPE=PNG:$png" | phone PUT ada.vcf &&
	nt-new "Bob Ng" email=bob@example.org birthday=--02-29 cadence=6w >out && agree && has out "new: $zoe" && has people/zoe-ada.md "email: ada@example.org" && phone GET / >all && has all "FN:Bob Ng" && has all 1604-02-29 && hasnt all 6w &&
	printf "[addressbooks]\n[[t]]\npath = %s\n[general]\n[contact table]\n[vcard]\n" "$PWD/cards" >"$TMP/khard.conf" && khard -c "$TMP/khard.conf" list -p >list && has list "Bob Ng" && has list "$zoe" && nothing'

t 'what is no field of ours goes round and comes back: photo, groups, properties of others' '
	cd "$TMP/chain" && nt-set zo title=Countess >out && agree && has out "cards/" && at_server ada >got && has got TITLE:Countess && has got "X-GIZMO;X-A=b:kept" && sed -e ":a" -e "N" -e "\$!ba" -e "s/\n //g" got >unfolded && has unfolded "$png" && grep -q "^item1.URL:https://example.org/ada" got && grep -qi "^item1.X-ABLABEL:Blog" got && nothing'

t 'changed on the phone; changed here and there in other fields' '
	cd "$TMP/chain" && at_server ada | sed "s/+49 30 1/+49 30 2/" | phone PUT ada.vcf && agree && is "$(nt-find -l -o phone zo)" "+49 30 2" && nothing &&
	nt-set zo title=Lady >out && at_server ada | sed "s/^TEL/ORG:Acme\nTEL/" | phone PUT ada.vcf && agree && is "$(nt-find -l -o org,title,phone zo)" "Acme	Lady	+49 30 2" && at_server ada >got && has got ORG:Acme && has got TITLE:Lady && nothing'

t 'the same field on both sides: a person chooses, and the choice arrives' '
	cd "$TMP/chain" && nt-set zo org=Here >out && at_server ada | sed "s/^ORG:.*/ORG:There/" | phone PUT ada.vcf && code 1 agree && has people/zoe-ada.md "org: Here  # theirs: There" && at_server ada >got && has got ORG:There && sed -i "s/  # theirs: There//" people/zoe-ada.md && agree && at_server ada >got && has got ORG:Here && nothing'

t 'deleted there: archived here; archived here: gone there' '
	cd "$TMP/chain" && nt-new Cy email=cy@example.org >out && agree && phone DELETE ada.vcf >gone && agree && has people/zoe-ada.md "archived: 2026-11-24" && nothing && uid=$(nt-find -l -o uid bob) && at_server "$uid" >got && has got "FN:Bob Ng" && nt-set bob archived=2026-11-24 >out && agree && code 1 phone GET "$uid.vcf" && is "$(cat cards/*.vcf | grep FN:)" "$(printf "FN:Cy\r")" && nothing'

done_testing
