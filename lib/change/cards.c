#include "change/cards.h"

#include "base/sorted.h"
#include "change/keptlines.h"
#include "change/labelput.h"
#include "format/plain.h"
#include "format/vcard.h"
#include "format/vcardname.h"
#include "format/vcardput.h"
#include "merge/merge.h"
#include "note/labelled.h"
#include "note/vocabulary.h"
#include "text/edit.h"
#include "text/undecided.h"

/* The fields that both sides may change. */
static const char *const keys[] = {"name", "aliases", "email", "phone", "url", "im", "address", "org", "title", "role",
	"birthday", "anniversary", "tags"};
#define KEYS (sizeof keys / sizeof *keys)

bool cards_read(struct arena *a, str bytes, struct contact *out)
{
	struct vcardlines lines = {.arena = a, .rest = bytes, .line = 1};
	struct vcardline l, *v = NULL;
	size_t n = 0;
	bool inside = false;
	while (vcardline_next(&lines, &l)) {
		bool mark = str_ieq(str_trim(l.value), S("VCARD"));
		if (inside && mark && str_eq(l.name, S("END")))
			break;
		if (inside && lines.good) {
			v = arena_more(a, v, n, sizeof *v);
			v[n++] = l;
		}
		inside = inside || (mark && str_eq(l.name, S("BEGIN")));
	}
	contact_begin(out, a);
	return vcard_read(out, v, n, (str){0}, S("card"));
}

/* What a card can say of the note. */
static void read_shown(struct contact *c, struct note *n)
{
	contact_read(c, n, READER_REST);
	if (!contact_text(c, S("name")).n)
		contact_add(c, S("name"), (str){0}, sight_name(READER_REST, n));
	plain_tidy(c);
}

/* As it comes back from a card. */
void cards_of(struct note *n, struct contact *out)
{
	struct buf card = {0};
	struct contact c;
	read_shown(&c, n);
	vcard_put(&card, &c, 4);
	if (!cards_read(n->arena, arena_take(n->arena, &card), out))
		contact_begin(out, n->arena);
}

static void put_form(struct buf *out, const struct value *v)
{
	buf_add(out, v->text);
	for (const struct value *x = v->first; x; x = x->next) {
		buf_printf(out, "\1" FMT "\2", ARG(x->key));
		put_form(out, x);
	}
}

/* What is said of a field, in no order. */
static str form_of(const struct contact *c, str key)
{
	struct contact_facts facts = contact_facts(c, key);
	struct strs forms = {0};
	for (size_t i = 0; i < facts.n; i++) {
		struct buf one = {0};
		buf_printf(&one, FMT "\3", ARG(facts.v[i].label));
		put_form(&one, facts.v[i].value);
		strs_add(c->arena, &forms, arena_take(c->arena, &one));
	}
	sorted_sort(forms.v, forms.n, sizeof *forms.v, sorted_str);
	return strs_join(c->arena, forms, S("\4"));
}

static bool same(const struct contact *x, const struct contact *y, size_t key)
{
	return str_eq(form_of(x, str_of(keys[key])), form_of(y, str_of(keys[key])));
}

bool cards_same(const struct contact *x, const struct contact *y)
{
	for (size_t i = 0; i < KEYS; i++)
		if (!same(x, y, i))
			return false;
	return true;
}

