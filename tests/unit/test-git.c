/* what git says of a push that failed: a race, which is tried again, or no line */
#include "tap.h"
#include "sys/git.h"

static void races(void)
{
	static const char *const lines[] = {
		" ! [rejected]        main -> main (fetch first)\n",
		"To hub\n ! [rejected]        main -> main (non-fast-forward)\nerror: failed to push some refs\n",
		" ! [remote rejected] main -> main (cannot lock ref 'refs/heads/main': is at 12 but expected 34)\n",
		"remote: error: cannot lock ref 'refs/heads/main': Unable to create './refs/heads/main.lock': File exists.\n"};
	static const char *const others[] = {"", "Everything up-to-date\n",
		" ! [rejected]        v1 -> v1 (already exists)\n",
		" ! [remote rejected] main -> main (pre-receive hook declined)\n",
		"remote:  ! [rejected] main -> main (fetch first)\n",
		"error: cannot lock ref 'refs/heads/main': Permission denied\n",
		"fatal: Unable to create '/b/.git/index.lock': File exists.\n"};
	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
		ok(git_is_race(str_of(lines[i])), "a race");
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		ok(!git_is_race(str_of(others[i])), "none");
}

static void lines(void)
{
	static const char said[] = "error: failed to push some refs to 'hub'\nfatal: unable to access 'https://x/': "
				   "Could not resolve host: x\n";
	ok(git_is_offline("/nonexistent", S("ssh: connect to host x port 22: Connection timed out\n")), "no answer");
	ok(!git_is_offline("/nonexistent", S("remote: the backup timed out\n")), "the other side tells of its own lines");
	ok(!git_is_offline("/nonexistent", str_of(said)), "who refuses can be reached");
}

int main(void)
{
	races();
	lines();
	return done_testing();
}
