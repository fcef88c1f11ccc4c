/* vdir: a folder of one UID.vcf a person, as vdirsyncer, khard and Radicale keep it, and
 * beside it in the book the cards on which both agreed last, .nt-vdir/FOLDER/. Cards live
 * in the vdir's arena. */
#ifndef NT_VDIR_H
#define NT_VDIR_H

#include "base/map.h"
#include "book/book.h"
#include "format/contact.h"

#define VDIR_STATE ".nt-vdir"

struct vdir_card {
	str uid, file, bytes; /* file: its name in the folder; absent: there is no card */
	str agreed;           /* the last agreed bytes; absent: none */
	str rests;            /* the card that went as its note was archived; absent: none */
	struct contact card;  /* of bytes, if there is a card */
	bool seen;            /* a note has its uid */
	bool stays;           /* it was told that this one stays, though its note is archived */
	bool gone;            /* taken away in this run, or would be */
};

struct vdir {
	struct arena arena;
	struct book *book;
	int fd;
	str name;             /* as it was typed, for messages */
	str state;            /* its folder in the book */
	struct vdir_card **v; /* by uid, in the order of files */
	size_t n, cards, agreed;
	bool odd; /* a file is no card now: which is gone is not known */
	struct map known;
};

/* With the lock of the book. False: the message is out. */
bool vdir_open(struct vdir *d, struct book *b, const char *dir);
struct vdir_card *vdir_find(struct vdir *d, str uid); /* NULL: none */
struct vdir_card *vdir_add(struct vdir *d, str uid);  /* one that is nowhere yet */
/* Writes the card, or with bytes absent takes it away; printed, with -n as a patch. False: the message is out. */
bool vdir_put(struct vdir *d, struct vdir_card *c, str bytes, str name);
bool vdir_agree(struct vdir *d, struct vdir_card *c, str bytes); /* absent: no more */
bool vdir_rest(struct vdir *d, struct vdir_card *c, str bytes);  /* its note is archived: should it come back */
bool vdir_stay(struct vdir *d, struct vdir_card *c);             /* nothing is agreed for it, and that is told */
void vdir_release(struct vdir *d);

#endif
