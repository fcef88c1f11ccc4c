#include "change/cards.h"

#include "change/cardput.h"
#include "change/keptlines.h"
#include "change/sortname.h"
#include "format/plain.h"
#include "format/vcard.h"
#include "format/vcardbinary.h"
#include "format/vcardedit.h"
#include "format/vcardmember.h"
#include "format/vcardname.h"
#include "format/vcardput.h"
#include "format/vcardtext.h"
#include "merge/merge.h"
#include "text/foreign.h"
#include "note/vocabulary.h"
#include "text/edit.h"
#include "text/undecided.h"

/* The fields that both sides may change; members of groups alone. */
static const char *const keys[] = {"name", "aliases", "email", "phone", "url", "im", "address", "org", "title", "role",
	"birthday", "anniversary", "tags", "members"};
#define KEYS (sizeof keys / sizeof *keys)

static void drop(struct contact *c, str key)
{
	struct value *v = value_child(c->front, key);
	if (v)
		value_unlink(c->front, v);
}

/* What a card can say of the note. */
static void read_shown(struct contact *c, struct note *n, const struct membership *m)
{
	contact_read(c, n, READER_REST);
	if (!contact_text(c, S("name")).n)
		contact_add(c, S("name"), (str){0}, sight_name(READER_REST, n));
	if (!note_is(n, "person") && !contact_field(c, S("kind"))) /* its folder says it */
		contact_add(c, S("kind"), (str){0}, note_kind(n));
	plain_tidy(c);
	if (m)
		membership_contact(m, n, c);
	else
		drop(c, S("members"));
}

/* As it comes back from a card. */
void cards_of(struct note *n, const struct membership *m, struct contact *out)
{
	struct buf card = {0};
	struct contact c;
	read_shown(&c, n, m);
	vcard_put(&card, &c, 4);
	if (!vcard_first(n->arena, arena_take(n->arena, &card), out))
		contact_begin(out, n->arena);
}

static bool same(const struct contact *x, const struct contact *y, size_t key)
{
	return str_eq(contact_form(x, str_of(keys[key])), contact_form(y, str_of(keys[key])));
}

bool cards_same(const struct contact *x, const struct contact *y)
{
	for (size_t i = 0; i < KEYS; i++)
		if (!same(x, y, i))
			return false;
	return true;
}

/* What is private, and members of who is no group: neither side hears of it. */
static bool is_hidden(struct note *n, str word)
{
	return !sight_key(READER_REST, n, word) || (str_eq(word, S("members")) && !note_is(n, "group"));
}

/* Without what the book calls private, which is neither taken from a card nor taken out of it. */
void cards_shared(struct note *n, const struct contact *c, struct contact *out)
{
	contact_begin(out, c->arena);
	out->prose = c->prose;
	for (const struct value *v = c->front->first; v; v = v->next) {
		struct value *part = value_copy(c->arena, v);
		for (struct value *label = part->first, *next; label; label = next) {
			next = label->next;
			if (part->kind == VALUE_MAP && is_hidden(n, label->key))
				value_unlink(part, label);
		}
		if (!is_hidden(n, v->key) && (part->first || !v->first))
			value_append(out->front, part);
	}
}

/* What only the card has and the note is not to have is left in it. */
static void keep_hidden(struct note *n, struct contact *c, const struct contact *there)
{
	for (size_t i = 0; i < KEYS; i++) {
		const struct value *v = contact_field(there, str_of(keys[i]));
		if (v && is_hidden(n, v->key))
			contact_set(c, v->key, value_copy(c->arena, v));
		for (const struct value *x = v && v->kind == VALUE_MAP ? v->first : NULL; x; x = x->next)
			if (!is_hidden(n, v->key) && is_hidden(n, x->key))
				contact_add_value(c, v->key, x->key, value_copy(c->arena, x));
	}
}

/* The note, with each field as the card has it that has it otherwise than the note's card. */
static str as_card(struct note *n, const struct contact *ours, const struct contact *card, struct fault *why)
{
	str bytes = n->bytes;
	for (size_t i = 0; i < KEYS && bytes.p; i++)
		if (!same(ours, card, i))
			bytes = cardput(n, bytes, str_of(keys[i]), ours, card, why);
	return bytes;
}

