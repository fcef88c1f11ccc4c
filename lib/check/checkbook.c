#include "check/checkbook.h"

#include "check/spelling.h"
#include "base/diag.h"
#include "sys/file.h"
#include "sys/git.h"
#include "base/utf8.h"
#include <stdlib.h>
#include <unistd.h>

/* Who holds what. */

static uint64_t hash_of(struct arena *scratch, enum checkbook_held what, str text)
{
	return map_hash(utf8_fold(scratch, str_trim(text))) + (uint64_t)what * 0x9e3779b97f4a7c15;
}

static struct holder *slot_of(const struct holders *h, uint64_t hash)
{
	size_t i = hash & (h->cap - 1);
	while (h->slots[i].first && h->slots[i].hash != hash)
		i = (i + 1) & (h->cap - 1);
	return &h->slots[i];
}

static void grow(struct holders *h)
{
	struct holders wider = *h;
	wider.cap = h->cap ? h->cap * 2 : 1024;
	wider.slots = calloc(wider.cap, sizeof *wider.slots);
	if (!wider.slots)
		die("out of memory");
	for (size_t i = 0; i < h->cap; i++)
		if (h->slots[i].first)
			*slot_of(&wider, h->slots[i].hash) = h->slots[i];
	free(h->slots);
	*h = wider;
}

/* Behind the last one of the slot's ring. */
static void append(struct checkbook *cb, struct holder *slot, uint32_t id)
{
	struct holders *h = &cb->holders;
	if (slot->last ? h->more[slot->last - 1].id == id : slot->first == id + 1)
		return;
	h->more = arena_more(&cb->arena, h->more, h->more_count, sizeof *h->more);
	uint32_t new = (uint32_t)++h->more_count;
	h->more[new - 1] = (struct more){id, slot->last ? h->more[slot->last - 1].next : new};
	if (slot->last)
		h->more[slot->last - 1].next = new;
	slot->last = new;
}

static void hold(struct checkbook *cb, struct note *n, enum checkbook_held what, str text, int id)
{
	struct holders *h = &cb->holders;
	if (!str_trim(text).n)
		return;
	if (h->n >= h->cap / 3 * 2)
		grow(h);
	uint64_t hash = hash_of(n->arena, what, text);
	struct holder *slot = slot_of(h, hash);
	if (slot->first) {
		append(cb, slot, (uint32_t)id);
		return;
	}
	*slot = (struct holder){.hash = hash, .first = (uint32_t)id + 1};
	h->n++;
}

size_t checkbook_holders(
	const struct checkbook *cb, struct arena *scratch, enum checkbook_held what, str text, int id, int *out, size_t most)
{
	const struct holders *h = &cb->holders;
	const struct holder *slot = h->cap ? slot_of(h, hash_of(scratch, what, text)) : NULL;
	size_t n = 0;
	if (!slot || !slot->first)
		return 0;
	if ((int)slot->first - 1 != id && n < most)
		out[n++] = (int)slot->first - 1;
	for (uint32_t i = slot->last ? h->more[slot->last - 1].next : 0; i && n < most; i = h->more[i - 1].next) {
		if ((int)h->more[i - 1].id != id)
			out[n++] = (int)h->more[i - 1].id;
		if (i == slot->last)
			break;
	}
	return n;
}

bool checkbook_gives_name(struct note *n)
{
	return spelling_apply(n) || (note_field(n, S("name")) && !note_is(n, "book"));
}

static void keep(struct note *n, int id, void *ctx)
{
	struct checkbook *cb = ctx;
	struct strs aliases = note_texts(n, S("aliases")), emails = note_texts(n, S("email"));
	hold(cb, n, checkbook_gives_name(n) ? HELD_NAME : HELD_OTHER, note_name(n), id);
	hold(cb, n, HELD_OTHER, note_stem(n), id);
	if (str_eq(config_folder(n->config, note_kind(n)), str_dir(n->path)))
		hold(cb, n, HELD_FILE, utf8_bare(n->arena, note_stem(n)), id);
	for (size_t i = 0; i < aliases.n; i++)
		hold(cb, n, HELD_NAME, aliases.v[i], id);
	for (size_t i = 0; i < emails.n; i++)
		hold(cb, n, HELD_EMAIL, emails.v[i], id);
	hold(cb, n, HELD_UID, note_text(n, S("uid")), id);
}

