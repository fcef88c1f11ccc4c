/* card-round: reads each FILE of cards, writes each as a card of both versions, reads that: what is not the same is
 * printed, and the status 1. -3, -4, -j: prints the
 * cards instead. */
#include "../round.h"
#include "sys/file.h"
#include <fcntl.h>
#include <stdio.h>

static bool trip(const char *file, const struct contact *c, int version)
{
	struct buf card = {0};
	struct round back = round_trip(c, version, &card);
	const struct value *v = back.n == 1 ? round_differs(c, &back.v[0], !version) : c->front;

	if (v)
		printf("%s: '" FMT "', version %d, %zu read again: '" FMT "' differs\n" FMT "\n" FMT "\n" FMT "\n",
			file, ARG(contact_text(c, S("name"))), version, back.n, ARG(v->key), ARG(contact_bytes(c)),
			ARG(buf_str(&card)), ARG(back.n ? contact_bytes(&back.v[0]) : S("nobody")));
	buf_release(&card);
	return !v;
}

static void put(const struct contact *c, int version)
{
	struct buf card = {0};

	if (version == 'j')
		jcard_put(&card, c);
	else
		vcard_put(&card, c, version - '0');
	if (version == 'j')
		buf_putc(&card, '\n');
	fwrite(card.p, 1, card.n, stdout);
	buf_release(&card);
}

int main(int argc, char **argv)
{
	struct arena a = {0};
	bool good = true;
	int version = 0;

	diag_quiet = true;
	for (int i = 1; i < argc; i++) {
		struct buf bytes = {0};
		if (argv[i][0] == '-' && argv[i][1]) {
			version = argv[i][1];
			continue;
		}
		if (!file_read(AT_FDCWD, argv[i], false, &bytes))
			return 2;
		struct round r = round_read(&a, "vcard", buf_str(&bytes));
		for (size_t n = 0; n < r.n; n++)
			if (version)
				put(&r.v[n], version);
			else
				good = trip(argv[i], &r.v[n], 3) && trip(argv[i], &r.v[n], 4) &&
				       trip(argv[i], &r.v[n], 0) && good;
		buf_release(&bytes);
		arena_reset(&a);
	}
	arena_release(&a);
	return good ? 0 : 1;
}
