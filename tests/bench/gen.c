/* gen NOTES FOLDER: a book of that many notes, always the same for the same number. Notes are about
 * 2 KB, most with a few entries and some with hundreds, their front matter in the styles people write. */
#include "base/date.h"
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define PICK(list) (list)[below(sizeof(list) / sizeof *(list))]
enum { NAME = 64, TODAY = 20781, MAX_ENTRIES = 400 };

static const char *const firsts[] = {"Ada", "Bruno", "Chiara", "Dora", "Emilia", "Farid", "Grace", "Hamid", "Ines",
	"Jonas", "Karim", "Lior", "Mateus", "Noor", "Odile", "Paulo", "Quinn", "Rosa", "Sami", "Tessa", "Ulla", "Vera",
	"Wanda", "Xenia", "Yusuf", "Zeynep", "Åsa", "Łukasz", "Özlem", "Željko"};
static const char *const syllables[] = {"ber", "gal", "ker", "lund", "mar", "ni", "o", "pet", "qua", "ro", "sen", "ta",
	"ul", "var", "wil", "ya", "zo", "ben", "cal", "dorf", "el", "fin", "grim", "holt", "is", "jan", "kov", "lin",
	"mo", "nor"};
static const char *const cities[] = {"Berlin", "Lisbon", "Porto", "Malmö", "Kraków", "Lyon", "Dublin", "Ghent", "Turin",
	"Oslo", "Bergen", "Leeds", "Graz", "Basel", "Tartu", "Riga", "Bilbao", "Vienna", "Aarhus", "Utrecht"};
static const char *const tags[] = {"recruiter", "friend", "speaker", "mentor", "alumni", "work", "work/acme", "family",
	"climbing", "chess", "maps", "compilers", "research", "choir", "neighbour", "robotics", "press", "berlin",
	"music", "design", "data", "teacher", "founder", "volunteer", "meetup", "running", "bread", "law", "health",
	"radio"};
static const char *const kinds[] = {
	"call", "mail>", "mail<", "coffee", "lunch", "chat", "note", "gave", "got", "letter"};
static const char *const cadences[] = {"2w", "6w", "3m", "6m", "yearly", "quarterly", "auto", "90"};
static const char *const words[] = {"the", "a", "talk", "about", "bread", "and", "slow", "networks", "asked", "for",
	"an", "introduction", "to", "her", "team", "next", "spring", "they", "moved", "house", "again", "with", "two",
	"dogs", "paper", "draft", "was", "better", "than", "expected", "we", "agreed", "on", "a", "date", "that",
	"suits", "everybody", "budget", "is", "open", "until", "March", "he", "plays", "in", "small", "orchestra"};

static uint64_t state;

static uint64_t below(uint64_t n)
{
	uint64_t z = state += 0x9e3779b97f4a7c15;

	z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9;
	z = (z ^ z >> 27) * 0x94d049bb133111eb;
	return (z ^ z >> 31) % n;
}

static const char *name_of(size_t person, char out[NAME])
{
	size_t count = sizeof firsts / sizeof *firsts, base = sizeof syllables / sizeof *syllables;
	size_t rest = person / count;
	int n = snprintf(out, NAME, "%s ", firsts[person % count]);

	out[n] = (char)('A' + person % 26);
	out[n + 1] = 0;
	for (int i = 0; i < 3; i++, rest /= base)
		strcat(out, syllables[rest % base]);
	return out;
}

static void text(FILE *f, uint64_t count)
{
	while (count--)
		fprintf(f, "%s%s", PICK(words), count ? " " : "");
}

static void front_tags(FILE *f)
{
	const char *a = PICK(tags), *b = PICK(tags);

	switch (below(5)) {
	case 0:
		fprintf(f, "tags:\n  - %s\n  - %s\n", a, b);
		break;
	case 1:
		fprintf(f, "tags: %s, %s\n", a, b);
		break;
	case 2:
		fprintf(f, "tags: ['%s', \"%s\"]   # by hand\n", a, b);
		break;
	default:
		fprintf(f, "tags: [%s, %s]\n", a, b);
	}
}

static void front_contact(FILE *f, size_t person)
{
	const char *city = PICK(cities);

	switch (below(4)) {
	case 0:
		fprintf(f, "email:\n  work: p%zu@example.com\n  home: [p%zu@example.org]\n", person, person);
		fprintf(f, "address:\n  street: 12 Long Row\n  city: %s\n  country: Somewhere\n", city);
		break;
	case 1:
		fprintf(f, "email: [p%zu@example.net, \"%zu@example.com\"]\ncity: \"%s\"\n", person, person, city);
		break;
	default:
		fprintf(f, "email: p%zu@example.org\nphone: \"+49 30 %07zu\"\ncity: %s\n", person, person, city);
	}
}

