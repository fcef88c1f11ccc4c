//! Finds nt-lsp in PATH and starts it.
use zed_extension_api::{self as zed, Command, LanguageServerId, Result, Worktree};

struct Nt;

impl zed::Extension for Nt {
    fn new() -> Self {
        Nt
    }

    fn language_server_command(&mut self, _: &LanguageServerId, worktree: &Worktree) -> Result<Command> {
        let command = worktree.which("nt-lsp").ok_or("nt-lsp is not in PATH")?;
        Ok(Command { command, args: vec![], env: worktree.shell_env() })
    }
}

zed::register_extension!(Nt);
