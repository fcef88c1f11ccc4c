#include "lsp/offerlist.h"

#include "base/utf8.h"

bool offerlist_fits(const struct offerlist *o, str label)
{
	return str_starts(utf8_bare(o->a, label), o->bare);
}

void offerlist_add(struct offerlist *o, enum offerlist_kind kind, str label, str detail, str text, str filter)
{
	if (o->n >= OFFERLIST_MOST) {
		o->more = true;
		return;
	}
	emit_open(o->out, '{');
	emit_member_text(o->out, "label", label);
	emit_member_number(o->out, "kind", kind);
	if (detail.n)
		emit_member_text(o->out, "detail", detail);
	emit_member_text(o->out, "sortText", arena_printf(o->a, "%03zu", o->n++));
	if (filter.n)
		emit_member_text(o->out, "filterText", filter);
	emit_key(o->out, "textEdit");
	emit_open(o->out, '{');
	emit_key(o->out, "range");
	emit_json(o->out, o->range);
	emit_member_text(o->out, "newText", text);
	emit_close(o->out, '}');
	emit_close(o->out, '}');
}
