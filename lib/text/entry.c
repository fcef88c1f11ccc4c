#include "text/entry.h"
#include "base/utf8.h"
#include <string.h>

enum { BELOW_LOG = 1, BELOW_NOT_LOG = 2, BELOW_PRIVATE = 4 };

/* What is known of a block once it was read: what is nested in it, or stands below it, asks. */
struct seen {
	int owner;  /* the entry it belongs to, -1 none */
	date given; /* the nearest date at or above it */
	uint8_t below;
};

struct reading {
	struct arena *arena;
	const struct body *body;
	const struct entry_rules *rules;
	struct entries *out;
	struct seen *seen;
};

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
	n += is_sixty(s, n + 3) ? 6 : 3;
	return ends_word(s, n) || s.p[n] == ':' ? n : 0;
}

static bool take_box(str *s, enum entry_state *state)
{
	if (s->n < 3 || s->p[0] != '[' || s->p[2] != ']' || !ends_word(*s, 3))
		return false;
	switch (s->p[1]) {
	case ' ':
		*state = ENTRY_OPEN;
		break;
	case 'x':
	case 'X':
		*state = ENTRY_DONE;
		break;
	case '-':
		*state = ENTRY_DROPPED;
		break;
	default:
		return false;
	}
	*s = skip_blanks(str_skip(*s, 3));
	return true;
}

/* 2026-09-14, [[2026-09-14]] or [[2026-09-14|shown]] */
static bool take_day(str *s, date *out)
{
	bool link = str_starts(*s, S("[["));
	str day = str_skip(*s, link ? 2 : 0);
	size_t n = date_prefix(day, out);

	if (n == 0)
		return false;
	str rest = str_skip(day, n);
	if (link) {
		size_t close = str_find(rest, S("]]"));
		if (close == STR_NONE || (close && rest.p[0] != '|' && rest.p[0] != '#'))
			return false;
		rest = str_skip(rest, close + 2);
	}
	*s = rest;
	return true;
}

