#include "change/vdir.h"

#include "base/diag.h"
#include "base/diff.h"
#include "base/json.h"
#include "base/term.h"
#include "base/utf8.h"
#include "book/changes.h"
#include "format/vcard.h"
#include "format/vcardday.h"
#include "sys/file.h"
#include "sys/folder.h"
#include "sys/lock.h"
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define UID_MARK "X-NT-UID:"      /* what it is agreed for, in front of an agreed card */
#define STAYS    "X-NT-STAYS:1\n" /* instead of a card */
#define RESTS    "X-NT-RESTS:1\n" /* in front of a card that is not there */

/* A file name for a uid that is none: it may hold anything. */
static str file_of(struct arena *a, str uid)
{
	bool plain = uid.n > 0 && uid.n < 200 && uid.p[0] != '.';
	for (size_t i = 0; i < uid.n; i++)
		plain = plain && (str_digit(uid.p[i]) || ((uid.p[i] | 32) >= 'a' && (uid.p[i] | 32) <= 'z') ||
					 strchr("-_.@+", uid.p[i] ? uid.p[i] : '/'));
	return plain ? arena_printf(a, FMT ".vcf", ARG(uid)) : arena_printf(a, "nt-%016" PRIx64 ".vcf", hash64(uid));
}

static str state_file(struct vdir *d, str uid)
{
	return arena_printf(&d->arena, FMT "/%016" PRIx64 ".vcf", ARG(d->state), hash64(uid));
}

/* The line in front of an agreed card: as JSON, where the uid would not come back from a line as it is. */
static str state_line(struct arena *a, str uid)
{
	bool odd = str_starts(uid, S("\"")) || !str_eq(uid, str_trim(uid));
	for (size_t i = 0; i < uid.n; i++)
		odd = odd || (unsigned char)uid.p[i] < ' ' || uid.p[i] == 0x7f;
	struct buf b = {0};
	buf_puts(&b, UID_MARK);
	if (odd)
		json_string(&b, uid);
	else
		buf_add(&b, uid);
	buf_putc(&b, '\n');
	return arena_take(a, &b);
}

/* Absent: it is no such line. */
static str state_uid(struct arena *a, str line)
{
	struct strs texts;
	if (!str_starts(line, S(UID_MARK)))
		return (str){0};
	str uid = str_trim(str_skip(line, S(UID_MARK).n));
	return str_starts(uid, S("\"")) && json_read(a, uid, &texts) && texts.n == 1 ? texts.v[0] : uid;
}

struct vdir_card *vdir_find(struct vdir *d, str uid)
{
	return map_get(&d->known, uid);
}

struct vdir_card *vdir_add(struct vdir *d, str uid)
{
	struct vdir_card *c = arena_alloc(&d->arena, sizeof *c);
	c->uid = arena_dup(&d->arena, uid);
	map_put(&d->known, c->uid, c);
	d->v = arena_more(&d->arena, d->v, d->n, sizeof(struct vdir_card *));
	return d->v[d->n++] = c;
}

/* One card from its begin to its end: no half of one that is being written. */
static bool is_one_card(str bytes)
{
	size_t begins = 0, ends = 0;
	for (str line; str_line(&bytes, &line);) {
		begins += str_ieq(str_trim(line), S("BEGIN:VCARD"));
		ends += str_ieq(str_trim(line), S("END:VCARD"));
	}
	return begins == 1 && ends == 1;
}

/* Of a card without a uid its file is one. */
static str uid_of(struct vdir *d, const struct contact *c, str file)
{
	str uid = contact_text(c, S("uid"));
	(void)d;
	return uid.n ? uid : str_head(file, file.n - 4);
}

static bool read_card(struct vdir *d, str file)
{
	struct buf buf = {0};
	struct contact c;
	str shown = arena_printf(&d->arena, FMT "/" FMT, ARG(d->name), ARG(file));
	bool good = file_read(d->fd, arena_cstr(&d->arena, file), false, &buf);
	if (!good)
		warn(FMT ":", ARG(shown));
	str bytes = arena_dup(&d->arena, buf_str(&buf));
	buf_release(&buf);
	if (!good)
		return false;
	if (!is_one_card(bytes) || !vcard_first(&d->arena, bytes, &c)) {
		warn_at(shown, 0, 0, "not one whole card that names somebody: left alone");
		d->odd = true;
		return true;
	}
	struct vdir_card *card = vdir_find(d, uid_of(d, &c, file));
	if (!card)
		card = vdir_add(d, uid_of(d, &c, file));
	if (card->file.p) {
		warn_at(shown, 0, 0, "has the UID of " FMT ": left alone", ARG(card->file));
		return true;
	}
	card->file = arena_dup(&d->arena, file);
	card->bytes = bytes;
	card->card = c;
	d->cards++;
	return true;
}

