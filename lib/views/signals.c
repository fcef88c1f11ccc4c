#include "views/signals.h"
#include "base/utf8.h"

#define WORD_MOST  40  /* longer ones mean nothing here */
#define QUOTE_MOST 400 /* a template in quotes */
#define MOST_OF    5   /* of a part */
#define STEP_MOST  300 /* bytes of a step that is kept */
#define USUAL      20  /* words for each of those that are hype only in numbers */

struct sentence {
	const char *from;
	int words, acts, vague, told, numbers, times, things, names, quotes, hype, weak;
	bool start;  /* a command may begin here */
	bool led;    /* the clause began with if, when, before: what follows its comma is a command again */
	bool first;  /* the next word is the sentence's first */
	bool person; /* the word before was I, she, a name: what follows is told */
	bool timed;  /* the word before was of time: "on the first Friday copy the numbers" */
};

static bool letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) || str_digit(c);
}

/* Typographic quotes and dashes as ASCII has them, so that one set of rules does. */
static str plain(struct arena *a, str text)
{
	char *p = arena_alloc(a, text.n + 1);
	size_t n = 0;
	for (size_t i = 0; i < text.n; i++) {
		unsigned char third = i + 2 < text.n ? (unsigned char)text.p[i + 2] : 0;
		bool mark = text.p[i] == '\xe2' && i + 2 < text.n && text.p[i + 1] == '\x80';
		if (mark && third >= 0x93 && third <= 0x9f) {
			p[n++] = third < 0x96 ? ',' : third < 0x9c ? '\'' : '"';
			i += 2;
		} else {
			p[n++] = text.p[i];
		}
	}
	return (str){p, n};
}

static unsigned class_of(const struct signals *s, str lower)
{
	const unsigned char *class = map_get(&s->words->classes, lower);
	return class ? *class : 0;
}

/* asks, asked, writes: the verb without its ending. */
static bool told_act(const struct signals *s, str lower)
{
	static const str past[] = {S_INIT("wrote"), S_INIT("sent"), S_INIT("gave"), S_INIT("told"), S_INIT("put"),
		S_INIT("made"), S_INIT("took"), S_INIT("began"), S_INIT("said"), S_INIT("brought"), S_INIT("kept")};
	for (size_t i = 0; i < sizeof past / sizeof *past; i++)
		if (str_eq(lower, past[i]))
			return true;
	for (size_t cut = 0; cut <= 2 && lower.n > cut + 2; cut++) {
		str stem = str_head(lower, lower.n - cut);
		bool ending = cut == 0 || (cut == 1 && (lower.p[lower.n - 1] == 's' || lower.p[lower.n - 1] == 'd')) ||
			      (cut == 2 && (str_ends(lower, S("ed")) || str_ends(lower, S("es"))));
		if (ending && class_of(s, stem) & WORD_ACT)
			return true;
	}
	return false;
}

static bool among(str word, const char *list)
{
	for (str rest = str_of(list), one; str_cut(&rest, ' ', &one);)
		if (str_eq(word, one))
			return true;
	return false;
}

static void count_command(struct sentence *t, unsigned class)
{
	if (class & WORD_ACT)
		t->acts++;
	else if (class & WORD_VAGUE)
		t->vague++;
}

static void read_word(struct signals *s, struct sentence *t, str word)
{
	char lower[WORD_MOST];
	if (word.n > WORD_MOST)
		return;
	for (size_t i = 0; i < word.n; i++)
		lower[i] = word.p[i] >= 'A' && word.p[i] <= 'Z' ? (char)(word.p[i] | 32) : word.p[i];
	str low = {lower, word.n};
	unsigned class = class_of(s, low);
	bool digits = str_digit(word.p[0]), capital = word.p[0] >= 'A' && word.p[0] <= 'Z';
	bool person = among(low, "i we she he they");
	t->words++;
	if (among(low, "goal goals outline"))
		s->goal |= t->first;
	if (t->start || (t->led && t->timed && class & WORD_ACT))
		count_command(t, class);
	if (!t->start && t->person && told_act(s, low))
		t->told++;
	t->led |= t->start &&
		  among(low, "if when before after at for to once whenever every in on as with until during of");
	t->numbers += digits || (class & WORD_NUMBER);
	t->times += (class & WORD_TIME) != 0;
	t->things += (class & WORD_THING) && !(t->start && class & WORD_ACT);
	t->names += capital && !t->first && !person && word.n > 2 && !(class & (WORD_TIME | WORD_HYPE | WORD_WEAK));
	if (class & WORD_HYPE) {
		t->hype++;
		strs_add(s->arena, &s->hypes, arena_dup(s->arena, low));
	}
	t->weak += (class & WORD_WEAK) != 0;
	bool goes_on = (t->acts || t->vague || t->led) && among(low, "and then or");
	t->start = (t->start || goes_on) && (class & WORD_LEAD) != 0;
	t->timed = (class & WORD_TIME) != 0;
	t->person = person || among(low, "who") || (t->person && among(low, "always then never often once also now")) ||
		    (capital && !t->first && !class);
	t->first = false;
}

static int least(int x, int y)
{
	return x < y ? x : y;
}

