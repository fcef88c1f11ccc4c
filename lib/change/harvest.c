#include "change/harvest.h"
#include "change/harvest_parts.h"

#include "base/diag.h"
#include "base/utf8.h"
#include "book/resolve.h"
#include "book/save.h"
#include <stdio.h>
#include <time.h>

#define SUBJECT 100       /* columns */
#define OLDEST  631152000 /* 1990: before that there is a clock that was not set */
#define AHEAD   7         /* days: by as much other people's clocks are wrong, not by more */
#define SECONDS 86400     /* of a day */

static void keep_address(struct harvest *h, struct map *map, str address, void *what, uint64_t *all)
{
	str folded = arena_dup(&h->arena, utf8_fold(&h->scratch, address));
	*all += hash64(arena_join(&h->scratch, folded, map == &h->mine ? S(" me") : S(" ")));
	if (!map_get(map, folded))
		map_put(map, folded, what);
}

struct knowing {
	struct harvest *h;
	str me;
	uint64_t all;
};

static bool know(struct note *n, void *ctx)
{
	struct knowing *k = ctx;
	struct harvest *h = k->h;
	if (!note_ok(n) || !note_is(n, "person"))
		return true;
	arena_reset(&h->scratch);
	struct strs emails = note_emails(n);
	bool me = k->me.p && str_eq(n->path, k->me);
	struct harvest_person *p = emails.n && !me ? arena_alloc(&h->arena, sizeof *p) : NULL;
	if (p)
		p->path = arena_dup(&h->arena, n->path);
	for (size_t i = 0; i < emails.n; i++)
		keep_address(h, me ? &h->mine : &h->people, emails.v[i], me ? (void *)h : p, &k->all);
	if (p)
		map_put(&h->by_path, p->path, p);
	return true;
}

void harvest_begin(struct harvest *h, struct book *b, struct strs mine)
{
	h->book = b;
	struct knowing k = {h, resolve_me(b), h->most};
	struct book_walk w = {.visit = know, .ctx = &k};
	for (size_t i = 0; i < mine.n; i++)
		keep_address(h, &h->mine, mine.v[i], h, &k.all);
	book_walk(b, &w);
	bool harvested = ids_read(&h->harvested, b, IDS_HARVESTED);
	h->keeps = ids_read(&h->read, b, IDS_READ) && harvested;
	if (h->read.first != k.all) {
		ids_release(&h->read);
		h->read = (struct ids){.changed = false};
		ids_add(&h->read, k.all);
	}
}

bool harvest_knows_me(const struct harvest *h)
{
	return h->mine.n > 0;
}

bool harvest_is_me(struct harvest *h, str address)
{
	return map_get(&h->mine, utf8_fold(&h->scratch, str_trim(address))) != NULL;
}

bool harvest_is_read(const struct harvest *h, uint64_t read_id)
{
	return !h->fresh && ids_has(&h->read, read_id);
}

