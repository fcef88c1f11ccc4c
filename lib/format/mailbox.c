#include "format/mailbox.h"

#include "base/diag.h"
#include "base/map.h"
#include "format/csvfile.h"
#include "format/mailfolder.h"
#include "format/mbox.h"
#include "sys/file.h"
#include "sys/folder.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#define DEPTH 16
#define LOOK  1024 /* bytes that say what it is */
#define PIECE ((size_t)64 << 10)

struct reading {
	const struct mailbox *box;
	struct mailbox_mail mail;
	struct buf buf;
	size_t aside; /* mails and folders of drafts, trash and spam, which are left out */
};

/* Flags of Maildir: a draft, or to be deleted. */
static bool is_flagged(str name)
{
	size_t at = str_find(name, S(":2,"));
	str flags = at == STR_NONE ? S("") : str_skip(name, at + 3);
	return str_chr(flags, 'D') != STR_NONE || str_chr(flags, 'T') != STR_NONE;
}

static bool is_number(str name)
{
	for (size_t i = 0; i < name.n; i++)
		if (!str_digit(name.p[i]))
			return false;
	return name.n > 0;
}

/* ",2" or "#2": a message of MH that was removed. */
static bool is_removed(str name)
{
	return (str_starts(name, S(",")) || str_starts(name, S("#"))) && is_number(str_skip(name, 1));
}

/* By what programs write beside messages of MH, which are files called by numbers; else they may be anything. */
static bool is_mh(struct strs names)
{
	for (size_t i = 0; i < names.n; i++)
		if (names.v[i].p[0] == '.' &&
			str_listed(" .mh_sequences .xmhcache .mew_cache .mew-cache .overview .sylpheed_cache "
				   ".sylpheed_mark .claws_cache .claws_mark ",
				names.v[i]))
			return true;
	return false;
}

/* "Subject: x": how a mail begins. */
static bool is_head(str bytes)
{
	size_t i = 0;
	while (i < bytes.n && bytes.p[i] > ' ' && bytes.p[i] < 127 && bytes.p[i] != ':')
		i++;
	return i > 0 && i < bytes.n && bytes.p[i] == ':';
}

static bool is_calendar(str bytes)
{
	str line;
	return str_line(&bytes, &line) && str_ieq(str_trim(line), S("BEGIN:VCALENDAR"));
}

static bool is_log(str bytes)
{
	str line;
	return str_line(&bytes, &line) && str_find(line, S(" host=")) != STR_NONE &&
	       str_find(line, S(" recipients=")) != STR_NONE;
}

/* The bytes up to the empty line. */
static str head_of(str bytes, bool *whole)
{
	str rest = bytes, line;
	while (str_line(&rest, &line))
		if (!str_chomp(line).n) {
			*whole = true;
			return str_head(bytes, (size_t)(line.p - bytes.p));
		}
	*whole = false;
	return bytes;
}

static bool give_mail(struct reading *r, str bytes, bool ended)
{
	bool whole;
	r->mail.head = head_of(bytes, &whole);
	r->mail.cut = !whole && !ended;
	r->mail.line = 0;
	r->aside += !r->box->mail(r->box->to, &r->mail);
	return true;
}

/* Thunderbird marks what was deleted until it compacts the file: X-Mozilla-Status: 0009. */
static bool is_deleted(str head)
{
	str line, name = S("X-Mozilla-Status:");
	while (str_line(&head, &line))
		if (str_ieq(str_head(line, name.n), name)) {
			str flags = str_trim(str_skip(line, name.n));
			char last = flags.n == 4 ? flags.p[3] : '0'; /* in hexadecimal digits */
			int digit = str_digit(last) ? last - '0' : (last | 0x20) - 'a' + 10;
			return (digit & 8) != 0;
		}
	return false;
}

static void give_of_mbox(void *to, str head, size_t line, bool cut)
{
	struct reading *r = to;
	r->mail.head = head;
	r->mail.line = line;
	r->mail.cut = cut;
	r->mail.id = hash64(head);
	if (is_deleted(head))
		r->aside++;
	else if (!r->box->known(r->box->to, r->mail.id))
		r->aside += !r->box->mail(r->box->to, &r->mail);
}

