#include "lsp/greeting.h"

#include "lsp/uri.h"

static void find_book(struct session *s, const struct json_t *params)
{
	struct arena a = {0};
	struct strs uris = {0};
	for (size_t i = 0; i < message_count(params, "workspaceFolders"); i++)
		strs_add(&a, &uris, message_text(message_at(params, "workspaceFolders", i), "uri"));
	strs_add(&a, &uris, message_text(params, "rootUri"));
	for (size_t i = 0; i < uris.n; i++) {
		str folder = uris.v[i].p ? uri_path(&a, uris.v[i]) : (str){0};
		if (folder.p)
			session_find(s, folder);
	}
	arena_release(&a);
}

static void read_client(struct session *s, const struct json_t *params)
{
	const struct json_t *can = message_get(params, "capabilities"),
			    *edit = message_get(can, "workspace.workspaceEdit"),
			    *text = message_get(can, "textDocument");
	bool utf8 = message_lists(can, "general.positionEncodings", S("utf-8"));
	/* Operations on files stand in documentChanges alone: who names them takes these, as Neovim does without saying
	 * so. */
	bool versioned = message_true(edit, "documentChanges") || message_count(edit, "resourceOperations");
	s->client = (struct edits_client){.units = utf8 ? UNITS_UTF8 : UNITS_UTF16,
		.versioned = versioned,
		.renames = message_lists(edit, "resourceOperations", S("rename")),
		.makes = message_lists(edit, "resourceOperations", S("create"))};
	s->markdown = message_lists(text, "hover.contentFormat", S("markdown"));
	s->nested = message_true(text, "documentSymbol.hierarchicalDocumentSymbolSupport");
	s->literals = message_is_object(message_get(text, "codeAction.codeActionLiteralSupport"));
	s->watches = message_true(can, "workspace.didChangeWatchedFiles.dynamicRegistration");
}

void greeting_answer(struct session *s, const struct json_t *params, struct buf *result)
{
	bool prepares = message_true(params, "capabilities.textDocument.rename.prepareSupport");
	read_client(s, params);
	find_book(s, params);
	buf_printf(result,
		"{\"serverInfo\":{\"name\":\"nt-lsp\"},\"capabilities\":{\"positionEncoding\":\"%s\","
		"\"textDocumentSync\":{\"openClose\":true,\"change\":2,\"save\":{\"includeText\":false}},"
		"\"completionProvider\":{\"triggerCharacters\":[\"[\",\"#\",\":\",\" \"]},"
		"\"hoverProvider\":true,\"definitionProvider\":true,\"referencesProvider\":true,"
		"\"documentSymbolProvider\":true,\"workspaceSymbolProvider\":true,"
		"\"codeActionProvider\":%s,\"renameProvider\":%s,\"inlayHintProvider\":true}}",
		s->client.units == UNITS_UTF8 ? "utf-8" : "utf-16",
		s->literals ? "{\"codeActionKinds\":[\"quickfix\",\"refactor.rewrite\",\"source.fixAll\"]}" : "false",
		prepares ? "{\"prepareProvider\":true}" : "true");
}
