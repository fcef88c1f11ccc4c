#include "views/drafts.h"

#include <stddef.h>

/* What stands in brackets is for the writer to say: a template knows no story. */
const struct drafts_shipped drafts_shipped[] = {
	{"check-in", "---\n"
		     "subject: \"[what you last spoke about]: how did it go?\"\n"
		     "---\n"
		     "Hi {{given}},\n\n"
		     "[what you last spoke about, in their words: how did it go?]\n\n"
		     "[one line of news of yours, with a name or a number in it]\n\n"
		     "Two lines back are plenty.\n\n"
		     "{{me.given|[your name]}}\n"},
	{"thanks", "---\n"
		   "subject: \"[what they did]: thank you\"\n"
		   "---\n"
		   "Hi {{given}},\n\n"
		   "thank you for [what you did, exactly]. [What came of it: what I did with it, what it changed.]\n\n"
		   "[One thing you can do for them now; leave the line out if there is none.]\n\n"
		   "{{me.given|[your name]}}\n"},
	{"ask", "---\n"
		"subject: \"[the one thing], by [a day]?\"\n"
		"---\n"
		"Hi {{given}},\n\n"
		"I am [what you are doing, in one line]. I ask you because [what they did or said about it].\n\n"
		"Could you [one thing that takes them ten minutes at most] by [a day]? No is a fine answer, too.\n\n"
		"{{me.given|[your name]}}\n"},
	{"congratulate", "---\n"
			 "subject: \"[what happened]!\"\n"
			 "---\n"
			 "Hi {{given}},\n\n"
			 "[what happened, by its name]: congratulations. I remember [when you saw it coming, or what "
			 "it took].\n\n"
			 "[One question about what comes next.]\n\n"
			 "{{me.given|[your name]}}\n"},
	{"intro", "---\n"
		  "subject: \"May I introduce {{b.name}} to you?\"\n"
		  "to: a\n"
		  "---\n"
		  "Hi {{a.given}},\n\n"
		  "{{b.name}} [who they are, in one line] would like to talk to you about [what, and for how long].\n\n"
		  "I thought of you because [what you know or have]. In it for you: [one thing].\n\n"
		  "May I put the two of you in touch? If you would rather not, it stays with me.\n\n"
		  "{{me.given|[your name]}}\n"},
	{"intro-2", "---\n"
		    "subject: \"May I introduce you to {{a.name}}?\"\n"
		    "to: b\n"
		    "---\n"
		    "Hi {{b.given}},\n\n"
		    "you are after [what]. {{a.name}} [who they are, in one line] could [help how].\n\n"
		    "I have asked, without giving your address. If {{a.given}} says yes: may I put the two of you in "
		    "touch?\n\n"
		    "{{me.given|[your name]}}\n"},
	{"intro-made", "---\n"
		       "subject: \"{{a.given}}, {{b.given}}\"\n"
		       "to: a, b\n"
		       "---\n"
		       "Hi {{a.given}}, hi {{b.given}},\n\n"
		       "you both said yes.\n\n"
		       "{{a.name}}: [who they are, and what {{b.given}} may ask].\n"
		       "{{b.name}}: [who they are, and what they are after].\n\n"
		       "{{b.given}}, will you write first? Leave me out of it from here on, and tell me one day how it "
		       "went.\n\n"
		       "{{me.given|[your name]}}\n"},
	{NULL, NULL},
};