static void front(FILE *f, size_t person, size_t people, size_t orgs)
{
	char name[NAME], day[DATE_TEXT];

	fprintf(f, below(4) ? "---\nname: %s\n" : "---\nname: \"%s\"\n", name_of(person, name));
	if (!below(3))
		fprintf(f, "aliases: [p%zu]\n", person);
	front_contact(f, person);
	if (below(2))
		fprintf(f, "org: \"[[Org %" PRIu64 "]]\"\ntitle: Keeper of maps\n", below(orgs));
	if (!below(3))
		fprintf(f, "birthday: %s\n", date_text(TODAY - 7000 - (date)below(16000), day));
	front_tags(f);
	fprintf(f, "met: %s\n", date_text(TODAY - 900 - (date)below(1500), day));
	if (!below(4))
		fprintf(f, "cadence: %s\n", PICK(cadences));
	if (!below(4))
		fprintf(f, "knows: \"[[%s]]\"\n", name_of(below(people), name));
	if (!below(8))
		fprintf(f, "# to be asked again\nnext: %s\n", date_text(TODAY - 30 + (date)below(400), day));
	if (!below(20))
		fprintf(f, "how: >\n  by chance, on a train,\n  both with the wrong ticket\n");
	fprintf(f, "---\n\n# %s\n\n", name_of(person, name));
}

/* one of them in two, two in four ... some hundreds */
static uint64_t entry_count(void)
{
	uint64_t n = 4000 / (below(4000) + 10);

	return n < MAX_ENTRIES ? n : MAX_ENTRIES;
}

static void entries(FILE *f, size_t people)
{
	uint64_t count = entry_count();
	char name[NAME], day[DATE_TEXT];
	date when = TODAY - (date)below(200);

	fputs("## Log\n\n", f);
	if (!below(6))
		fprintf(f, "- [ ] %s owe: intro to [[%s]]\n", date_text(TODAY + (date)below(60), day),
			name_of(below(people), name));
	while (count--) {
		fprintf(f, "- %s %s: ", date_text(when, day), PICK(kinds));
		text(f, 6 + below(14));
		if (!below(8))
			fprintf(f, ", and [[%s]] was there", name_of(below(people), name));
		fputc('\n', f);
		when -= 1 + (date)below(40);
	}
}

static FILE *create(const char *folder, const char *kind, const char *name)
{
	char path[512];
	FILE *f;

	snprintf(path, sizeof path, "%s/%s/%s.md", folder, kind, name);
	f = fopen(path, "w");
	if (!f) {
		perror(path);
		exit(2);
	}
	return f;
}

static void person(const char *folder, size_t i, size_t people, size_t orgs)
{
	char name[NAME];
	FILE *f;

	name_of(i, name);
	for (char *p = name; *p; p++)
		if (*p == ' ')
			*p = '-';
	f = create(folder, "people", name);
	front(f, i, people, orgs);
	for (uint64_t n = 2 + below(3); n; n--) {
		text(f, 60 + below(60));
		fputs(".\n\n", f);
	}
	entries(f, people);
	fclose(f);
}

static void journal(const char *folder, size_t i, size_t people)
{
	char name[NAME], day[DATE_TEXT], file[48];
	date when = TODAY - (date)(i % 2000);
	FILE *f;

	snprintf(file, sizeof file, "%s-%zu", date_text(when, day), i);
	f = create(folder, "journal", file);
	for (uint64_t n = 3 + below(8); n; n--) {
		fprintf(f, "- %s: with [[%s]], ", PICK(kinds), name_of(below(people), name));
		text(f, 20 + below(20));
		fputc('\n', f);
	}
	fclose(f);
}

static void other(const char *folder, const char *kind, size_t i, size_t people)
{
	char name[NAME], file[48];
	FILE *f;

	snprintf(file, sizeof file, "%s-%zu", kind, i);
	f = create(folder, kind, file);
	fprintf(f, "---\nname: %s %zu\n", strcmp(kind, "orgs") == 0 ? "Org" : "Group", i);
	if (strcmp(kind, "groups") == 0)
		fprintf(f, "members: [\"[[%s]]\"]\n", name_of(below(people), name));
	fputs("---\n\n", f);
	text(f, 200);
	fputs(".\n", f);
	fclose(f);
}

int main(int argc, char **argv)
{
	static const char *const folders[] = {"", "/people", "/orgs", "/groups", "/journal"};
	size_t notes = argc == 3 ? strtoul(argv[1], NULL, 10) : 0;
	size_t journals = notes / 50, orgs = notes / 50, groups = notes / 200,
	       people = notes - journals - orgs - groups;
	char path[512];

	if (notes < 200) {
		fputs("usage: gen NOTES FOLDER (200 or more)\n", stderr);
		return 2;
	}
	for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
		snprintf(path, sizeof path, "%s%s", argv[2], folders[i]);
		if (mkdir(path, 0777) < 0 && errno != EEXIST) {
			perror(path);
			return 2;
		}
	}
	for (size_t i = 0; i < people; i++)
		person(argv[2], i, people, orgs);
	for (size_t i = 0; i < journals; i++)
		journal(argv[2], i, people);
	for (size_t i = 0; i < orgs; i++)
		other(argv[2], "orgs", i, people);
	for (size_t i = 0; i < groups; i++)
		other(argv[2], "groups", i, people);
	FILE *f = create(argv[2], "", "book");
	fputs("---\nkind: book\ncadence: {recruiter: 3m, mentor: 6w}\n---\n", f);
	return fclose(f) != 0;
}