static bool is_hidden(struct note *n, str word)
{
	return !sight_key(READER_REST, n, word);
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

/* Without styles: as the note beside it is written. */
static struct value *plain(struct arena *a, const struct value *v)
{
	struct value *out = value_new(a, v->kind, v->text, 0);
	out->key = v->key;
	for (const struct value *x = v->first; x; x = x->next)
		value_append(out, plain(a, x));
	return out;
}

static bool reads_same(struct arena *a, const struct value *x, const struct value *y)
{
	struct buf one = {0}, other = {0};
	put_form(&one, x);
	put_form(&other, y);
	return str_eq(arena_take(a, &one), arena_take(a, &other));
}

/* The part of a map in the note that a card has under a label, which it writes small; NULL: none. */
static const struct value *part_of(const struct value *map, str label)
{
	for (const struct value *v = map->first; v; v = v->next)
		if (str_ieq(v->key, label))
			return v;
	return NULL;
}

/* The parts of ours are those of the note. */
static bool has_parts(const struct value *there, const struct value *ours)
{
	for (const struct value *v = ours->first; v; v = v->next)
		if (!part_of(there, v->key))
			return false;
	return true;
}

struct putting {
	struct note *n;
	struct fault *why;
};

static str put_value(const struct putting *p, str bytes, struct strs path, const struct value *there,
	const struct value *ours, const struct value *card);

static str put_map(const struct putting *p, str bytes, struct strs path, const struct value *there,
	const struct value *ours, const struct value *card)
{
	struct arena *a = p->n->arena;
	for (const struct value *v = card->first; v && bytes.p; v = v->next) {
		const struct value *own = part_of(ours, v->key), *part = part_of(there, v->key);
		if (!own || !reads_same(a, own, v))
			bytes = put_value(p, bytes, strs_with(a, path, part ? part->key : v->key), part, own, v);
	}
	for (const struct value *v = ours->first; v && bytes.p; v = v->next)
		if (!part_of(card, v->key))
			bytes = put_value(p, bytes, strs_with(a, path, part_of(there, v->key)->key), NULL, v, NULL);
	return bytes;
}

/* Item by item: those that stay keep their bytes. Absent: an item is written in another way. */
static str put_list(const struct putting *p, str bytes, str key, const struct value *ours, const struct value *card)
{
	struct strs had = front_texts(p->n->arena, ours), has = front_texts(p->n->arena, card);
	for (size_t i = 0; i < has.n && bytes.p; i++)
		if (!strs_has(had, has.v[i]))
			bytes = edit_add(p->n->arena, bytes, key, has.v[i], p->why);
	for (size_t i = 0; i < had.n && bytes.p; i++)
		if (!strs_has(has, had.v[i]))
			bytes = edit_take(p->n->arena, bytes, key, had.v[i], p->why);
	return bytes;
}

/* All of it; what the book calls private stays. */
static str put_whole(
	const struct putting *p, str bytes, struct strs path, const struct value *there, const struct value *card)
{
	struct arena *a = p->n->arena;
	struct value *v = card ? plain(a, card) : value_new(a, VALUE_MAP, (str){0}, 0);
	for (const struct value *x = there && there->kind == VALUE_MAP ? there->first : NULL; x; x = x->next) {
		if (!is_hidden(p->n, x->key))
			continue;
		if (v->kind != VALUE_MAP) {
			struct value *map = value_new(a, VALUE_MAP, (str){0}, 0);
			value_put(map, S("other"), v);
			v = map;
		}
		value_put(v, x->key, plain(a, x));
	}
	if (card || v->first)
		return edit_put(a, bytes, path, v, p->why);
	return edit_unset(a, bytes, strs_join(a, path, S(".")), p->why);
}

/* A map with parts of which the card knows nothing. */
static bool hides(struct note *n, const struct value *there)
{
	for (const struct value *v = there && there->kind == VALUE_MAP ? there->first : NULL; v; v = v->next)
		if (is_hidden(n, v->key))
			return true;
	return false;
}

static bool is_list(const struct value *v)
{
	return v->kind == VALUE_LIST && v->first && v->first->kind != VALUE_MAP;
}

static str put_value(const struct putting *p, str bytes, struct strs path, const struct value *there,
	const struct value *ours, const struct value *card)
{
	static const struct value none = {.kind = VALUE_MAP};
	if (hides(p->n, there)) {
		ours = ours ? ours : &none;
		card = card ? card : &none;
	}
	bool maps = there && ours && card && there->kind == VALUE_MAP && ours->kind == VALUE_MAP &&
		    card->kind == VALUE_MAP && has_parts(there, ours);
	if (maps)
		return put_map(p, bytes, path, there, ours, card);
	if (there && ours && card && is_list(there) && is_list(ours) && is_list(card)) {
		str after = put_list(p, bytes, strs_join(p->n->arena, path, S(".")), ours, card);
		if (after.p)
			return after;
	}
	return put_whole(p, bytes, path, there, card);
}

static str put_labelled(const struct putting *p, str bytes, const struct value *there, const struct contact *ours,
	const struct contact *card, str key)
{
	struct arena *a = p->n->arena;
	struct strs path = strs_with(a, (struct strs){0}, there->key);
	const struct value *v = labelput(p->n, there, ours, card, key);
	return v ? edit_put(a, bytes, path, v, p->why) : edit_unset(a, bytes, there->key, p->why);
}

/* The note, with each field as the card has it that has it otherwise than the note's card. */
static str as_card(struct note *n, const struct contact *ours, const struct contact *card, struct fault *why)
{
	struct putting p = {n, why};
	str bytes = n->bytes;
	for (size_t i = 0; i < KEYS && bytes.p; i++) {
		str key = str_of(keys[i]), mapped = config_pair(&n->config->map, key);
		if (same(ours, card, i))
			continue;
		str word = mapped.p && note_field(n, key) ? mapped : key;
		const struct value *raw = front_get(note_front(n), word);
		if (raw && labelled_any(n->arena, raw)) {
			bytes = put_labelled(&p, bytes, raw, ours, card, key);
			continue;
		}
		bytes = put_value(&p, bytes, strs_with(n->arena, (struct strs){0}, word),
			mapped.p ? NULL : front_get(note_front(n), key), contact_field(ours, key),
			contact_field(card, key));
	}
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
			if (!label.p && reads_same(both->arena, own.v[i].value, facts.v[k].value))
				label = facts.v[k].label;
		contact_add_value(both, key, label, value_copy(both->arena, own.v[i].value));
	}
	for (size_t k = 0; k < facts.n; k++) {
		bool there = false;
		for (size_t i = 0; i < own.n; i++)
			there = there || reads_same(both->arena, own.v[i].value, facts.v[k].value);
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

static struct strs lines_of(const struct contact *c)
{
	const struct value *v = contact_field(c, S("vcard"));
	return v ? front_texts(c->arena, v) : (struct strs){0};
}

/* Lines that the note has of the card, too. */
static str take_lines(
	struct note *n, str bytes, const struct contact *base, const struct contact *theirs, struct fault *why)
{
	struct strs ours = note_texts(n, S("vcard"));
	struct keptlines k = keptlines_changed(n->arena, ours, lines_of(base), lines_of(theirs));
	return keptlines_put(n->arena, bytes, ours, &k, why);
}

str cards_merge(
	struct note *n, const struct contact *base, const struct contact *theirs, size_t *conflicts, struct fault *why)
{
	struct contact ours, none, met, agreed, there;
	struct entry_rules rules = note_rules(n);
	struct merge m = {.rules = &rules};
	str notes[SIDES] = {[OURS] = n->bytes};
	*conflicts = 0;
	cards_of(n, &ours);
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
	return merged.p ? take_lines(n, merged, base, theirs, why) : merged;
}

str cards_kept(struct note *n, const struct contact *card, struct fault *why)
{
	struct strs had = note_texts(n, S("vcard")), lines = lines_of(card);
	str bytes = n->bytes;
	for (size_t i = 0; i < card->prose.n; i++)
		if (str_find(n->pieces.body, card->prose.v[i]) == STR_NONE)
			strs_add(n->arena, &lines,
				arena_join(n->arena, S("NOTE:"), vcard_escape(n->arena, card->prose.v[i])));
	for (size_t i = 0; i < lines.n && bytes.p; i++)
		if (!strs_has(had, lines.v[i]))
			bytes = edit_add(n->arena, bytes, S("vcard"), lines.v[i], why);
	return bytes;
}

/* Lines that only the card has: a program's own, and the rest of its name, if that is still its name. */
static void keep_lines(struct contact *c, const struct contact *there)
{
	struct strs lines = lines_of(there);
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

str cards_bytes(struct note *n, const struct contact *there, int version)
{
	struct buf out = {0};
	struct contact c;
	read_shown(&c, n);
	drop_own(&c);
	if (there) {
		keep_lines(&c, there);
		keep_fields(&c, there);
		keep_hidden(n, &c, there);
		copy_field(&c, there, S("uid"));
		c.prose = there->prose;
	}
	vcard_put(&out, &c, version);
	return arena_take(n->arena, &out);
}
