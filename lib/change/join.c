#include "change/join.h"

#include "change/joinbody.h"
#include "change/joinlabels.h"
#include "change/joinsame.h"
#include "change/keptlines.h"
#include "note/mapped.h"
#include "note/sight.h"
#include "note/vocabulary.h"
#include "text/edit.h"
#include "text/value.h"

static bool is_list(str key, const struct value *ours, const struct value *theirs)
{
	const struct vocabulary *v = vocabulary_find(key);
	if (v && (v->flags & (IS_LIST | IS_SEVERAL)))
		return true;
	return ours->kind == VALUE_LIST || (theirs->kind == VALUE_LIST && ours->kind == VALUE_TEXT);
}

/* Into a map of labels goes what has none as "other". What a label keeps private is not put where it has none. */
static void fill_list(
	struct join_fill *f, struct strs path, str key, const struct value *ours, const struct value *theirs)
{
	struct strs there = join_texts(f->a, key, ours), wanted = join_texts(f->a, key, theirs), hidden = {0};
	struct strs open = join_items(f->a, key, sight_inside(READER_REST, f->theirs, theirs)), whole = path;
	if (ours->kind == VALUE_MAP)
		path = strs_with(f->a, path, S("other"));
	for (size_t i = 0; i < wanted.n; i++)
		if (!join_holds(f, key, open, wanted.v[i])) {
			strs_add(f->a, &hidden, wanted.v[i]);
		} else if (!join_holds(f, key, there, wanted.v[i])) {
			join_add(f, join_labelled(f, whole, path, join_label(f, theirs, wanted.v[i])), wanted.v[i]);
			strs_add(f->a, &there, wanted.v[i]);
		}
	if (!join_holds_all(f, key, there, hidden))
		join_tell(f, whole, there, hidden);
}

static void fill_value(struct join_fill *f, struct strs path, const struct value *ours, const struct value *theirs,
	const struct value *said);

static void fill_mixed(struct join_fill *f, struct strs path, const struct value *ours, const struct value *theirs)
{
	if (join_has_parts(ours))
		join_put(f, path, join_under_labels(f, ours, theirs));
	else if (!join_has_address(f, ours, theirs))
		fill_value(f, strs_with(f->a, path, S("other")), join_child(ours, S("other")), theirs, NULL);
}

/* What the source says no more is still said by another one. */
static bool others_say(struct join_fill *f, str key, const struct value *ours, const struct value *theirs)
{
	struct strs had = join_texts(f->a, key, ours), has = join_texts(f->a, key, theirs);
	const struct value *from = note_field(f->ours, S("from"));
	for (const struct value *v = from && from->kind == VALUE_MAP ? from->first : NULL; v; v = v->next) {
		const struct value *x = str_eq(v->key, f->out->source) ? NULL : join_child(v, key);
		struct strs texts = x ? join_texts(f->a, key, x) : (struct strs){0};
		for (size_t i = 0; i < texts.n; i++)
			if (join_holds(f, key, had, texts.v[i]) && !join_holds(f, key, has, texts.v[i]))
				return true;
	}
	return false;
}

static void fill_parts(struct join_fill *f, struct strs path, const struct value *ours, const struct value *theirs,
	const struct value *said)
{
	struct joinlabels l = {.f = f, .key = path.v[0], .ours = ours, .theirs = theirs, .said = said};
	bool labels = path.n == 1 && joinlabels_are(&l);
	for (const struct value *v = theirs->first; v; v = v->next) {
		const struct value *there = join_child(ours, v->key);
		const struct value *left = labels && !there ? joinlabels_left(&l, v) : v;
		if (left)
			fill_value(f, strs_with(f->a, path, v->key), there, left, join_child(said, v->key));
	}
	if (labels)
		joinlabels_move(&l);
}

