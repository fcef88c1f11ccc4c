#include "views/sharenames.h"

#include "base/latin.h"
#include "base/utf8.h"
#include "note/email.h"
#include "views/sharenames_parts.h"
#include "views/sharetext.h"
#include "views/shareword.h"

static const char titles[] =
	" dr prof professor doctor mr mrs ms miss mx sir dame lord lady herr frau mme mlle the "
	"uncle aunt mum mom dad mother father grandma grandpa boss phd md jr sr ii iii "
	"van von der den de di da dos del della la le du zu zum zur al el bin ibn ben ter ten af av st ";
static const char common[] =
	" company group groups club society institute university school college forum network networks team "
	"association foundation federation bank press media maps tools small international global "
	"national ltd inc gmbh corp limited partners services systems solutions consulting labs "
	"studio studios house street center centre council agency community friends people book "
	"books alumni office research technology technologies tech data digital software cloud capital ";

static const char desks[] = " info hello hi hola jobs contact kontakt office mail post team press sales support help "
			    "admin web news home work me ";

static bool is_number(str word)
{
	for (size_t i = 0; i < word.n; i++)
		if (!str_digit(word.p[i]))
			return false;
	return true;
}

char sharenames_one, sharenames_several;

static void put(struct sharenames *s, struct map *map, str key)
{
	if (key.n && !map_get(map, key))
		map_put(map, arena_dup(&s->arena, key), &sharenames_one);
}

static void put_whole(struct sharenames *s, str key, size_t words)
{
	if (!map_get(&s->whole, key) || words > 1)
		map_put(&s->whole, arena_dup(&s->arena, key), words > 1 ? &sharenames_several : &sharenames_one);
}

/* Which part is the family's is not said: two characters at either end may be. */
static void add_run(struct sharenames *s, str bare)
{
	size_t n = shareword_count(bare);
	if (n < 2)
		return;
	strs_add(&s->arena, &s->runs, arena_dup(&s->arena, bare));
	if (n > 2) {
		strs_add(&s->arena, &s->runs, arena_dup(&s->arena, str_head(bare, shareword_bytes(bare, 2))));
		strs_add(&s->arena, &s->runs, arena_dup(&s->arena, str_skip(bare, shareword_bytes(bare, n - 2))));
	}
}

static void add_word(struct sharenames *s, struct arena *a, str word, bool person)
{
	str bare = utf8_bare(a, word), form = latin_form(a, bare);
	if (shareword_is_run(bare))
		add_run(s, bare);
	if (shareword_count(bare) < 2 || is_number(bare) || str_listed(titles, bare))
		return;
	if (!person && (shareword_count(bare) < 4 || str_listed(common, bare) || shareword_everyday(bare)))
		return;
	if (person && !map_get(&s->words, form))
		strs_add(&s->arena, &s->given, arena_dup(&s->arena, form));
	put(s, person ? &s->words : &s->titles, form);
}

/* As one word: adalovelace, lovelaceada, alovelace. */
static void add_whole(struct sharenames *s, struct arena *a, str text, bool person)
{
	str word = {0}, forms[SHARENAMES_WHOLE], all = {0}, rest = text;
	size_t n = 0;
	while (n < SHARENAMES_WHOLE && shareword_next(&rest, &word)) {
		forms[n] = shareword_form(a, word);
		all = arena_join(a, all, forms[n++]);
	}
	if (!n || is_number(all) ||
		(n == 1 && (person || shareword_everyday(utf8_bare(a, text)) || shareword_count(all) < 2)))
		return;
	put_whole(s, all, n);
	if (!person || n < 2)
		return;
	str first = forms[0], last = forms[n - 1];
	put_whole(s, arena_join(a, last, first), n);
	put_whole(s, arena_join(a, first, last), n);
	put_whole(s, arena_join(a, str_head(first, shareword_bytes(first, 1)), last), n);
	put_whole(s, arena_join(a, first, str_head(last, shareword_bytes(last, 1))), n);
}

static void add_name(struct sharenames *s, struct arena *a, str name, bool person)
{
	str rest = sharetext_plain(a, name), word;
	add_whole(s, a, rest, person);
	while (shareword_next(&rest, &word))
		add_word(s, a, word, person);
}

