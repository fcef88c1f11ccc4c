#include "sys/waiting.h"

#include "sys/os.h"
#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define BEGINNING 16 /* a byte-order mark, a fence, a line end, "nt-" */
#define STEP      5  /* milliseconds */

/* How many bytes it put; negative: there is no way to look. */
static ssize_t peek(int fd, const struct stat *st, char *to)
{
	off_t at = S_ISREG(st->st_mode) ? lseek(fd, 0, SEEK_CUR) : -1;

	if (at >= 0)
		return pread(fd, to, BEGINNING, at);
	if (S_ISSOCK(st->st_mode))
		return recv(fd, to, BEGINNING, MSG_PEEK | MSG_DONTWAIT);
	return os_peek_pipe(fd, to, BEGINNING);
}

static str without(str s, str prefix)
{
	return str_starts(s, prefix) ? str_skip(s, prefix.n) : s;
}

/* Whether it is a stream's, as far as it goes; whole: no more is needed to tell. */
static bool begins_stream(str s, bool *whole)
{
	str fence, rest;

	s = without(s, S("\xef\xbb\xbf"));
	fence = str_head(s, 3);
	rest = without(without(str_skip(s, 3), S("\r")), S("\n"));
	*whole = rest.n >= 3 || !str_starts(S("---"), fence);
	return str_eq(fence, S("---")) && rest.n < str_skip(s, 3).n && str_starts(rest, S("nt-"));
}

enum waiting waiting_on(int fd, int milliseconds)
{
	struct pollfd in = {.fd = fd, .events = POLLIN};
	struct timespec step = {.tv_nsec = STEP * 1000000};
	struct stat st;
	char bytes[BEGINNING];
	bool whole = false, notes = false;

	if (fstat(fd, &st) != 0 || !(S_ISREG(st.st_mode) || S_ISSOCK(st.st_mode) || S_ISFIFO(st.st_mode)))
		return WAITING_NOTHING;
	for (;;) {
		if (poll(&in, 1, milliseconds) > 0 && (in.revents & (POLLIN | POLLHUP))) {
			ssize_t n = peek(fd, &st, bytes);
			if (n < 0)
				return in.revents & POLLIN ? WAITING_UNKNOWN : WAITING_NOTHING;
			notes = begins_stream((str){bytes, (size_t)n}, &whole);
		}
		if (whole || milliseconds < STEP || !(in.revents & POLLIN) || (in.revents & POLLHUP))
			return notes ? WAITING_NOTES : WAITING_NOTHING;
		nanosleep(&step, NULL);
		milliseconds -= STEP;
	}
}
