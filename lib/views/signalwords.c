#include "views/signals.h"
#include "base/utf8.h"

static const char *const hype[] = {
	"amazing astonishing astonished awesome blueprint breakthrough captivate charisma crush crushing currency",
	"destiny dominate effortless effortlessly elite empower epic explode explosive exponential extraordinary exude",
	"famous fearless fulfilling game-changing greatness guarantee guaranteed guru hack hacks hustle icon "
	"incredible",
	"inevitable insane irresistible legendary life-changing limitless magic magnetic masterclass mindblowing "
	"millionaire",
	"millionaires monetise monetize next-level ninja rockstar passive-income powerful prosperity radiate "
	"revolutionary rich",
	"secret secrets seven-figure skyrocket superpower superstar superstars supercharge synergy ultimate unbeatable",
	"unforgettable unleash unlock unstoppable universe visionaries visionary winners world-class fans thrive tribe",
	"abundance ambitious brave bold champions disrupt elevate flourish grind magical miracle proven transform",
	NULL};

static const struct {
	enum signals_class class;
	const char *words;
} table[] = {
	{WORD_WEAK, "absolutely always never everyone everything everybody forever nobody nothing anything anyone "
		    "success successful "
		    "mindset growth power influence vision passion passionate energy confidence brand dream dreams "
		    "leader leaders "
		    "performers opportunity opportunities freedom impact value attract inspire authentic authenticity "
		    "believe best "
		    "greatest perfect wonderful golden key win winning star shine potential deserve relentless "
		    "leverage visibility "
		    "attitude positive wealth income profit fortune reveal discover system formula trick mentors doors "
		    "movement "
		    "imagine bonus results invest prove proof raving absolute grateful contagious"},
	{WORD_VAGUE,
		"be become believe dream embrace own stay trust follow lead inspire shine master harness achieve stop "
		"forget "
		"invest surround leverage maximise maximize cultivate foster expand think step go know harmonise "
		"elevate reinvent "
		"amplify seize dare commit show own claim live feel act love enjoy build network care smile aim strive "
		"never always connect transform discover imagine unlock unleash dominate command stand let grow align "
		"optimise "
		"optimize engage nurture consider remember learn work take make get hold"},
	{WORD_ACT,
		"add agree announce answer apply arrange arrive ask attach attend bake block book borrow bring buy "
		"call carry check "
		"choose circle collect comment compare confirm cook copy count cross cut decide describe dial divide "
		"draft draw "
		"drink eat email explain export film fill find finish fix forward give greet hand hang host introduce "
		"invite join jot keep label lend limit list log look mail mark measure meet mention message move name "
		"note offer "
		"open order organise organize pay phone photograph pick pin plan play point post prepare print propose "
		"publish put "
		"quote rank read record reply repeat report reserve return review ring say schedule scan search send "
		"set share show "
		"sign sit sketch skip sleep sort spend split stand start state stick stop subscribe swap take talk "
		"teach tell test "
		"text thank tick time translate try turn type unsubscribe update use visit volunteer wait walk wash "
		"write leave "
		"learn set watch practise practice rehearse summarise summarize delete subtract wear run"},
	{WORD_THING, "address agenda album appointment attachment badge bag bench bike board book books bookmark boots "
		     "bottle bowl "
		     "box boxes bread breakfast bus cafe cake calendar call calls card cards chair chairs chart chat "
		     "class coat coffee "
		     "column columns desk dinner document documents door draft drawer email envelope euros exhibitors "
		     "fair figure file "
		     "files folder form fridge garden garage hallway hand hands house index inbox invoice issue issues "
		     "jar kitchen label "
		     "labels letter letters library lift line lines link list lists lunch mail mails manual map meal "
		     "meeting meetup "
		     "message messages minutes-of name names newsletter note notebook notes number numbers office "
		     "order page pages "
		     "paper papers paragraph park pen pencil phone photo photos picnic picture plan plate poster "
		     "postcard question "
		     "questions receipt recipe reception repository report result reviewer room row rows screen "
		     "sentence sentences "
		     "shelf shop sheet slide slides soup spreadsheet stamp stand sticker subject suitcase summary "
		     "survey table talk "
		     "template tea thank-you theatre ticket timer title train tram walk wall workshop word words "
		     "worksheet agenda "
		     "author authors acquaintance acquaintances alumni boss classmate classmates client clients "
		     "colleague colleagues "
		     "cousin cousins customer customers editor engineer friend friends graduate graduates host janitor "
		     "manager neighbour "
		     "neighbours neighbor organiser organizer participant peer peers referee recruiter recruiters "
		     "speaker speakers "
		     "spouse stranger strangers student students teacher user users volunteer volunteers teammate"},
	{WORD_TIME, "monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays "
		    "fridays saturdays "
		    "sundays january february march april june july august september october november december easter "
		    "christmas "
		    "minute minutes hour hours day days week weeks month months quarter year years weekly daily "
		    "monthly yearly "
		    "quarterly fortnight morning evening afternoon noon lunchtime midnight tonight tomorrow weekend "
		    "birthday "
		    "anniversary season before after within until"},
	{WORD_NUMBER, "one two three four five six seven eight nine ten eleven twelve thirteen fifteen twenty thirty "
		      "forty fifty "
		      "sixty ninety hundred half dozen once twice first second third every each"},
	{WORD_LEAD, "then and please also or to first next finally so instead just now but either again later there"},
};

