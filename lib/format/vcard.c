#include "format/vcard.h"

#include "base/map.h"
#include "base/utf8.h"
#include "format/nested.h"
#include "format/photo.h"
#include "format/vcardday.h"
#include "format/vcardlabel.h"
#include "format/vcardname.h"
#include "format/vcardprofile.h"
#include "format/vcardtext.h"
#include "format/vcardtype.h"
#include "note/vocabulary.h"
#include "text/value.h"

#define MOST_FIELDS 1000 /* lines of a card, words of a line: what is more is kept */
#define MOST_PARAMS 100
#define MOST_KEPT   ((size_t)512 << 10) /* bytes of lines that are kept in a note */

struct card {
	struct contact *c;
	struct arena *a;
	const struct vcardline *lines;
	size_t n;
	const struct photos *photos;
	str file;
	struct map labels; /* group -> its line */
};

static str group_of(const struct card *k, const struct vcardline *l)
{
	return utf8_fold(k->a, l->group);
}

/* What the line item1.X-ABLabel calls the others of its group. */
static str group_label(const struct card *k, const struct vcardline *l)
{
	const struct vcardline *other = l->group.n ? map_get(&k->labels, group_of(k, l)) : NULL;
	if (!other)
		return (str){0};
	str label = str_trim(vcardtext_read(k->a, other->value));
	bool apple = str_starts(label, S("_$!<")) && str_ends(label, S(">!$_"));
	return utf8_fold(k->a, str_trim(apple ? (str){label.p + 4, label.n - 8} : label));
}

static void find_labels(struct card *k)
{
	for (size_t i = 0; i < k->n; i++) {
		const struct vcardline *l = &k->lines[i];
		if (l->group.n && str_eq(l->name, S("X-ABLABEL")) && !map_get(&k->labels, group_of(k, l)))
			map_put(&k->labels, group_of(k, l), (void *)l);
	}
}

/* "other" is what stands without a label. */
static str label_of(const struct card *k, const struct vcardline *l)
{
	str label = group_label(k, l);
	if (!label.n)
		label = str_listed(VCARDPROFILE_NAMES, l->name) ? vcardprofile_label(k->a, l)
								: vcardlabel_said(k->a, l);
	return str_eq(label, S("other")) ? (str){0} : label;
}

static void add_text(struct card *k, const struct vcardline *l, str key, str label)
{
	contact_add(k->c, key, label, vcardtext_read(k->a, l->value));
}

/* A comma parts tags, so that in one it is none. */
static str as_tag(struct arena *a, str text)
{
	struct strs words = {0};
	str word;
	while (str_cut(&text, ',', &word))
		if (str_trim(word).n)
			strs_add(a, &words, str_trim(word));
	return strs_join(a, words, S(" "));
}

static bool add_list(struct card *k, const struct vcardline *l, str key)
{
	bool tags = str_eq(key, S("tags"));
	struct strs parts = vcardtext_split(k->a, l->value, ',');
	if (parts.n > MOST_FIELDS)
		return false;
	for (size_t i = 0; i < parts.n; i++) {
		str text = vcardtext_read(k->a, parts.v[i]);
		if (!str_eq(str_trim(text), contact_text(k->c, S("name"))))
			contact_add(k->c, key, (str){0}, tags ? as_tag(k->a, text) : text);
	}
	return true;
}

static void add_address(struct card *k, const struct vcardline *l)
{
	struct value *map = vcardname_address(k->a, l);
	if (map->first)
		contact_add_value(k->c, S("address"), label_of(k, l), map);
}

static bool add_date(struct card *k, const struct vcardline *l, str key)
{
	str day = vcardday_read(k->a, vcardtext_read(k->a, l->value)), calendar = vcardline_param(l, S("CALSCALE"));
	if (!day.n || contact_field(k->c, key) || (calendar.n && !str_ieq(calendar, S("gregorian"))))
		return false;
	contact_add(k->c, key, (str){0}, day);
	return true;
}

