-- Neovim's own client against nt-lsp, by the recipe: nvim --headless -l, in the notes of nt-lsp.t.

local function check(good, what)
  if not good then
    error(what or 'failed', 2)
  end
end

local function position(pattern)
  vim.fn.cursor(1, 1)
  check(vim.fn.search(pattern, 'cW') > 0, pattern)
end

local function request(method, params)
  local answers = vim.lsp.buf_request_sync(0, 'textDocument/' .. method, params or vim.lsp.util.make_position_params(), 20000)
  for _, answer in pairs(answers or {}) do
    check(not answer.err, vim.inspect(answer.err))
    return answer.result
  end
  error('no answer to ' .. method)
end

local function main()
  vim.cmd('edit journal/2026-11-20.md')
  check(vim.wait(20000, function() return #vim.diagnostic.get(0) > 0 end), 'no diagnostics')
  local told = vim.diagnostic.get(0)[1]
  check(told.code == 'link-dangling' and told.lnum == 2 and told.source == 'nt-check', vim.inspect(told))

  position([[\[\[Charles]])
  check(vim.inspect(request('hover')):find('cadence   6w', 1, true), 'hover')
  vim.lsp.buf.definition()
  check(vim.wait(20000, function() return vim.fn.expand('%'):match('people/charles.md$') end), 'definition: ' .. vim.fn.expand('%'))
  check(#request('documentSymbol', { textDocument = vim.lsp.util.make_text_document_params() }) == 2, 'symbols')
  local params = vim.lsp.util.make_position_params()
  params.context = { includeDeclaration = false }
  check(#request('references', params) == 5, 'references')

  -- typing, with emoji before it: incremental changes in UTF-16
  vim.cmd('edit journal/2026-11-20.md')
  vim.fn.append(vim.fn.line('$'), '- 😀é 2026-11-24 with [[bab')
  vim.fn.cursor(vim.fn.line('$'), 1)
  vim.fn.cursor(vim.fn.line('$'), vim.fn.col('$'))
  local before = vim.lsp.util.make_position_params()
  before.position.character = before.position.character + 1 -- normal mode stands on the last character
  local items = request('completion', before).items
  check(#items == 1 and items[1].textEdit.newText == 'Charles Babbage]]', vim.inspect(items))
  vim.lsp.util.apply_text_edits({ items[1].textEdit }, 0, 'utf-16')
  check(vim.fn.getline('$') == '- 😀é 2026-11-24 with [[Charles Babbage]]', vim.fn.getline('$'))
  local held = request('hover', vim.tbl_extend('force', before, { position = { line = before.position.line, character = before.position.character - 1 } }))
  check(held, 'hover on what was typed')
  local text = vim.lsp.buf_request_sync(0, 'nt/text', { textDocument = before.textDocument }, 20000)
  for _, answer in pairs(text) do
    check(answer.result == table.concat(vim.fn.getline(1, '$'), '\n') .. '\n', vim.inspect(answer))
  end

  -- an action, then a rename over several files
  vim.cmd('edit people/charles.md')
  position('2026-12-01')
  local range = vim.lsp.util.make_range_params()
  range.context = { diagnostics = {} }
  for _, action in ipairs(request('codeAction', range)) do
    if action.title:find('^Tick') then
      vim.lsp.util.apply_workspace_edit(action.edit, 'utf-16')
    end
  end
  check(vim.fn.search([[- \[x\] 2026-11-24 owe: intro]], 'cw') > 0, 'ticked')
  position('name:')
  vim.lsp.buf.rename('Charles B.')
  check(vim.wait(20000, function() return vim.fn.getline(2) == 'name: Charles B.' end), 'renamed: ' .. vim.fn.getline(2))

  -- a note for a link
  vim.cmd('edit journal/2026-11-20.md')
  position([[\[\[Nobody]])
  range = vim.lsp.util.make_range_params()
  range.context = { diagnostics = {} }
  for _, action in ipairs(request('codeAction', range)) do
    if action.title:find('^Make the note') then
      vim.lsp.util.apply_workspace_edit(action.edit, 'utf-16')
    end
  end

  -- and one that moves the file
  vim.cmd('edit people/ada.md')
  position('name:')
  vim.lsp.buf.rename('Ada King')
  check(vim.wait(20000, function() return vim.fn.filereadable('people/ada-king.md') == 1 end), 'moved')
  vim.cmd('wall')
end

local good, why = pcall(main)
if not good then
  io.stdout:write(tostring(why) .. '\n')
end
vim.cmd(good and 'qall!' or 'cquit!')
