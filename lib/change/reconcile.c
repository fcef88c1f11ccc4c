#include "change/reconcile.h"

#include "base/diag.h"
#include "book/changes.h"
#include "book/save.h"
#include "change/apply.h"
#include "change/cards.h"
#include "format/vcard.h"
#include "change/intake.h"
#include "text/edit.h"
#include <errno.h>
#include <inttypes.h>
#include <string.h>
#include <unistd.h>

#define FEW 5 /* that may go at once, however few there are */

struct person {
	str path, name, uid;              /* uid empty: none */
	bool archived, chosen, reachable; /* chosen: may get a card */
};

struct reconciling {
	struct pick *pick;
	struct vdir *vdir;
	struct person *people;
	size_t count, broken;
	struct map uids; /* -> path */
	bool again;      /* the book is read a second time */
	int answer;
};

/* Two notes of one uid would take turns in one card. */
static bool is_twin(struct reconciling *r, struct note *n, str uid)
{
	str *path = uid.n ? map_get(&r->uids, uid) : NULL;
	if (path) {
		if (!r->again)
			hint(FMT ": has the uid of " FMT ": left alone", ARG(n->shown),
				ARG(book_shown(&r->pick->book, n->arena, *path)));
		r->answer = r->answer == STATUS_YES ? STATUS_NO : r->answer;
		return true;
	}
	path = arena_alloc(&r->pick->arena, sizeof *path);
	*path = arena_dup(&r->pick->arena, n->path);
	if (uid.n)
		map_put(&r->uids, arena_dup(&r->pick->arena, uid), path);
	return false;
}

/* Its own, or the one by which a card that was joined to it is known. */
static str uid_of(struct reconciling *r, struct note *n)
{
	str uid = str_trim(note_text(n, S("uid")));
	const struct value *from = front_get(note_front(n), S("from.vdir.uid"));
	bool joined = from && from->kind == VALUE_TEXT && vdir_find(r->vdir, from->text);
	return joined ? from->text : uid;
}

static bool keep(struct note *n, void *ctx)
{
	struct reconciling *r = ctx;
	struct arena *a = &r->pick->arena;
	if (!note_ok(n)) {
		r->broken++;
		return true;
	}
	if (!note_is(n, "person") && !note_is(n, "org") && !note_is(n, "group"))
		return true;
	struct contact c;
	str uid = uid_of(r, n);
	struct vdir_card *card = uid.n ? vdir_find(r->vdir, uid) : NULL;
	if (is_twin(r, n, uid))
		return true;
	contact_read(&c, n, READER_REST);
	r->people = arena_more(a, r->people, r->count, sizeof *r->people);
	r->people[r->count++] = (struct person){.path = arena_dup(a, n->path),
		.name = arena_dup(a, sight_name(sight_of(STDOUT_FILENO), n)),
		.uid = arena_dup(a, uid),
		.archived = note_field(n, S("archived")) && !str_ieq(note_text(n, S("archived")), S("false")),
		.chosen = (note_is(n, "person") || card) && pick_matches(r->pick, n),
		.reachable = contact_text(&c, S("email")).n || contact_text(&c, S("phone")).n};
	if (card)
		card->seen = true;
	return true;
}

static bool read_people(struct reconciling *r)
{
	struct book_walk walk = {.visit = keep, .ctx = r};
	map_release(&r->uids);
	return book_walk(&r->pick->book, &walk);
}

/* What looks like a wrong folder, or a wrong branch, ends the run before anything is lost. */
static void look_before(struct reconciling *r)
{
	size_t cards = 0, notes = 0;
	for (size_t i = 0; i < r->vdir->n; i++) {
		const struct vdir_card *c = r->vdir->v[i];
		cards += c->agreed.p && !c->file.p;
		notes += c->agreed.p && c->file.p && !c->seen;
	}
	if (notes && r->broken)
		die("notes of %zu cards are not there, and %zu notes cannot be read: mend those first, nt-check says "
		    "how",
			notes, r->broken);
	if (cards > FEW && 2 * cards > r->vdir->agreed)
		die("%zu of %zu cards are gone from " FMT ": is it the right folder? Nothing was done", cards,
			r->vdir->agreed, ARG(r->vdir->name));
	if (notes > FEW && 2 * notes > r->vdir->agreed)
		die("the notes of %zu of %zu cards are gone: is it the right book? Nothing was done", notes,
			r->vdir->agreed);
}

struct merging {
	const struct contact *base, *theirs;
	size_t conflicts;
};

static str merge(struct note *n, void *ctx, struct fault *why)
{
	struct merging *m = ctx;
	return cards_merge(n, m->base, m->theirs, &m->conflicts, why);
}

static str archive(struct note *n, void *ctx, struct fault *why)
{
	(void)ctx;
	return edit_set(n->arena, n->bytes, S("archived"), date_str(n->arena, date_today()), why);
}

static str set_uid(struct note *n, void *uid, struct fault *why)
{
	return edit_set(n->arena, n->bytes, S("uid"), *(str *)uid, why);
}

