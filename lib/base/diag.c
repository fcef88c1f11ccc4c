#include "base/diag.h"
#include "base/arena.h"
#include "base/map.h"
#include "base/visible.h"
#include <errno.h>
#include <poll.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define TEXT_MOST 4096 /* a longer text is cut */

/* A whole line, so that one write hands it over and two processes never mix theirs. */
struct line {
	char p[TEXT_MOST * 4];
	size_t n;
};

bool diag_quiet;
bool (*diag_hook)(str path, size_t line, size_t col, str text);
bool (*diag_listener)(str text);
bool diag_aside;
static int worst, worst_aside;

static void count(void)
{
	*(diag_aside ? &worst_aside : &worst) = STATUS_TROUBLE;
}

static void add(struct line *l, str s)
{
	s = str_head(s, sizeof l->p - 1 - l->n);
	if (s.n > 0)
		memcpy(l->p + l->n, s.p, s.n);
	l->n += s.n;
}

static void add_visible(struct line *l, str s)
{
	char form[VISIBLE_FORM];

	for (;;) {
		size_t n = visible_plain(s);

		add(l, str_head(s, n));
		s = str_skip(s, n);
		if (s.n == 0)
			return;
		s = str_skip(s, visible_form(s, form));
		add(l, str_of(form));
	}
}

static void add_place(struct line *l, str path, size_t line, size_t col)
{
	size_t numbers[] = {line, col};
	char text[32];

	if (path.n == 0)
		return;
	add_visible(l, str_head(path, TEXT_MOST));
	for (size_t i = 0; i < 2 && numbers[i] > 0; i++) {
		snprintf(text, sizeof text, ":%zu", numbers[i]);
		add(l, str_of(text));
	}
	add(l, S(": "));
}

static void hand_over(const struct line *l)
{
	for (size_t done = 0; done < l->n;) {
		ssize_t n = write(STDERR_FILENO, l->p + done, l->n - done);

		if (n < 0 && errno != EINTR)
			return;
		done += n > 0 ? (size_t)n : 0;
	}
}

static void message(str path, size_t line, size_t col, const char *fmt, va_list ap)
{
	const char *reason = str_ends(str_of(fmt), S(":")) ? strerror(errno) : NULL;
	char text[TEXT_MOST];
	struct line l;
	int n, saved = errno;

	if (diag_quiet)
		return;
	n = vsnprintf(text, sizeof text, fmt, ap);
	l.n = 0;
	add(&l, str_of(diag_tool));
	add(&l, S(": "));
	add_place(&l, path, line, col);
	add_visible(&l, n < 0 ? str_of(fmt) : str_of(text));
	if (reason) {
		add(&l, S(" "));
		add(&l, str_of(reason));
	}
	l.p[l.n++] = '\n';
	hand_over(&l);
	errno = saved;
}

static bool is_heard(const char *fmt, va_list ap)
{
	char text[TEXT_MOST];
	int saved = errno, n = 0;
	const char *reason = str_ends(str_of(fmt), S(":")) ? strerror(errno) : NULL;

	if (!diag_listener)
		return false;
	n = vsnprintf(text, sizeof text, fmt, ap);
	if (reason && n >= 0 && (size_t)n < sizeof text)
		snprintf(text + n, sizeof text - (size_t)n, " %s", reason);
	bool taken = n >= 0 && diag_listener(str_of(text));
	errno = saved;
	return taken;
}

void warn(const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	bool heard = is_heard(fmt, ap);
	va_end(ap);
	if (heard)
		return;
	va_start(ap, fmt);
	message((str){NULL, 0}, 0, 0, fmt, ap);
	va_end(ap);
	count();
}

/* A note that is read twice is told of once. */
static bool said_before(str path, size_t line, size_t col, str text)
{
	static struct map said;
	static struct arena kept;
	str key = arena_printf(&kept, FMT ":%zu:%zu:" FMT, ARG(path), line, col, ARG(text));
	bool before = map_get(&said, key) != NULL;

	map_put(&said, key, &said);
	return before;
}

void warn_at(str path, size_t line, size_t col, const char *fmt, ...)
{
	va_list ap;
	char text[TEXT_MOST];
	int saved = errno; /* for a message that ends with it */

	va_start(ap, fmt);
	int n = vsnprintf(text, sizeof text, fmt, ap);
	va_end(ap);
	if (n >= 0 && diag_hook && diag_hook(path, line, col, str_of(text)))
		return;
	count();
	if (n >= 0 && !diag_quiet && said_before(path, line, col, str_of(text)))
		return;
	errno = saved;
	va_start(ap, fmt);
	message(path, line, col, fmt, ap);
	va_end(ap);
}

void hint(const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	bool heard = is_heard(fmt, ap);
	va_end(ap);
	if (heard)
		return;
	va_start(ap, fmt);
	message((str){NULL, 0}, 0, 0, fmt, ap);
	va_end(ap);
}

void die(const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	message((str){NULL, 0}, 0, 0, fmt, ap);
	va_end(ap);
	exit(STATUS_TROUBLE);
}

bool diag_trouble(void)
{
	return worst != STATUS_YES || worst_aside != STATUS_YES;
}

bool diag_unheard(str path, size_t line, size_t col, str text)
{
	(void)path, (void)line, (void)col, (void)text;
	return true;
}

int diag_status(void)
{
	return worst;
}

void diag_forget_asides(void)
{
	worst_aside = STATUS_YES;
}

/* The C library may have forgotten by now why an earlier write failed. */
static bool reader_is_gone(void)
{
	struct pollfd out = {STDOUT_FILENO, POLLOUT, 0};

	return errno == EPIPE || (poll(&out, 1, 0) == 1 && (out.revents & (POLLERR | POLLHUP)));
}

int finish(int answer)
{
	bool failed = ferror(stdout);

	errno = 0;
	failed |= fflush(stdout) != 0;
	if (failed && !reader_is_gone()) {
		errno = errno ? errno : EIO;
		warn("write error:");
	}
	if (worst_aside > worst)
		worst = worst_aside;
	return worst > answer ? worst : answer;
}