static void add_names(struct sharenames *s, struct note *n, struct strs names, bool person)
{
	for (size_t i = 0; i < names.n; i++)
		add_name(s, n->arena, links_shown(n->arena, names.v[i]), person);
}

/* A handle or the local part of an address, which is one word or more; info@ is nobody's. */
static void add_handle(struct sharenames *s, struct arena *a, str handle)
{
	if (shareword_count(handle) >= 3 && !str_listed(desks, utf8_bare(a, handle)))
		add_whole(s, a, handle, false);
}

/* Of @ada:example.org, xmpp:ada@example.org, https://chat.example/ada. */
static str handle_of(str im)
{
	bool server = str_starts(im, S("@"));
	size_t slash = str_rchr(im, '/');
	im = str_skip(im, server ? 1 : slash != STR_NONE ? slash + 1 : 0);
	size_t colon = str_chr(im, ':');
	if (colon != STR_NONE)
		im = server ? str_head(im, colon) : str_skip(im, colon + 1);
	return str_head(im, str_chr(im, '@'));
}

static void add_numbers(struct sharenames *s, struct arena *a, str text, size_t least)
{
	str rest = sharetext_plain(a, text), digits;
	while (sharetext_number(a, &rest, &digits))
		if (digits.n >= least)
			put(s, &s->numbers, digits);
}

static void add_ways(struct sharenames *s, struct note *n)
{
	struct strs emails = note_emails(n), ims = note_texts(n, S("im")), phones = note_texts(n, S("phone"));
	for (size_t i = 0; i < emails.n; i++)
		if (str_chr(emails.v[i], '@') != STR_NONE)
			add_handle(s, n->arena, str_head(emails.v[i], str_chr(emails.v[i], '@')));
	for (size_t i = 0; i < ims.n; i++)
		add_handle(s, n->arena, handle_of(ims.v[i]));
	for (size_t i = 0; i < phones.n; i++)
		add_numbers(s, n->arena, phones.v[i], 4);
}

/* Streets and codes of an address, and all pages that are named. */
static void add_places(struct sharenames *s, struct note *n, const struct value *v, str key)
{
	for (; v; v = v->next) {
		str name = v->key.n ? v->key : key, rest = v->text, url;
		if (v->kind == VALUE_TEXT && str_eq(name, S("postcode")))
			add_numbers(s, n->arena, v->text, 5);
		if (v->kind == VALUE_TEXT && str_listed(" street postcode box extra address ", name))
			add_whole(s, n->arena, v->text, false);
		while (v->kind == VALUE_TEXT && sharetext_url(&rest, &url))
			strs_add(&s->arena, &s->urls, arena_dup(&s->arena, utf8_fold(n->arena, url)));
		add_places(s, n, v->first, name);
	}
}

void sharenames_add(struct sharenames *s, struct note *n)
{
	static const char *const fields[] = {"name", "aliases", "sort-name"};
	static const char *const kin[] = {"spouse", "partner", "wife", "husband", "child", "children", "kids", "son",
		"daughter", "parent", "parents", "mother", "father", "sister", "brother", "sibling", "friend",
		"friends", "assistant", "manager"};
	bool person = note_is(n, "person");
	add_name(s, n->arena, note_name(n), person);
	add_name(s, n->arena, note_stem(n), person);
	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
		add_names(s, n, note_texts(n, str_of(fields[i])), person);
	for (size_t i = 0; i < sizeof kin / sizeof *kin; i++)
		add_names(s, n, note_texts(n, str_of(kin[i])), true);
	add_names(s, n, note_texts(n, S("org")), false);
	add_ways(s, n);
	if (note_front(n)->root)
		add_places(s, n, note_front(n)->root->first, S(""));
}

void sharenames_add_name(struct sharenames *s, str name)
{
	struct arena a = {0};
	str rest = name, word;
	size_t n = 0, capitals = 0;
	while (shareword_next(&rest, &word)) {
		n++;
		capitals += utf8_capital(word) > 0;
	}
	if (n > 1 && n < 4 && capitals == n)
		add_name(s, &a, name, true);
	else
		add_whole(s, &a, name, false);
	arena_release(&a);
}

void sharenames_release(struct sharenames *s)
{
	map_release(&s->words);
	map_release(&s->titles);
	map_release(&s->whole);
	map_release(&s->numbers);
	map_release(&s->judged);
	arena_release(&s->arena);
}