/* One line that makes no link and drives no terminal: brackets become round, what is no text a blank. */
static str safe_line(struct arena *a, str text)
{
	struct buf b = {0};
	uint32_t c;
	for (size_t n; text.n; text = str_skip(text, n)) {
		n = utf8_next(text, &c);
		bool blank = !n || c <= ' ' || (c >= 0x7f && c <= 0xa0) || (c >= 0x200b && c <= 0x200f) ||
			     (c >= 0x2028 && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0xfeff;
		n = n ? n : 1;
		if (!blank)
			buf_add(&b, c == '[' ? S("(") : c == ']' ? S(")") : c == '`' ? S("'") : str_head(text, n));
		else if (b.n && b.p[b.n - 1] != ' ')
			buf_putc(&b, ' ');
	}
	str line = str_trim(arena_take(a, &b));
	size_t fits = utf8_fit(line, SUBJECT);
	return fits < line.n ? arena_join(a, str_trim(str_head(line, fits)), S("\xE2\x80\xA6")) : line;
}

static struct harvest_person *stranger(struct harvest *h, const struct mail_address *who, str folded)
{
	struct harvest_person *p = map_get(&h->strangers, folded);
	if (!p) {
		p = arena_alloc(&h->arena, sizeof *p);
		p->address = arena_dup(&h->arena, who->address);
		map_put(&h->strangers, arena_dup(&h->arena, folded), p);
		h->unknown = arena_more(&h->arena, h->unknown, h->unknown_count, sizeof *h->unknown);
		h->unknown[h->unknown_count++] = p;
	}
	if (!p->name.n && who->name.n && str_chr(who->name, '@') == STR_NONE)
		p->name = safe_line(&h->arena, who->name);
	return p;
}

void harvest_add(struct harvest *h, struct harvest_person *p, struct harvest_entry *e)
{
	e->text = arena_dup(&h->arena, e->text);
	e->id = arena_dup(&h->arena, e->id);
	p->v = arena_more(&h->arena, p->v, p->n, sizeof *p->v);
	p->v[p->n++] = *e;
	p->in += e->dir == '<';
	p->out += e->dir == '>';
}

bool harvest_is_given(struct harvest *h, struct harvest_person *p, str key, str address, str *id)
{
	*id = ids_text(&h->scratch, hash64(arena_printf(&h->scratch, FMT "\n" FMT, ARG(key), ARG(address))));
	uint64_t hash;
	str person = arena_printf(&h->scratch, FMT "\n" FMT, ARG(key), ARG(p->path.p ? p->path : address));
	if (map_get(&h->given, person) || (ids_parse(*id, &hash) && ids_has(&h->harvested, hash)))
		return true;
	map_put(&h->given, arena_dup(&h->arena, person), h);
	return false;
}

static bool is_robot(struct harvest *h, str address)
{
	static const char *const names[] = {"noreply", "no-reply", "no_reply", "donotreply", "do-not-reply",
		"mailer-daemon", "postmaster", "bounce", "notification", NULL};
	str local = utf8_fold(&h->scratch, str_head(address, str_rchr(address, '@')));
	for (const char *const *name = names; *name; name++)
		if (str_starts(local, str_of(*name)))
			return true;
	return false;
}

static bool on_clock(struct harvest_entry *e, int64_t time)
{
	struct tm tm;
	time_t t = (time_t)time;
	if (!localtime_r(&t, &tm))
		return false;
	e->order = time;
	e->day = date_of(tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday);
	snprintf(e->time, sizeof e->time, "%02d:%02d", tm.tm_hour % 100, tm.tm_min % 100);
	return e->day != DATE_NONE;
}

/* One whose day cannot be right is nobody's contact: said, if it is somebody's that is known. */
static bool is_dated(const struct harvest_mail *m, struct harvest_entry *e, bool known)
{
	const char *fault = !m->dated                                   ? "no date"
			    : m->time < OLDEST || !on_clock(e, m->time) ? "no date that can be"
									: NULL;
	if (!fault && e->day > date_today() + AHEAD)
		fault = "dated ahead of today";
	if (fault && known)
		warn_at(m->file, m->line, 0, "%s; left out", fault);
	return !fault;
}

static str key_of(struct harvest *h, const struct harvest_mail *m)
{
	if (m->id.n)
		return m->id;
	return arena_printf(
		&h->scratch, "%lld " FMT " " FMT, (long long)m->time, ARG(m->from.address), ARG(m->subject));
}

/* Of each of these whose address is known an entry, of others too but for later. */
static void give_each(struct harvest *h, str key, struct harvest_entry *e, const struct mail_address *who, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		str folded = utf8_fold(&h->scratch, str_trim(who[i].address));
		if (!folded.n || str_chr(folded, '@') == STR_NONE || map_get(&h->mine, folded) || is_robot(h, folded))
			continue;
		struct harvest_person *p = map_get(&h->people, folded);
		bool known = p != NULL;
		p = known ? p : e->dir ? stranger(h, &who[i], folded) : NULL;
		if (!p || harvest_is_given(h, p, key, folded, &e->id))
			continue;
		harvest_add(h, p, e);
		if (e->source && known)
			e->source->open++;
	}
}