/* ours NULL: missing; said NULL: the source said nothing last time. */
static void fill_value(struct join_fill *f, struct strs path, const struct value *ours, const struct value *theirs,
	const struct value *said)
{
	str key = path.v[0];
	bool more = false;
	bool told = said && value_same(said, theirs); /* nothing new: what ours made of it since stands */
	if (theirs->kind == VALUE_NULL || told)
		return;
	bool follows = !ours || (said && join_same(f, key, ours, said));
	if (follows && ours && ours->kind != VALUE_MAP && is_list(key, ours, theirs))
		follows = !others_say(f, key, ours, theirs);
	bool parts = ours ? ours->kind == VALUE_MAP : mapped_has_below(&f->ours->config->map, key);
	if (join_is_mixed(f, path, ours, theirs)) {
		if (follows)
			join_put(f, path, theirs);
		else
			fill_mixed(f, path, ours, theirs);
	} else if (parts && theirs->kind == VALUE_MAP) {
		fill_parts(f, path, ours, theirs, said);
	} else if (ours && join_same(f, key, ours, theirs)) {
		return;
	} else if (follows || (join_dates_agree(key, ours, theirs, &more) && more)) {
		join_put(f, path, theirs);
	} else if (is_list(key, ours, theirs) && (ours->kind != VALUE_MAP || path.n == 1)) {
		fill_list(f, path, key, ours, theirs);
	} else if (!join_dates_agree(key, ours, theirs, &more)) {
		join_tell(f, path, front_texts(f->a, ours), front_texts(f->a, theirs));
	}
}

/* The name may stand in a heading or be the file's. A new one leaves the old as an alias, for the links. */
static void fill_name(struct join_fill *f, const struct value *theirs)
{
	str name = note_name(f->ours), key = S("name");
	struct strs names = note_texts(f->ours, S("aliases")), path = strs_with(f->a, (struct strs){0}, key);
	const struct value *said = join_child(f->said, key);
	strs_add(f->a, &names, name);
	if (theirs->kind != VALUE_TEXT || join_holds(f, key, names, theirs->text) ||
		join_is_suffixed(f, name, theirs->text) || (said && value_same(said, theirs)))
		return;
	if (note_field(f->ours, key) && said && said->kind == VALUE_TEXT &&
		join_holds(f, key, (struct strs){&name, 1}, said->text)) {
		join_put(f, path, theirs);
		join_add(f, strs_with(f->a, (struct strs){0}, S("aliases")), name);
		return;
	}
	str text = theirs->text;
	join_tell(f, path, (struct strs){&name, 1}, (struct strs){&text, 1});
}

/* Where several sources have their own, the first stays and the others are known by from:. */
static void fill_uid(struct join_fill *f, const struct value *theirs)
{
	const struct value *ours = note_field(f->ours, S("uid"));
	struct strs path = strs_with(f->a, (struct strs){0}, S("uid"));
	if (ours && f->out->source.p && !join_same(f, S("uid"), ours, theirs)) {
		path = strs_with(f->a, strs_with(f->a, (struct strs){0}, S("from")), f->out->source);
		join_put(f, strs_with(f->a, path, S("uid")), theirs);
	} else {
		fill_value(f, path, ours, theirs, NULL);
	}
}

static void fill_kind(struct join_fill *f, const struct value *theirs)
{
	str kind = note_kind(f->ours), other = theirs->text;
	if (theirs->kind == VALUE_TEXT && !str_eq(other, kind))
		join_tell(f, strs_with(f->a, (struct strs){0}, theirs->key), (struct strs){&kind, 1},
			(struct strs){&other, 1});
}

static struct strs lines_of(struct arena *a, const struct value *v)
{
	return v ? front_texts(a, v) : (struct strs){0};
}

/* Lines of a card, also when the source has none any more. */
static void fill_lines(struct join_fill *f, const struct value *theirs)
{
	str key = S("vcard");
	const struct value *last = join_child(f->said, key), *from = note_field(f->ours, S("from"));
	struct strs ours = lines_of(f->a, note_field(f->ours, key)), said = lines_of(f->a, last), others = {0};
	struct fault why = {0};
	for (const struct value *v = from && from->kind == VALUE_MAP ? from->first : NULL; v; v = v->next)
		if (!str_eq(v->key, f->out->source))
			for (struct strs lines = lines_of(f->a, join_child(v, key)); lines.n; lines.n--)
				strs_add(f->a, &others, lines.v[lines.n - 1]);
	struct keptlines k = keptlines(f->a, ours, last ? &said : NULL, lines_of(f->a, theirs), others);
	for (size_t i = 0; i < k.ours.n; i++)
		join_tell(f, strs_with(f->a, (struct strs){0}, key), strs_with(f->a, (struct strs){0}, k.ours.v[i]),
			strs_with(f->a, (struct strs){0}, k.theirs.v[i]));
	join_take(f, keptlines_put(f->a, f->out->bytes, ours, &k, &why), &why);
	if (last && !theirs) {
		struct strs path = strs_with(f->a, strs_with(f->a, (struct strs){0}, S("from")), f->out->source);
		join_take(f, edit_unset(f->a, f->out->bytes, strs_join(f->a, strs_with(f->a, path, key), S(".")), &why),
			&why);
	}
}

