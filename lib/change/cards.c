#include "change/cards.h"

#include "base/sorted.h"
#include "format/vcard.h"
#include "format/vcardput.h"
#include "merge/merge.h"
#include "note/vocabulary.h"
#include "text/edit.h"

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

/* As it comes back from a card. */
void cards_of(struct note *n, struct contact *out)
{
	struct buf card = {0};
	struct contact c;
	contact_read(&c, n, READER_REST);
	if (!contact_text(&c, S("name")).n)
		contact_add(&c, S("name"), (str){0}, sight_name(READER_REST, n));
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

/* Without styles: as the note beside it is written. */
static struct value *plain(struct arena *a, const struct value *v)
{
	struct value *out = value_new(a, v->kind, v->text, 0);
	out->key = v->key;
	for (const struct value *x = v->first; x; x = x->next)
		value_append(out, plain(a, x));
	return out;
}

/* The note, with each field as the card has it that has it otherwise than the note's card. */
static str as_card(struct note *n, const struct contact *ours, const struct contact *card, struct fault *why)
{
	str bytes = n->bytes;
	for (size_t i = 0; i < KEYS && bytes.p; i++) {
		str key = str_of(keys[i]), mapped = config_pair(&n->config->map, key);
		const struct value *v = contact_field(card, key);
		struct strs path = {0};
		if (same(ours, card, i))
			continue;
		strs_add(n->arena, &path, mapped.p && note_field(n, key) ? mapped : key);
		bytes = v ? edit_put(n->arena, bytes, path, plain(n->arena, v), why)
			  : edit_unset(n->arena, bytes, path.v[0], why);
	}
	return bytes;
}

static void copy_field(struct contact *to, const struct contact *from, str key)
{
	const struct value *v = contact_field(from, key);
	if (v)
		contact_set(to, key, plain(to->arena, v));
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
		struct contact_facts facts = contact_facts(theirs, key);
		bool several = v && (v->flags & (IS_LIST | IS_SEVERAL));
		copy_field(both, several || !facts.n ? ours : theirs, key);
		if (several)
			copy_field(base, ours, key);
		for (size_t k = 0; several && k < facts.n; k++)
			contact_add_value(both, key, facts.v[k].label, plain(ours->arena, facts.v[k].value));
	}
}

bool cards_open(struct note *n)
{
	return str_find(n->pieces.yaml, S("# theirs: ")) != STR_NONE;
}

str cards_merge(
	struct note *n, const struct contact *base, const struct contact *theirs, size_t *conflicts, struct fault *why)
{
	struct contact ours, none, met;
	struct entry_rules rules = note_rules(n);
	struct merge m = {.rules = &rules};
	str notes[SIDES] = {[OURS] = n->bytes};
	*conflicts = 0;
	cards_of(n, &ours);
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
	return merged;
}

/* Lines that only the card has: a program's own, and the rest of its name. */
static void keep_lines(struct contact *c, const struct contact *there)
{
	const struct value *v = contact_field(there, S("vcard"));
	struct strs lines = v ? front_texts(c->arena, v) : (struct strs){0};
	for (size_t i = 0; i < lines.n; i++)
		contact_add(c, S("vcard"), (str){0}, lines.v[i]);
}

/* What is nt's own is of no use on a phone, and comes back damaged. */
static void drop_own(struct contact *c)
{
	for (struct value *v = c->front->first, *next; v; v = next) {
		next = v->next;
		bool known = str_listed(" name sort-name uid kind died vcard city country ", v->key);
		for (size_t i = 0; i < KEYS; i++)
			known = known || str_eq(v->key, str_of(keys[i]));
		if (!known)
			value_unlink(c->front, v);
	}
}

str cards_bytes(struct note *n, const struct contact *there, int version)
{
	struct buf out = {0};
	struct contact c;
	contact_read(&c, n, READER_REST);
	if (!contact_text(&c, S("name")).n)
		contact_add(&c, S("name"), (str){0}, sight_name(READER_REST, n));
	drop_own(&c);
	if (there) {
		keep_lines(&c, there);
		c.prose = there->prose;
	}
	vcard_put(&out, &c, version);
	return arena_take(n->arena, &out);
}
