#include "format/mailhead.h"

#include "base/charset.h"
#include "format/mailfolder.h"
#include "format/mailsign.h"
#include <gmime/gmime.h>

static str text_of(struct arena *a, const char *text)
{
	return text ? str_trim(charset_guessed(a, arena_dup(a, str_of(text)))) : (str){NULL, 0};
}

static str field(struct arena *a, GMimeMessage *m, const char *name)
{
	return text_of(a, g_mime_object_get_header(GMIME_OBJECT(m), name));
}

/* With its encoded words read. */
static str decoded(struct arena *a, GMimeMessage *m, const char *name)
{
	str value = field(a, m, name);
	char *text = value.n ? g_mime_utils_header_decode_text(NULL, arena_cstr(a, value)) : NULL;
	str out = text_of(a, text);
	g_free(text);
	return out;
}

static void add_addresses(struct arena *a, InternetAddressList *list, struct mailhead *out)
{
	for (int i = 0; list && i < internet_address_list_length(list); i++) {
		InternetAddress *one = internet_address_list_get_address(list, i);
		if (INTERNET_ADDRESS_IS_GROUP(one)) {
			InternetAddressList *members = internet_address_group_get_members(INTERNET_ADDRESS_GROUP(one));
			for (int k = 0; members && k < internet_address_list_length(members); k++) {
				InternetAddress *member = internet_address_list_get_address(members, k);
				if (!INTERNET_ADDRESS_IS_MAILBOX(member))
					continue;
				out->to = arena_more(a, out->to, out->to_count, sizeof *out->to);
				out->to[out->to_count++] = (struct mail_address){
					text_of(a, internet_address_get_name(member)),
					text_of(a,
						internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(member)))};
			}
		} else if (INTERNET_ADDRESS_IS_MAILBOX(one)) {
			out->to = arena_more(a, out->to, out->to_count, sizeof *out->to);
			out->to[out->to_count++] = (struct mail_address){text_of(a, internet_address_get_name(one)),
				text_of(a, internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(one)))};
		}
	}
}

static bool is_of_program(struct arena *a, GMimeMessage *m)
{
	GMimeObject *body = g_mime_message_get_mime_part(m);
	str type = text_of(a, body ? g_mime_object_get_header(body, "Content-Type") : NULL);
	return str_ieq(str_head(type, 13), S("text/calendar")) || str_ieq(str_head(type, 16), S("multipart/report"));
}

/* Each of several fields of one name is asked: relays add their own. */
static bool is_automatic(struct arena *a, GMimeMessage *m)
{
	GMimeHeaderList *fields = g_mime_object_get_header_list(GMIME_OBJECT(m));
	for (int i = 0; i < g_mime_header_list_get_count(fields); i++) {
		GMimeHeader *f = g_mime_header_list_get_header_at(fields, i);
		if (mailsign_is_automatic(str_of(g_mime_header_get_name(f)), str_of(g_mime_header_get_value(f))))
			return true;
	}
	return is_of_program(a, m);
}

static void read_message(struct arena *a, GMimeMessage *m, struct mailhead *out)
{
	struct mailhead from = {.to_count = 0};
	GDateTime *time = g_mime_message_get_date(m);
	add_addresses(a, g_mime_message_get_from(m), &from);
	if (!from.to_count)
		add_addresses(a, g_mime_message_get_sender(m), &from);
	if (from.to_count)
		out->from = from.to[0];
	add_addresses(a, g_mime_message_get_addresses(m, GMIME_ADDRESS_TYPE_TO), out);
	add_addresses(a, g_mime_message_get_addresses(m, GMIME_ADDRESS_TYPE_CC), out);
	add_addresses(a, g_mime_message_get_addresses(m, GMIME_ADDRESS_TYPE_BCC), out);
	out->id = text_of(a, g_mime_message_get_message_id(m));
	out->subject = text_of(a, g_mime_message_get_subject(m));
	out->dated = time != NULL;
	out->time = time ? g_date_time_to_unix(time) : 0;
	out->automatic = is_automatic(a, m);
	out->aside = mailfolder_labels_aside(decoded(a, m, "X-Gmail-Labels"));
}

/* GMime ends a text at a NUL, and wants the empty line. */
static str cleaned(struct arena *a, str head)
{
	char *bytes = arena_alloc(a, head.n + 3);
	for (size_t i = 0; i < head.n; i++)
		bytes[i] = head.p[i] ? head.p[i] : ' ';
	memcpy(bytes + head.n, "\n\n", 3);
	return (str){bytes, head.n + 2};
}

bool mailhead_read(struct arena *a, str head, struct mailhead *out)
{
	static bool begun;
	str bytes = cleaned(a, head);
	*out = (struct mailhead){.to_count = 0};
	if (!begun)
		g_mime_init();
	begun = true;
	GMimeStream *stream = g_mime_stream_mem_new_with_buffer(bytes.p, bytes.n);
	GMimeParser *parser = g_mime_parser_new_with_stream(stream);
	GMimeMessage *m = g_mime_parser_construct_message(parser, NULL);
	if (m)
		read_message(a, m, out);
	if (m)
		g_object_unref(m);
	g_object_unref(parser);
	g_object_unref(stream);
	return out->from.address.n || out->to_count || out->id.p;
}
