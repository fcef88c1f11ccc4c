#include "text/entry.h"
#include "base/utf8.h"

static str skip_blanks(str s)
{
	size_t n = 0;

	while (n < s.n && str_blank(s.p[n]))
		n++;
	return str_skip(s, n);
}

static bool ends_word(str s, size_t at)
{
	return at == s.n || str_blank(s.p[at]);
}

/* ":30" and the like */
static bool is_sixty(str s, size_t at)
{
	return s.n >= at + 3 && s.p[at] == ':' && s.p[at + 1] >= '0' && s.p[at + 1] <= '5' && str_digit(s.p[at + 2]);
}

/* The length of the time of day that s begins with, 0 if none. */
static size_t time_length(str s)
{
	size_t n = 0, hour = 0;

	while (n < s.n && n < 2 && str_digit(s.p[n]))
		hour = hour * 10 + (size_t)(s.p[n++] - '0');
	if (n == 0 || hour > 23 || !is_sixty(s, n))
		return 0;
	return n + (is_sixty(s, n + 3) ? 6 : 3);
}

/* The length of a dash, short or long, 0 if none. */
static size_t dash_length(str s)
{
	static const str dashes[] = {S_INIT("-"), S_INIT("\xE2\x80\x93"), S_INIT("\xE2\x80\x94")};

	for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++)
		if (str_starts(s, dashes[i]))
			return dashes[i].n;
	return 0;
}

/* A dash with a blank behind it parts a day or a time from the text. */
static str skip_dash(str s)
{
	size_t n = dash_length(s);
	return n && ends_word(s, n) ? skip_blanks(str_skip(s, n)) : s;
}

/* What stands behind the end of 09:30 - 10:00. */
static str skip_until(str s)
{
	str dash = skip_blanks(s), end = skip_blanks(str_skip(dash, dash_length(dash)));
	size_t n = dash_length(dash) ? time_length(end) : 0;
	return n && (ends_word(end, n) || end.p[n] == ':') ? str_skip(end, n) : s;
}

/* The length of .123, Z and +01:00 behind a time. */
static size_t zone_length(str s)
{
	size_t n = s.n > 1 && s.p[0] == '.' && str_digit(s.p[1]) ? 2 : 0;

	while (n && n < s.n && str_digit(s.p[n]))
		n++;
	if (n < s.n && s.p[n] == 'Z')
		return n + 1;
	if (n < s.n && (s.p[n] == '+' || s.p[n] == '-') && time_length(str_skip(s, n + 1)) == 5)
		return n + 6;
	return n;
}

/* The time of day in front, as the text has it, and behind a T its zone. */
static bool take_time(str *s, bool zone, str *time)
{
	size_t n = time_length(*s);
	str rest = str_skip(*s, n);

	if (n && zone)
		rest = str_skip(rest, zone_length(rest));
	if (n)
		rest = skip_until(rest);
	if (!n || !(ends_word(rest, 0) || rest.p[0] == ':'))
		return false;
	*time = str_head(*s, n);
	*s = rest;
	return true;
}

size_t entry_box_length(str s)
{
	size_t close = 1;

	if (s.n < 2 || s.p[0] != '[')
		return 0;
	if (s.p[1] != ']') /* one character, of several bytes perhaps */
		for (close = 2; close < s.n && (s.p[close] & 0xC0) == 0x80;)
			close++;
	return close < s.n && s.p[close] == ']' && s.p[1] != '[' ? close + 1 : 0;
}

static bool find_mark(struct entry_marks marks, str mark, enum entry_state *state)
{
	static const struct entry_mark usual[] = {{S_INIT(" "), ENTRY_OPEN}, {S_INIT("x"), ENTRY_DONE},
		{S_INIT("X"), ENTRY_DONE}, {S_INIT("-"), ENTRY_DROPPED}};

	for (size_t i = 0; i < marks.n; i++)
		if (str_eq(marks.v[i].mark, mark))
			return *state = marks.v[i].state, true;
	for (size_t i = 0; i < sizeof usual / sizeof *usual; i++)
		if (str_eq(usual[i].mark, mark))
			return *state = usual[i].state, true;
	return false;
}

static bool take_box(str *s, struct entry_marks marks, enum entry_state *state)
{
	size_t n = entry_box_length(*s);
	date day;

	if (!n || !(ends_word(*s, n) || date_prefix(str_skip(*s, n), &day)) ||
		!find_mark(marks, str_between(s->p + 1, s->p + n - 1), state))
		return false;
	*s = skip_blanks(str_skip(*s, n));
	return true;
}

