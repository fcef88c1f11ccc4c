#include "check/checkbook.h"

#include "note/spelling.h"
#include "base/diag.h"
#include "sys/file.h"
#include "sys/git.h"
#include "base/utf8.h"
#include "text/entry.h"
#include "text/lines.h"
#include <string.h>
#include <unistd.h>

/* Who holds what. */

static uint64_t hash_of(struct arena *scratch, enum checkbook_held what, str text)
{
	return map_hash(utf8_fold(scratch, str_trim(text))) + (uint64_t)what * 0x9e3779b97f4a7c15;
}

static void hold(struct checkbook *cb, struct note *n, enum checkbook_held what, str text, int id)
{
	if (str_trim(text).n)
		hashes_add(&cb->holders, hash_of(n->arena, what, text), id);
}

size_t checkbook_holders(const struct checkbook *cb, struct arena *scratch, enum checkbook_held what, str text, int id,
	int *out, size_t most)
{
	const struct hashes *h = &cb->holders;
	size_t n = 0;
	for (uint32_t at = hashes_first(h, hash_of(scratch, what, text)); at && n < most; at = hashes_next(h, at))
		if (hashes_id(h, at) != id)
			out[n++] = hashes_id(h, at);
	return n;
}

bool checkbook_gives_name(struct note *n)
{
	return spelling_apply(n) || (note_field(n, S("name")) && !note_is(n, "book"));
}

/* Kinds that say what is to be done. */

static const str task_kinds[CHECKBOOK_TASKS] = {S_INIT("ask"), S_INIT("book"), S_INIT("buy"), S_INIT("check"),
	S_INIT("do"), S_INIT("find"), S_INIT("fix"), S_INIT("follow-up"), S_INIT("followup"), S_INIT("get"),
	S_INIT("invite"), S_INIT("order"), S_INIT("pay"), S_INIT("plan"), S_INIT("prepare"), S_INIT("remember"),
	S_INIT("remind"), S_INIT("reply"), S_INIT("return"), S_INIT("send")};

static size_t task_kind(str kind)
{
	size_t i = 0;
	while (i < CHECKBOOK_TASKS && !str_ieq(kind, task_kinds[i]))
		i++;
	return i;
}

/* "- 2026-11-03 ask: ...": the kind of an item without a box, as far as its line tells. */
static str line_kind(str line)
{
	size_t colon = str_find(line, S(": ")), blank;
	str front = str_trim(str_head(line, colon == STR_NONE ? 0 : colon));
	if (!front.n || !strchr("-*+0123456789", front.p[0]) || str_find(front, S("] ")) != STR_NONE)
		return (str){0};
	while ((blank = str_chr(front, ' ')) != STR_NONE)
		front = str_skip(front, blank + 1);
	return front;
}

static char once, often; /* their addresses are the values of the map of kinds */

/* The kind of a dated item, as far as its line tells. */
static void count_kind(struct checkbook *cb, struct arena *scratch, str line)
{
	str item = str_trim(line), text = str_trim(str_skip(item, lines_marker(item)));
	struct entry e;
	date day;
	if (text.n == item.n || !date_prefix(text, &day) || !entry_parse(scratch, text, (struct entry_marks){0}, &e) ||
		!e.kind.n)
		return;
	str kind = utf8_fold(scratch, e.kind);
	void *seen = map_get(&cb->kinds, kind);
	if (seen != &often)
		map_put(&cb->kinds, arena_dup(&cb->arena, kind), seen ? &often : &once);
}

bool checkbook_has_kind(const struct checkbook *cb, str kind)
{
	struct arena a = {0};
	bool has = map_get(&cb->kinds, utf8_fold(&a, kind)) == &often;
	arena_release(&a);
	return has;
}

static void count_kinds(struct checkbook *cb, struct arena *scratch, str body)
{
	str line;
	while (str_line(&body, &line)) {
		count_kind(cb, scratch, line);
		size_t i = task_kind(line_kind(line));
		if (i < CHECKBOOK_TASKS)
			cb->tasks[i]++;
	}
}

bool checkbook_like_task(const struct checkbook *cb, str kind)
{
	size_t i = task_kind(kind);
	return i < CHECKBOOK_TASKS && cb->tasks[i] <= 1;
}

static void keep(struct note *n, int id, void *ctx)
{
	struct checkbook *cb = ctx;
	struct strs aliases = note_texts(n, S("aliases")), emails = note_emails(n);
	hold(cb, n, checkbook_gives_name(n) ? HELD_NAME : HELD_OTHER, note_name(n), id);
	hold(cb, n, HELD_OTHER, note_stem(n), id);
	if (str_eq(config_folder(n->config, note_kind(n)), str_dir(n->path)))
		hold(cb, n, HELD_FILE, utf8_bare(n->arena, note_stem(n)), id);
	for (size_t i = 0; i < aliases.n; i++)
		hold(cb, n, HELD_NAME, aliases.v[i], id);
	for (size_t i = 0; i < emails.n; i++)
		hold(cb, n, HELD_EMAIL, emails.v[i], id);
	hold(cb, n, HELD_UID, note_text(n, S("uid")), id);
	load_note(&cb->load, n, id, cb->people.today);
	count_kinds(cb, n->arena, n->pieces.body);
	if (cb->visit)
		cb->visit(n, id, cb->ctx);
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

void checkbook_read(struct checkbook *cb, struct book *b, void (*visit)(struct note *n, int id, void *ctx), void *ctx)
{
	*cb = (struct checkbook){.book = b, .all = true, .people = {.today = date_today(), .me = NAMES_NONE}};
	cb->visit = visit;
	cb->ctx = ctx;
	reading = cb;
	diag_hook = checkbook_hear;
	if (b->fd >= 0)
		people_read(&cb->people, b, keep, cb);
	load_end(&cb->load, &cb->people);
	diag_hook = NULL;
	reading = NULL;
}

void checkbook_release(struct checkbook *cb)
{
	hashes_release(&cb->holders);
	map_release(&cb->chosen);
	map_release(&cb->kinds);
	map_release(&cb->broken);
	load_release(&cb->load);
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

/* The program that a driver begins with, without quotes. */
static str driver_program(str driver)
{
	str program = {0};
	bool quoted = str_starts(driver, S("'"));

	driver = str_skip(driver, quoted);
	str_cut(&driver, quoted ? '\'' : ' ', &program);
	return program;
}

size_t checkbook_driver_missing(const struct book *b, const char **why)
{
	struct buf buf = {0};
	size_t line = file_read(b->fd, ".gitattributes", true, &buf) ? attribute_line(buf_str(&buf)) : 0;
	buf_release(&buf);
	if (!line || git_ask(b->root.p, NULL, GIT("rev-parse", "--git-dir")) != 0)
		return 0;
	bool set = git_ask(b->root.p, &buf, GIT("config", "--get", "merge.nt.driver")) == 0;
	bool found = set && run_found(driver_program(str_chomp(buf_str(&buf))));
	*why = set ? "git does not find its merge.nt.driver: put nt-merge into PATH, or run nt-init again"
		   : "git has no merge.nt.driver: run nt-init in this clone";
	buf_release(&buf);
	return found ? 0 : line;
}
