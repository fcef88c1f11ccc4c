#include "format/letter.h"

#include "base/transfer.h"
#include "format/html.h"

/* The fields up to the empty line, and *rest behind it. */
static str fields_of(str *rest)
{
	const char *from = rest->p;
	str line;
	while (str_line(rest, &line))
		if (!str_chomp(line).n)
			return str_between(from, line.p);
	return str_between(from, rest->p);
}

/* The value, unfolded; absent: none. */
static str field_of(struct arena *a, str fields, str name)
{
	struct buf b = {0};
	bool found = false;
	str line;
	while (str_line(&fields, &line)) {
		str text = str_chomp(line);
		if (found && text.n && str_blank(text.p[0])) {
			buf_putc(&b, ' ');
			buf_add(&b, str_trim(text));
			continue;
		}
		if (found)
			break;
		if (text.n > name.n && text.p[name.n] == ':' && str_ieq(str_head(text, name.n), name)) {
			found = true;
			buf_add(&b, str_trim(str_skip(text, name.n + 1)));
		}
	}
	str value = arena_take(a, &b);
	return found ? (value.p ? value : S("")) : (str){0};
}

bool letter_likely(str text)
{
	static const str names[] = {S_INIT("from"), S_INIT("subject"), S_INIT("return-path"), S_INIT("received"),
		S_INIT("delivered-to"), S_INIT("message-id"), S_INIT("mime-version"), S_INIT("date"), S_INIT("to"),
		S_INIT("content-type")};
	str rest = text, line;
	int known = 0;
	if (str_starts(text, S("From ")))
		str_line(&rest, &line);
	while (str_line(&rest, &line) && str_chomp(line).n) {
		size_t colon = str_chr(line, ':');
		if (str_blank(line.p[0]) && known)
			continue;
		if (colon == STR_NONE || !colon || str_chr(str_head(line, colon), ' ') != STR_NONE)
			return false;
		for (size_t i = 0; i < sizeof names / sizeof *names; i++)
			known += str_ieq(str_head(line, colon), names[i]);
	}
	return known > 1;
}

/* q: the form of RFC 2047, where _ is a blank. */
/* =?utf-8?q?...?= at the start of s: decoded; its length, 0: none. */
static size_t encoded_word(struct arena *a, str s, str *out)
{
	str rest = str_skip(s, 2), charset, how, text;
	if (!str_starts(s, S("=?")) || !str_cut(&rest, '?', &charset) || !str_cut(&rest, '?', &how) || how.n != 1 ||
		!str_cut(&rest, '?', &text) || !rest.p || !str_starts(rest, S("=")))
		return 0;
	*out = (how.p[0] | 32) == 'b' ? transfer_base64(a, text) : transfer_printable(a, text, true);
	return (size_t)(rest.p + 1 - s.p);
}

static str decode_words(struct arena *a, str s)
{
	struct buf b = {0};
	for (size_t i = 0; i < s.n;) {
		str word;
		size_t n = s.p[i] == '=' ? encoded_word(a, str_head(str_skip(s, i), 200), &word) : 0;
		buf_add(&b, n ? word : str_head(str_skip(s, i), 1));
		i += n ? n : 1;
	}
	return arena_take(a, &b);
}

static str boundary_of(struct arena *a, str type)
{
	char *lower = arena_cstr(a, type);
	for (size_t i = 0; i < type.n; i++)
		lower[i] = lower[i] >= 'A' && lower[i] <= 'Z' ? (char)(lower[i] | 32) : lower[i];
	size_t at = str_find((str){lower, type.n}, S("boundary="));
	if (at == STR_NONE)
		return (str){0};
	str value = str_skip(type, at + 9);
	char end = value.n && value.p[0] == '"' ? '"' : ';';
	value = str_skip(value, end == '"');
	size_t n = str_chr(value, end);
	return str_trim(n == STR_NONE ? value : str_head(value, n));
}

struct found {
	str plain, html;
};

static void read_part(struct arena *a, str bytes, struct found *f, int depth);

static void read_parts(struct arena *a, str body, str boundary, struct found *f, int depth)
{
	const char *from = NULL;
	str line;
	while (str_line(&body, &line)) {
		bool mark =
			line.n > boundary.n + 2 && str_starts(line, S("--")) && str_starts(str_skip(line, 2), boundary);
		if (!mark)
			continue;
		if (from)
			read_part(a, str_between(from, line.p), f, depth);
		from = str_starts(str_skip(line, 2 + boundary.n), S("--")) ? NULL : line.p + line.n;
		if (f->plain.p)
			return;
	}
	if (from)
		read_part(a, str_between(from, body.p), f, depth);
}

static void read_part(struct arena *a, str bytes, struct found *f, int depth)
{
	str body = bytes, fields = fields_of(&body);
	str type = field_of(a, fields, S("content-type")), coding = field_of(a, fields, S("content-transfer-encoding"));
	bool multi = str_ieq(str_head(type, 10), S("multipart/")), html = str_ieq(str_head(type, 9), S("text/html"));
	str boundary = multi ? boundary_of(a, type) : (str){0};
	if (!body.p)
		body = S("");
	if (multi && boundary.n && depth < LETTER_DEPTH) {
		read_parts(a, body, boundary, f, depth + 1);
		return;
	}
	if (type.n && !html && !str_ieq(str_head(type, 10), S("text/plain")))
		return;
	if (str_ieq(coding, S("quoted-printable")))
		body = transfer_printable(a, body, false);
	else if (str_ieq(coding, S("base64")))
		body = transfer_base64(a, body);
	if (html && !f->html.p)
		f->html = body;
	else if (!html && !f->plain.p)
		f->plain = body;
}

void letter_read(struct arena *a, str bytes, struct letter *out)
{
	struct found f = {.plain = {0}};
	str rest = bytes, line;
	if (str_starts(bytes, S("From ")) && str_line(&rest, &line))
		bytes = rest;
	rest = bytes;
	str subject = field_of(a, fields_of(&rest), S("subject"));
	read_part(a, bytes, &f, 0);
	*out = (struct letter){.subject = subject.p ? decode_words(a, subject) : subject,
		.text = f.plain.p  ? f.plain
			: f.html.p ? html_text(a, f.html)
				   : (str){0}};
}
