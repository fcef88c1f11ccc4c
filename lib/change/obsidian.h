/* obsidian: what a vault's settings, below .obsidian, say of its notes: where templates are (Templates, Templater), how
 * often whom of which tier (Personal CRM). In the arena. */
#ifndef NT_OBSIDIAN_H
#define NT_OBSIDIAN_H

#include "base/arena.h"

#define OBSIDIAN_TIER "prm-tier" /* the key that names somebody's tier */

struct obsidian {
	struct strs templates; /* folders */
	struct obsidian_tier {
		str id;
		long days;
	} * tiers; /* those of the settings, else those that the plugin begins with */
	size_t tier_count;
};

/* dir: of the vault. What is not there, or no JSON, says nothing. */
void obsidian_read(struct obsidian *o, struct arena *a, int dir);
const struct obsidian_tier *obsidian_tier_of(const struct obsidian *o, str id); /* NULL: there is none */

#endif