/* A heading names what there is to do, it is no step. */
static void end_sentence(struct signals *s, struct sentence *t, const char *end, bool item)
{
	int anchors =
		least(t->numbers, 2) + least(t->times, 2) + least(t->things, 2) + least(t->names, 1) + 2 * t->quotes;
	bool sold = t->hype || t->weak > 1 || s->heading;
	bool told = t->told && (t->numbers || t->times || t->quotes) && anchors > 2;
	bool any_language = item && t->words > 3 && !t->vague && (t->numbers || t->quotes);
	int points = t->acts && anchors ? 1 + (anchors > 1) : told ? 1 + (t->told > 1) : any_language;
	points = sold ? 0 : points;
	if (t->words) {
		s->words_read += t->words;
		s->anchors += anchors;
		s->points += points;
		s->hype += t->hype;
		s->weak += t->weak;
		s->vague += t->vague && !points && anchors < 2 ? least(t->vague, 2) : 0;
		s->items += item && points;
		str text = str_trim(str_between(t->from, end));
		if (t->acts && points && s->steps.n < SIGNALS_STEPS && text.n <= STEP_MOST)
			strs_add(s->arena, &s->steps, text);
	}
	*t = (struct sentence){.from = end, .start = true, .first = true};
}

static bool ends_sentence(str text, size_t i)
{
	char next = i + 1 < text.n ? text.p[i + 1] : ' ';
	bool number = text.p[i] == '.' && i > 0 && str_digit(text.p[i - 1]) && (i < 2 || !letter(text.p[i - 2]));
	return !number &&
	       (str_blank(next) || str_eol(next) || next == '"' || next == '\'' || next == ')' || next == '!');
}

/* Words in quotes are what to say: a template if they are three or more, and no judgement of the writer's. */
static size_t skip_quote(struct sentence *t, str text, size_t i)
{
	str rest = str_head(str_skip(text, i + 1), QUOTE_MOST);
	size_t end = str_chr(rest, '"'), blanks = 0;
	if (end == STR_NONE)
		return i;
	for (size_t k = 0; k < end; k++)
		blanks += rest.p[k] == ' ';
	t->quotes += blanks >= 2;
	t->words += (int)blanks + 1;
	t->start = false;
	return i + end + 1;
}

static void read_mark(struct signals *s, struct sentence *t, str text, size_t i, bool item)
{
	char c = text.p[i];
	s->shouts += c == '!';
	if ((c == '.' || c == '!' || c == '?') && ends_sentence(text, i)) {
		if (t->acts && c == '?' && !t->quotes)
			t->acts = 0;
		end_sentence(s, t, text.p + i + 1, item);
	} else if (c == ':' || c == ';') {
		t->start = true;
	} else if (c == ',') {
		t->start = t->led || t->acts || t->vague;
		t->person = false;
	}
}

static void read_phrases(struct signals *s, str text)
{
	str bare = utf8_bare(s->arena, text);
	for (size_t i = 0; i < s->words->phrases.n; i++) {
		str phrase = s->words->phrases.v[i];
		size_t at = str_find(bare, phrase);
		size_t end = at + phrase.n;
		if (at == STR_NONE || (at && letter(bare.p[at - 1])) || (end < bare.n && letter(bare.p[end])))
			continue;
		s->hype += 2;
		strs_add(s->arena, &s->hypes, phrase);
	}
}

static size_t word_end(str text, size_t i)
{
	size_t k = i;
	while (k < text.n && (letter(text.p[k]) || ((text.p[k] == '\'' || text.p[k] == '-') && k + 1 < text.n &&
							   letter(text.p[k + 1]))))
		k++;
	return k;
}

void signals_text(struct signals *s, str text, const struct body_block *block)
{
	bool item = block && block->kind == BLOCK_ITEM;
	s->heading = block && block->kind == BLOCK_HEADING;
	text = plain(s->arena, str_head(text, SIGNALS_MOST));
	struct sentence t = {.from = text.p, .start = true, .first = true};
	if (item && text.n > 3 && text.p[0] == '[' && text.p[2] == ']') {
		s->boxes++;
		text = str_skip(text, 3);
		t.from = text.p;
	}
	s->numbered += item && block->ordered;
	read_phrases(s, text);
	for (size_t i = 0; i < text.n; i++) {
		if (letter(text.p[i])) {
			size_t end = word_end(text, i);
			read_word(s, &t, str_head(str_skip(text, i), end - i));
			i = end - 1;
		} else if (text.p[i] == '"') {
			i = skip_quote(&t, text, i);
		} else {
			read_mark(s, &t, text, i, item);
		}
	}
	end_sentence(s, &t, text.p + text.n, item);
}

int signals_specific(const struct signals *s)
{
	return least(s->points, MOST_OF);
}

int signals_outline(const struct signals *s)
{
	return s->points && (s->items > 1 || s->boxes > 1 || (s->goal && s->anchors > 1));
}

/* Who tells a story says always and nobody now and then. */
int signals_hype(const struct signals *s)
{
	int usual = s->words_read / USUAL, weak = s->weak > usual ? s->weak - usual : 0;
	return least((2 * s->hype + weak + s->shouts) / 2, MOST_OF);
}

int signals_vague(const struct signals *s)
{
	return least(s->vague, MOST_OF);
}
