#include "text/typed.h"
#include "base/when.h"
#include "text/spoken.h"

#define KIND_WITHIN 6 /* words in which a kind is looked for */

/* A text in its parts, as they are found. */
struct reading {
	struct arena *arena;
	const struct typed *said;
	str box;  /* empty: none */
	str rest; /* behind the box, or the day */
	date day; /* that stands in it */
	bool dated;
	struct fault *why;
};

static str refuse(struct reading *r, str text)
{
	*r->why = (struct fault){.text = text};
	return (str){0};
}

static str refuse_day(struct reading *r, str day, enum when_sense sense)
{
	return refuse(r, arena_printf(r->arena, "not a day: '" FMT "'; write %s", ARG(day), when_instead(day, sense)));
}

/* The kind of a text without a date, a time in front or not. */
static bool find_kind(struct reading *r, str text, struct entry *e)
{
	return entry_parse_undated(r->arena, text, date_today(), e) && e->kind.p;
}

static bool has_kind(struct reading *r, str text)
{
	struct entry e;
	return find_kind(r, text, &e);
}

/* What is still to be done if its kind says so: to be ticked, so it gets a box. */
static bool is_to_do(struct reading *r, str text)
{
	struct entry e;
	return find_kind(r, text, &e) && (entry_is(&e, S("owe")) || entry_is(&e, S("owed")) || entry_is_task(e.kind));
}

/* Without the mark of a list, if an entry with a box or a day of its own stands behind it. */
static str without_mark(struct reading *r, str text)
{
	struct entry e;
	str rest = str_trim(str_skip(text, 1));
	bool mark = text.n > 1 && str_chr(S("-*+"), text.p[0]) != STR_NONE && str_blank(text.p[1]);
	return mark && (entry_parse(r->arena, rest, r->said->marks, &e) || entry_box_length(rest)) ? rest : text;
}

/* Whether [x](here) is a link, not a box. */
static bool is_link(str behind)
{
	return behind.n && str_chr(S("([:"), behind.p[0]) != STR_NONE;
}

static bool take_box(struct reading *r)
{
	struct entry e;
	size_t n = entry_box_length(r->rest);
	if (!n || is_link(str_skip(r->rest, n)))
		return true;
	r->box = str_head(r->rest, n);
	if (!entry_parse(r->arena, r->rest, r->said->marks, &e) || !e.box) {
		refuse(r, arena_printf(r->arena, "not a box: '" FMT "'; write [ ], [x] or [-], and a blank behind it",
				  ARG(r->box)));
		return false;
	}
	r->rest = str_trim(str_skip(r->rest, n));
	return true;
}

/* Of the words in front as many as are a day; absent: none are. *rest: what stands behind them. */
static str day_phrase(str text, enum when_sense sense, date *day, str *rest)
{
	str found = {0}, tail = text;
	for (int i = 0; i < SPOKEN_WORDS && tail.n; i++) {
		tail = str_skip(tail, spoken_word(tail).n);
		str phrase = str_between(text.p, tail.p);
		bool colon = str_ends(phrase, S(":"));
		phrase.n -= colon;
		tail = str_trim(tail);
		if (when_parse(phrase, sense, day)) {
			found = phrase;
			*rest = tail;
		}
	}
	return found.p && when_parse(found, sense, day) ? found : (str){0};
}

/* 11/20, 20.11. and the like */
static bool is_numbers(str word)
{
	size_t n = 0;
	while (n < word.n && (str_digit(word.p[n]) || str_chr(S("-/."), word.p[n]) != STR_NONE))
		n++;
	return n && n == word.n && str_digit(word.p[0]);
}

/* The words of a day as an option takes them. */
static str as_value(struct reading *r, str words, date day, enum when_sense sense)
{
	return day == DATE_NONE ? str_of(when_instead(words, sense)) : arena_printf(r->arena, "'" FMT "'", ARG(words));
}

/* Asks about a day that may as well be a word. */
static str ask_day(struct reading *r, str words, date day)
{
	char iso[DATE_TEXT];
	if (r->box.n)
		return refuse(r, arena_printf(r->arena, "is '" FMT "' the day? write %s behind the box", ARG(words),
					 date_text(day, iso)));
	return refuse(r,
		arena_printf(r->arena, "is '" FMT "' the day? write %s " FMT "%s, or -d today to leave it in the text",
			ARG(words), day > date_today() ? "--due" : "-d", ARG(as_value(r, words, day, WHEN_PAST)),
			day > date_today() ? ", which makes a box" : ""));
}