static void copy_field(struct contact *to, const struct contact *from, str key)
{
	const struct value *v = contact_field(from, key);
	if (v)
		contact_set(to, key, value_copy(to->arena, v));
}

/* All that both say, each once: what one says with a label and the other without has it. */
static void join_facts(struct contact *both, const struct contact *ours, const struct contact *theirs, str key)
{
	struct contact_facts own = contact_facts(ours, key), facts = contact_facts(theirs, key);
	for (size_t i = 0; i < own.n; i++) {
		str label = own.v[i].label;
		for (size_t k = 0; k < facts.n; k++)
			if (!label.p && cardput_same(both->arena, own.v[i].value, facts.v[k].value))
				label = facts.v[k].label;
		contact_add_value(both, key, label, value_copy(both->arena, own.v[i].value));
	}
	for (size_t k = 0; k < facts.n; k++) {
		bool there = false;
		for (size_t i = 0; i < own.n; i++)
			there = there || cardput_same(both->arena, own.v[i].value, facts.v[k].value);
		if (!there)
			contact_add_value(both, key, facts.v[k].label, value_copy(both->arena, facts.v[k].value));
	}
}

/* Those who meet for the first time have agreed on nothing: what may be several is all that both say, and of the rest
 * what only one has the other has not taken out. */
static void meet(const struct contact *ours, const struct contact *theirs, struct contact *base, struct contact *both)
{
	contact_begin(base, ours->arena);
	contact_begin(both, ours->arena);
	for (size_t i = 0; i < KEYS; i++) {
		str key = str_of(keys[i]);
		const struct vocabulary *v = vocabulary_find(key);
		bool several = v && (v->flags & (IS_LIST | IS_SEVERAL));
		if (several) {
			join_facts(both, ours, theirs, key);
			copy_field(base, ours, key);
		} else {
			copy_field(both, contact_field(theirs, key) ? theirs : ours, key);
		}
	}
}

bool cards_open(struct note *n)
{
	return undecided_any(n->pieces.yaml);
}

/* Under the name that it had links lead to it. */
static str keep_name(struct note *n, str bytes, struct fault *why)
{
	struct note after = {.config = n->config, .arena = n->arena, .path = n->path, .bytes = bytes};
	str name = note_name(n), mapped = config_pair(&n->config->map, S("aliases"));
	note_begin(&after);
	if (!note_ok(&after) || !name.n || str_eq(name, note_name(&after)) ||
		strs_has(note_texts(&after, S("aliases")), name))
		return bytes;
	return edit_add(n->arena, bytes, mapped.p ? mapped : S("aliases"), name, why);
}

/* Lines that the note has of the card, too. */
static str take_lines(struct note *n, const struct membership *m, str bytes, const struct contact *base,
	const struct contact *theirs, struct fault *why)
{
	struct strs ours = note_texts(n, S("vcard"));
	struct keptlines k =
		keptlines_changed(n->arena, ours, contact_texts(base, S("vcard")), contact_texts(theirs, S("vcard")));
	if (m)
		membership_found(m, n, &k.take);
	return keptlines_put(n->arena, bytes, ours, &k, why);
}

str cards_merge(struct note *n, const struct membership *groups, const struct contact *base,
	const struct contact *theirs, size_t *conflicts, struct fault *why)
{
	struct contact ours, none, met, agreed, there;
	struct entry_rules rules = note_rules(n);
	struct merge m = {.rules = &rules};
	str notes[SIDES] = {[OURS] = n->bytes};
	bool again = base != NULL;
	*conflicts = 0;
	cards_of(n, groups, &ours);
	cards_shared(n, theirs, &there);
	theirs = &there;
	if (base) {
		cards_shared(n, base, &agreed);
		base = &agreed;
	}
	if (!base) {
		meet(&ours, theirs, &none, &met);
		base = &none;
		theirs = &met;
	}
	notes[THEIRS] = as_card(n, &ours, theirs, why);
	notes[BASE] = notes[THEIRS].p ? as_card(n, &ours, base, why) : (str){0};
	if (!notes[BASE].p)
		return (str){0};
	str merged = merge_notes(n->arena, &m, notes);
	*conflicts = m.conflicts.n;
	merged = m.conflicts.n ? merged : keep_name(n, merged, why);
	merged = again ? sortname_follow(n, merged, base, theirs, why) : merged;
	return merged.p ? take_lines(n, groups, merged, base, theirs, why) : merged;
}

