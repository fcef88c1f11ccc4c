# Into kakrc, with kakoune-lsp (from version 18 on) installed: nt-lsp for Markdown below a book.md.
# :enter-user-mode lsp has the keys: h card, d note, r what links here, R rename, a tick, drop, log, snooze, mend.

evaluate-commands %sh{ command -v kakoune-lsp >/dev/null && exec kakoune-lsp; command -v kak-lsp >/dev/null && exec kak-lsp }

hook -group nt global BufSetOption filetype=markdown %{
    try %{
        set-option buffer lsp_servers %{
            [nt-lsp]
            root_globs = ["book.md"]
            command = "nt-lsp"
        }
    }
}
hook -group nt global WinSetOption filetype=markdown %{ try %{ lsp-enable-window } }