/* A name is a link; what is an address of a card means nothing here. */
static bool add_relation(struct card *k, const struct vcardline *l)
{
	str name = str_trim(vcardtext_read(k->a, l->value)), key = label_of(k, l);
	str link = str_chr(name, ':') == STR_NONE ? contact_link(k->a, name) : (str){0};
	key = key.n ? key : S("related");
	if (!link.p || !contact_is_relation(key))
		return false;
	contact_add(k->c, key, (str){0}, link);
	return true;
}

/* What nt-export has written for a field that vCard has no property for. */
static bool add_own(struct card *k, const struct vcardline *l)
{
	str key = vcardline_param(l, S("X-KEY"));
	struct value *nested = key.n ? NULL : nested_read(k->a, vcardtext_read(k->a, l->value));
	if (nested && !vcardtype_has(nested->key) && !contact_field(k->c, nested->key)) {
		contact_set(k->c, nested->key, nested);
		return true;
	}
	if (!key.n || vcardtype_has(key))
		return false;
	add_text(k, l, key, (str){0});
	return true;
}

/* Of those that were written here the link is known; who else is in the file, see vcardmember. Nobody is of himself. */
static bool add_member(struct card *k, const struct vcardline *l)
{
	str link = vcardline_param(l, S("X-NT"));
	str own = contact_link(k->a, contact_text(k->c, S("name")));
	if (!vcardname_is_link(link) || str_eq(link, own))
		return false;
	contact_add(k->c, S("members"), (str){0}, link);
	return true;
}

/* As Apple says that a card is of a company. */
static bool add_shown(struct card *k, const struct vcardline *l)
{
	bool company = str_ieq(str_trim(l->value), S("COMPANY"));
	if (company && !contact_field(k->c, S("kind")))
		contact_add(k->c, S("kind"), (str){0}, S("org"));
	return company;
}

static bool add_kind(struct card *k, const struct vcardline *l)
{
	str kind = utf8_fold(k->a, str_trim(l->value));
	if (str_eq(kind, S("group")) || str_eq(kind, S("org")))
		contact_add(k->c, S("kind"), (str){0}, kind);
	return str_listed(" group org individual ", kind);
}

/* Properties whose value is one text or several with a label. */
static const struct {
	const char *name, *key;
} labelled[] = {{"EMAIL", "email"}, {"TEL", "phone"}, {"URL", "url"}, {"IMPP", "im"}};

static bool add_labelled(struct card *k, const struct vcardline *l)
{
	for (size_t i = 0; i < sizeof labelled / sizeof *labelled; i++)
		if (str_eq(l->name, str_of(labelled[i].name))) {
			str text = str_trim(vcardtext_read(k->a, l->value));
			while (str_eq(l->name, S("TEL")) && str_ieq(str_head(text, 4), S("tel:")))
				text = str_trim(str_skip(text, 4));
			contact_add(k->c, str_of(labelled[i].key), label_of(k, l), text);
			return text.n > 0;
		}
	return false;
}

/* What the url does not say is kept. */
static bool add_profile(struct card *k, const struct vcardline *l)
{
	str url = vcardprofile_url(k->a, l);
	contact_add(k->c, S("url"), label_of(k, l), url);
	return url.n && !vcardprofile_more(k->a, l);
}

static bool add_org(struct card *k, const struct vcardline *l)
{
	struct strs parts = vcardtext_split(k->a, l->value, ';');
	str org = vcardname_part(k->a, parts, 0);
	if (vcardname_is_link(org))
		return false;
	contact_add(k->c, S("org"), (str){0}, org);
	size_t n = parts.n;
	while (n && !vcardname_part(k->a, parts, n - 1).n)
		n--;
	return n <= 1 && !vcardname_annotated(l); /* else its units are kept */
}

