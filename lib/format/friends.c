#include "format/friends.h"

#include "base/sorted.h"
#include "format/plain.h"

static void add_place(struct friends *f, str place)
{
	if (place.n)
		strs_add(&f->arena, &f->places, arena_printf(&f->arena, "- " FMT, ARG(place)));
}

static bool is_word(str s, size_t at)
{
	return at < s.n && !str_blank(s.p[at]) && !strchr(".,;:!?()\"'", s.p[at] ? s.p[at] : ' ');
}

/* _Martha's Vineyard_, and not the middle of snake_case_words. */
static void add_places(struct friends *f, str text)
{
	for (size_t i = 0; i < text.n; i++) {
		if (text.p[i] != '_' || (i && is_word(text, i - 1)))
			continue;
		size_t n = str_chr(str_skip(text, i + 1), '_');
		if (n == STR_NONE || is_word(text, i + n + 2))
			continue;
		add_place(f, str_trim(str_head(str_skip(text, i + 1), n)));
		i += n + 1;
	}
}

void friends_activity(struct friends *f, date day, str text, bool is_note)
{
	char iso[DATE_TEXT];
	str line = arena_printf(&f->arena, "- %s: " FMT, date_text(day, iso), ARG(plain_line(&f->arena, text)));
	if (map_get(&f->seen, line))
		return;
	map_put(&f->seen, line, f);
	strs_add(&f->arena, is_note ? &f->notes : &f->activities, line);
	add_places(f, line);
}

str friends_name(struct arena *a, str name)
{
	struct buf out = {0};
	for (size_t i = 0; i < name.n; i++)
		if (!strchr("()[]*@", name.p[i] ? name.p[i] : '*'))
			buf_putc(&out, name.p[i]);
	return str_trim(arena_take(a, &out));
}

static void put_tags(struct buf *out, struct strs tags)
{
	for (size_t i = 0; i < tags.n; i++) {
		buf_puts(out, " @");
		for (size_t k = 0; k < tags.v[i].n; k++) {
			char c = tags.v[i].p[k];
			buf_putc(out, c == '/' ? ':' : str_blank(c) ? '-' : c);
		}
	}
}

/* - Grace Hopper (a.k.a. The Admiral a.k.a. Amazing Grace) */
static void put_names(struct buf *line, const struct contact *c)
{
	struct plain_facts aliases = plain_facts(c, S("aliases"));
	buf_puts(line, "- ");
	buf_add(line, friends_name(c->arena, plain_text(c, S("name"))));
	for (size_t i = 0; i < aliases.n; i++) {
		buf_puts(line, i ? " a.k.a. " : " (a.k.a. ");
		buf_add(line, friends_name(c->arena, aliases.v[i].text));
	}
	if (aliases.n)
		buf_putc(line, ')');
}

void friends_friend(struct friends *f, const struct contact *c)
{
	struct buf line = {0};
	struct plain_addresses places = plain_addresses(c);
	put_names(&line, c);
	if (places.n && places.v[0].city.n) {
		str city = friends_name(c->arena, places.v[0].city);
		buf_printf(&line, " [" FMT "]", ARG(city));
		add_place(f, city);
	}
	put_tags(&line, plain_tags(c));
	strs_add(&f->arena, &f->friends, arena_take(&f->arena, &line));
}

void friends_place(struct friends *f, const struct contact *c)
{
	struct buf line = {0};
	put_names(&line, c);
	strs_add(&f->arena, &f->places, arena_take(&f->arena, &line));
}

/* A place of which more is said is not said again by its name alone. */
static void drop_bare_places(struct strs *places)
{
	size_t n = 0;
	for (size_t i = 0; i < places->n; i++) {
		str bare = places->v[i], next = i + 1 < places->n ? places->v[i + 1] : (str){0};
		if (!str_starts(next, bare) || !str_starts(str_skip(next, bare.n), S(" (a.k.a. ")))
			places->v[n++] = bare;
	}
	places->n = n;
}

static void put_section(struct buf *out, const char *heading, struct strs lines)
{
	buf_puts(out, heading);
	for (size_t i = 0; i < lines.n; i++) {
		buf_add(out, lines.v[i]);
		buf_putc(out, '\n');
	}
}

void friends_end(struct friends *f, struct buf *out)
{
	sorted_sort(f->friends.v, f->friends.n, sizeof *f->friends.v, sorted_str);
	f->places.n = sorted_unique(f->places.v, f->places.n, sizeof *f->places.v, sorted_str);
	drop_bare_places(&f->places);
	put_section(out, "### Activities:\n", f->activities);
	put_section(out, "\n### Notes:\n", f->notes);
	put_section(out, "\n### Friends:\n", f->friends);
	put_section(out, "\n### Locations:\n", f->places);
	map_release(&f->seen);
	arena_release(&f->arena);
	*f = (struct friends){0};
}
