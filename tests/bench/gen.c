/* gen NOTES FOLDER: a book of that many notes, always the same for the same number. Notes are about
 * 2 KB, most with a few entries and some with hundreds, their front matter in the styles people write. Half of those
 * about people are as Obsidian and its plugins write them; one in thirty has what no short way reads. */
#include "words.h"
#include "base/date.h"
#include "base/utf8.h"
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { TODAY = 20781, MAX_ENTRIES = 400 };

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

/* As a plugin for vCards writes them. */
static void card_front(FILE *f, size_t person)
{
	fprintf(f, "\"EMAIL[HOME]\": p%zu@example.org\nEMAIL[WORK]: p%zu@example.com\n", person, person);
	fprintf(f, "\"TEL[CELL]\": \"+4930%07zu\"\nSOCIALPROFILE[Mastodon]: https://example.social/@p%zu\n", person,
		person);
	fprintf(f, "\"ADR[HOME].STREET\": 12 Long Row\n\"ADR[HOME].LOCALITY\": %s\n", PICK(cities));
	fprintf(f, "CATEGORIES: %s, %s\nVERSION: \"4.0\"\n", PICK(tags), PICK(tags));
	fprintf(f, "UID: urn:uuid:00000000-0000-4000-8000-%012zu\n", person);
}

static void vault_links(FILE *f, size_t people, uint64_t orgs)
{
	char name[NAME];

	fprintf(f, below(2) ? "org: [[Org %" PRIu64 "]]\n" : "org: '[[Org %" PRIu64 "]]'\n", orgs);
	if (!below(2)) {
		fprintf(f, "relations:\n  - colleague: \"[[%s]]\"\n", name_of(below(people), name));
		fprintf(f, "  - friend: [[%s|old friend]]\n", name_of(below(people), name));
	}
	if (!below(3))
		fprintf(f,
			"jobs:\n- org: Org %" PRIu64 "\n  since: 2019\n  title: Keeper\n- org: Guild\n  since: 2014\n",
			orgs);
}

static void vault_texts(FILE *f)
{
	if (!below(2))
		fprintf(f, "url:\nskills:\n  - \nfirst met: %s \u2013 by the sea\n", PICK(cities));
	if (!below(3))
		fputs("quote: \"She said \\\"caf\\u00e9\\\" and\\tleft.\"\nmood: \U0001F600 it\u2019s spring\n", f);
	if (!below(4)) {
		fputs("summary: ", f);
		prose(f, 60 + below(60));
		fputc('\n', f);
	}
	if (!below(6))
		fputs("bio: >-\n  keeps maps,\n  and two dogs\n", f);
	if (!below(60))
		fputs("directions:\n  Long Row 12\n  third floor\n", f);
}

static void vault_front(FILE *f, size_t person, size_t people, size_t orgs)
{
	char name[NAME], day[DATE_TEXT];

	fprintf(f, "---\nname: %s\naliases:\n  - p%zu\n", name_of(person, name), person);
	fprintf(f, "tags:\n  - %s\n  - %s\n", PICK(tags), PICK(tags));
	if (!below(3))
		card_front(f, person);
	else
		front_contact(f, person);
	vault_links(f, people, below(orgs));
	vault_texts(f);
	fprintf(f, "met: %s\n", date_text(TODAY - 900 - (date)below(1500), day));
	if (!below(4))
		fprintf(f, "cadence: %s\n", PICK(cadences));
	fputs("---\n\n", f);
	fprintf(f, below(4) ? "# %s\n\n" : "%s\n=======\n\n", name_of(person, name));
}

static void callout(FILE *f)
{
	static const char *const marks[] = {"[!note] ", "[!quote]- ", "[!tip]+ ", ""};

	fprintf(f, "> %s", PICK(marks));
	prose(f, 8 + below(20));
	fputs("\n>\n> - one thing\n> - ", f);
	text(f, 8);
	fputs("\n\n", f);
}

static void vault_lists(FILE *f)
{
	for (uint64_t n = 1; n <= 3; n++) {
		fprintf(f, "%" PRIu64 ". ", n);
		text(f, 6);
		fputc('\n', f);
	}
	fputs("\n- plans\n\t- spring\n\t\t- ", f);
	text(f, 8);
	fputs("\n\t- [ ] autumn\n\n", f);
}

static void vault_body(FILE *f)
{
	if (!below(2))
		callout(f);
	prose(f, 60 + below(100));
	fputs(".\n\n", f);
	if (!below(3))
		vault_lists(f);
	if (!below(5))
		fputs("```dataview\nlist from #person\n- not an item\n\nsort met\n```\n\n", f);
	if (!below(4))
		fputs("<!-- ask\n\n- 2020-01-01 call: not an entry\n-->\n\n", f);
	if (!below(5))
		fputs("Places\n------\n\n| where | when |\n| --- | --- |\n| sea | spring |\n\n***\n\n", f);
	prose(f, 40 + below(60));
	fputs(" <br>\n\n", f);
	if (!below(60))
		fputs("<details>\n<summary>more</summary>\n</details>\n\n", f);
	if (!below(60))
		fputs("- > a quote in an item\n\n", f);
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
		fputs(below(12) ? "\n" : "\n\t- and what came of it\n", f);
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

	bool vault = below(2);
	struct arena a = {0};
	name_of(i, name);
	f = create(folder, "people", vault ? name : arena_cstr(&a, utf8_slug(&a, str_of(name))));
	arena_release(&a);
	if (vault) {
		vault_front(f, i, people, orgs);
		vault_body(f);
	} else {
		front(f, i, people, orgs);
		for (uint64_t n = 2 + below(3); n; n--) {
			text(f, 60 + below(60));
			fputs(".\n\n", f);
		}
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