static bool take_date(str *s, date *out, str *time)
{
	str rest = *s;
	date day;

	if (!rest.n || (rest.p[0] != '[' && !str_digit(rest.p[0])) || !take_day(&rest, &day))
		return false;
	bool joined = rest.n && rest.p[0] == 'T';
	str clock = joined ? str_skip(rest, 1) : skip_blanks(rest);
	size_t n = clock.p > rest.p ? time_length(clock) : 0;
	if (n) {
		*time = str_head(clock, n);
		rest = str_skip(clock, n);
	}
	if (rest.n && rest.p[0] == ':')
		rest = str_skip(rest, 1);
	else if (!ends_word(rest, 0))
		return false;
	*s = skip_blanks(rest);
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

static bool is_promise(const struct entry *e)
{
	return entry_is(e, S("owe")) || entry_is(e, S("owed"));
}

bool entry_parse(struct arena *a, str text, struct entry *out)
{
	struct body whole = {.bytes = text};
	struct body_block all = {.text_end = (uint32_t)text.n};
	str s = str_trim(body_text(a, &whole, &all));

	*out = (struct entry){.date = DATE_NONE};
	out->box = take_box(&s, &out->state);
	if (!take_date(&s, &out->date, &out->time) && !out->box)
		return false;
	parse_rest(s, out);
	if (!out->box)
		out->state = is_promise(out) ? ENTRY_OPEN : ENTRY_HAPPENED;
	return true;
}

/* A name in ASCII, as most are, is not folded for each heading. */
static bool names_heading(struct arena *a, struct strs list, str folded)
{
	for (size_t i = 0; i < list.n; i++) {
		str name = list.v[i];
		if (utf8_ascii(name) == name.n ? str_ieq(name, folded) : str_eq(utf8_fold(a, name), folded))
			return true;
	}
	return false;
}

static uint8_t heading_flags(struct reading *r, str text)
{
	str folded = utf8_fold(r->arena, str_trim(text));
	uint8_t flags = 0;

	if (names_heading(r->arena, r->rules->log, folded))
		flags |= BELOW_LOG;
	if (names_heading(r->arena, r->rules->not_log, folded))
		flags |= BELOW_NOT_LOG;
	if (names_heading(r->arena, r->rules->private_headings, folded))
		flags |= BELOW_PRIVATE;
	return flags;
}

static bool in_scope(const struct reading *r, uint8_t below)
{
	return r->rules->log.n ? below & BELOW_LOG : !(below & BELOW_NOT_LOG);
}

static int add_entry(struct reading *r, struct entry e, const struct body_block *k, struct links links, uint8_t below)
{
	struct entries *out = r->out;

	e.block = k;
	e.line = k->line;
	e.links = links;
	e.is_private = below & BELOW_PRIVATE;
	out->v = arena_more(r->arena, out->v, out->n, sizeof *out->v);
	out->v[out->n] = e;
	return (int)out->n++;
}

static void give_links(struct reading *r, int owner, struct links links)
{
	struct links *to = &r->out->v[owner].links;

	for (size_t i = 0; i < links.n; i++) {
		to->v = arena_more(r->arena, to->v, to->n, sizeof *to->v);
		to->v[to->n++] = links.v[i];
	}
}

/* Outside a person's note an item without a date stands for itself if it can inherit one and has
 * a kind, or else links and no enclosing entry that these belong to. */
static bool inherits(struct reading *r, str text, const struct seen *seen, size_t links, struct entry *out)
{
	*out = (struct entry){.date = seen->given, .inherited = true};
	if (r->rules->person || seen->given == DATE_NONE)
		return false;
	parse_rest(str_trim(text), out);
	if (is_promise(out))
		out->state = ENTRY_OPEN;
	return out->kind.p ? links > 0 || seen->owner < 0 : links > 0 && seen->owner < 0;
}

static void read_item(struct reading *r, const struct body_block *k, struct seen *seen, struct links links)
{
	str text = body_text(r->arena, r->body, k);
	bool scope = !k->quoted && in_scope(r, seen->below);
	struct entry e;

	if (scope && entry_parse(r->arena, text, &e)) {
		if (e.date != DATE_NONE)
			seen->given = e.date;
		else if (!r->rules->person && links.n && seen->given != DATE_NONE) {
			e.date = seen->given;
			e.inherited = true;
		}
		seen->owner = add_entry(r, e, k, links, seen->below);
	} else if (scope && inherits(r, text, seen, links.n, &e)) {
		seen->owner = add_entry(r, e, k, links, seen->below);
	} else if (seen->owner >= 0) {
		give_links(r, seen->owner, links);
	}
}

static void read_heading(struct reading *r, const struct body_block *k, struct seen *seen, struct links links)
{
	str text = body_text(r->arena, r->body, k), rest = text, time;
	struct entry e;

	seen->below |= heading_flags(r, text);
	if (take_date(&rest, &seen->given, &time) && r->rules->person && !k->quoted && in_scope(r, seen->below) &&
		entry_parse(r->arena, text, &e))
		add_entry(r, e, k, links, seen->below);
	else if (seen->owner >= 0)
		give_links(r, seen->owner, links);
}

/* What a block has from the item it is in and the heading it stands below. */
static struct seen seen_around(const struct reading *r, const struct body_block *k)
{
	struct seen seen = {.owner = -1, .given = r->rules->file_date};

	if (k->heading >= 0) {
		seen.below = r->seen[k->heading].below;
		seen.given = r->seen[k->heading].given;
	}
	if (k->parent >= 0) {
		seen.owner = r->seen[k->parent].owner;
		seen.given = r->seen[k->parent].given;
	}
	return seen;
}

/* "dinner:" without a date needs someone it links to, in itself or in what is nested in it. */
static void drop_unlinked(struct entries *out)
{
	size_t kept = 0;

	for (size_t i = 0; i < out->n; i++)
		if (!out->v[i].inherited || out->v[i].links.n)
			out->v[kept++] = out->v[i];
	out->n = kept;
}

void entries_read(struct arena *a, const struct body *b, const struct entry_rules *rules, struct entries *out)
{
	struct reading r = {a, b, rules, out, arena_array(a, b->count, sizeof *r.seen)};

	*out = (struct entries){0};
	for (size_t i = 0; i < b->count; i++) {
		const struct body_block *k = &b->blocks[i];
		struct links links = {.defined = &b->definitions};
		r.seen[i] = seen_around(&r, k);
		if (!rules->no_links)
			links_scan(a, (str){b->bytes.p + k->text_at, k->text_end - k->text_at}, k->text_at, &links);
		if (k->kind == BLOCK_ITEM)
			read_item(&r, k, &r.seen[i], links);
		else if (k->kind == BLOCK_HEADING)
			read_heading(&r, k, &r.seen[i], links);
		else if (r.seen[i].owner >= 0)
			give_links(&r, r.seen[i].owner, links);
	}
	drop_unlinked(out);
}

bool entry_contact(const struct entry *e, bool person_note)
{
	if (e->date == DATE_NONE || e->state == ENTRY_OPEN || e->state == ENTRY_DROPPED || entry_is(e, S("note")))
		return false;
	if (e->state == ENTRY_DONE)
		return e->kind.p && !entry_is(e, S("todo"));
	return e->kind.p || (person_note && !e->inherited);
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
