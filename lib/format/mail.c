#include "format/mail.h"

#include "base/date.h"
#include "base/diag.h"
#include "base/map.h"
#include "base/utf8.h"
#include <inttypes.h>
#include <string.h>
#include <time.h>

#define LINE      76  /* of a head, RFC 2047, section 2 */
#define WORD      75  /* an encoded word, the same */
#define MOST_LINE 998 /* RFC 5322, section 2.1.1 */

static bool is_control(char c)
{
	return (unsigned char)c < ' ' || c == 0x7f;
}

/* One line: runs of blanks and control characters become a blank. */
static str one_line(struct arena *a, str s)
{
	struct buf out = {0};
	for (size_t i = 0; i < s.n; i++)
		if (!is_control(s.p[i]) && s.p[i] != ' ')
			buf_putc(&out, s.p[i]);
		else if (out.n && out.p[out.n - 1] != ' ')
			buf_putc(&out, ' ');
	return out.n ? str_trim(arena_take(a, &out)) : S("");
}

bool mail_can(str address)
{
	return utf8_ascii(address) == address.n;
}

static struct tm now(void)
{
	time_t seconds = time(NULL);
	struct tm tm;
	if (!localtime_r(&seconds, &tm))
		die("no local time:");
	return tm;
}

str mail_now(struct arena *a)
{
	char zone[8] = "+0000";
	int year, month, day;
	struct tm tm = now();
	date_split(date_today(), &year, &month, &day);
	tm.tm_year = year - 1900;
	tm.tm_mon = month - 1;
	tm.tm_mday = day;
	tm.tm_isdst = -1; /* it is that day's */
	mktime(&tm);
	strftime(zone, sizeof zone, "%z", &tm);
	return arena_printf(a, "%.3s, %02d %s %04d %02d:%02d:%02d %s", date_weekday(date_today()), day,
		date_month(month), year, tm.tm_hour, tm.tm_min, tm.tm_sec, zone);
}

static bool is_ascii(str s)
{
	return utf8_ascii(s) == s.n;
}

/* A head as it grows: the columns of its last line. */
struct head {
	struct buf *out;
	size_t column;
};

/* A word, with a blank or a fold in front of it unless it begins the value. */
static void put_word(struct head *h, str word, bool first)
{
	if (!first && h->column + 1 + word.n > LINE) {
		buf_puts(h->out, "\n ");
		h->column = 1;
	} else if (!first) {
		buf_putc(h->out, ' ');
		h->column++;
	}
	buf_add(h->out, word);
	h->column += word.n;
}

static bool is_q_safe(unsigned char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (c && strchr("!*+-/", c));
}

/* The bytes of one character as the Q encoding has them. */
static void put_q(struct buf *out, str c)
{
	for (size_t i = 0; i < c.n; i++) {
		unsigned char byte = (unsigned char)c.p[i];
		if (byte == ' ')
			buf_putc(out, '_');
		else if (is_q_safe(byte))
			buf_putc(out, c.p[i]);
		else
			buf_printf(out, "=%02X", byte);
	}
}

/* Encoded words, whole characters in each. */
static void put_encoded(struct head *h, str s, bool first)
{
	static const char begin[] = "=?utf-8?q?";
	struct buf word = {0}, one = {0};
	uint32_t c;
	while (s.n) {
		size_t room = first && LINE - h->column < WORD ? LINE - h->column : WORD;
		buf_reset(&word);
		buf_puts(&word, begin);
		while (s.n) {
			size_t n = utf8_next(s, &c);
			buf_reset(&one);
			put_q(&one, str_head(s, n ? n : 1));
			if (word.n > sizeof begin && word.n + one.n + 2 > room)
				break;
			buf_add(&word, buf_str(&one));
			s = str_skip(s, n ? n : 1);
		}
		buf_puts(&word, "?=");
		put_word(h, buf_str(&word), first);
		first = false;
	}
	buf_release(&word);
	buf_release(&one);
}

