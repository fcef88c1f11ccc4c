#include "format/mailsign.h"

enum form {
	THERE,  /* it is a sign wherever it stands */
	SAYS,   /* if it begins with one of the words */
	NOT,    /* unless it is empty or begins with one of the words */
	METRIC, /* SAYS, behind the name of a metric: "default: True [16.0 / 15.0]" */
	HOLDS,  /* if the words are in it, as they are written */
	SCORE,  /* if it is a number of at least 5 */
};

#define VERDICTS " yes true spam "

static const struct sign {
	const char *name;
	enum form form;
	const char *words;
} signs[] = {
	/* filters of spam */
	{"X-Spam-Flag", SAYS, VERDICTS},
	{"X-Spam-Status", SAYS, VERDICTS},
	{"X-Spam", SAYS, VERDICTS},
	{"X-Spam-Verdict", SAYS, VERDICTS},
	{"X-Bogosity", SAYS, VERDICTS},
	{"X-Barracuda-Spam-Flag", SAYS, VERDICTS},
	{"X-Barracuda-Spam-Status", SAYS, VERDICTS},
	{"X-CRM114-Status", SAYS, VERDICTS},
	{"X-DSPAM-Result", SAYS, " spam blacklisted blocklisted "},
	{"X-MailScanner-SpamCheck", SAYS, VERDICTS},
	{"X-Spambayes-Classification", SAYS, VERDICTS},
	{"X-VR-SpamState", SAYS, VERDICTS},
	{"X-Gm-Spam", SAYS, " 1 "},
	{"X-Rspamd-Action", SAYS, " reject add rewrite "}, /* add header, rewrite subject */
	{"X-Spamd-Result", METRIC, VERDICTS},
	{"X-MS-Exchange-Organization-SCL", SCORE, NULL},
	{"X-Forefront-Antispam-Report", HOLDS, "SFV:SPM;"},
	/* lists and mailings: RFC 2369 and 2919, and what was there before them */
	{"Precedence", SAYS, " bulk list junk auto_reply "},
	{"List-Id", THERE, NULL},
	{"List-Post", THERE, NULL},
	{"List-Unsubscribe", THERE, NULL},
	{"List-Subscribe", THERE, NULL},
	{"List-Help", THERE, NULL},
	{"List-Archive", THERE, NULL},
	{"List-Owner", THERE, NULL},
	{"Mailing-List", THERE, NULL},
	{"X-Mailing-List", THERE, NULL},
	{"X-MailingList", THERE, NULL},
	{"X-BeenThere", THERE, NULL},
	{"X-ML-Name", THERE, NULL},
	/* programs: RFC 3834, and what was there before it */
	{"Auto-Submitted", NOT, " no "},
	{"X-Auto-Response-Suppress", NOT, " none "},
	{"X-Autoreply", NOT, " no "},
	{"X-Autoreply-From", THERE, NULL},
	{"X-Mail-Autoreply", NOT, " no "},
	{"X-Autorespond", NOT, " no "},
	{"X-FC-MachineGenerated", NOT, " false no "},
	{"X-Failed-Recipients", THERE, NULL},
	{"X-Cron-Env", THERE, NULL},
};

static bool ends_word(char c)
{
	return str_blank(c) || str_eol(c) || strchr(",;:(", c ? c : ',');
}

static str first_word(str value)
{
	size_t n = 0;
	while (n < value.n && !ends_word(value.p[n]))
		n++;
	return str_head(value, n);
}

static bool begins_with(str value, const char *words)
{
	str rest = str_of(words), one, word = first_word(value);
	while (str_cut(&rest, ' ', &one))
		if (one.n && str_ieq(one, word))
			return true;
	return false;
}

static bool is_sign(const struct sign *s, str value)
{
	long score;
	switch (s->form) {
	case THERE:
		return true;
	case SAYS:
		return begins_with(value, s->words);
	case NOT:
		return value.n && !begins_with(value, s->words);
	case METRIC:
		return begins_with(str_trim(str_skip(value, first_word(value).n + 1)), s->words);
	case HOLDS:
		return str_find(value, str_of(s->words)) != STR_NONE;
	case SCORE:
		return str_long(first_word(value), &score) && score >= 5;
	}
	return false;
}

bool mailsign_is_automatic(str name, str value)
{
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (str_ieq(name, str_of(signs[i].name)))
			return is_sign(&signs[i], str_trim(value));
	return false;
}
