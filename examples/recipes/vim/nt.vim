" Into ~/.vim/plugin. In a person's note:
"   :NtLog call: she is hiring      :NtDone slides      :NtSnooze 2w
" Anywhere in the book:
"   :NtCheck  puts the mistakes on the quickfix list
"   :NtDue  puts those who are due on the quickfix list, :NtFind tag:mentor those who match

" The book around the note at hand; else the tool finds one, by the working directory or NT_BOOK.
function! NtBook(buffer) abort
	let l:book = findfile('book.md', expand('#' . a:buffer . ':p:h') . ';')
	return l:book ==# '' ? '' : fnamemodify(l:book, ':p:h')
endfunction

function! s:tool(name) abort
	let l:book = NtBook(bufnr('%'))
	return a:name . (l:book ==# '' ? '' : ' -b ' . shellescape(l:book))
endfunction

" Options may begin the text, as in :NtLog -o -d 2026-11-03 mail: sent it
function! s:run(tool, ...) abort
	update
	let l:text = join(a:000)
	let l:options = matchstr(l:text, '\v^%(-\l%(\s+\d\S*)?\s+|--\S+\s+)*')
	let l:words = split(l:options) + ['--', expand('%:p')] + filter([strpart(l:text, len(l:options))], 'v:val !=# ""')
	let l:said = system(s:tool(a:tool) . ' ' . join(map(l:words, 'shellescape(v:val)')))
	silent edit
	echo trim(l:said)
endfunction

function! s:list(tool, ...) abort
	call setqflist(map(systemlist(s:tool(a:tool) . ' -p ' . join(a:000)), '{"filename": v:val, "text": fnamemodify(v:val, ":t:r")}'))
	copen
endfunction

command! -nargs=+ NtLog call s:run('nt-log', <q-args>)
command! -nargs=? NtDone call s:run('nt-done', <q-args>)
command! -nargs=1 NtSnooze call s:run('nt-snooze', <q-args>)
command! NtCheck cgetexpr systemlist(s:tool('nt-check')) | cwindow
command! NtDue call s:list('nt-due')
command! -nargs=+ NtFind call s:list('nt-find', <q-args>)

" nt-lsp, where ALE is (vim-ale; packadd ale before this): mistakes as one types, :ALEHover the card, :ALEGoToDefinition,
" :ALEFindReferences, :ALERename, :ALECodeAction to tick, log and snooze, <C-x><C-o> completes.
if exists('g:loaded_ale_dont_use_this_in_other_plugins_please')
	call ale#linter#Define('markdown', {'name': 'nt', 'lsp': 'stdio', 'executable': 'nt-lsp', 'command': '%e',
		\ 'project_root': function('NtBook')})
	autocmd FileType markdown setlocal omnifunc=ale#completion#OmniFunc
endif
