#include "change/pair.h"

#include "base/diag.h"
#include "book/changes.h"
#include "change/apply.h"
#include "change/cards.h"
#include "format/vcard.h"
#include "text/edit.h"
#include <errno.h>
#include <inttypes.h>
#include <string.h>

void pair_ask(struct reconciling *r)
{
	r->answer = r->answer == STATUS_YES ? STATUS_NO : r->answer;
}

/* A group's card as of that note: with its links. */
static bool is_linked(const struct reconciling *r, struct note *n)
{
	return r->groups && note_is(n, "group");
}

static bool read_agreed(struct reconciling *r, struct note *n, const struct vdir_card *card, struct contact *out)
{
	str bytes = card->agreed.p && is_linked(r, n) ? membership_agreed(r->groups, n, card->agreed) : card->agreed;
	return bytes.p && vcard_first(n->arena, bytes, out);
}

static void read_theirs(struct reconciling *r, struct note *n, const struct vdir_card *card, struct contact *out)
{
	if (!is_linked(r, n) || !vcard_first(n->arena, membership_card(r->groups, n, n->arena, card->bytes), out))
		*out = card->card;
}

struct merging {
	struct reconciling *r;
	struct vdir_card *card;
	size_t conflicts;
};

static str merge(struct note *n, void *ctx, struct fault *why)
{
	struct merging *m = ctx;
	struct contact base, theirs;
	bool again = read_agreed(m->r, n, m->card, &base);
	read_theirs(m->r, n, m->card, &theirs);
	return cards_merge(n, m->r->groups, again ? &base : NULL, &theirs, &m->conflicts, why);
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

bool pair_take(struct reconciling *r, const struct person *p, struct vdir_card *card)
{
	struct merging m = {.r = r, .card = card};
	if (!apply_path(&r->pick->book, p->path, merge, &m)) {
		r->answer = STATUS_TROUBLE;
		return false;
	}
	if (!m.conflicts)
		return true;
	hint(FMT ": changed here and there, both stand in it: keep one and delete '# theirs: ...', then nt-vdir again",
		ARG(book_shown(&r->pick->book, &r->pick->arena, p->path)));
	vdir_agree(r->vdir, card, card->bytes);
	pair_ask(r);
	return false;
}

void pair_give(struct reconciling *r, const struct person *p, struct vdir_card *card)
{
	struct arena a = {0};
	struct buf buf = {0};
	struct note n;
	struct contact ours, theirs, there;
	if (read_again(r, p, &a, &buf, &n)) {
		cards_of(&n, r->groups, &ours);
		read_theirs(r, &n, card, &theirs);
		if (card->file.p)
			cards_shared(&n, &theirs, &there);
		if (!card->file.p || !cards_same(&ours, &there)) {
			str bytes = arena_dup(
				&r->vdir->arena, cards_bytes(&n, r->groups, card->file.p ? card->bytes : card->rests));
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
		pair_ask(r);
	}
	buf_release(&buf);
	arena_release(&a);
	return open;
}

void pair_begin(struct reconciling *r, struct person *p)
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
	pair_give(r, p, card ? card : vdir_add(r->vdir, p->uid));
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
void pair_stay(struct reconciling *r, str path, struct vdir_card *card)
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
	return !is_open(r, p) && pair_take(r, p, card) && take_rest(r, p, card) &&
	       vdir_put(r->vdir, card, (str){0}, p->name);
}

static void agree_on_archived(struct reconciling *r, const struct person *p, struct vdir_card *card)
{
	bool there = card->file.p, agreed = card->agreed.p;
	str last = there ? card->bytes : card->agreed;
	if (there && !agreed)
		pair_stay(r, p->path, card);
	else if (there ? take_away(r, p, card) : card->stays)
		vdir_rest(r->vdir, card, last);
}

void pair_agree(struct reconciling *r, struct person *p)
{
	struct vdir_card *card = p->uid.n ? vdir_find(r->vdir, p->uid) : NULL;
	bool there = card && card->file.p, agreed = card && card->agreed.p;
	if (p->archived) {
		if (card)
			agree_on_archived(r, p, card);
	} else if ((there || agreed) && is_open(r, p)) {
		return;
	} else if (there) {
		if (pair_take(r, p, card))
			pair_give(r, p, card);
	} else if (agreed && !r->vdir->odd && take_rest(r, p, card) &&
		   apply_path(&r->pick->book, p->path, archive, NULL)) {
		vdir_rest(r->vdir, card, card->agreed);
	}
}
