/* plain [-v] FOLDER: how many of its notes are read by the short ways alone, without libyaml and without libcmark; -v
 * names the others. */
#include "sys/file.h"
#include "text/edit.h"
#include "text/plainbody.h"
#include "text/plainfront.h"
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <string.h>

static size_t notes, fronts, bodies, both;
static bool told;

static bool plain_front(struct arena *a, const struct fences *p)
{
	struct front front = {.yaml = p->yaml};

	return p->yaml.n == 0 || plainfront_parse(a, p->yaml_line, &front);
}

static bool plain_body(struct arena *a, const struct fences *p)
{
	struct body body = {.bytes = p->body};

	return plainbody_parse(a, &body);
}

static int visit(const char *path, const struct stat *st, int type, struct FTW *place)
{
	static struct arena a;
	static struct buf note;

	(void)st;
	(void)place;
	if (type != FTW_F || !str_ends(str_of(path), S(".md")) || !file_read(AT_FDCWD, path, false, &note))
		return 0;
	struct fences p = fences_of(buf_str(&note));
	bool front = plain_front(&a, &p), body = plain_body(&a, &p);
	notes++;
	fronts += front;
	bodies += body;
	both += front && body;
	if (told && !(front && body))
		printf("%s:%s%s\n", path, front ? "" : " front matter", body ? "" : " body");
	arena_reset(&a);
	return 0;
}

int main(int argc, char **argv)
{
	told = argc == 3 && strcmp(argv[1], "-v") == 0;
	if (argc != 2 + told) {
		fputs("usage: plain [-v] FOLDER\n", stderr);
		return 2;
	}
	if (nftw(argv[1 + told], visit, 16, FTW_PHYS) < 0 || !notes) {
		fprintf(stderr, "plain: no notes in %s\n", argv[1 + told]);
		return 2;
	}
	double all = (double)notes / 100;
	printf("%zu notes: %.1f %% without libyaml, %.1f %% without libcmark, %.1f %% without both\n", notes,
		(double)fronts / all, (double)bodies / all, (double)both / all);
	return 0;
}
