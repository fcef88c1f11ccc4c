#include "sys/folder.h"
#include "base/sorted.h"
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Steps down one folder. Below a folder that was opened no symbolic link leads out of it. */
static int step_down(int dir, str folder, int nofollow, bool make)
{
	int flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | nofollow, below;
	char name[256];

	if (folder.n >= sizeof name) {
		errno = ENAMETOOLONG;
		return -1;
	}
	memcpy(name, folder.p, folder.n);
	name[folder.n] = '\0';
	below = openat(dir, name, flags);
	if (below < 0 && errno == ENOENT && make && (mkdirat(dir, name, 0777) == 0 || errno == EEXIST))
		below = openat(dir, name, flags);
	return below;
}

int folder_open(int dirfd, const char *name, bool make, const char **base)
{
	int nofollow = dirfd == AT_FDCWD || name[0] == '/' ? 0 : O_NOFOLLOW;
	int dir = openat(dirfd, name[0] == '/' ? "/" : ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC), below;
	str rest = str_of(name), folder;

	while (dir >= 0 && str_chr(rest, '/') != STR_NONE && str_cut(&rest, '/', &folder)) {
		if (folder.n == 0)
			continue;
		below = step_down(dir, folder, nofollow, make);
		folder_close(dir);
		dir = below;
	}
	*base = rest.p;
	if (dir >= 0 && rest.n == 0) {
		close(dir);
		errno = EISDIR;
		return -1;
	}
	return dir;
}

bool folder_list(int dirfd, const char *name, struct arena *a, struct strs *names)
{
	int fd = openat(dirfd, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	DIR *d = fd < 0 ? NULL : fdopendir(fd);
	struct dirent *e;
	if (!d) {
		if (fd >= 0)
			folder_close(fd);
		return errno == ENOENT;
	}
	for (errno = 0; (e = readdir(d)); errno = 0)
		strs_add(a, names, arena_dup(a, str_of(e->d_name)));
	bool good = errno == 0;
	closedir(d);
	sorted_sort(names->v, names->n, sizeof *names->v, sorted_str);
	return good;
}

void folder_close(int fd)
{
	int saved = errno;

	close(fd);
	errno = saved;
}