/* The day in front, in ISO 8601 or as people say it; false: there is something else that means to be one. */
static bool take_day(struct reading *r)
{
	date day;
	str rest;
	size_t at;
	bool said = r->said->day != DATE_NONE || r->said->open;
	if (entry_day(r->rest, 0, &at)) {
		r->dated = true;
		return true;
	}
	str word = spoken_word(r->rest), behind = str_skip(r->rest, word.n);
	size_t odd = when_odd(r->rest, &day);
	enum when_sense sense = str_eq(r->box, S("[ ]")) ? WHEN_AHEAD : WHEN_PAST;
	if ((odd && !said) || (is_numbers(word) && has_kind(r, behind)))
		return refuse_day(r, odd ? str_head(r->rest, odd) : word, sense).p;
	str phrase = day_phrase(r->rest, sense, &day, &rest);
	if (!phrase.p)
		return true;
	bool plain = rest.p > phrase.p + phrase.n && phrase.p[phrase.n] == ':';
	if (!plain && !has_kind(r, rest)) {
		return said || !spoken_clear(phrase, day) || ask_day(r, phrase, day).p;
	}
	if (is_to_do(r, rest))
		when_parse(phrase, WHEN_AHEAD, &day);
	r->dated = true;
	r->day = day;
	r->rest = rest;
	return true;
}

static str ask_due(struct reading *r, const struct spoken *day)
{
	return refuse(
		r, arena_printf(r->arena,
			   "is '" FMT "' the day it is due? write --due " FMT ", or --open to leave it in the text",
			   ARG(day->words), ARG(as_value(r, day->words, day->day, WHEN_AHEAD))));
}

/* "lunch yesterday: great" has its day where the colon of the kind is. */
static str ask_spoken(struct reading *r, const struct spoken *day)
{
	str word = spoken_word(day->before);
	if (!day->colon || word.n != day->before.n || day->day == DATE_NONE)
		return ask_day(r, day->words, day->day);
	return refuse(
		r, arena_printf(r->arena,
			   "is '" FMT "' the day? write '" FMT " " FMT ": ...', or -d today to leave it in the text",
			   ARG(day->words), ARG(day->words), ARG(word)));
}

/* A day among the words would be lost as one. False: it is asked about. */
static bool day_is_told(struct reading *r, bool open)
{
	struct spoken day;
	const struct typed *said = r->said;
	if (r->day != DATE_NONE || said->day != DATE_NONE || said->open || (!open && has_kind(r, r->rest)))
		return true;
	return !spoken_find(r->rest, open, &day) || (open ? ask_due(r, &day) : ask_spoken(r, &day)).p;
}

/* "snooze: 2w" is a field, no contact. */
static bool is_no_field(struct reading *r)
{
	struct entry e;
	struct span span;
	bool field = find_kind(r, r->rest, &e) && (entry_is(&e, S("snooze")) || entry_is(&e, S("cadence"))) &&
		     span_parse(e.text, &span);
	if (field)
		refuse(r, arena_printf(r->arena, "'" FMT ":' is no contact; write " FMT FMT, ARG(e.kind),
				  ARG(entry_is(&e, S("snooze")) ? S("nt-snooze NAME ") : S("nt-set NAME cadence=")),
				  ARG(e.text)));
	return !field;
}

/* So would a kind behind other words. */
static bool kind_is_told(struct reading *r)
{
	str word = spoken_word(r->rest), text = r->rest;
	if (r->said->day != DATE_NONE || has_kind(r, text))
		return true;
	for (int i = 1; i < KIND_WITHIN && text.n; i++) {
		text = str_trim(str_skip(text, word.n));
		word = spoken_word(text);
		if (entry_usual(word)) {
			refuse(r, arena_printf(r->arena,
					  "is '" FMT
					  "' the kind? it stands behind the name, or -d today leaves it in the text",
					  ARG(word)));
			return false;
		}
	}
	return true;
}