/* The note as it is now. False: it cannot be read any more. */
static bool read_again(struct reconciling *r, const struct person *p, struct arena *a, struct buf *buf, struct note *n)
{
	if (!changes_load(&r->pick->book, a, buf, p->path, n))
		warn_at(book_shown(&r->pick->book, a, p->path), 0, 0, "%s", strerror(errno));
	else if (note_ok(n))
		return true;
	r->answer = STATUS_TROUBLE;
	return false;
}

/* False: a person has to choose first. */
static bool take_changes(struct reconciling *r, const struct person *p, struct vdir_card *card)
{
	struct contact base;
	struct merging m = {.theirs = &card->card};
	if (card->agreed.p && vcard_first(&r->vdir->arena, card->agreed, &base))
		m.base = &base;
	if (!apply_path(&r->pick->book, p->path, merge, &m)) {
		r->answer = STATUS_TROUBLE;
		return false;
	}
	if (!m.conflicts)
		return true;
	hint(FMT ": changed here and there, both stand in it: keep one and delete '# theirs: ...', then nt-vdir again",
		ARG(book_shown(&r->pick->book, &r->pick->arena, p->path)));
	vdir_agree(r->vdir, card, card->bytes);
	r->answer = r->answer == STATUS_YES ? STATUS_NO : r->answer;
	return false;
}

static void give_changes(struct reconciling *r, const struct person *p, struct vdir_card *card)
{
	struct arena a = {0};
	struct buf buf = {0};
	struct note n;
	struct contact ours, there;
	if (read_again(r, p, &a, &buf, &n)) {
		cards_of(&n, &ours);
		if (card->file.p)
			cards_shared(&n, &card->card, &there);
		if (!card->file.p || !cards_same(&ours, &there)) {
			str bytes =
				arena_dup(&r->vdir->arena, cards_bytes(&n, card->file.p ? card->bytes : card->rests));
			if (!vdir_put(r->vdir, card, bytes, p->name))
				r->answer = STATUS_TROUBLE;
			else
				vdir_agree(r->vdir, card, bytes);
		} else {
			vdir_agree(r->vdir, card, card->bytes);
		}
	}
	buf_release(&buf);
	arena_release(&a);
}

static bool is_open(struct reconciling *r, const struct person *p)
{
	struct arena a = {0};
	struct buf buf = {0};
	struct note n;
	bool open = read_again(r, p, &a, &buf, &n) && cards_open(&n);
	if (open) {
		hint(FMT ": still holds what both sides say: keep one and delete '# theirs: ...'", ARG(n.shown));
		r->answer = r->answer == STATUS_YES ? STATUS_NO : r->answer;
	}
	buf_release(&buf);
	arena_release(&a);
	return open;
}

static void new_card(struct reconciling *r, struct person *p)
{
	if (!p->uid.n) {
		p->uid = arena_printf(&r->pick->arena, "nt-%016" PRIx64,
			hash64(arena_printf(&r->pick->arena, FMT "\n" FMT, ARG(p->path), ARG(p->name))));
		if (!apply_path(&r->pick->book, p->path, set_uid, &p->uid)) {
			r->answer = STATUS_TROUBLE;
			return;
		}
	}
	struct vdir_card *card = vdir_find(r->vdir, p->uid);
	give_changes(r, p, card ? card : vdir_add(r->vdir, p->uid));
}

static str keep_rest(struct note *n, void *card, struct fault *why)
{
	return cards_kept(n, card, why);
}

/* The card goes; what only it says goes into the note. */
static bool take_rest(struct reconciling *r, const struct person *p, struct vdir_card *card)
{
	struct contact last;
	str bytes = card->file.p ? card->bytes : card->agreed;
	if (!vcard_first(&r->vdir->arena, bytes, &last) || apply_path(&r->pick->book, p->path, keep_rest, &last))
		return true;
	r->answer = STATUS_TROUBLE;
	return false;
}

/* Whoever made that card wants it there, whoever archived the note does not want to hear of them: both stay. */
static void let_stay(struct reconciling *r, str path, struct vdir_card *card)
{
	if (!card->stays)
		hint(FMT ": is archived, and " FMT "/" FMT " is new: the card stays, without what changes in the note; "
			 "delete it, or the note's archived",
			ARG(book_shown(&r->pick->book, &r->pick->arena, path)), ARG(r->vdir->name), ARG(card->file));
	if (!vdir_stay(r->vdir, card))
		r->answer = STATUS_TROUBLE;
}

/* The card goes, with what is new in it taken first. */
static bool take_away(struct reconciling *r, const struct person *p, struct vdir_card *card)
{
	return !is_open(r, p) && take_changes(r, p, card) && take_rest(r, p, card) &&
	       vdir_put(r->vdir, card, (str){0}, p->name);
}

static void agree_on_archived(struct reconciling *r, const struct person *p, struct vdir_card *card)
{
	bool there = card->file.p, agreed = card->agreed.p;
	str last = there ? card->bytes : card->agreed;
	if (there && !agreed)
		let_stay(r, p->path, card);
	else if (there ? take_away(r, p, card) : card->stays)
		vdir_rest(r->vdir, card, last);
}