static struct checkbook *reading;
static char chosen, on_the_way, broken; /* their addresses are the values of the maps */

static str stem_of(str path)
{
	str base = str_base(path);
	return str_head(base, base.n - (str_ends(base, S(".md")) ? 3 : 0));
}

bool checkbook_hear(str path, size_t line, size_t col, str text)
{
	(void)col;
	(void)text;
	if (reading && line)
		map_put(&reading->broken, arena_dup(&reading->arena, utf8_fold(&reading->arena, stem_of(path))),
			&broken);
	return line > 0;
}

bool checkbook_may_be_broken(const struct checkbook *cb, struct arena *scratch, str target)
{
	return cb->broken.n && (map_get(&cb->broken, utf8_fold(scratch, stem_of(target))) ||
				       map_get(&cb->broken, utf8_slug(scratch, target)));
}

void checkbook_read(struct checkbook *cb, struct book *b)
{
	*cb = (struct checkbook){.book = b, .all = true, .people = {.today = date_today(), .me = NAMES_NONE}};
	reading = cb;
	diag_hook = checkbook_hear;
	if (b->fd >= 0)
		people_read(&cb->people, b, keep, cb);
	diag_hook = NULL;
	reading = NULL;
}

void checkbook_release(struct checkbook *cb)
{
	free(cb->holders.slots);
	map_release(&cb->chosen);
	map_release(&cb->broken);
	people_release(&cb->people);
	arena_release(&cb->arena);
}

/* What was asked for. */

static void choose(struct checkbook *cb, str path)
{
	if (!path.n)
		cb->all = true;
	map_put(&cb->chosen, path, &chosen);
	for (str folder = str_dir(path); folder.n; folder = str_dir(folder))
		if (!map_get(&cb->chosen, folder))
			map_put(&cb->chosen, folder, &on_the_way);
}

bool checkbook_choose(struct checkbook *cb, char **typed)
{
	bool good = true;
	cb->all = !*typed;
	for (; *typed; typed++) {
		str path = book_path(cb->book, &cb->arena, str_of(*typed));
		if (path.p)
			choose(cb, path);
		else if (access(*typed, F_OK) == 0)
			warn("not in the book: '%s'", *typed);
		else
			warn("%s:", *typed);
		good &= path.p != NULL;
	}
	return good;
}

bool checkbook_chosen(const struct checkbook *cb, str path, bool folder)
{
	if (cb->all || (folder && map_get(&cb->chosen, path)))
		return true;
	for (; path.n; path = str_dir(path))
		if (map_get(&cb->chosen, path) == &chosen)
			return true;
	return false;
}

/* git, which need not be there. */

static size_t attribute_line(str text)
{
	str line, word;
	for (size_t n = 1; str_line(&text, &line); n++) {
		line = str_chomp(line);
		if (str_starts(str_trim(line), S("#")))
			continue;
		while (str_cut(&line, ' ', &word))
			if (str_eq(str_trim(word), S("merge=nt")))
				return n;
	}
	return 0;
}

size_t checkbook_driver_missing(const struct book *b)
{
	struct buf buf = {0};
	size_t line = file_read(b->fd, ".gitattributes", true, &buf) ? attribute_line(buf_str(&buf)) : 0;
	buf_release(&buf);
	if (!line || git_ask(b->root.p, NULL, GIT("rev-parse", "--git-dir")) != 0)
		return 0;
	return git_ask(b->root.p, NULL, GIT("config", "--get", "merge.nt.driver")) == 1 ? line : 0;
}
