#include "format/vcardfile.h"

#include "base/charset.h"
#include "format/vcard.h"
#include "format/vcardday.h"
#include "format/vcardput.h"
#include "format/vcardtext.h"
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#define HEAD ((size_t)64 << 10)

bool vcardfile_likely(str head)
{
	struct arena a = {0};
	str text = charset_marked(&a, head), line;
	bool found = false;
	while (!found && str_line(&text, &line))
		found = str_ieq(str_trim(line), S("BEGIN:VCARD"));
	arena_release(&a);
	return found;
}

static bool is_mark(const struct vcardline *l, const char *mark)
{
	return str_eq(l->name, str_of(mark)) && str_ieq(str_trim(l->value), S("VCARD"));
}

struct reading {
	struct import *in;
	struct vcardline *v;
	size_t n;
	size_t begin;     /* line of BEGIN; 0: between cards */
	int inner;        /* cards in a card: of an AGENT */
	struct buf agent; /* their lines so far */
	struct vcardmembers members;
	bool lost; /* the line before was in no card, which was said */
};

static void add(struct reading *r, const struct vcardline *l)
{
	r->v = arena_more(&r->in->arena, r->v, r->n, sizeof *r->v);
	r->v[r->n] = *l;
	vcardmember_link(&r->members, &r->in->arena, &r->v[r->n]);
	if (r->in->members)
		vcardmember_link(r->in->members, &r->in->arena, &r->v[r->n]);
	r->n++;
}

/* AGENT:, and a card behind it: that card is the value. */
static void end_inner(struct reading *r)
{
	struct vcardline *agent = &r->v[r->n - 1];
	agent->value = arena_dup(&r->in->arena, buf_str(&r->agent));
	agent->whole = arena_printf(&r->in->arena, "AGENT:" FMT, ARG(agent->value));
	buf_reset(&r->agent);
	r->inner = 0;
}

static void tell_days(const struct reading *r)
{
	for (size_t i = 0; i < r->n; i++) {
		str text = vcardday_unread(&r->in->arena, &r->v[i]);
		if (text.n)
			warn_at(r->in->file, r->v[i].line, 0, "not a date, kept under vcard: '" FMT ":" FMT "'",
				ARG(r->v[i].name), ARG(str_head(text, 40)));
	}
}

static void give(struct reading *r, bool ended)
{
	struct contact c = import_begin(r->in);
	if (r->inner)
		end_inner(r);
	if (!ended)
		warn_at(r->in->file, r->begin, 0, "a card without END:VCARD");
	if (vcard_read(&c, r->v, r->n, &r->in->photos, r->in->file)) {
		tell_days(r);
		contact_said(&c, S("vcard"));
		import_give(r->in, &c);
	} else {
		warn_at(r->in->file, r->begin, 0, "a card that names nobody: left out");
		arena_reset(&r->in->arena);
	}
	r->v = NULL;
	r->n = r->begin = 0;
}

static void add_inner(struct reading *r, const struct vcardline *l)
{
	if (r->agent.n)
		buf_puts(&r->agent, "\\n");
	buf_add(&r->agent, vcardtext_escape(&r->in->arena, str_trim(l->whole)));
	r->inner += is_mark(l, "BEGIN") - is_mark(l, "END");
	if (!r->inner)
		end_inner(r);
}

static void read_line(struct reading *r, const struct vcardline *l, bool good)
{
	bool agent = r->n && str_eq(r->v[r->n - 1].name, S("AGENT")) && !str_trim(r->v[r->n - 1].value).n;
	if (r->inner || (r->begin && agent && is_mark(l, "BEGIN"))) {
		add_inner(r, l);
	} else if (is_mark(l, "BEGIN")) {
		if (r->begin)
			give(r, false);
		r->begin = l->line;
		r->lost = false;
	} else if (!r->begin) {
		if (!r->lost)
			warn_at(r->in->file, l->line, 0, "in no card, left out from here to the next: '" FMT "'",
				ARG(str_head(str_trim(l->whole), 40)));
		r->lost = true;
	} else if (is_mark(l, "END")) {
		give(r, true);
	} else if (!good) {
		warn_at(r->in->file, l->line, 0, "no name and colon, left out: '" FMT "'",
			ARG(str_head(str_trim(l->whole), 40)));
	} else {
		add(r, l);
	}
}

void vcardfile_import(struct import *in)
{
	struct reading r = {.in = in, .members = {.arena = &in->keep}};
	str text = charset_marked(&in->keep, import_all(in));
	struct vcardlines lines = {.arena = &in->arena, .rest = text, .line = 1};
	struct vcardline l;
	if (vcardmember_asked(text))
		vcardmember_read(&r.members, text);
	while (vcardline_next(&lines, &l))
		read_line(&r, &l, lines.good);
	if (r.begin)
		give(&r, false);
	buf_release(&r.agent);
	vcardmember_release(&r.members);
}

/* A pipe is not even opened: who writes to it would see its reader go. */
static bool is_regular(const char *file)
{
	struct stat st;
	return stat(file, &st) == 0 && S_ISREG(st.st_mode);
}

/* m NULL: only whether there are members. */
static bool look(const char *file, struct vcardmembers *m)
{
	struct import in = {.fd = is_regular(file) ? open(file, O_RDONLY | O_CLOEXEC) : -1, .file = str_of(file)};
	bool asked = false;
	if (in.fd >= 0 && vcardfile_likely(import_head(&in, HEAD))) {
		str text = charset_marked(&in.keep, import_all(&in));
		asked = vcardmember_asked(text);
		if (m)
			vcardmember_read(m, text);
	}
	if (in.fd >= 0)
		close(in.fd);
	import_release(&in);
	return asked;
}

void vcardfile_members(struct vcardmembers *m, char *const *files)
{
	bool asked = false;
	for (size_t i = 0; files[0] && files[1] && files[i] && !asked; i++)
		asked = look(files[i], NULL);
	for (size_t i = 0; asked && files[i]; i++)
		look(files[i], m);
}