static bool read_cards(struct vdir *d)
{
	struct strs files = {0};
	if (!folder_list(d->fd, ".", &d->arena, &files)) {
		warn(FMT ":", ARG(d->name));
		return false;
	}
	for (size_t i = 0; i < files.n; i++)
		if (str_starts(files.v[i], S(TEMP_PREFIX)) && !changes_dry())
			unlinkat(d->fd, arena_cstr(&d->arena, files.v[i]),
				0); /* of one that was killed: the book is locked */
		else if (str_ends(files.v[i], S(".vcf")) && files.v[i].p[0] != '.' && !read_card(d, files.v[i]))
			return false;
	return true;
}

static bool read_agreed(struct vdir *d)
{
	struct strs files = {0};
	if (!folder_list(d->book->fd, arena_cstr(&d->arena, d->state), &d->arena, &files)) {
		warn(FMT ":", ARG(d->state));
		return false;
	}
	for (size_t i = 0; i < files.n; i++) {
		struct buf buf = {0};
		struct contact c;
		str path = arena_printf(&d->arena, FMT "/" FMT, ARG(d->state), ARG(files.v[i]));
		if (!str_ends(path, S(".vcf")))
			continue;
		if (!file_read(d->book->fd, arena_cstr(&d->arena, path), true, &buf)) {
			warn(FMT ":", ARG(path));
			return false;
		}
		str bytes = arena_dup(&d->arena, buf_str(&buf)), line = {0}, rest = bytes;
		buf_release(&buf);
		str_line(&rest, &line);
		str uid = state_uid(&d->arena, line);
		bool stays = str_eq(rest, S(STAYS)), rests = str_starts(rest, S(RESTS));
		rest = rests ? str_skip(rest, S(RESTS).n) : rest;
		if (!uid.p || !str_eq(state_file(d, uid), path) || (!stays && !vcard_first(&d->arena, rest, &c))) {
			if (!changes_dry()) /* of nothing: it would be in the way */
				unlinkat(d->book->fd, arena_cstr(&d->arena, path), 0);
			continue;
		}
		struct vdir_card *card = vdir_find(d, uid);
		card = card ? card : vdir_add(d, uid);
		card->stays = stays;
		card->rests = rests ? rest : (str){0};
		if (!stays && !rests) {
			card->agreed = rest;
			d->agreed++;
		}
	}
	return true;
}

/* Of cards that are new or have changed: once, not each night. */
static void tell_days(struct vdir *d)
{
	for (size_t i = 0; i < d->n; i++) {
		const struct vdir_card *c = d->v[i];
		size_t n = 0;
		bool known = !c->file.p || c->stays || (c->agreed.p && str_eq(c->agreed, c->bytes));
		struct vcardline *lines = known ? NULL : vcardline_card(&d->arena, c->bytes, &n);
		for (size_t k = 0; k < n; k++) {
			str text = vcardday_unread(&d->arena, &lines[k]);
			if (text.n)
				hint(FMT "/" FMT ":%zu: not a date, left in the card: '" FMT ":" FMT "'", ARG(d->name),
					ARG(c->file), lines[k].line, ARG(lines[k].name), ARG(str_head(text, 40)));
		}
	}
}

/* Where the book has its notes: its root, a folder of `folders`, one with a note in it. */
static bool is_of_notes(struct vdir *d, str real)
{
	str root = d->book->root;
	const struct config_pairs *folders = &d->book->config.folders;
	struct strs files = {0};
	if (str_eq(real, root))
		return true;
	if (!str_starts(real, arena_join(&d->arena, root, S("/"))))
		return false;
	for (size_t i = 0; i < folders->n; i++)
		if (str_eq(str_skip(real, root.n + 1), folders->v[i].value))
			return true;
	bool found = false;
	if (folder_list(d->fd, ".", &d->arena, &files))
		for (size_t i = 0; i < files.n; i++)
			found = found || (files.v[i].p[0] != '.' && str_ends(files.v[i], S(".md")));
	return found;
}

