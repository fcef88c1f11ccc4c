/* buf, arena, map, diag */
#include "tap.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/map.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static void buffers(void)
{
	struct buf b = {0};

	is_str(buf_str(&b), S(""), "an empty buffer");
	ok(buf_cstr(&b)[0] == '\0', "and its C string");
	buf_puts(&b, "ab");
	buf_putc(&b, '\0');
	buf_add(&b, (str){0});
	buf_printf(&b, "%d-" FMT, 12, ARG(S("xyz")));
	is_str(buf_str(&b), S("ab\00012-xyz"), "what was added");
	is_int((long)strlen(buf_cstr(&b) + 3), 6, "a NUL behind the end");
	buf_reset(&b);
	for (int i = 0; i < 100000; i++)
		buf_printf(&b, "%05d", i);
	ok(b.n == 500000 && memcmp(b.p + 499995, "99999", 5) == 0, "it grows");
	buf_release(&b);
	ok(b.p == NULL && b.cap == 0, "and is given back");
}

static bool all_zero(const char *p, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (p[i] != 0)
			return false;
	return true;
}

static void arenas(void)
{
	struct arena a = {0};
	bool zero = true, aligned = true;

	for (size_t round = 0; round < 3; round++) {
		for (size_t n = 0; n < 3000; n++) {
			char *p = arena_alloc(&a, n);

			zero = zero && all_zero(p, n);
			aligned = aligned && (uintptr_t)p % _Alignof(max_align_t) == 0;
			memset(p, 0xff, n);
		}
		arena_reset(&a);
	}
	ok(zero, "memory is zeroed, also after a reset");
	ok(aligned, "and aligned");
	is_str(arena_dup(&a, S("a\0b")), S("a\0b"), "dup");
	is_str(arena_dup(&a, (str){0}), (str){0}, "dup of an absent slice");
	is_str(arena_dup(&a, S("")), S(""), "dup of an empty slice");
	ok(strcmp(arena_cstr(&a, (str){0}), "") == 0, "cstr of an absent slice");
	is_str(arena_printf(&a, "%s %d", "n", 5), S("n 5"), "printf");
	arena_release(&a);
	arena_reset(&a);
	ok(a.chunks == NULL, "given back");
}

static void lists(void)
{
	struct arena a = {0};
	struct strs list = {0};
	int *v = NULL, sum = 0;

	is_str(strs_join(&a, list, S(", ")), S(""), "join none");
	strs_add(&a, &list, S("one"));
	is_str(strs_join(&a, list, S(", ")), S("one"), "join one");
	strs_add(&a, &list, S(""));
	strs_add(&a, &list, S("three"));
	is_str(strs_join(&a, list, S(", ")), S("one, , three"), "join three");
	for (size_t n = 0; n < 1000; n++) {
		v = arena_more(&a, v, n, sizeof *v);
		v[n] = (int)n;
	}
	for (size_t n = 0; n < 1000; n++)
		sum += v[n];
	is_int(sum, 499500, "an array keeps its elements when it grows");
	arena_release(&a);
}

static void maps(void)
{
	struct arena a = {0};
	struct map m = {0};
	static int values[20000];
	bool right = true;

	ok(map_get(&m, S("x")) == NULL, "an empty map");
	for (int i = 0; i < 20000; i++)
		map_put(&m, arena_printf(&a, "key %d", i), &values[i]);
	for (int i = 0; i < 20000; i++)
		right = right && map_get(&m, arena_printf(&a, "key %d", i)) == &values[i];
	ok(right, "every key has its value");
	ok(map_get(&m, S("key")) == NULL && map_get(&m, S("key 20000")) == NULL, "no other key has one");
	map_put(&m, S("key 7"), &values[8]);
	ok(map_get(&m, S("key 7")) == &values[8] && m.n == 20000, "put replaces");
	map_put(&m, S(""), &values[1]);
	map_put(&m, S("a\0b"), &values[2]);
	ok(map_get(&m, S("")) == &values[1], "an empty key");
	ok(map_get(&m, S("a\0b")) == &values[2] && !map_get(&m, S("a\0c")), "a key with a NUL");
	map_release(&m);
	arena_release(&a);
	ok(hash64(S("")) == 0xcbf29ce484222325 && hash64(S("a")) == 0xaf63dc4c8601ec8c &&
			hash64(S("foobar")) == 0x85944171f73967e8,
		"FNV-1a as published");
}

