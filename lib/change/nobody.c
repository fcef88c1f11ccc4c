#include "change/nobody.h"

#include "base/diag.h"

/* Of an org's own "news: raised 5M" nobody is missing. */
static bool wants_somebody(struct arena *a, const struct entry *e)
{
	return entry_usual(arena_printf(a, FMT ":", ARG(e->kind))) && (entry_contact(e, true) || entry_favor(e));
}

void nobody_tell(struct note *n, str entry)
{
	struct entry e;
	struct links links = {0};
	if (note_is(n, "person") || !entry_parse(n->arena, entry, note_rules(n).marks, &e))
		return;
	links_scan(n->arena, entry, 0, &links);
	if (e.kind.p && !links.n && wants_somebody(n->arena, &e))
		hint(FMT ": '" FMT ":' counts for nobody, as it names nobody: link whom it concerns, as in [[Ada]]",
			ARG(n->shown), ARG(e.kind));
	else if (!e.kind.p && links.n && e.state == ENTRY_HAPPENED)
		hint(FMT ": without a kind this is a mention, no contact: begin it with one, as in 'lunch: with ...'",
			ARG(n->shown));
}