/* One piece more behind what the buffer holds. 0: the end; -1: it cannot be read. */
static ssize_t more(int fd, struct buf *buf)
{
	ssize_t n;
	buf_grow(buf, PIECE);
	while ((n = read(fd, buf->p + buf->n, PIECE)) < 0 && errno == EINTR)
		;
	buf->n += n > 0 ? (size_t)n : 0;
	return n;
}

static bool read_mbox(struct reading *r, int fd)
{
	struct mbox m = {.message = give_of_mbox, .to = r};
	ssize_t n;
	do {
		mbox_feed(&m, buf_str(&r->buf));
		buf_reset(&r->buf);
		n = more(fd, &r->buf);
	} while (n > 0);
	mbox_end(&m);
	mbox_release(&m);
	return n == 0;
}

/* All of it; at most: so many bytes. */
static ssize_t read_up_to(int fd, struct buf *buf, size_t most)
{
	ssize_t n;
	while ((n = more(fd, buf)) > 0 && buf->n < most)
		;
	return n;
}

static bool read_whole(struct reading *r, int fd, void (*give)(void *to, str bytes, str file))
{
	ssize_t n = read_up_to(fd, &r->buf, FILE_MOST);
	if (n > 0) {
		errno = EFBIG;
		return false;
	}
	if (n == 0)
		give(r->box->to, buf_str(&r->buf), r->mail.file);
	return n == 0;
}

/* What it is, its first bytes say; asked: by name, and not found in a folder. */
static bool read_open(struct reading *r, int fd, bool asked)
{
	ssize_t n = read_up_to(fd, &r->buf, LOOK);
	str head = buf_str(&r->buf);
	bool whole;
	if (n < 0)
		return false;
	if (str_starts(head, S("\xEF\xBB\xBF")))
		head = str_skip(head, 3);
	if (mbox_is(head))
		return read_mbox(r, fd);
	if (is_calendar(head))
		return read_whole(r, fd, r->box->calendar);
	if (is_log(head))
		return read_whole(r, fd, r->box->log);
	if (!is_head(head) && csvfile_is_linkedin(head))
		return read_whole(r, fd, r->box->table);
	if (!is_head(head)) {
		if (asked && head.n)
			warn_at(r->mail.file, 0, 0,
				"neither mails, a calendar, a log of msmtp nor a table of LinkedIn");
		return true;
	}
	while (head_of(buf_str(&r->buf), &whole).n <= MBOX_HEAD && !whole && (n = more(fd, &r->buf)) > 0)
		;
	return n >= 0 && give_mail(r, str_head(buf_str(&r->buf), MBOX_HEAD), n == 0);
}

/* Of Maildir the name says which mail it is, of others the file. */
static bool read_file(struct reading *r, const char *path, bool maildir, bool asked)
{
	str name = str_base(str_of(path));
	struct stat s;
	r->mail.file = str_of(path);
	buf_reset(&r->buf);
	r->mail.id = hash64(str_head(name, str_chr(name, ':')));
	if (maildir && r->box->known(r->box->to, r->mail.id))
		return true;
	int fd = open(path, O_RDONLY | O_CLOEXEC | (asked ? 0 : O_NONBLOCK));
	if (fd < 0 && errno == ENOENT && maildir) /* read by its reader meanwhile, and called otherwise */
		return true;
	bool good = fd >= 0 && fstat(fd, &s) == 0;
	if (good && !S_ISREG(s.st_mode) && !asked) {
		folder_close(fd);
		return true;
	}
	if (good && !maildir) {
		char text[128];
		snprintf(text, sizeof text, "%lld %lld ", (long long)s.st_size, (long long)s.st_mtime);
		r->mail.id = hash64(str_of(text)) ^ hash64(str_of(path));
		if (!asked && r->box->known(r->box->to, r->mail.id)) {
			folder_close(fd);
			return true;
		}
	}
	good = good && read_open(r, fd, asked);
	if (!good)
		warn_at(str_of(path), 0, 0, "%s", strerror(errno));
	if (fd >= 0)
		folder_close(fd);
	return good;
}

