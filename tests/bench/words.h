/* words: what gen writes notes from: names, words, and numbers that are the same each time. */
#ifndef WORDS_H
#define WORDS_H

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#define PICK(list) (list)[below(sizeof(list) / sizeof *(list))]
enum { NAME = 64 };

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

static const char *const fancy[] = {"she\u2019s", "\u2013 well \u2013", "\u201cso\u201d", "\U0001F600", "caf\u00e9",
	"*really*", "`nt`", "#idea", "it\u2019s", "\u2026", "[a map](https://example.org/a_b)", "\u00abno\u00bb"};

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

/* The same with what editors make of quotes and dashes. */
static void prose(FILE *f, uint64_t count)
{
	for (; count > 8; count -= 8) {
		text(f, 7);
		fprintf(f, " %s ", PICK(fancy));
	}
	text(f, count);
}

#endif
