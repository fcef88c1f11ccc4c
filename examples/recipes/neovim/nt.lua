-- Into ~/.config/nvim/plugin: nt-lsp for the notes of a book, from Neovim 0.7 on.
--   K card   gd note   gr what links here   gO headings and entries   <C-x><C-o> completes
--   <leader>rn rename   <leader>ca tick, drop, log, snooze, mend

local clients = {} -- by root, for Neovim before 0.8

local function start(root, buffer)
  local config = { name = 'nt', cmd = { 'nt-lsp' }, root_dir = root }
  if vim.lsp.start then
    vim.lsp.start(config, { bufnr = buffer })
    return
  end
  clients[root] = clients[root] or vim.lsp.start_client(config)
  vim.lsp.buf_attach_client(buffer, clients[root])
end

local function attach(event)
  local file = vim.api.nvim_buf_get_name(event.buf)
  local book = vim.fn.findfile('book.md', vim.fn.fnamemodify(file, ':p:h') .. ';')
  if file == '' or book == '' then
    return
  end
  start(vim.fn.fnamemodify(book, ':p:h'), event.buf)
  vim.bo[event.buf].omnifunc = 'v:lua.vim.lsp.omnifunc'
  local keys = {
    K = 'hover', gd = 'definition', gr = 'references', gO = 'document_symbol',
    ['<leader>rn'] = 'rename', ['<leader>ca'] = 'code_action',
  }
  for key, name in pairs(keys) do
    vim.keymap.set('n', key, function() vim.lsp.buf[name]() end, { buffer = event.buf })
  end
  if vim.lsp.inlay_hint then
    vim.lsp.inlay_hint.enable(true, { bufnr = event.buf })
  end
end

vim.api.nvim_create_autocmd('FileType', { pattern = 'markdown', callback = attach })
