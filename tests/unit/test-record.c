/* JSON objects, one a line */
#include "tap.h"
#include "base/record.h"

static struct buf out;

static void is_line(const char *want, const char *name)
{
	record_end(&out);
	is_str(buf_str(&out), str_of(want), name);
	buf_reset(&out);
}

int main(void)
{
	str two[] = {S("a\"b"), S("")};
	record_begin(&out);
	is_line("{}\n", "nothing in it");

	record_begin(&out);
	record_text(&out, S("name"), S("Ada {"));
	record_text(&out, S("no\"ne"), (str){0});
	record_texts(&out, S("list"), (struct strs){two, 2});
	record_texts(&out, S("empty"), (struct strs){0});
	record_number(&out, S("line"), -3);
	record_bool(&out, S("open"), true);
	record_bool(&out, S("done"), false);
	is_line("{\"name\":\"Ada {\",\"no\\\"ne\":null,\"list\":[\"a\\\"b\", \"\"],\"empty\":[],\"line\":-3,"
		"\"open\":true,\"done\":false}\n",
		"every kind of value");

	record_begin(&out);
	record_object(&out, S("in"));
	record_number(&out, S("x"), 1);
	record_object_end(&out);
	record_list(&out, S("rows"));
	for (int i = 0; i < 2; i++) {
		record_object(&out, (str){0});
		record_number(&out, S("i"), i);
		record_object_end(&out);
	}
	record_text(&out, (str){0}, S("last"));
	record_list_end(&out);
	record_object(&out, S("none"));
	record_object_end(&out);
	is_line("{\"in\":{\"x\":1},\"rows\":[{\"i\":0},{\"i\":1},\"last\"],\"none\":{}}\n", "objects and lists in it");

	record_begin(&out);
	record_end(&out);
	record_begin(&out);
	record_text(&out, S("a"), S("b"));
	is_line("{}\n{\"a\":\"b\"}\n", "two lines");
	buf_release(&out);
	return done_testing();
}