/* 2026-09-14, [[2026-09-14]], [[2026-09-14|shown]], or with emphasis: **2026-09-14**, **2026-09-14:** */
static bool take_day(str *s, date *out, size_t *at)
{
	static const str opens[] = {S_INIT("[["), S_INIT("**"), S_INIT("__"), S_INIT("*"), S_INIT("_")};
	str mark = S("");

	for (size_t i = 0; !str_digit(s->p[0]) && !mark.n && i < sizeof opens / sizeof *opens; i++)
		if (str_starts(*s, opens[i]))
			mark = opens[i];
	str day = str_skip(*s, mark.n);
	size_t n = date_prefix(day, out);
	if (n == 0)
		return false;
	str rest = str_skip(day, n);
	*at = mark.n;
	if (str_eq(mark, S("[["))) {
		size_t close = str_find(rest, S("]]"));
		if (close == STR_NONE || (close && rest.p[0] != '|' && rest.p[0] != '#'))
			return false;
		rest = str_skip(rest, close + 2);
	} else if (mark.n) {
		bool colon = str_starts(rest, S(":"));
		if (!str_starts(str_skip(rest, colon), mark))
			return false;
		rest = str_skip(rest, colon + mark.n);
	}
	*s = rest;
	return true;
}

static bool take_date(str *s, date *out, str *time)
{
	str rest = *s;
	size_t at;
	date day;

	if (!rest.n || !take_day(&rest, &day, &at))
		return false;
	bool joined = rest.n && rest.p[0] == 'T';
	str clock = joined ? str_skip(rest, 1) : skip_blanks(rest);
	if (clock.p > rest.p && take_time(&clock, joined, time))
		rest = clock;
	if (rest.n && rest.p[0] == ':')
		rest = str_skip(rest, 1);
	else if (!ends_word(rest, 0))
		return false;
	*s = skip_dash(skip_blanks(rest));
	*out = day;
	return true;
}

static bool is_ascii_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static size_t kind_length(str s)
{
	size_t n = s.n && is_ascii_letter(s.p[0]) ? 1 : utf8_letter(s), more = n;

	for (; more && n < s.n; n += more) {
		char c = s.p[n];
		more = is_ascii_letter(c) || str_digit(c) || c == '-' ? 1 : (c & 0x80) ? utf8_alnum(str_skip(s, n)) : 0;
	}
	return n;
}

/* [kind [> | <] : blank] text */
static void parse_rest(str s, struct entry *out)
{
	size_t n = kind_length(s);
	bool dir = n && n < s.n && (s.p[n] == '>' || s.p[n] == '<');
	size_t colon = n + dir;

	out->text = s;
	if (n == 0 || colon == s.n || s.p[colon] != ':' || !ends_word(s, colon + 1))
		return;
	out->kind = str_head(s, n);
	out->dir = dir ? s.p[n] : 0;
	out->text = skip_blanks(str_skip(s, colon + 1));
}

/* Words that with a colon are a kind and nothing else. */
static bool is_usual_kind(str word)
{
	static const str kinds[] = {S_INIT("owe"), S_INIT("owed"), S_INIT("gave"), S_INIT("got"), S_INIT("todo"),
		S_INIT("task"), S_INIT("note"), S_INIT("idea"), S_INIT("call"), S_INIT("mail"), S_INIT("email"),
		S_INIT("meet"), S_INIT("met"), S_INIT("lunch"), S_INIT("dinner"), S_INIT("coffee"), S_INIT("chat"),
		S_INIT("visit"), S_INIT("sms"), S_INIT("letter")};

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (str_ieq(word, kinds[i]))
			return true;
	return false;
}

size_t entry_glued(str text, size_t *colon)
{
	static const str wide = S_INIT("\xEF\xBC\x9A");
	size_t n = kind_length(text), end = n + (n && n < text.n && (text.p[n] == '>' || text.p[n] == '<'));
	str rest = str_skip(text, end);
	bool is_wide = n && str_starts(rest, wide);

	*colon = is_wide ? wide.n : 1;
	if (is_wide)
		return end + wide.n;
	str mark = skip_blanks(rest);
	bool parted = mark.p > rest.p && str_starts(mark, S(":")) && ends_word(mark, 1);
	bool behind =
		rest.n > 1 && rest.p[0] == ':' && !str_blank(rest.p[1]) && !str_eol(rest.p[1]) && rest.p[1] != '/';
	if (!(parted || behind) || !is_usual_kind(str_head(text, n)))
		return 0;
	*colon += (size_t)(mark.p - rest.p);
	return end + *colon;
}

