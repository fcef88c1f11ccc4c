#include "book/timer.h"

#include "base/buf.h"
#include "base/diag.h"
#include "sys/run.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define UNIT "nt-remind@" FMT ".timer"

static bool is_plain(char c, bool first)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || str_digit(c) || c == ':' || c == '_' ||
	       (c == '.' && !first);
}

str timer_instance(struct arena *a, str path)
{
	struct buf out = {0};
	str part;
	while (str_cut(&path, '/', &part)) {
		if (!part.n)
			continue;
		if (out.n)
			buf_putc(&out, '-');
		for (size_t i = 0; i < part.n; i++)
			if (is_plain(part.p[i], out.n == 0))
				buf_putc(&out, part.p[i]);
			else
				buf_printf(&out, "\\x%02x", (unsigned char)part.p[i]);
	}
	if (!out.n)
		buf_putc(&out, '-');
	return arena_take(a, &out);
}

/* cron takes a bare % for the end of the line. */
static str for_cron(struct arena *a, str command)
{
	struct strs parts = {0};
	str part;
	while (str_cut(&command, '%', &part))
		strs_add(a, &parts, part);
	return strs_join(a, parts, S("\\%"));
}

str timer_cron(struct arena *a, str bin, str book)
{
	str command =
		arena_printf(a, "export PATH=" FMT ":/usr/bin:/bin NT_BOOK=" FMT "; nt-due | nt-remind --once --if-any",
			ARG(run_word(a, bin)), ARG(run_word(a, book)));
	return arena_printf(a, "30 7 * * 1-5\t" FMT, ARG(for_cron(a, command)));
}

static str real(struct arena *a, const char *path)
{
	char *p = realpath(path, NULL);
	str found = p ? arena_dup(a, str_of(p)) : (str){0};
	free(p);
	return found;
}

/* The folder that the tools are in. */
static str tools(struct arena *a, const char *self)
{
	str folder = run_folder(self);
	if (!folder.n)
		folder = str_dir(run_where(a, S("nt-due")));
	str path = real(a, arena_cstr(a, folder));
	return path.n ? path : S("/usr/local/bin");
}

static bool enable(struct arena *a, str book)
{
	str unit = arena_printf(a, UNIT, ARG(timer_instance(a, book)));
	if (run_wait(&(struct run){
		    .args = RUN("systemctl", "--user", "enable", "--now", arena_cstr(a, unit)), .in = S("")}) != 0) {
		warn("systemctl could not enable " FMT "; its units come with make install", ARG(unit));
		return false;
	}
	printf("enabled " FMT ": who is due, on the desktop, on weekdays at half past seven\n"
	       "to end it: systemctl --user disable --now " FMT "\n",
		ARG(unit), ARG(run_word(a, unit)));
	return true;
}

bool timer_enable(const char *name, const char *self)
{
	struct arena a = {0};
	struct buf heard = {0};
	str book = real(&a, name);
	bool good = book.n;
	if (!good)
		warn("%s:", name);
	int manager = run_wait(&(struct run){
		.args = RUN("systemctl", "--user", "show-environment"), .in = S(""), .out = &heard, .silent = true});
	if (good && manager == 0) {
		good = enable(&a, book);
	} else if (good) {
		hint(manager == RUN_MISSING ? "there is no systemd here; a line for crontab -e instead"
					    : "systemd has no session of yours here; a line for crontab -e instead");
		printf(FMT "\n", ARG(timer_cron(&a, tools(&a, self), book)));
	}
	buf_release(&heard);
	arena_release(&a);
	return good;
}