static bool add_note(struct card *k, const struct vcardline *l)
{
	str text = str_trim(vcardtext_read(k->a, l->value));
	if (text.n && !strs_has(k->c->prose, text))
		strs_add(k->a, &k->c->prose, text);
	return true;
}

static bool is_skipped(const struct vcardline *l)
{
	return str_listed(" BEGIN END VERSION PRODID REV FN N X-ABLABEL ", l->name);
}

static bool add_dates(struct card *k, const struct vcardline *l)
{
	str field = vcardday_field(l);
	if (str_eq(l->name, S("X-ABDATE")) && str_eq(group_label(k, l), S("anniversary")))
		field = S("anniversary");
	return field.n && add_date(k, l, field);
}

/* False: there is no field for it. */
static bool add_line(struct card *k, const struct vcardline *l)
{
	if (l->binary || (str_listed(" PHOTO LOGO SOUND ", l->name) && str_ieq(str_head(l->value, 5), S("data:"))))
		return photo_take(k->c, l, k->photos, k->file);
	if (add_labelled(k, l) || add_dates(k, l))
		return true;
	if (str_eq(l->name, S("ADR"))) {
		add_address(k, l);
		return !vcardname_annotated(l);
	}
	if (str_listed(" TITLE ROLE ", l->name) && !vcardname_is_link(str_trim(vcardtext_read(k->a, l->value)))) {
		add_text(k, l, utf8_fold(k->a, l->name), (str){0});
		return !vcardname_annotated(l);
	}
	if (str_eq(l->name, S("ORG")))
		return add_org(k, l);
	if (str_eq(l->name, S("NOTE")))
		return add_note(k, l);
	if (str_eq(l->name, S("NICKNAME")))
		return add_list(k, l, S("aliases"));
	else if (str_eq(l->name, S("CATEGORIES")))
		return add_list(k, l, S("tags"));
	else if (str_eq(l->name, S("UID")) && !contact_field(k->c, S("uid")))
		add_text(k, l, S("uid"), (str){0});
	else if (str_eq(l->name, S("KIND")) || str_eq(l->name, S("X-ADDRESSBOOKSERVER-KIND")))
		return add_kind(k, l);
	else if (str_eq(l->name, S("X-ABSHOWAS")))
		return add_shown(k, l);
	else if (str_eq(l->name, S("MEMBER")) || str_eq(l->name, S("X-ADDRESSBOOKSERVER-MEMBER")))
		return add_member(k, l);
	else if (str_eq(l->name, S("RELATED")) || str_eq(l->name, S("X-ABRELATEDNAMES")))
		return add_relation(k, l);
	else if (str_listed(VCARDPROFILE_NAMES, l->name))
		return add_profile(k, l);
	else if (str_eq(l->name, S("X-NT")))
		return add_own(k, l);
	else
		return false;
	return true;
}

static void add_names(struct card *k, str name)
{
	const struct vcardline *n = vcardname_find(k->lines, k->n, "N");
	contact_add(k->c, S("name"), (str){0}, name);
	for (size_t i = 0; i < k->n; i++)
		if (str_eq(k->lines[i].name, S("FN"))) {
			str other = vcardname_line(k->a, vcardtext_read(k->a, k->lines[i].value));
			if (!str_eq(other, name))
				contact_add(k->c, S("aliases"), (str){0}, other);
		}
	if (n)
		contact_add(k->c, S("sort-name"), (str){0}, vcardname_sort(k->a, n, name));
}

static bool is_name(const struct vcardline *l)
{
	return str_eq(l->name, S("N")) && str_trim(l->value).n;
}

/* A name in several scripts is kept whole. */
static void keep_names(const struct card *k, bool *left)
{
	const struct vcardline *name = vcardname_find(k->lines, k->n, "N");
	bool more = name && (vcardname_more(k->a, name) || vcardname_annotated(name));
	for (size_t i = 0; i < k->n; i++)
		more = more || (name && is_name(&k->lines[i]) && !str_eq(k->lines[i].value, name->value));
	for (size_t i = 0; i < k->n && more; i++)
		left[i] = left[i] || is_name(&k->lines[i]);
}

