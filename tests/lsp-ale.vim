" ALE, Vim's language client in Debian, against nt-lsp, by the recipe: vim -es, in the notes of nt-lsp.t.
set nocompatible hidden
filetype plugin on
packadd ale
let g:ale_linters = {'markdown': ['nt']}
execute 'source' fnameescape($TOP . '/examples/recipes/vim/nt.vim')

function! s:fail(what) abort
	call writefile([a:what], '/dev/stderr')
	cquit
endfunction

function! s:wait(condition, what) abort
	for l:i in range(200)
		if eval(a:condition)
			return
		endif
		sleep 100m
	endfor
	call s:fail(a:what)
endfunction

edit journal/2026-11-20.md
call s:wait('!empty(ale#engine#GetLoclist(bufnr("")))', 'no mistakes')
let s:told = ale#engine#GetLoclist(bufnr(''))[0]
if s:told.lnum != 3 || s:told.text !~# "no note is called 'Nobody'"
	call s:fail(string(s:told))
endif

call cursor(1, 1)
call search('\[\[Charles', 'e')
ALEGoToDefinition
call s:wait('expand("%") =~# "charles.md$"', 'definition: ' . expand('%'))

edit journal/2026-11-20.md
call append('$', '- é 2026-11-24 with [[Cha')
call cursor(line('$'), col([line('$'), '$']))
runtime autoload/ale/util.vim
function! ale#util#Mode(...) abort
	return 'i' " it completes for who types
endfunction
call ale#completion#OmniFunc(1, '')
call s:wait('ale#completion#GetCompletionResult() isnot v:null', 'no completion')
let s:found = map(copy(ale#completion#GetCompletionResult()), 'v:val.word')
if s:found != ['Charles Babbage]]']
	call s:fail(string(s:found))
endif
undo

edit people/charles.md
call cursor(2, 8)
function! ale#util#Mode(...) abort
	return 'n'
endfunction
function! ale#util#Input(...) abort
	return 'Charles B.'
endfunction
ALERename
call s:wait('getline(2) ==# "name: Charles B."', 'rename: ' . getline(2))
wall
quitall!
