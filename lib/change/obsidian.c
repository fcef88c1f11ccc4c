#include "change/obsidian.h"

#include "sys/file.h"
#include "text/front.h"

/* JSON is YAML. NULL: the file is not there, or not readable. */
static const struct value *settings(struct arena *a, int dir, const char *path)
{
	struct buf b = {0};
	struct front f = {.root = NULL};
	if (file_read(dir, path, true, &b))
		front_parse_full(a, arena_dup(a, buf_str(&b)), 1, &f);
	buf_release(&b);
	return f.root;
}

static str setting(const struct value *map, const char *key)
{
	for (const struct value *v = map ? map->first : NULL; v; v = v->next)
		if (v->kind == VALUE_TEXT && str_eq(v->key, str_of(key)))
			return str_trim(v->text);
	return (str){0};
}

static void add_templates(struct obsidian *o, struct arena *a, str folder)
{
	while (str_starts(folder, S("/")))
		folder = str_skip(folder, 1);
	while (str_ends(folder, S("/")))
		folder = str_head(folder, folder.n - 1);
	if (folder.n && !strs_has(o->templates, folder))
		strs_add(a, &o->templates, folder);
}

static void add_tier(struct obsidian *o, struct arena *a, str id, long days)
{
	o->tiers = arena_more(a, o->tiers, o->tier_count, sizeof *o->tiers);
	o->tiers[o->tier_count++] = (struct obsidian_tier){id, days};
}

static void read_tiers(struct obsidian *o, struct arena *a, const struct value *map)
{
	static const struct obsidian_tier usual[] = {{S_INIT("inner"), 14}, {S_INIT("close"), 30},
		{S_INIT("casual"), 90}, {S_INIT("warm"), 180}, {S_INIT("dormant"), 365}};
	const struct value *list = map ? map->first : NULL;
	long days;
	while (list && !str_eq(list->key, S("tiers")))
		list = list->next;
	for (const struct value *v = list ? list->first : NULL; v; v = v->next)
		if (setting(v, "id").n && str_long(setting(v, "cadenceDays"), &days) && days > 0)
			add_tier(o, a, setting(v, "id"), days);
	for (size_t i = 0; i < sizeof usual / sizeof *usual && !list; i++)
		add_tier(o, a, usual[i].id, usual[i].days);
}

void obsidian_read(struct obsidian *o, struct arena *a, int dir)
{
	*o = (struct obsidian){.tiers = NULL};
	add_templates(o, a, setting(settings(a, dir, ".obsidian/templates.json"), "folder"));
	add_templates(
		o, a, setting(settings(a, dir, ".obsidian/plugins/templater-obsidian/data.json"), "templates_folder"));
	read_tiers(o, a, settings(a, dir, ".obsidian/plugins/personal-crm/data.json"));
}

const struct obsidian_tier *obsidian_tier_of(const struct obsidian *o, str id)
{
	for (size_t i = 0; i < o->tier_count; i++)
		if (str_ieq(o->tiers[i].id, id))
			return &o->tiers[i];
	return NULL;
}