/* Words that look like encoded ones are encoded, lest they be taken for them. */
static void put_text(struct head *h, str s)
{
	bool first = true;
	str word;
	if (!is_ascii(s) || str_find(s, S("=?")) != STR_NONE) {
		put_encoded(h, s, true);
		return;
	}
	while (s.n) {
		str_cut(&s, ' ', &word);
		put_word(h, word, first);
		first = false;
	}
}

static bool is_atoms(str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (!is_q_safe((unsigned char)s.p[i]) && !strchr(" '#$%&^_`{|}~", s.p[i]))
			return false;
	return s.n;
}

static str quoted(struct arena *a, str s)
{
	struct buf out = {0};
	buf_putc(&out, '"');
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '"' || s.p[i] == '\\')
			buf_putc(&out, '\\');
		buf_putc(&out, s.p[i]);
	}
	buf_putc(&out, '"');
	return arena_take(a, &out);
}

static void put_address(struct head *h, struct arena *a, const struct mail_address *who, bool first)
{
	str name = one_line(a, who->name), address = one_line(a, who->address);
	if (!name.n) {
		put_word(h, address, first);
		return;
	}
	if (!is_ascii(name) || str_find(name, S("=?")) != STR_NONE)
		put_encoded(h, name, first);
	else
		put_word(h, is_atoms(name) ? name : quoted(a, name), first);
	put_word(h, arena_printf(a, "<" FMT ">", ARG(address)), false);
}

static void put_addresses(struct buf *out, struct arena *a, const char *field, const struct mail_address *v, size_t n)
{
	struct head h = {out, strlen(field) + 2};
	size_t put = 0;
	for (size_t i = 0; i < n; i++) {
		if (!v[i].address.n)
			continue;
		if (put)
			buf_putc(out, ',');
		else
			buf_printf(out, "%s: ", field);
		put_address(&h, a, &v[i], !put++);
	}
	if (put)
		buf_putc(out, '\n');
}

static bool is_domain(str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (!utf8_alnum(str_skip(s, i)) && s.p[i] != '-' && (s.p[i] != '.' || !i || s.p[i - 1] == '.'))
			return false;
	return s.n && s.p[s.n - 1] != '.' && is_ascii(s);
}

static size_t longest_line(str s)
{
	size_t most = 0, n = 0;
	for (size_t i = 0; i < s.n; i++) {
		n = s.p[i] == '\n' ? 0 : n + 1;
		most = n > most ? n : most;
	}
	return most;
}

/* RFC 2045, section 6.7. */
static void put_quoted_printable(struct buf *out, str s)
{
	size_t column = 0;
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		bool end = i + 1 == s.n || s.p[i + 1] == '\n',
		     plain = (c > ' ' && c < 0x7f && c != '=') || (c == ' ' && !end);
		size_t width = c == '\n' ? 0 : plain ? 1 : 3;
		if (column + width > LINE - 1) {
			buf_puts(out, "=\n");
			column = 0;
		}
		if (c == '\n' || plain)
			buf_putc(out, s.p[i]);
		else
			buf_printf(out, "=%02X", c);
		column = c == '\n' ? 0 : column + width;
	}
}

/* What a body holds besides text is left out. */
static str clean(struct arena *a, str body)
{
	struct buf out = {0};
	for (size_t i = 0; i < body.n; i++)
		if (body.p[i] == '\n' || body.p[i] == '\t' || !is_control(body.p[i]))
			buf_putc(&out, body.p[i]);
	if (out.n && out.p[out.n - 1] != '\n')
		buf_putc(&out, '\n');
	return arena_take(a, &out);
}

static bool is_from(str line)
{
	while (str_starts(line, S(">")))
		line = str_skip(line, 1);
	return str_starts(line, S("From "));
}

/* Of a mail that says when it was written: the same if it is sent again. */
static void put_id(struct buf *out, struct arena *a, const struct mail *m)
{
	str address = one_line(a, m->from.address), domain = str_skip(address, str_rchr(address, '@') + 1);
	if (is_domain(domain))
		buf_printf(out, "Message-ID: <nt.%016" PRIx64 "@" FMT ">\n",
			hash64(arena_printf(a, FMT "\n" FMT "\n" FMT "\n" FMT, ARG(m->date), ARG(address),
				ARG(m->subject), ARG(m->body))),
			ARG(domain));
}