/* *left: the lines for which there is no field, or no room. */
static void add_lines(struct card *k, bool *left)
{
	size_t fields = 0;
	int *prefs = arena_alloc(k->a, k->n * sizeof *prefs), next = 1;
	for (size_t i = 0; i < k->n; i++)
		prefs[i] = vcardline_pref(&k->lines[i]);
	for (int pref = next; pref <= VCARDLINE_NO_PREF; pref = next) { /* what is preferred stands first */
		next = VCARDLINE_NO_PREF + 1;
		for (size_t i = 0; i < k->n; i++) {
			const struct vcardline *l = &k->lines[i];
			if (prefs[i] > pref && prefs[i] < next)
				next = prefs[i];
			if (prefs[i] != pref || is_skipped(l) || !str_trim(l->value).n)
				continue;
			bool fits = fields < MOST_FIELDS && l->param_count < MOST_PARAMS && add_line(k, l);
			fields += fits;
			left[i] = !fits;
		}
	}
	keep_names(k, left);
}

/* Once for a card. */
static void tell_lost(const struct card *k, const struct vcardline *l, size_t lines, size_t bytes)
{
	warn_at(k->file, l->line, 0, "too much for a note, %zu bytes left out: " FMT "...%s%s", bytes,
		ARG(str_head(l->whole, 24)), lines > 1 ? " and other lines" : "",
		k->photos && k->photos->dir.n ? "" : "; --photos puts pictures into files");
}

/* Those that are to be kept; *tail: the end of the list. */
static void keep(struct card *k, const bool *left, struct value **tail)
{
	const struct vcardline *first = NULL;
	size_t room = MOST_KEPT, lines = 0, bytes = 0;
	for (size_t i = 0; i < k->n; i++) {
		str whole = left[i] ? k->lines[i].whole : S("");
		if (whole.n > room) {
			first = first ? first : &k->lines[i];
			lines++;
			bytes += whole.n;
		} else if (left[i]) {
			*tail = value_new(k->a, VALUE_TEXT, whole, 0);
			tail = &(*tail)->next;
			room -= whole.n;
		}
	}
	if (first)
		tell_lost(k, first, lines, bytes);
}

/* The group's own line is kept with what is kept of it. */
static void keep_lines(struct card *k, bool *left)
{
	struct map groups = {0};
	struct value *kept = value_new(k->a, VALUE_LIST, (str){0}, 0);
	for (size_t i = 0; i < k->n; i++)
		if (left[i] && k->lines[i].group.n)
			map_put(&groups, group_of(k, &k->lines[i]), k);
	for (size_t i = 0; i < k->n; i++)
		if (str_eq(k->lines[i].name, S("X-ABLABEL")) && map_get(&groups, group_of(k, &k->lines[i])))
			left[i] = true;
	keep(k, left, &kept->first);
	if (kept->first)
		contact_set(k->c, S("vcard"), kept->first->next ? kept : kept->first);
	map_release(&groups);
}

bool vcard_read(struct contact *c, const struct vcardline *lines, size_t n, const struct photos *photos, str file)
{
	struct card k = {.c = c, .a = c->arena, .lines = lines, .n = n, .photos = photos, .file = file};
	str name = vcardname_of(k.a, lines, n);
	bool *left = arena_alloc(k.a, n);
	if (!name.n)
		return false;
	find_labels(&k);
	add_names(&k, name);
	add_lines(&k, left);
	keep_lines(&k, left);
	map_release(&k.labels);
	return true;
}

bool vcard_first(struct arena *a, str bytes, struct contact *out)
{
	size_t n;
	struct vcardline *lines = vcardline_card(a, bytes, &n);
	contact_begin(out, a);
	return vcard_read(out, lines, n, NULL, S("card"));
}