static void fill_field(struct join_fill *f, const struct value *theirs)
{
	str key = theirs->key;
	const struct value *ours = note_field(f->ours, key);
	if (str_listed(" from vcard ", key))
		return;
	if (str_eq(key, S("name")))
		fill_name(f, theirs);
	else if (str_eq(key, S("uid")))
		fill_uid(f, theirs);
	else if (str_eq(key, S("kind")))
		fill_kind(f, theirs);
	else if (ours || (!join_in_address(f, key, theirs) && !join_is_beside(f, key, theirs)))
		fill_value(f, strs_with(f->a, (struct strs){0}, key), ours, theirs, join_child(f->said, key));
}

static void fill_said(struct join_fill *f, struct strs path, const struct value *ours, const struct value *theirs)
{
	if (theirs->kind == VALUE_NULL || (ours && f->keeps && value_same(ours, theirs)))
		return;
	if (ours && f->keeps)
		join_tell(f, path, front_texts(f->a, ours), front_texts(f->a, theirs));
	else
		join_put(f, path, theirs);
}

/* What is said now, for the next time. */
static void fill_from(struct join_fill *f, const struct value *theirs)
{
	struct strs path = strs_with(f->a, (struct strs){0}, S("from"));
	const struct value *ours = note_field(f->ours, S("from"));
	if (!ours)
		join_put(f, path, theirs);
	for (const struct value *source = ours ? theirs->first : NULL; source; source = source->next) {
		struct strs name = strs_with(f->a, path, source->key);
		if (!join_child(ours, source->key) || source->kind != VALUE_MAP)
			join_put(f, name, source);
		else
			for (const struct value *v = source->first; v; v = v->next)
				fill_said(f, strs_with(f->a, name, v->key),
					join_child(join_child(ours, source->key), v->key), v);
	}
}

static void find_lines(struct join_fill *f)
{
	struct fences p = fences_of(f->out->bytes);
	struct front front;
	if (!front_parse(f->a, p.yaml, p.yaml_line, &front))
		return;
	for (size_t i = 0; i < f->out->n; i++) {
		const struct value *v = front.root;
		struct strs path = f->out->v[i].path;
		for (size_t k = 0; k < path.n && v; k++)
			if ((v = join_child(v, path.v[k])))
				f->out->v[i].line = v->line;
	}
}

static struct joined join(struct note *ours, struct note *theirs, bool keeps)
{
	struct joined out = {.bytes = ours->bytes};
	struct join_fill f = {.ours = ours,
		.theirs = theirs,
		.a = ours->arena,
		.country = note_country(ours),
		.out = &out,
		.keeps = keeps};
	const struct value *root = note_front(theirs)->root, *from = join_child(root, S("from"));
	if (!keeps && from && from->kind == VALUE_MAP && from->first) {
		out.source = from->first->key;
		f.said = join_child(note_field(ours, S("from")), out.source);
	}
	for (const struct value *v = root ? root->first : NULL; v; v = v->next)
		fill_field(&f, v);
	fill_lines(&f, join_child(root, S("vcard")));
	if (from)
		fill_from(&f, from);
	if (!keeps) {
		join_entries(&f);
		join_body_texts(&f);
	}
	find_lines(&f);
	return out;
}

struct joined join_note(struct note *ours, struct note *theirs)
{
	return join(ours, theirs, false);
}

struct joined join_fields(struct note *ours, struct note *theirs)
{
	return join(ours, theirs, true);
}