static bool is_folder(struct arena *a, str path, bool follow)
{
	struct stat s;
	const char *p = arena_cstr(a, path);
	return (follow ? stat(p, &s) : lstat(p, &s)) == 0 && S_ISDIR(s.st_mode);
}

/* nmh's own, in the folder of folders: which one is open. */
static bool is_state(struct arena *a, str name, str path)
{
	return str_eq(name, S("context")) && !is_folder(a, path, false);
}

static bool read_files(struct reading *r, str folder, bool maildir)
{
	struct arena a = {0};
	struct strs names = {0};
	struct buf path = {0};
	bool good = folder_list(AT_FDCWD, arena_cstr(&a, arena_join(&a, folder, S("/."))), &a, &names);
	if (!good)
		warn_at(folder, 0, 0, "%s", strerror(errno));
	bool numbered = !maildir && is_mh(names);
	for (size_t i = 0; i < names.n; i++) {
		bool removed = !maildir && is_removed(names.v[i]);
		if (names.v[i].p[0] == '.' || (numbered && !removed && !is_number(names.v[i])))
			continue;
		buf_reset(&path);
		buf_printf(&path, FMT "/" FMT, ARG(folder), ARG(names.v[i]));
		if (!maildir && is_state(&a, names.v[i], buf_str(&path)))
			continue;
		if (maildir ? is_flagged(names.v[i]) : removed || mailfolder_is_aside(names.v[i])) {
			r->aside += !is_folder(&a, buf_str(&path), false); /* read_folder counts it */
			continue;
		}
		r->mail.sent = maildir ? mailfolder_is_sent(str_dir(folder))
				       : mailfolder_is_sent(folder) || mailfolder_is_sent(names.v[i]);
		good &= read_file(r, buf_cstr(&path), maildir, false);
	}
	buf_release(&path);
	arena_release(&a);
	return good;
}

static bool read_folder(struct reading *r, str folder, int depth)
{
	struct arena a = {0};
	struct strs names = {0};
	bool maildir = is_folder(&a, arena_join(&a, folder, S("/cur")), true), good = true;
	if (depth > DEPTH) {
		warn_at(folder, 0, 0, "folders in folders, more than %d", DEPTH);
		return false;
	}
	if (maildir)
		good = read_files(r, arena_join(&a, folder, S("/cur")), true) &&
		       (!is_folder(&a, arena_join(&a, folder, S("/new")), true) ||
			       read_files(r, arena_join(&a, folder, S("/new")), true));
	else
		good = read_files(r, folder, false);
	folder_list(AT_FDCWD, arena_cstr(&a, arena_join(&a, folder, S("/."))), &a, &names);
	for (size_t i = 0; i < names.n; i++) {
		str name = names.v[i], path = arena_printf(&a, FMT "/" FMT, ARG(folder), ARG(name));
		bool own = maildir && (str_eq(name, S("cur")) || str_eq(name, S("new")) || str_eq(name, S("tmp")));
		if (own || str_eq(name, S(".")) || str_eq(name, S("..")) || !is_folder(&a, path, false))
			continue;
		if (mailfolder_is_aside(name))
			r->aside++;
		else
			good &= read_folder(r, path, depth + 1);
	}
	arena_release(&a);
	return good;
}

bool mailbox_read(const struct mailbox *m, const char *path)
{
	struct reading r = {.box = m};
	struct arena a = {0};
	str name = str_of(path);
	bool good;
	while (name.n > 1 && str_ends(name, S("/")))
		name.n--;
	if (str_eq(name, S("-"))) {
		r.mail.file = S("standard input");
		if (!(good = read_open(&r, STDIN_FILENO, true)))
			warn("standard input:");
	} else if (is_folder(&a, name, true)) {
		good = read_folder(&r, name, 0);
	} else {
		r.mail.sent = mailfolder_is_sent(name) || mailfolder_is_sent(str_dir(name));
		good = read_file(&r, path, false, true);
	}
	if (r.aside)
		hint("left out, drafts, trash and spam: %zu", r.aside);
	buf_release(&r.buf);
	arena_release(&a);
	return good;
}
