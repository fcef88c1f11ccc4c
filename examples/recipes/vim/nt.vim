" Into ~/.vim/plugin. In a person's note:
"   :NtLog call: she is hiring      :NtDone slides      :NtSnooze 2w
" Anywhere in the book:
"   :NtCheck  puts the mistakes on the quickfix list
"   :NtDue  puts those who are due on the quickfix list, :NtFind tag:mentor those who match

function! s:run(tool, ...) abort
	update
	let l:words = [a:tool, expand('%:p')] + filter(copy(a:000), 'v:val !=# ""')
	let l:said = system(join(map(l:words, 'shellescape(v:val)')))
	silent edit
	echo trim(l:said)
endfunction

function! s:list(command) abort
	call setqflist(map(systemlist(a:command), '{"filename": v:val, "text": fnamemodify(v:val, ":t:r")}'))
	copen
endfunction

command! -nargs=+ NtLog call s:run('nt-log', <q-args>)
command! -nargs=? NtDone call s:run('nt-done', <q-args>)
command! -nargs=1 NtSnooze call s:run('nt-snooze', <q-args>)
command! NtCheck cgetexpr systemlist('nt-check') | cwindow
command! NtDue call s:list('nt-due -p')
command! -nargs=+ NtFind call s:list('nt-find -p ' . <q-args>)

" nt-lsp, where ALE is (vim-ale; packadd ale before this): mistakes as one types, :ALEHover the card, :ALEGoToDefinition,
" :ALEFindReferences, :ALERename, :ALECodeAction to tick, log and snooze, <C-x><C-o> completes.
function! NtBook(buffer) abort
	let l:book = findfile('book.md', expand('#' . a:buffer . ':p:h') . ';')
	return l:book ==# '' ? '' : fnamemodify(l:book, ':p:h')
endfunction

if exists('g:loaded_ale_dont_use_this_in_other_plugins_please')
	call ale#linter#Define('markdown', {'name': 'nt', 'lsp': 'stdio', 'executable': 'nt-lsp', 'command': '%e',
		\ 'project_root': function('NtBook')})
	autocmd FileType markdown setlocal omnifunc=ale#completion#OmniFunc
endif
