#include "../round.h"
#include "format/vcardedit.h"
#include "format/vcardline.h"
#include "tap.h"

#define CARDS 5000

static struct arena a;
static unsigned long state = 20261124;

static unsigned roll(unsigned n)
{
	state = state * 6364136223846793005u + 1442695040888963407u;
	return (unsigned)(state >> 33) % n;
}

#define ANY(list) list[roll(sizeof(list) / sizeof *(list))]

static const char *const names[] = {"FN", "N", "NICKNAME", "EMAIL", "TEL", "URL", "IMPP", "ADR", "ORG", "TITLE", "ROLE",
	"BDAY", "ANNIVERSARY", "DEATHDATE", "CATEGORIES", "UID", "RELATED", "MEMBER", "NOTE", "KIND", "PHOTO", "X-A",
	"item1.EMAIL", "item1.X-ABLabel", "item1.ADR", "item1.X-ABADR", "item2.X-ABRELATEDNAMES", "item2.X-ABLabel",
	"X-NT;X-KEY=cadence", "X-NT;X-KEY=\"my key, of: old\"", "X-NT;X-KEY=a^nb^^^'", "REV", "GEO", "item1.URL",
	"item3.TEL", "item3.X-ABLabel", "a.b.TEL", "X-PHONETIC-LAST-NAME", "KEY", "LANG", "SOUND", "X-NT;X-KEY=email",
	"X-ABDATE", "item2.X-ABDATE", "XML", "SOURCE", "CLIENTPIDMAP;X=1"};
static const char *const params[] = {"TYPE=home", "TYPE=work,cell", "TYPE=\"work,voice\"", "HOME", "PREF", "PREF=1",
	"TYPE=pref", "TYPE=x-my thing", "CHARSET=UTF-8", "CHARSET=ISO-8859-1", "CHARSET=nosuch",
	"ENCODING=QUOTED-PRINTABLE", "QUOTED-PRINTABLE", "ENCODING=b", "ENCODING=BASE64", "VALUE=uri", "VALUE=text",
	"X-P=a^nb", "X-P=a^'b", "X-P=^^", "X-P=\"a;b:c,d\"", "X-APPLE-OMIT-YEAR=1604", "LANGUAGE=de", "", "=",
	"X=", "=x", "TYPE=", "\"", "X-P=a b", "ALTID=1", "TYPE=Stra\303\237e"};
static const char *const bits[] = {"a", "Ada", "Lovelace", "Zo\xc3\xab", "\xe5\xb1\xb1", "\xf0\x9f\xaa\x81", " ", "  ",
	"\\n", "\\N", "\\,", "\\;", "\\\\", "\\:", "\\", ",", ";", ":", "\"", "^n", "=", "=3D", "=0D=0A", "=E4", "\xe4",
	"\xff", "\t", "\x01", "#", "[[", "]]", "|", "- [ ] x", "\\n## Log\\n\\n- 2026-01-01 call: x", "---",
	"\\n---\\n", "http://x.example/?a=b", "a@b.example", "+1 (555) 0100", "tel:+1-555", "1996-04-15", "19960415",
	"--0412", "1604-12-10", "1996", "1996-04", "---12", "--04", "20000229T000000Z", "--0229", "home", "group",
	"org", "urn:uuid:1", "data:image/png;base64,iVBORw0KGgo=", "/9j/4AAQ", "<b>", "\\n\\n", "  \\n", "_$!<Home>!$_",
	"friend", "spouse", "\f", "'", "{", "}", "%", "@", "`", "*", "&", "!", "~", "null"};

static void put_line(struct buf *b)
{
	struct buf line = {0};
	buf_puts(&line, ANY(names));
	for (unsigned n = roll(3) ? 0 : roll(4); n > 0; n--)
		buf_printf(&line, ";%s", ANY(params));
	buf_putc(&line, ':');
	for (unsigned n = roll(200) ? roll(6) : roll(100); n > 0; n--)
		buf_puts(&line, ANY(bits));
	if (roll(4)) {
		vcard_fold(b, buf_str(&line));
	} else {
		buf_add(b, buf_str(&line));
		buf_putc(b, '\n');
	}
	buf_release(&line);
}

static str card(void)
{
	struct buf b = {0};
	buf_puts(&b, "BEGIN:VCARD\n");
	for (unsigned n = roll(12); n > 0; n--)
		put_line(&b);
	buf_puts(&b, "END:VCARD\n");
	return arena_take(&a, &b);
}

