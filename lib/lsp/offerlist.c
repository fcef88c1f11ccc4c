#include "lsp/offerlist.h"

#include "base/utf8.h"

bool offerlist_fits(const struct offerlist *o, str label)
{
	return str_starts(utf8_bare(o->a, label), o->bare);
}

/* Editors compare what was typed, or only its last word, with how this begins, or seek it anywhere: both are in front.
 */
static str filter_of(const struct offerlist *o, str names)
{
	str typed = o->scene.typed, last = typed;
	for (size_t i = 0, n; i < typed.n; i += n ? n : 1)
		if (!(n = utf8_alnum(str_skip(typed, i))))
			last = str_skip(typed, i + 1);
	if (!typed.n)
		return names;
	return last.n < typed.n ? arena_printf(o->a, FMT " " FMT " " FMT, ARG(last), ARG(typed), ARG(names))
				: arena_printf(o->a, FMT " " FMT, ARG(typed), ARG(names));
}

void offerlist_add(struct offerlist *o, enum offerlist_kind kind, str label, str detail, str text, str filter)
{
	if (o->n >= OFFERLIST_MOST) {
		o->more = true;
		return;
	}
	record_object(o->out, (str){0});
	record_text(o->out, S("label"), label);
	record_number(o->out, S("kind"), kind);
	if (detail.n)
		record_text(o->out, S("detail"), detail);
	record_text(o->out, S("sortText"), arena_printf(o->a, "%03zu", o->n++));
	if (filter.n || !str_starts(label, o->scene.typed))
		record_text(o->out, S("filterText"), filter_of(o, filter.n ? filter : label));
	record_object(o->out, S("textEdit"));
	record_key(o->out, S("range"));
	record_json(o->out, (str){0}, o->range);
	record_text(o->out, S("newText"), text);
	record_object_end(o->out);
	record_object_end(o->out);
}
