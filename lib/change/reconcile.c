#include "change/reconcile.h"

#include "base/diag.h"
#include "book/changes.h"
#include "book/save.h"
#include "change/cards.h"
#include "change/intake.h"
#include "change/pair.h"
#include "format/vcard.h"
#include <unistd.h>

#define FEW 5 /* that may go at once, however few there are */

/* Two notes of one uid would take turns in one card. */
static bool is_twin(struct reconciling *r, struct note *n, str uid)
{
	str *path = uid.n ? map_get(&r->uids, uid) : NULL;
	if (path) {
		if (!r->again)
			hint(FMT ": has the uid of " FMT ": left alone", ARG(n->shown),
				ARG(book_shown(&r->pick->book, n->arena, *path)));
		pair_ask(r);
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
	str uid = uid_of(r, n);
	if (r->groups)
		membership_note(r->groups, n, uid);
	if (!note_is(n, "person") && !note_is(n, "org") && !note_is(n, "group"))
		return true;
	struct contact c;
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
		.group = note_is(n, "group"),
		.reachable = contact_text(&c, S("email")).n || contact_text(&c, S("phone")).n};
	if (card)
		card->seen = true;
	return true;
}

static bool read_people(struct reconciling *r)
{
	struct book_walk walk = {.visit = keep, .ctx = r};
	r->count = 0;
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

/* Those whose card is nowhere yet, when the cards there have found their notes. */
static void make_cards(struct reconciling *r)
{
	r->again = true;
	if (!read_people(r))
		r->answer = STATUS_TROUBLE;
	for (size_t i = 0; i < r->count; i++) {
		struct person *p = &r->people[i];
		const struct vdir_card *card = p->uid.n ? vdir_find(r->vdir, p->uid) : NULL;
		bool has = card && (card->file.p || card->agreed.p);
		if (p->chosen && p->reachable && !p->archived && !has && !changes_made(p->path))
			pair_begin(r, p);
	}
}

static bool is_archived(const struct reconciling *r, str path)
{
	for (size_t i = 0; i < r->count; i++)
		if (str_eq(r->people[i].path, path))
			return r->people[i].archived;
	return false;
}

static bool is_group(const struct vdir_card *card)
{
	return card->file.p && str_eq(contact_text(&card->card, S("kind")), S("group"));
}

/* A card that no note has: of a group with the links of its members. */
static bool read_card(struct reconciling *r, struct arena *a, str card, struct contact *out)
{
	return vcard_first(a, r->groups ? membership_card(r->groups, NULL, a, card) : card, out);
}

/* New on the phone: a note, or that of the same person. */
static void new_note(struct reconciling *r, struct vdir_card *card, struct intake *intake)
{
	struct arena a = {0};
	struct contact c;
	if (!read_card(r, &a, card->bytes, &c))
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
		pair_ask(r);
	else if (is_archived(r, n.path))
		pair_stay(r, n.path, card);
	else if (!changes_dry() && pair_take(r, &p, card))
		pair_give(r, &p, card);
	arena_release(&a);
}

static bool is_changed(struct reconciling *r, const struct vdir_card *card)
{
	struct contact agreed, theirs;
	struct arena *a = &r->vdir->arena;
	return !read_card(r, a, card->agreed, &agreed) || !read_card(r, a, card->bytes, &theirs) ||
	       !cards_same(&agreed, &theirs);
}

/* Cards without a note. */
static void agree_on_others(struct reconciling *r)
{
	struct intake intake;
	int lock = save_lock(&r->pick->book);
	intake_begin(&intake, &r->pick->book);
	for (size_t i = 0; i < r->vdir->n; i++) {
		struct vdir_card *card = r->vdir->v[i];
		if (card->seen || is_group(card) != (r->groups != NULL))
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

static void agree_on_pairs(struct reconciling *r)
{
	for (size_t i = 0; i < r->count; i++)
		if (r->people[i].group == (r->groups != NULL))
			pair_agree(r, &r->people[i]);
}

static bool has_groups(const struct reconciling *r)
{
	for (size_t i = 0; i < r->vdir->n; i++)
		if (is_group(r->vdir->v[i]))
			return true;
	for (size_t i = 0; i < r->count; i++)
		if (r->people[i].group && r->people[i].uid.n && vdir_find(r->vdir, r->people[i].uid))
			return true;
	return false;
}

/* When all others have note and card, by which members are known. */
static void agree_on_groups(struct reconciling *r)
{
	struct membership groups;
	membership_begin(&groups, r->vdir);
	r->groups = &groups;
	if (read_people(r)) {
		agree_on_pairs(r);
		agree_on_others(r);
	} else {
		r->answer = STATUS_TROUBLE;
	}
	membership_release(&groups);
	r->groups = NULL;
}

int reconcile(struct pick *p, struct vdir *d)
{
	struct reconciling r = {.pick = p, .vdir = d, .answer = STATUS_YES};
	if (!read_people(&r))
		die("not all of the book could be read: nothing was done");
	look_before(&r);
	agree_on_pairs(&r);
	agree_on_others(&r);
	make_cards(&r);
	if (has_groups(&r))
		agree_on_groups(&r);
	tell_nothing(&r);
	map_release(&r.uids);
	return r.answer;
}