static bool any_known(struct harvest *h, const struct mail_address *who, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (map_get(&h->people, utf8_fold(&h->scratch, str_trim(who[i].address))))
			return true;
	return false;
}

static struct harvest_source *source_of(struct harvest *h, uint64_t id)
{
	struct harvest_source *s = arena_alloc(&h->arena, sizeof *s);
	s->id = id;
	h->sources = arena_more(&h->arena, h->sources, h->source_count, sizeof *h->sources);
	h->sources[h->source_count++] = s;
	return s;
}

void harvest_message(struct harvest *h, const struct harvest_mail *m)
{
	arena_reset(&h->scratch);
	struct harvest_entry e = {.kind = "mail"};
	bool out = m->sent || map_get(&h->mine, utf8_fold(&h->scratch, str_trim(m->from.address)));
	const struct mail_address *who = out ? m->to : &m->from;
	size_t n = out ? m->to_count : 1;
	bool automatic = !out && (m->automatic || is_robot(h, m->from.address)), crowded = m->to_count > h->most;
	if (automatic || crowded) {
		h->automatic += automatic;
		h->crowded += !automatic;
		source_of(h, m->read_id);
		return;
	}
	if (!is_dated(m, &e, any_known(h, who, n))) {
		source_of(h, m->read_id);
		return;
	}
	if (e.day > date_today() || !date_within(h->range, e.day)) /* its day may come */
		return;
	e.dir = out ? '>' : '<';
	e.source = source_of(h, m->read_id);
	e.text = safe_line(&h->scratch, m->subject);
	if (!e.text.n)
		e.text = S("(no subject)");
	give_each(h, key_of(h, m), &e, who, n);
}

void harvest_meeting(struct harvest *h, str uid, str day, str summary, int64_t time, bool all_day,
	const struct mail_address *people, size_t count)
{
	struct harvest_entry e = {.kind = "meeting", .order = time};
	arena_reset(&h->scratch);
	if (count > h->most) {
		h->crowded++;
		return;
	}
	if (!on_clock(&e, time))
		return;
	if (all_day) {
		e.day = (date)((time - (time % SECONDS + SECONDS) % SECONDS) / SECONDS);
		e.time[0] = '\0';
	}
	if (e.day > date_today() || !date_within(h->range, e.day))
		return;
	e.text = safe_line(&h->scratch, summary);
	if (!e.text.n)
		e.text = S("(no title)");
	give_each(h, arena_printf(&h->scratch, FMT " " FMT, ARG(uid), ARG(day)), &e, people, count);
}

void harvest_end(struct harvest *h)
{
	if (h->automatic)
		hint("left out, of lists and programs: %zu", h->automatic);
	if (h->crowded)
		hint("left out, with more than %zu people: %zu", h->most, h->crowded);
	if (h->strange)
		hint("people of LinkedIn without a note: %zu; nt-import makes notes of them", h->strange);
	if (!h->keeps)
		return;
	for (size_t i = 0; i < h->source_count; i++)
		if (h->sources[i]->open == 0 && h->sources[i]->id)
			ids_add(&h->read, h->sources[i]->id);
	if (!h->read.changed && !h->present.n)
		return;
	int lock = save_lock(h->book);
	if (h->read.changed)
		ids_write(&h->read, h->book, IDS_READ);
	if (h->present.n)
		ids_note(h->book, IDS_HARVESTED, h->present);
	save_unlock(lock);
}

void harvest_release(struct harvest *h)
{
	map_release(&h->people);
	map_release(&h->by_path);
	map_release(&h->strangers);
	map_release(&h->mine);
	map_release(&h->given);
	known_release(&h->known);
	ids_release(&h->harvested);
	ids_release(&h->read);
	arena_release(&h->scratch);
	arena_release(&h->arena);
}