bool entry_usual(str word)
{
	size_t n = kind_length(word), dir = n < word.n && (word.p[n] == '>' || word.p[n] == '<');

	return n && n + dir + 1 == word.n && word.p[n + dir] == ':' && is_usual_kind(str_head(word, n));
}

const char *entry_box(enum entry_state state)
{
	static const char *const boxes[] = {"", "[ ]", "[x]", "[-]"};
	return boxes[state];
}

const char *entry_dir(char dir)
{
	return dir == '>' ? ">" : dir == '<' ? "<" : "";
}

str entry_line(struct arena *a, const struct entry *e)
{
	char day[DATE_TEXT];
	const char *box = entry_box(e->state);
	return arena_printf(a, "%s%s%s%s" FMT "%s" FMT "%s%s" FMT, box, *box ? " " : "", date_text(e->date, day),
		e->date == DATE_NONE ? "" : " ", ARG(e->time), e->time.n ? " " : "", ARG(e->kind), entry_dir(e->dir),
		e->kind.n ? ": " : "", ARG(e->text));
}

bool entry_is(const struct entry *e, str kind)
{
	return e->kind.p && str_ieq(e->kind, kind);
}

bool entry_noted(const struct entry *e, date day, str text)
{
	return entry_is(e, S("note")) && !e->dir && e->date == day && str_eq(str_trim(e->text), str_trim(text));
}

bool entry_is_task(str kind)
{
	return str_ieq(kind, S("todo")) || str_ieq(kind, S("task"));
}

static bool is_promise(const struct entry *e)
{
	return entry_is(e, S("owe")) || entry_is(e, S("owed"));
}

/* The text of one entry on one line. */
static str one_line(struct arena *a, str text)
{
	struct body whole = {.bytes = text};
	struct body_block all = {.text_end = (uint32_t)text.n};

	return str_trim(body_text(a, &whole, &all));
}

bool entry_parse(struct arena *a, str text, struct entry_marks marks, struct entry *out)
{
	str s = one_line(a, text);

	*out = (struct entry){.date = DATE_NONE};
	out->box = take_box(&s, marks, &out->state);
	if (!take_date(&s, &out->date, &out->time) && !out->box)
		return false;
	parse_rest(s, out);
	if (!out->box)
		out->state = is_promise(out) ? ENTRY_OPEN : ENTRY_HAPPENED;
	return true;
}

bool entry_parse_undated(struct arena *a, str text, date day, struct entry *out)
{
	str s = one_line(a, text);
	size_t box = entry_box_length(s);

	*out = (struct entry){.date = day, .inherited = true};
	if (box && ends_word(s, box))
		return false;
	if (take_time(&s, false, &out->time))
		s = skip_dash(skip_blanks(str_skip(s, str_starts(s, S(":")))));
	parse_rest(s, out);
	out->state = is_promise(out) ? ENTRY_OPEN : ENTRY_HAPPENED;
	return true;
}

size_t entry_day(str text, size_t box, size_t *at)
{
	size_t inner = 0, n = box;
	date day;

	while (n < text.n && (str_blank(text.p[n]) || str_eol(text.p[n])))
		n++;
	str rest = str_skip(text, n);
	bool is = take_day(&rest, &day, &inner);
	*at = n + (is ? inner : 0);
	return is ? 10 : 0;
}

/* Words for oneself: nobody was there. */
static bool is_for_oneself(const struct entry *e)
{
	static const str kinds[] = {S_INIT("note"), S_INIT("todo"), S_INIT("task"), S_INIT("idea")};

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (entry_is(e, kinds[i]))
			return true;
	return false;
}

bool entry_contact(const struct entry *e, bool person_note)
{
	if (e->date == DATE_NONE || e->state == ENTRY_OPEN || e->state == ENTRY_DROPPED || is_for_oneself(e))
		return false;
	return e->kind.p || (person_note && e->state == ENTRY_HAPPENED && !e->inherited);
}

char entry_favor(const struct entry *e)
{
	bool past = e->state == ENTRY_HAPPENED || e->state == ENTRY_DONE;

	if (e->state == ENTRY_DROPPED)
		return 0;
	if (entry_is(e, S("owe")))
		return past ? 'g' : 'o';
	if (entry_is(e, S("owed")))
		return past ? 'G' : 'O';
	if (past && entry_is(e, S("gave")))
		return 'g';
	return past && entry_is(e, S("got")) ? 'G' : 0;
}