static void add(struct signals_words *w, str word, enum signals_class class)
{
	unsigned char *have = map_get(&w->classes, word);
	if (!have) {
		have = arena_alloc(&w->arena, 1);
		map_put(&w->classes, arena_dup(&w->arena, word), have);
	}
	*have |= (unsigned char)class;
}

static void add_list(struct signals_words *w, str list, enum signals_class class)
{
	for (str word; str_cut(&list, ' ', &word);)
		add(w, word, class);
}

static bool one_word(str phrase)
{
	for (size_t i = 0; i < phrase.n; i++)
		if (!((phrase.p[i] >= 'a' && phrase.p[i] <= 'z') || phrase.p[i] == '-' || (phrase.p[i] & 0x80)))
			return false;
	return true;
}

static void add_own(struct signals_words *w, str phrase)
{
	str folded = utf8_bare(&w->arena, str_trim(phrase));
	if (folded.n && one_word(folded))
		add(w, folded, WORD_HYPE);
	else if (folded.n)
		strs_add(&w->arena, &w->phrases, arena_dup(&w->arena, folded));
}

void signals_words_read(struct signals_words *w, struct strs own)
{
	static const char *const phrases[] = {"10x", "level up", "net worth", "game has changed", "born to",
		"you deserve", "you will never", "your best self", "blow your mind", "to the moon", "7-figure",
		"8 figure", "money back", "seats left", "spots are limited", "act now", "in 30 days", "win at life",
		"to the next level", "changed everything", "change your life", "comfort zone", "outside the box",
		"win-win", "extra mile", "it is that simple", "is everything", "is king", "i'll dm you", "link in bio",
		"7 figures", "while you sleep", "limited-time"};
	for (size_t i = 0; i < sizeof table / sizeof *table; i++)
		add_list(w, str_of(table[i].words), table[i].class);
	for (size_t i = 0; hype[i]; i++)
		add_list(w, str_of(hype[i]), WORD_HYPE);
	for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++)
		strs_add(&w->arena, &w->phrases, str_of(phrases[i]));
	for (size_t i = 0; i < own.n; i++)
		add_own(w, own.v[i]);
}

const char *const *signals_shipped(void)
{
	return hype;
}

void signals_words_release(struct signals_words *w)
{
	map_release(&w->classes);
	arena_release(&w->arena);
	*w = (struct signals_words){.classes = {0}};
}