bool vdir_open(struct vdir *d, struct book *b, const char *dir)
{
	*d = (struct vdir){.book = b, .name = str_of(dir), .fd = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
	while (d->name.n > 1 && str_ends(d->name, S("/")))
		d->name.n--;
	char *real = d->fd < 0 ? NULL : realpath(dir, NULL);
	if (!real) {
		warn("cannot read the folder '%s':", dir);
		return false;
	}
	if (is_of_notes(d, str_of(real))) {
		warn("'%s' is for notes: cards want a folder of their own, outside of the book or below it: 'mkdir "
		     "cards && nt-vdir cards'",
			dir);
		free(real);
		return false;
	}
	str base = str_base(str_of(real));
	d->state = arena_printf(&d->arena, VDIR_STATE "/" FMT "-%08x", ARG(utf8_slug(&d->arena, base)),
		(unsigned)(hash64(str_of(real)) & 0xffffffff));
	free(real);
	if (!read_cards(d) || !read_agreed(d))
		return false;
	tell_days(d);
	return true;
}

bool vdir_put(struct vdir *d, struct vdir_card *c, str bytes, str name)
{
	const char *what = !bytes.p ? "taken away" : c->file.p ? "changed" : "new";
	str file = c->file.p ? c->file : file_of(&d->arena, c->uid);
	str shown = arena_printf(&d->arena, FMT "/" FMT, ARG(d->name), ARG(file));
	if (changes_dry()) {
		struct buf patch = {0};
		diff_unified(&patch, shown, shown, c->file.p ? c->bytes : (str){0}, bytes);
		diff_print(stdout, buf_str(&patch), isatty(STDOUT_FILENO), opt_color());
		buf_release(&patch);
		c->gone = !bytes.p;
		return true;
	}
	const char *path = arena_cstr(&d->arena, file);
	bool good = bytes.p ? (c->file.p ? file_replace(d->fd, path, c->bytes, bytes)
					 : file_create(d->fd, path, bytes)) == FILE_WRITTEN
			    : file_remove(d->fd, path, c->bytes) == FILE_WRITTEN;
	if (!good) {
		warn_at(shown, 0, 0, "changed meanwhile, or cannot be written: left alone");
		return false;
	}
	term_put(stdout, shown);
	printf(": %s: ", what);
	term_put(stdout, name);
	putchar('\n');
	c->gone = !bytes.p;
	c->file = bytes.p ? file : (str){0};
	c->bytes = bytes;
	if (bytes.p)
		vcard_first(&d->arena, bytes, &c->card);
	return true;
}

/* What the state has of the card; absent: nothing. */
static str state_of(struct vdir *d, const struct vdir_card *c)
{
	str rest = c->stays ? S(STAYS) : c->rests.p ? arena_join(&d->arena, S(RESTS), c->rests) : c->agreed;
	return rest.p ? arena_join(&d->arena, state_line(&d->arena, c->uid), rest) : (str){0};
}

static bool put_state(struct vdir *d, const struct vdir_card *c, str before)
{
	const char *path = arena_cstr(&d->arena, state_file(d, c->uid));
	str text = state_of(d, c);
	if (changes_dry() || (text.p ? before.p && str_eq(text, before) : !before.p))
		return true;
	bool good = text.p ? (before.p ? file_replace(d->book->fd, path, before, text)
				       : file_create(d->book->fd, path, text)) == FILE_WRITTEN
			   : file_remove(d->book->fd, path, before) == FILE_WRITTEN;
	if (!good)
		warn("%s: cannot be written:", path);
	return good;
}

static bool set_state(struct vdir *d, struct vdir_card *c, str agreed, str rests, bool stays)
{
	str before = state_of(d, c);
	c->agreed = agreed;
	c->rests = rests;
	c->stays = stays;
	return put_state(d, c, before);
}

bool vdir_agree(struct vdir *d, struct vdir_card *c, str bytes)
{
	return set_state(d, c, bytes, (str){0}, false);
}

bool vdir_rest(struct vdir *d, struct vdir_card *c, str bytes)
{
	return set_state(d, c, (str){0}, bytes, false);
}

bool vdir_stay(struct vdir *d, struct vdir_card *c)
{
	return set_state(d, c, (str){0}, (str){0}, true);
}

void vdir_release(struct vdir *d)
{
	if (d->fd >= 0)
		close(d->fd);
	map_release(&d->known);
	arena_release(&d->arena);
}
