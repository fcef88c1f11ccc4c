/* on-tty [-i] CMD...: runs CMD with a terminal as its output, and copies what it writes to standard output.
 * -i: it is the input too, where nothing is typed but the end of it, and /dev/tty. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
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

static void become(int slave, int input)
{
	if (input) {
		setsid();
		ioctl(slave, TIOCSCTTY, 0);
		dup2(slave, 0);
	}
	dup2(slave, 1);
	dup2(slave, 2);
	close(slave);
}

int main(int argc, char **argv)
{
	char text[4096];
	int master, status, slave = open_terminal(&master), input = argc > 1 && strcmp(argv[1], "-i") == 0;
	ssize_t n;

	argv += 1 + input;
	if (argc < 2 + input || slave < 0) {
		fputs("usage: on-tty [-i] CMD...\n", stderr);
		return 2;
	}
	if (input && write(master, "\004", 1) != 1)
		return 2;
	pid_t child = fork();
	if (child == 0) {
		close(master);
		become(slave, input);
		execvp(argv[0], argv);
		perror(argv[0]);
		_exit(127);
	}
	close(slave);
	while ((n = read(master, text, sizeof text)) > 0)
		fwrite(text, 1, (size_t)n, stdout);
	if (child < 0 || waitpid(child, &status, 0) < 0)
		return 2;
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
