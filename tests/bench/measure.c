/* measure RUNS CMD...: runs the shell commands in turn, RUNS times, output to a file; for each prints the
 * medians: CPU and wall time in ms, peak memory in KB, and the exit status of the last run. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { MAX_RUNS = 99, MAX_COMMANDS = 20 };

struct command {
	double cpu[MAX_RUNS], wall[MAX_RUNS], peak[MAX_RUNS];
	int status;
};

static double milliseconds(struct timeval t)
{
	return 1e3 * (double)t.tv_sec + 1e-3 * (double)t.tv_usec;
}

static void run(const char *line, struct command *c, int turn, FILE *out)
{
	struct timespec start, end;
	struct rusage use;

	if (ftruncate(fileno(out), 0) < 0 || lseek(fileno(out), 0, SEEK_SET) < 0)
		exit(2);
	clock_gettime(CLOCK_MONOTONIC, &start);
	pid_t child = fork();
	if (child == 0) {
		dup2(fileno(out), 1);
		execl("/bin/sh", "sh", "-c", line, (char *)NULL);
		_exit(127);
	}
	if (child < 0 || wait4(child, &c->status, 0, &use) < 0)
		exit(2);
	clock_gettime(CLOCK_MONOTONIC, &end);
	c->cpu[turn] = milliseconds(use.ru_utime) + milliseconds(use.ru_stime);
	c->wall[turn] = 1e3 * (double)(end.tv_sec - start.tv_sec) + 1e-6 * (double)(end.tv_nsec - start.tv_nsec);
	c->peak[turn] = (double)use.ru_maxrss;
}

static int by_value(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static double median(double *v, int n)
{
	qsort(v, (size_t)n, sizeof *v, by_value);
	return v[n / 2];
}

int main(int argc, char **argv)
{
	static struct command commands[MAX_COMMANDS];
	int runs = argc > 2 ? atoi(argv[1]) : 0, count = argc - 2;
	FILE *out = tmpfile();

	if (runs < 1 || runs > MAX_RUNS || count > MAX_COMMANDS || !out) {
		fputs("usage: measure RUNS CMD...\n", stderr);
		return 2;
	}
	for (int turn = 0; turn < runs; turn++)
		for (int i = 0; i < count; i++)
			run(argv[i + 2], &commands[i], turn, out);
	for (int i = 0; i < count; i++) {
		struct command *c = &commands[i];
		int status = WIFEXITED(c->status) ? WEXITSTATUS(c->status) : 128 + WTERMSIG(c->status);
		printf("%.1f\t%.1f\t%.0f\t%d\t%s\n", median(c->cpu, runs), median(c->wall, runs), median(c->peak, runs),
			status, argv[i + 2]);
	}
	return 0;
}
