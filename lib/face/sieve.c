#include "face/sieve.h"

#include "base/term.h"
#include "face/sink.h"
#include "sys/file.h"
#include "views/sift.h"
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

enum { VERDICT, SCORE, WHY, NAME, STEPS };
static const struct report_column columns[] = {{.name = "verdict"}, {"score", REPORT_NUMBER, NULL}, {.name = "why"},
	{.name = "name"}, {"steps", REPORT_LIST, NULL}, {.name = NULL}};

static void read_input(char **operands, struct buf *b)
{
	const char *file = operands[0] && strcmp(operands[0], "-") != 0 ? operands[0] : NULL;
	if (operands[0] && operands[1])
		die("--sift takes one file, or - for standard input: '%s'", operands[1]);
	if (!file && isatty(STDIN_FILENO))
		die("--sift reads a text: name a file, or give one on standard input");
	if (file ? !file_read(AT_FDCWD, file, false, b) : !file_read_fd(STDIN_FILENO, b))
		die("cannot read '%s':", file ? file : "standard input");
	if (sift_binary(buf_str(b)))
		die("not a text: '%s'", file ? file : "standard input");
}

/* The note that nt-save would write, to be read. */
static void print_note(struct arena *a, const struct sift *s)
{
	str note = sift_technique(a, s), line;
	putchar('\n');
	while (str_line(&note, &line)) {
		term_put(stdout, str_chomp(line));
		putchar('\n');
	}
}

static int print_verdict(struct arena *a, const struct sift *s, const struct weights *w)
{
	struct report r = {0};
	long score = judge_score(&s->judgement, w);
	const char *verdict = judge_verdict(&s->judgement, score);
	report_open(&r, columns, "verdict,score,why", "verdict,score,why");
	bool note = r.form == 't' && s->judgement.steps.n && strcmp(verdict, "keep") == 0;
	report_text(&r, VERDICT, str_of(verdict));
	report_number(&r, SCORE, score);
	report_text(&r, WHY, judge_reasons(a, &s->judgement, w, WEIGHTS_PARTS));
	report_text(&r, NAME, s->name);
	report_list(&r, STEPS, s->judgement.steps);
	report_row(&r);
	report_close(&r);
	if (note)
		print_note(a, s);
	return strcmp(verdict, "drop") != 0 ? STATUS_YES : STATUS_NO;
}

static int print_stream(struct arena *a, const struct sift *s, const struct config *c)
{
	const char *verdict = judge_verdict(&s->judgement, judge_score(&s->judgement, &c->weights));
	if (strcmp(verdict, "keep") != 0 || !s->judgement.steps.n) {
		hint("no technique in it: %s, " FMT, verdict,
			ARG(judge_reasons(a, &s->judgement, &c->weights, WEIGHTS_PARTS)));
		return STATUS_NO;
	}
	struct note n = {.config = c, .arena = a, .bytes = sift_technique(a, s), .is_new = true};
	note_begin(&n);
	stream_put(stdout, &n);
	return STATUS_YES;
}

int sieve_print(char **operands)
{
	struct book book = {.fd = -1};
	struct buf input = {0};
	struct arena a = {0};
	struct signals_words words = {.classes = {0}};
	struct sift s;
	char form = sink_chosen();
	if (form && strchr("p0", form))
		die("--sift has no paths: -t, -l, -j, or -s for a technique to save");
	if (!book_find(&book))
		config_defaults(&book.arena, &book.config);
	read_input(operands, &input);
	signals_words_read(&words, book.config.hype);
	sift_text(&a, &words, buf_str(&input), &s);
	if (s.cut)
		hint("only the first %zu bytes are judged", SIGNALS_MOST);
	int answer = form == 's' ? print_stream(&a, &s, &book.config) : print_verdict(&a, &s, &book.config.weights);
	signals_words_release(&words);
	arena_release(&a);
	buf_release(&input);
	book_release(&book);
	return answer;
}
