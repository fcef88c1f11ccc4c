#!/bin/bash
# shellcheck shell=bash
# How many are due, in the prompt of bash or zsh; nothing when nobody is. In ~/.bashrc or ~/.zshrc:
#   . ~/.config/nt/nt-prompt.sh
# nt-due takes some 20 ms on 1,000 notes, too long for a prompt: it runs in the background once in ten minutes, and
# the prompt has what it said last. Needs NT_BOOK in the environment.
nt_prompt_file=${XDG_CACHE_HOME:-$HOME/.cache}/nt-due
nt_prompt_next=0

# Keeps the status of the command before it, which others in PROMPT_COMMAND may show.
nt_prompt() {
	nt_prompt_status=$?
	if [ "$SECONDS" -ge "$nt_prompt_next" ]; then
		nt_prompt_next=$((SECONDS + 600))
		(nt-due -p 2>/dev/null | wc -l >"$nt_prompt_file.$$" && mv "$nt_prompt_file.$$" "$nt_prompt_file" &)
	fi
	NT_PROMPT=0
	[ ! -r "$nt_prompt_file" ] || read -r NT_PROMPT <"$nt_prompt_file"
	[ "$NT_PROMPT" = 0 ] && NT_PROMPT= || NT_PROMPT="$NT_PROMPT due "
	return "$nt_prompt_status"
}

mkdir -p "${nt_prompt_file%/*}"
if [ -n "${ZSH_VERSION-}" ]; then
	setopt prompt_subst
	precmd_functions+=(nt_prompt)
	PROMPT='${NT_PROMPT}'$PROMPT
else
	PROMPT_COMMAND="nt_prompt${PROMPT_COMMAND:+; $PROMPT_COMMAND}"
	PS1='${NT_PROMPT}'$PS1
fi