str cards_kept(struct note *n, const struct contact *card, struct fault *why)
{
	struct strs had = note_texts(n, S("vcard")), lines = contact_texts(card, S("vcard"));
	str bytes = n->bytes;
	for (size_t i = 0; i < card->prose.n; i++)
		if (str_find(n->pieces.body, foreign_write(n->arena, card->prose.v[i])) == STR_NONE)
			strs_add(n->arena, &lines,
				arena_join(n->arena, S("NOTE:"), vcardtext_escape(n->arena, card->prose.v[i])));
	for (size_t i = 0; i < lines.n && bytes.p; i++)
		if (!strs_has(had, lines.v[i]))
			bytes = edit_add(n->arena, bytes, S("vcard"), lines.v[i], why);
	return bytes;
}

/* Lines that only the card has: a program's own, and the rest of its name, if that is still its name. */
static void keep_lines(struct contact *c, const struct contact *there)
{
	struct strs lines = contact_texts(there, S("vcard"));
	bool named = str_eq(contact_text(c, S("name")), contact_text(there, S("name")));
	for (size_t i = 0; i < lines.n; i++)
		if (named || !(str_starts(lines.v[i], S("N:")) || str_starts(lines.v[i], S("N;"))))
			contact_add(c, S("vcard"), (str){0}, lines.v[i]);
}

static bool is_exchanged(str key)
{
	for (size_t i = 0; i < KEYS; i++)
		if (str_eq(key, str_of(keys[i])))
			return true;
	return false;
}

/* Fields that a note could have and that are not exchanged, as relations are: what the card says of them stays. */
static void keep_fields(struct contact *c, const struct contact *there)
{
	bool named = str_eq(contact_text(c, S("name")), contact_text(there, S("name")));
	for (const struct value *v = there->front->first; v; v = v->next)
		if (!is_exchanged(v->key) && !str_listed(" uid vcard from name ", v->key) &&
			!contact_field(c, v->key) && (named || !str_eq(v->key, S("sort-name"))))
			contact_set(c, v->key, value_copy(c->arena, v));
}

/* What is nt's own is of no use on a phone, and comes back damaged. */
static void drop_own(struct contact *c)
{
	for (struct value *v = c->front->first, *next; v; v = next) {
		next = v->next;
		if (!is_exchanged(v->key) && !str_listed(" sort-name uid kind died vcard city country ", v->key))
			value_unlink(c->front, v);
	}
}

static str card_bytes(struct note *n, const struct membership *m, const struct contact *there, int version)
{
	struct buf out = {0};
	struct contact c;
	read_shown(&c, n, m);
	drop_own(&c);
	if (there) {
		keep_lines(&c, there);
		keep_fields(&c, there);
		keep_hidden(n, &c, there);
		copy_field(&c, there, S("uid"));
		c.prose = there->prose;
	} else {
		vcardbinary_fit(&c, version);
	}
	vcard_put(&out, &c, version);
	return arena_take(n->arena, &out);
}

/* That of the card there; of a new one the version that everything reads. */
static int version_of(struct arena *a, str card)
{
	size_t n;
	const struct vcardline *lines = vcardline_card(a, card, &n), *version = vcardname_find(lines, n, "VERSION");
	return version && str_starts(str_trim(version->value), S("4")) ? 4 : 3;
}

str cards_bytes(struct note *n, const struct membership *m, str card)
{
	struct contact there;
	str linked = m && card.p ? membership_card(m, n, n->arena, card) : card;
	if (!card.p || !vcard_first(n->arena, linked, &there))
		return card_bytes(n, m, NULL, 3);
	str edited = vcardedit(n->arena, linked, card_bytes(n, m, &there, version_of(n->arena, card)));
	return m ? vcardmember_unlinked(n->arena, edited, card) : edited;
}