static void put_head(struct buf *out, struct arena *a, const struct mail *m)
{
	if (m->date.p)
		buf_printf(out, "Date: " FMT "\n", ARG(m->date));
	put_addresses(out, a, "From", &m->from, 1);
	put_addresses(out, a, "To", m->to, m->to_count);
	if (m->subject.n) {
		buf_puts(out, "Subject: ");
		put_text(&(struct head){out, 9}, one_line(a, m->subject));
		buf_putc(out, '\n');
	}
	if (m->date.p)
		put_id(out, a, m);
	buf_puts(out, m->automatic ? "Auto-Submitted: auto-generated\nMIME-Version: 1.0\n" : "MIME-Version: 1.0\n");
}

static void put_single(struct buf *out, struct arena *a, str text)
{
	str body = clean(a, text);
	bool long_lines = longest_line(body) > MOST_LINE;
	buf_printf(out, "Content-Type: text/plain; charset=%s\nContent-Transfer-Encoding: %s\n\n",
		is_ascii(body) ? "us-ascii" : "utf-8",
		long_lines       ? "quoted-printable"
		: is_ascii(body) ? "7bit"
				 : "8bit");
	if (long_lines)
		put_quoted_printable(out, body);
	else
		buf_add(out, body);
}

/* Both in quoted-printable, where no line can be the boundary: that has "=_". */
static void put_both(struct buf *out, struct arena *a, const struct mail *m)
{
	static const char *const types[] = {"plain", "html"};
	static const char boundary[] = "=_nt_alternative_=";
	buf_printf(out, "Content-Type: multipart/alternative; boundary=\"%s\"\n\n", boundary);
	for (int i = 0; i < 2; i++) {
		buf_printf(out,
			"--%s\nContent-Type: text/%s; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n",
			boundary, types[i]);
		put_quoted_printable(out, clean(a, i ? m->html : m->body));
		buf_putc(out, '\n');
	}
	buf_printf(out, "--%s--\n", boundary);
}

static void put(struct buf *out, const struct mail *m, bool mbox)
{
	struct arena a = {0};
	struct buf text = {0};
	str line;
	put_head(out, &a, m);
	if (m->html.p)
		put_both(&text, &a, m);
	else
		put_single(&text, &a, m->body);
	for (str rest = buf_str(&text); str_line(&rest, &line);) {
		if (mbox && is_from(line))
			buf_putc(out, '>');
		buf_add(out, line);
	}
	buf_release(&text);
	arena_release(&a);
}

void mail_put(struct buf *out, const struct mail *m)
{
	put(out, m, false);
}

void mail_put_mbox(struct buf *out, const struct mail *m)
{
	buf_puts(out, "From nt-draft Thu Jan  1 00:00:00 1970\n");
	put(out, m, true);
	buf_putc(out, '\n');
}

static void put_percent(struct buf *out, str s)
{
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		if (c == '\n')
			buf_puts(out, "%0D%0A");
		else if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
			 (c && strchr("-._~", c)))
			buf_putc(out, s.p[i]);
		else
			buf_printf(out, "%%%02X", c);
	}
}

/* RFC 6068, section 2: in an address @ stays as it is. */
static void put_percent_address(struct buf *out, str address)
{
	str local;
	bool at = str_chr(address, '@') != STR_NONE;
	str_cut(&address, '@', &local);
	put_percent(out, local);
	if (at) {
		buf_putc(out, '@');
		put_percent(out, address);
	}
}

void mail_put_link(struct buf *out, const struct mail *m)
{
	struct arena a = {0};
	size_t put = 0;
	buf_puts(out, "mailto:");
	for (size_t i = 0; i < m->to_count; i++) {
		if (!m->to[i].address.n)
			continue;
		if (put++)
			buf_putc(out, ',');
		put_percent_address(out, one_line(&a, m->to[i].address));
	}
	buf_puts(out, "?subject=");
	put_percent(out, one_line(&a, m->subject));
	buf_puts(out, "&body=");
	put_percent(out, clean(&a, m->body));
	arena_release(&a);
}