/* Runs it in a child with standard error in a pipe; returns the exit status. */
static int messages_of(void (*run)(void), struct buf *said)
{
	int ends[2], status;
	ssize_t n;
	pid_t pid;

	fflush(stdout);
	if (pipe(ends) != 0 || (pid = fork()) < 0)
		return -1;
	if (pid == 0) {
		dup2(ends[1], STDERR_FILENO);
		close(ends[0]);
		close(ends[1]);
		diag_tool = "nt-test";
		run();
		_exit(diag_status());
	}
	close(ends[1]);
	buf_reset(said);
	do {
		buf_grow(said, 65536);
		n = read(ends[0], said->p + said->n, 65536);
		said->n += n > 0 ? (size_t)n : 0;
	} while (n > 0);
	close(ends[0]);
	waitpid(pid, &status, 0);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void says_plain(void)
{
	warn("unknown field: '%s'", "x");
}

static void says_errno(void)
{
	errno = ENOENT;
	warn("cannot open '%s':", "x");
}

static void says_place(void)
{
	warn_at(S("people/ada.md"), 4, 7, "not a span: '%s'", "6 fortnights");
	warn_at(S("people/ada.md"), 4, 0, "line");
	warn_at(S("people/ada.md"), 0, 7, "note");
	warn_at((str){0}, 4, 7, "nowhere");
}

static void says_hostile(void)
{
	warn_at(S("a\033[2J.md"), 0, 0, "'%s'", "x\ny\r\nz\x1b]0;t\a\xc2\x9b\xe2\x80\xae\xff");
}

static void says_much(void)
{
	static char text[100000];

	memset(text, '\1', sizeof text - 1);
	warn_at((str){text, sizeof text - 1}, 1, 2, "%s", text);
}

static void says_hint(void)
{
	hint("by the way");
}

static void says_quietly(void)
{
	diag_quiet = true;
	warn("not heard");
}

static void dies(void)
{
	die("no such book");
}

static void messages(void)
{
	struct buf said = {0};

	is_int(messages_of(says_plain, &said), 2, "a warning is trouble");
	is_str(buf_str(&said), S("nt-test: unknown field: 'x'\n"), "a message");
	messages_of(says_errno, &said);
	buf_cstr(&said);
	ok(str_starts(buf_str(&said), S("nt-test: cannot open 'x': ")) && said.n > 30, "a colon asks for errno");
	is_int(messages_of(says_place, &said), 2, "a warning with its place is trouble");
	is_str(buf_str(&said),
		S("nt-test: people/ada.md:4:7: not a span: '6 fortnights'\nnt-test: people/ada.md:4: line\n"
		  "nt-test: people/ada.md: note\nnt-test: nowhere\n"),
		"places");
	messages_of(says_hostile, &said);
	is_str(buf_str(&said), S("nt-test: a^[[2J.md: 'x y z^[]0;t^G<U+009B><U+202E>\\xFF'\n"), "hostile text");
	is_int(messages_of(says_much, &said), 2, "a long message");
	ok(said.n > 4096 && said.p[said.n - 1] == '\n', "is cut and ends its line");
	is_int(messages_of(says_hint, &said), 0, "a hint is no trouble");
	is_str(buf_str(&said), S("nt-test: by the way\n"), "and is said");
	is_int(messages_of(says_quietly, &said), 2, "quiet counts");
	is_str(buf_str(&said), S(""), "and says nothing");
	is_int(messages_of(dies, &said), 2, "death is trouble");
	is_str(buf_str(&said), S("nt-test: no such book\n"), "and gives its reason");
	buf_release(&said);
}

static void ends_well(void)
{
	printf("x");
	_exit(finish(STATUS_NO));
}

static void ends_after_warning(void)
{
	diag_quiet = true;
	warn("x");
	_exit(finish(STATUS_NO));
}

static void ends_unheard(void)
{
	int ends[2];

	signal(SIGPIPE, SIG_IGN);
	if (pipe(ends) != 0)
		_exit(99);
	close(ends[0]);
	dup2(ends[1], STDOUT_FILENO);
	for (int i = 0; i < 100000; i++)
		printf("many words ");
	_exit(finish(STATUS_NO));
}

static void ends_on_full_disk(void)
{
	dup2(open("/dev/full", O_WRONLY), STDOUT_FILENO);
	printf("x");
	_exit(finish(STATUS_YES));
}

static void ends_closed(void)
{
	close(STDOUT_FILENO);
	printf("x");
	_exit(finish(STATUS_YES));
}

static void endings(void)
{
	struct buf said = {0};
	int null = open("/dev/null", O_WRONLY), out = dup(STDOUT_FILENO);

	fflush(stdout);
	dup2(null, STDOUT_FILENO);
	int well = messages_of(ends_well, &said), warned = messages_of(ends_after_warning, &said);
	dup2(out, STDOUT_FILENO);
	close(out);
	close(null);
	is_int(well, 1, "the answer is the status");
	is_int(warned, 2, "what was warned of is worse");
	is_int(messages_of(ends_unheard, &said), 1, "a closed pipe leaves the answer");
	is_str(buf_str(&said), S(""), "and is silent");
	is_int(messages_of(ends_closed, &said), 2, "a closed standard output is trouble");
	ok(str_starts(buf_str(&said), S("nt-test: write error: ")), "and is told");
	if (access("/dev/full", W_OK) == 0) {
		is_int(messages_of(ends_on_full_disk, &said), 2, "a full disk is trouble");
		ok(str_starts(buf_str(&said), S("nt-test: write error: ")), "and is told");
	}
	buf_release(&said);
}

int main(void)
{
	buffers();
	arenas();
	lists();
	maps();
	messages();
	endings();
	return done_testing();
}