static bool trip(str bytes, const struct contact *c, int version)
{
	struct buf out = {0}, again = {0};
	struct round back = round_trip(c, version, &out);
	const struct value *v = back.n == 1 ? round_differs(c, &back.v[0], !version) : c->front;
	if (!v && version)
		vcard_put(&again, &back.v[0], version);
	else if (!v)
		jcard_put(&again, &back.v[0]);
	bool same = !v && str_eq(buf_str(&out), buf_str(&again));
	if (v)
		printf("# version %d, %zu read again, " FMT " differs:\n" FMT "\n---\n" FMT "\n" FMT "\n" FMT "\n",
			version, back.n, ARG(v->key), ARG(bytes), ARG(contact_bytes(c)), ARG(buf_str(&out)),
			ARG(back.n ? contact_bytes(&back.v[0]) : S("")));
	else if (!same)
		printf("# version %d, written again:\n" FMT "\n" FMT "\n", version, ARG(buf_str(&out)),
			ARG(buf_str(&again)));
	buf_release(&out);
	buf_release(&again);
	return same;
}

/* Every line is at most 75 bytes and UTF-8, ends in CRLF and has a name. */
static void test_random(void)
{
	unsigned wrong = 0;
	size_t people = 0;
	for (unsigned i = 0; i < CARDS && wrong < 1; i++) {
		str bytes = card();
		struct round r = round_read(&a, "vcard", bytes);
		people += r.n;
		for (size_t n = 0; n < r.n && !wrong; n++)
			wrong += !trip(bytes, &r.v[n], 3) || !trip(bytes, &r.v[n], 4) || !trip(bytes, &r.v[n], 0);
		arena_reset(&a);
	}
	is_int(wrong, 0, "random cards read back as they were");
	ok(people > CARDS / 2, "most of which name somebody");
}

static void test_kept(void)
{
	struct contact c;
	struct buf b = {0};
	contact_begin(&c, &a);
	contact_add(&c, S("name"), (str){0}, S("Ada"));
	contact_add(&c, S("org"), (str){0}, S("[[Acme]]"));
	contact_add(&c, S("vcard"), (str){0}, S("ORG:Acme;Unit"));
	contact_add(&c, S("vcard"), (str){0}, S("ORG:Initech;Unit"));
	contact_add(&c, S("vcard"), (str){0}, S("X_A:b"));
	vcard_put(&b, &c, 4);
	ok(str_find(buf_str(&b), S("\r\nORG:Acme;Unit\r\n")) != STR_NONE, "units of an org that was made a link");
	ok(str_find(buf_str(&b), S("Initech")) == STR_NONE, "an org that is none any more is not given back");
	ok(str_find(buf_str(&b), S("\r\nX-NT-LINE:X_A:b\r\n")) != STR_NONE, "a name that is none is wrapped");
	buf_release(&b);
}

static void test_broken_off(void)
{
	str new = S("BEGIN:VCARD\nVERSION:3.0\nFN:Ada\nTITLE:Countess\nEND:VCARD\n");
	is_str(vcardedit(&a, S("BEGIN:VCARD\nVERSION:3.0\nFN:Ada\nX-A:b"), new),
		S("BEGIN:VCARD\nVERSION:3.0\nFN:Ada\nX-A:b\nTITLE:Countess\n"), "a last line without an end gets one");
	is_str(vcardedit(&a, S("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada\r\nX-A:b"), new),
		S("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada\r\nX-A:b\r\nTITLE:Countess\r\n"), "that of the others");
}

/* What follows a picture without a name is of the picture: to take out the line between would join it. */
static void test_torn_picture(void)
{
	str old =
		S("BEGIN:VCARD\nVERSION:3.0\nFN:Ada\nPHOTO;ENCODING=BASE64:\nAAAA\nTITLE:Countess\nBBBB\nEND:VCARD\n");
	str new = S("BEGIN:VCARD\nVERSION:3.0\nFN:Ada\nPHOTO;ENCODING=b:AAAA\nEND:VCARD\n");
	is_str(vcardedit(&a, old, new), new, "a torn picture: the new card");
}

int main(void)
{
	diag_quiet = true;
	test_random();
	test_kept();
	test_broken_off();
	test_torn_picture();
	arena_release(&a);
	return done_testing();
}
