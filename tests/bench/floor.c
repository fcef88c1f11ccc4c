/* floor read|stat FOLDER: what the system itself takes to read every note, or to ask its date. */
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char text[1 << 20];
static size_t notes, bytes;
static int reading;

static int is_note(const char *name)
{
	size_t n = strlen(name);

	return n > 3 && strcmp(name + n - 3, ".md") == 0;
}

static void note(int folder, const char *name)
{
	struct stat st;
	ssize_t n;
	int fd;

	notes++;
	if (!reading) {
		if (fstatat(folder, name, &st, 0) == 0)
			bytes += (size_t)st.st_size;
		return;
	}
	fd = openat(folder, name, O_RDONLY | O_NOFOLLOW);
	while (fd >= 0 && (n = read(fd, text, sizeof text)) > 0)
		bytes += (size_t)n;
	if (fd >= 0)
		close(fd);
}

static void walk(int fd)
{
	DIR *folder = fd < 0 ? NULL : fdopendir(fd);
	struct dirent *entry;

	while (folder && (entry = readdir(folder)))
		if (is_note(entry->d_name))
			note(fd, entry->d_name);
		else if (entry->d_name[0] != '.')
			walk(openat(fd, entry->d_name, O_RDONLY | O_DIRECTORY));
	if (folder)
		closedir(folder);
}

int main(int argc, char **argv)
{
	if (argc != 3) {
		fputs("usage: floor read|stat FOLDER\n", stderr);
		return 2;
	}
	reading = strcmp(argv[1], "read") == 0;
	walk(open(argv[2], O_RDONLY | O_DIRECTORY));
	printf("%zu notes, %zu bytes\n", notes, bytes);
	return notes == 0;
}
