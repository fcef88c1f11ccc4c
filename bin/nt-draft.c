/* nt-draft: a message from a template, ready for the mail program */
#include "book/resolve.h"
#include "views/draft.h"

#include "base/diag.h"
#include "base/term.h"
#include "people/due.h"
#include "sys/run.h"
#include <string.h>

static bool link_only;

static const struct opt options[] = {
	{0, "mailto", OPT_FLAG, &link_only, NULL, "a mailto: link for each message"},
	OPT_TABLE(book_options),
	OPT_END,
};
static const struct opt_tool tool = {
	"nt-draft", "[TEMPLATE] [NAME...]", "a message from a template, ready for the mail program", options, false};

struct drafting {
	struct book book;
	struct arena arena;
	struct draft draft;
	str template;
	struct mail *mails;
	size_t n;
	bool brackets; /* something is left to say */
	bool nobody;   /* a NAME is nobody's */
};

static int list_templates(struct drafting *d)
{
	struct draft_listed l = draft_list(&d->book, &d->arena);
	for (size_t i = 0; i < l.names.n; i++) {
		term_put(stdout, l.names.v[i]);
		putchar('\t');
		term_put(stdout, l.subjects.v[i]);
		putchar('\n');
	}
	return STATUS_YES;
}

/* Nothing is logged: it was not sent yet. */
static void say_how_to_log(struct drafting *d, struct note *n, struct note *other)
{
	struct arena *a = &d->arena;
	bool made = str_eq(d->template, S("intro-made"));
	str with = other ? arena_printf(a, " [[" FMT "]]", ARG(sight_name(READER_REST, other))) : S("");
	str entry = made ? arena_printf(a, "gave: intro to" FMT, ARG(with))
			 : arena_printf(a, "mail>: " FMT "%s" FMT, ARG(d->template), other ? ":" : "", ARG(with));
	struct strs reminders = draft_reminders(&d->draft, n);
	for (size_t i = 0; i < reminders.n; i++) {
		fputs("# ", stderr);
		term_put(stderr, reminders.v[i]);
		putc('\n', stderr);
	}
	term_put(stderr, arena_printf(a, "nt-log " FMT " " FMT, ARG(run_word(a, n->shown)), ARG(run_word(a, entry))));
	putc('\n', stderr);
}

static struct note *person(struct drafting *d, const char *name)
{
	bool none;
	opt_no_stream(name);
	str path = resolve_name(&d->book, str_of(name), &none);
	if (!path.p && none)
		hint("nobody is called '%s'; nt-new makes a note", name);
	d->nobody |= !path.p && none;
	struct note *n = path.p ? draft_note(&d->draft, path) : NULL;
	if (n && note_field(n, S("died"))) {
		warn_at(n->shown, 0, 0, FMT " has died", ARG(sight_name(READER_REST, n)));
		return NULL;
	}
	if (n && due_over(n))
		hint(FMT " is archived", ARG(sight_name(READER_REST, n)));
	return n;
}

/* The messages of all parts for one person, or two. */
static void draft(struct drafting *d, struct note *who[DRAFT_PEOPLE])
{
	struct mail m;
	size_t before = d->n;
	for (size_t i = 0; i < d->draft.part_count; i++) {
		if (!draft_fill(&d->draft, &d->draft.parts[i], who, &m)) {
			d->n = before;
			return;
		}
		d->mails = arena_more(&d->arena, d->mails, d->n, sizeof *d->mails);
		d->mails[d->n++] = m;
		d->brackets |= str_chr(m.subject, '[') != STR_NONE || str_chr(m.body, '[') != STR_NONE;
	}
	for (size_t i = 0; i < DRAFT_PEOPLE && who[i]; i++) {
		if (!note_emails(who[i]).n)
			hint(FMT " has no email: To is left out", ARG(sight_name(READER_REST, who[i])));
		say_how_to_log(d, who[i], who[!i]);
	}
}

static void draft_all(struct drafting *d, char **names)
{
	if (d->draft.pair && (!names[0] || !names[1] || names[2]))
		die("template '" FMT "' speaks of two people: nt-draft " FMT " NAME NAME", ARG(d->template),
			ARG(d->template));
	for (; *names; names += d->draft.pair ? 2 : 1) {
		struct note *who[DRAFT_PEOPLE] = {person(d, names[0]), d->draft.pair ? person(d, names[1]) : NULL};
		if (d->draft.pair && who[0] && who[1] && str_eq(who[0]->path, who[1]->path))
			die("%s and %s are the same note", names[0], names[1]);
		if (who[0] && (who[1] || !d->draft.pair))
			draft(d, who);
	}
}

static void print(struct drafting *d)
{
	struct buf out = {0};
	for (size_t i = 0; i < d->n; i++) {
		(link_only ? mail_put_link : d->n > 1 ? mail_put_mbox : mail_put)(&out, &d->mails[i]);
		if (link_only)
			buf_putc(&out, '\n');
	}
	term_print(buf_str(&out));
	buf_release(&out);
}

int main(int argc, char **argv)
{
	struct drafting d = {.n = 0};
	char **operands = opt_parse(&tool, argc, argv);
	int answer = STATUS_YES;
	if (operands[0] && !operands[1])
		opt_usage();
	if (operands[0])
		book_need(&d.book);
	else
		book_find(&d.book);
	d.template = operands[0] ? str_of(operands[0]) : S("");
	if (!operands[0])
		answer = list_templates(&d);
	else if (draft_open(&d.draft, &d.book, &d.arena, d.template)) {
		draft_all(&d, operands + 1);
		print(&d);
		if (d.brackets)
			hint("what stands in [brackets] is for you to say");
		draft_close(&d.draft);
		answer = d.n && !d.nobody ? STATUS_YES : STATUS_NO;
	}
	book_release(&d.book);
	arena_release(&d.arena);
	return finish(answer);
}