static void agree_on(struct reconciling *r, struct person *p)
{
	struct vdir_card *card = p->uid.n ? vdir_find(r->vdir, p->uid) : NULL;
	bool there = card && card->file.p, agreed = card && card->agreed.p;
	if (p->archived) {
		if (card)
			agree_on_archived(r, p, card);
	} else if ((there || agreed) && is_open(r, p)) {
		return;
	} else if (there) {
		if (take_changes(r, p, card))
			give_changes(r, p, card);
	} else if (agreed && !r->vdir->odd && take_rest(r, p, card) &&
		   apply_path(&r->pick->book, p->path, archive, NULL)) {
		vdir_rest(r->vdir, card, card->agreed);
	}
}

/* Those whose card is nowhere yet, when the cards there have found their notes. */
static void make_cards(struct reconciling *r)
{
	r->count = 0;
	r->again = true;
	if (!read_people(r))
		r->answer = STATUS_TROUBLE;
	for (size_t i = 0; i < r->count; i++) {
		struct person *p = &r->people[i];
		const struct vdir_card *card = p->uid.n ? vdir_find(r->vdir, p->uid) : NULL;
		bool has = card && (card->file.p || card->agreed.p);
		if (p->chosen && p->reachable && !p->archived && !has && !changes_made(p->path))
			new_card(r, p);
	}
}

static bool is_archived(const struct reconciling *r, str path)
{
	for (size_t i = 0; i < r->count; i++)
		if (str_eq(r->people[i].path, path))
			return r->people[i].archived;
	return false;
}

/* New on the phone: a note, or that of the same person. */
static void new_note(struct reconciling *r, struct vdir_card *card, struct intake *intake)
{
	struct arena a = {0};
	struct contact c;
	if (!vcard_first(&a, card->bytes, &c))
		return;
	if (!contact_field(&c, S("uid")))
		contact_add(&c, S("uid"), (str){0}, card->uid);
	struct value *from = value_new(&a, VALUE_MAP, (str){0}, 0), *all = value_new(&a, VALUE_MAP, (str){0}, 0);
	value_put(from, S("uid"), value_new(&a, VALUE_TEXT, contact_text(&c, S("uid")), 0));
	value_put(all, S("vdir"), from);
	contact_set(&c, S("from"), all); /* by it the note is found again, should it have a uid already */
	struct note n = {.config = &r->pick->book.config, .arena = &a, .bytes = contact_bytes(&c), .is_new = true};
	note_begin(&n);
	enum intake_end end = intake_note(intake, &n);
	struct person p = {.path = n.path, .name = contact_text(&c, S("name")), .uid = card->uid};
	if (end == INTAKE_NEW)
		vdir_agree(r->vdir, card, card->bytes);
	else if (end == INTAKE_LEFT)
		r->answer = r->answer == STATUS_YES ? STATUS_NO : r->answer;
	else if (is_archived(r, n.path))
		let_stay(r, n.path, card);
	else if (!changes_dry() && take_changes(r, &p, card))
		give_changes(r, &p, card);
	arena_release(&a);
}

static bool is_changed(struct reconciling *r, const struct vdir_card *card)
{
	struct contact agreed;
	return !vcard_first(&r->vdir->arena, card->agreed, &agreed) || !cards_same(&agreed, &card->card);
}

/* Cards without a note. */
static void agree_on_others(struct reconciling *r)
{
	struct intake intake;
	int lock = save_lock(&r->pick->book);
	intake_begin(&intake, &r->pick->book);
	for (size_t i = 0; i < r->vdir->n; i++) {
		struct vdir_card *card = r->vdir->v[i];
		if (card->seen)
			continue;
		if (card->file.p && (!card->agreed.p || is_changed(r, card)))
			new_note(r, card, &intake);
		else if (!card->file.p || vdir_put(r->vdir, card, (str){0}, contact_text(&card->card, S("name"))))
			vdir_agree(r->vdir, card, (str){0});
	}
	if (intake.answer != STATUS_YES && r->answer == STATUS_YES)
		r->answer = intake.answer;
	intake_release(&intake);
	save_unlock(lock);
}

/* Nothing on either side, and notes were chosen: why is not plain to see. */
static void tell_nothing(const struct reconciling *r)
{
	size_t chosen = 0;
	for (size_t i = 0; i < r->count; i++) {
		const struct person *p = &r->people[i];
		chosen += p->chosen && !p->archived;
		if ((p->chosen && p->reachable) || r->vdir->n)
			return;
	}
	if (chosen)
		hint("no card was made: of the people chosen nobody has an email or a phone that others may see");
}

int reconcile(struct pick *p, struct vdir *d)
{
	struct reconciling r = {.pick = p, .vdir = d, .answer = STATUS_YES};
	if (!read_people(&r))
		die("not all of the book could be read: nothing was done");
	look_before(&r);
	for (size_t i = 0; i < r.count; i++)
		agree_on(&r, &r.people[i]);
	agree_on_others(&r);
	make_cards(&r);
	tell_nothing(&r);
	map_release(&r.uids);
	return r.answer;
}
