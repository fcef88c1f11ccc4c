/* on-tty CMD...: runs CMD with a terminal as its output, and copies what it writes to standard output. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

static int open_terminal(int *master)
{
	struct termios mode;
	int slave;

	*master = posix_openpt(O_RDWR | O_NOCTTY);
	if (*master < 0 || grantpt(*master) < 0 || unlockpt(*master) < 0)
		return -1;
	slave = open(ptsname(*master), O_RDWR | O_NOCTTY);
	if (slave < 0 || tcgetattr(slave, &mode) < 0)
		return -1;
	mode.c_oflag &= ~(tcflag_t)OPOST;
	return tcsetattr(slave, TCSANOW, &mode) < 0 ? -1 : slave;
}

int main(int argc, char **argv)
{
	char text[4096];
	int master, status, slave = open_terminal(&master);
	ssize_t n;

	if (argc < 2 || slave < 0) {
		fputs("usage: on-tty CMD...\n", stderr);
		return 2;
	}
	pid_t child = fork();
	if (child == 0) {
		dup2(slave, 1);
		dup2(slave, 2);
		close(slave);
		close(master);
		execvp(argv[1], argv + 1);
		perror(argv[1]);
		_exit(127);
	}
	close(slave);
	while ((n = read(master, text, sizeof text)) > 0)
		fwrite(text, 1, (size_t)n, stdout);
	if (child < 0 || waitpid(child, &status, 0) < 0)
		return 2;
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
