#include "sys/run.h"

#include "base/diag.h"
#include "base/utf8.h"
#include "sys/file.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

str run_folder(const char *self)
{
	str path = str_of(self);
	size_t slash = str_rchr(path, '/');
	return slash == STR_NONE ? S("") : str_head(path, slash + 1);
}

str run_quoted(struct arena *a, str text)
{
	struct strs parts = {0};
	str part;
	while (str_cut(&text, '\'', &part))
		strs_add(a, &parts, part);
	return arena_printf(a, "'" FMT "'", ARG(strs_join(a, parts, S("'\\''"))));
}

str run_word(struct arena *a, str text)
{
	size_t n;
	for (str rest = text; rest.n; rest = str_skip(rest, n)) {
		n = utf8_alnum(rest);
		if (!n && (!rest.p[0] || !strchr("_./,:=+@-", rest.p[0])))
			return run_quoted(a, text);
		n += !n;
	}
	return text.n ? text : S("''");
}

str run_where(struct arena *a, str program)
{
	str path = str_of(getenv("PATH")), folder;
	bool direct = str_chr(program, '/') != STR_NONE;
	str file = direct && access(arena_cstr(a, program), X_OK) == 0 ? program : (str){0};

	while (!direct && !file.p && str_cut(&path, ':', &folder)) {
		str there = arena_printf(a, FMT "/" FMT, ARG(folder.n ? folder : S(".")), ARG(program));
		if (access(arena_cstr(a, there), X_OK) == 0)
			file = there;
	}
	return file;
}

bool run_found(str program)
{
	struct arena a = {0};
	bool found = run_where(&a, program).p;
	arena_release(&a);
	return found;
}

void run_become(const char *self, const char *const *args)
{
	struct arena a = {0};
	str folder = run_folder(self);
	size_t n = 0;
	while (args[n])
		n++;
	char **argv = arena_array(&a, n + 1, sizeof *argv);
	for (size_t i = 0; i < n; i++)
		argv[i] = arena_cstr(&a, str_of(args[i]));
	if (folder.n) {
		argv[0] = arena_cstr(&a, arena_join(&a, folder, str_of(args[0])));
		execv(argv[0], argv);
		argv[0] = arena_cstr(&a, str_of(args[0]));
	}
	execvp(argv[0], argv);
	int why = errno;
	arena_release(&a);
	errno = why;
}

/* A file without a name: a program that prints while it is still to read would stall behind a pipe. */
static int spool(str bytes)
{
	FILE *f = tmpfile();
	int fd = -1;
	if (f && fwrite(bytes.p, 1, bytes.n, f) == bytes.n && fflush(f) == 0 && lseek(fileno(f), 0, SEEK_SET) == 0)
		fd = fcntl(fileno(f), F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
	if (f)
		fclose(f);
	return fd;
}

struct signals {
	void (*interrupt)(int), (*quit)(int);
};

static struct signals signals_ignore(void)
{
	return (struct signals){signal(SIGINT, SIG_IGN), signal(SIGQUIT, SIG_IGN)};
}

static void signals_restore(struct signals s)
{
	signal(SIGINT, s.interrupt);
	signal(SIGQUIT, s.quit);
}

static bool becomes(int fd, int standard)
{
	return fd == standard || dup2(fd, standard) >= 0;
}

static _Noreturn void child(const struct run *r, int in, int out)
{
	int said = r->mixed ? STDOUT_FILENO : r->silent ? open("/dev/null", O_WRONLY) : STDERR_FILENO;
	if (becomes(in, STDIN_FILENO) && becomes(out, STDOUT_FILENO) && becomes(said, STDERR_FILENO))
		run_become(r->self, r->args);
	_exit(errno == ENOENT ? RUN_MISSING : RUN_FAILED);
}

static int status_of(pid_t pid)
{
	int status = 0;
	while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
		;
	return WIFEXITED(status) ? WEXITSTATUS(status) : RUN_FAILED;
}

/* ends: the pipe for its output, -1 and standard output without one. */
static int run(const struct run *r, int in, const int ends[2])
{
	struct signals before = {SIG_DFL, SIG_DFL};
	if (r->interactive)
		before = signals_ignore();
	fflush(stdout); /* what was said stands before what it says */
	pid_t pid = fork();
	if (pid == 0) {
		if (r->interactive)
			signals_restore(before);
		if (r->out)
			close(ends[0]);
		child(r, in, ends[1]);
	}
	if (pid < 0)
		warn("fork:");
	if (r->out)
		close(ends[1]);
	bool good = pid > 0 && (!r->out || file_read_fd(ends[0], r->out));
	if (r->out)
		close(ends[0]);
	int status = pid > 0 ? status_of(pid) : RUN_FAILED;
	if (r->interactive)
		signals_restore(before);
	return good ? status : RUN_FAILED;
}

int run_wait(const struct run *r)
{
	int ends[2] = {-1, STDOUT_FILENO}, in = STDIN_FILENO, status = RUN_FAILED;
	if (r->in.p)
		in = r->in.n ? spool(r->in) : open("/dev/null", O_RDONLY);
	if (in < 0)
		warn("temporary file:");
	else if (r->out && pipe(ends) != 0)
		warn("pipe:");
	else
		status = run(r, in, ends);
	if (r->in.p && in >= 0)
		close(in);
	return status;
}