static str with_direction(struct reading *r, str text)
{
	struct entry e;
	if (!r->said->dir)
		return text;
	if (!find_kind(r, text, &e) || e.dir)
		return refuse(r, S("a direction needs a kind, as in: nt-log -o NAME mail: what was sent"));
	size_t colon = str_find(text, arena_printf(r->arena, FMT ":", ARG(e.kind))) + e.kind.n;
	return arena_printf(
		r->arena, FMT "%c" FMT, ARG(str_head(text, colon)), r->said->dir, ARG(str_skip(text, colon)));
}

/* The text behind box and day gets those that were said, or today's. */
static str with_said(struct reading *r)
{
	const struct typed *said = r->said;
	bool open = said->open || is_to_do(r, r->rest);
	date due = r->day == DATE_NONE ? said->due : r->day;
	str text = is_no_field(r) && day_is_told(r, open) && kind_is_told(r) ? with_direction(r, r->rest) : (str){0};
	if (!text.p)
		return text;
	if (open && (said->day != DATE_NONE || (r->day != DATE_NONE && r->day < date_today())))
		return refuse(r, S("an open box has no day but the one on which it is due: --due DATE"));
	date day = open ? due : r->day != DATE_NONE ? r->day : said->day == DATE_NONE ? date_today() : said->day;
	struct entry e;
	find_kind(r, text, &e);
	e.date = day;
	e.inherited = false;
	if (!open && day > date_today() && entry_contact(&e, true))
		return refuse(
			r, arena_printf(r->arena,
				   "a contact that is to come is none yet; write --due " FMT ", which makes a box",
				   ARG(date_str(r->arena, day))));
	return entry_line(
		r->arena, &(struct entry){.state = open ? ENTRY_OPEN : ENTRY_HAPPENED, .date = day, .text = text});
}

/* As it is written, but for a day that was said in words. */
static str as_written(struct reading *r, str text)
{
	char day[DATE_TEXT];
	if (r->said->dir || r->said->open || r->said->day != DATE_NONE)
		return refuse(r, S("the entry has a date or a box of its own; leave out the options for them"));
	if (r->day == DATE_NONE)
		return text;
	return arena_printf(r->arena, FMT " %s " FMT, ARG(r->box), date_text(r->day, day), ARG(r->rest));
}

static str read_typed(struct arena *a, str text, const struct typed *said, struct fault *why)
{
	struct reading r = {.arena = a, .said = said, .box = S(""), .day = DATE_NONE, .why = why};
	struct entry e;
	text = r.rest = without_mark(&r, str_trim(text));
	if (!take_box(&r) || !take_day(&r))
		return (str){0};
	bool written = r.box.n || (r.dated && r.day == DATE_NONE);
	bool twice = r.dated && (said->open || said->day != DATE_NONE);
	str line = written || twice ? as_written(&r, text) : with_said(&r);
	if (!line.p)
		return line;
	if (!entry_parse(a, line, said->marks, &e))
		return refuse(&r, arena_printf(a, "not an entry: '" FMT "'", ARG(line)));
	if (!e.text.n || str_chr(e.text, ':') == e.text.n - 1)
		return refuse(&r, arena_printf(a, "the entry says nothing: '" FMT "'", ARG(line)));
	return line;
}

/* With its blank behind the first kind that lacks it: "owe:x", "owe : x"; absent: none does. */
static str with_blank(struct arena *a, str text)
{
	str rest = text;
	for (int i = 0; rest.n && i <= SPOKEN_WORDS; i++) {
		size_t colon, n = entry_glued(rest, &colon);
		if (n)
			return arena_printf(a, FMT ": " FMT, ARG(str_between(text.p, rest.p + n - colon)),
				ARG(str_trim(str_skip(rest, n))));
		if (str_ends(spoken_word(rest), S(":")))
			break;
		rest = str_trim(str_skip(rest, spoken_word(rest).n));
	}
	return (str){0};
}

str typed_entry(struct arena *a, str text, const struct typed *said, struct fault *why)
{
	struct entry e;
	str spaced = with_blank(a, str_trim(text));
	str line = spaced.p ? read_typed(a, spaced, said, why) : (str){0};
	if (line.p && entry_parse(a, line, said->marks, &e) && e.kind.p)
		return line;
	return read_typed(a, text, said, why);
}
