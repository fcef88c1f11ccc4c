/* other programs: their status, input and output */
#include "tap.h"
#include "base/diag.h"
#include "sys/run.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static struct buf out;

static int sh(const char *script, str in)
{
	return run_wait(&(struct run){.args = RUN("sh", "-c", script), .in = in, .out = &out});
}

static void test_status(void)
{
	is_int(sh("exit 3", S("")), 3, "the exit status");
	is_int(sh("kill -9 $$", S("")), RUN_FAILED, "a signal");
	is_int(run_wait(&(struct run){.args = RUN("nt-no-such-program")}), RUN_MISSING, "no such program");
}

static void test_buffers(void)
{
	struct buf much = {0};
	is_int(sh("cat", S("one\ntwo")), 0, "a program that reads and prints");
	is_str(buf_str(&out), S("one\ntwo"), "its output is its input");
	sh("cat", S(""));
	is_int((long)out.n, 0, "empty input is the end at once");
	for (int i = 0; i < 300000; i++)
		buf_putc(&much, (char)('a' + i % 26));
	sh("cat; cat", buf_str(&much));
	is_str(buf_str(&out), buf_str(&much), "more than a pipe holds");
	is_int(sh("exit 0", buf_str(&much)), 0, "input that is not read");
	run_wait(&(struct run){.args = RUN("printf", "%s|", "a b", "$HOME;"), .out = &out});
	is_str(buf_str(&out), S("a b|$HOME;|"), "arguments are what they are");
	buf_release(&much);
}

/* A program beside this one, which PATH does not know. */
static void test_beside(const char *dir)
{
	struct arena a = {0};
	char *file = arena_cstr(&a, arena_printf(&a, "%s/nt-beside", dir));
	char *self = arena_cstr(&a, arena_printf(&a, "%s/nt-self", dir));
	FILE *f = fopen(file, "w");
	if (!f || fputs("#!/bin/sh\necho \"$0 $1\"\n", f) < 0 || fclose(f) != 0 || chmod(file, 0700) != 0)
		die("%s:", file);
	is_str(run_folder(self), arena_printf(&a, "%s/", dir), "the folder of this program");
	is_str(run_folder("nt"), S(""), "none, found in PATH");
	run_wait(&(struct run){.args = RUN("nt-beside", "x"), .self = self, .out = &out});
	is_str(buf_str(&out), arena_printf(&a, "%s x\n", file), "a program beside this one, by its path");
	is_int(run_wait(&(struct run){.args = RUN("nt-beside"), .out = &out}), RUN_MISSING, "which PATH does not know");
	is_int(run_wait(&(struct run){.args = RUN("true"), .self = self, .out = &out}), 0, "else one in PATH");
	run_become(self, RUN("nt-no-such-program"));
	is_int(errno, ENOENT, "why it cannot be started");
	unlink(file);
	arena_release(&a);
}

int main(void)
{
	char dir[] = "/tmp/nt-run-XXXXXX";
	if (!mkdtemp(dir))
		die("%s:", dir);
	test_status();
	test_buffers();
	test_beside(dir);
	rmdir(dir);
	buf_release(&out);
	return done_testing();
}
