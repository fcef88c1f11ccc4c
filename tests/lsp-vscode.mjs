// lsp-vscode.mjs NODE_MODULES: the protocol library of VS Code against nt-lsp, in the notes of nt-lsp.t.
// Its types are what VS Code takes; its checks (Is, validate) say whether each answer is one.
import { createRequire } from 'node:module'
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import assert from 'node:assert'

const require = createRequire(process.argv[2] + '/')
const p = require('vscode-languageserver-protocol/node')

const server = spawn('nt-lsp', ['--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] })
const ended = new Promise(resolve => server.on('exit', resolve))
const connection = p.createProtocolConnection(new p.StreamMessageReader(server.stdout), new p.StreamMessageWriter(server.stdin))
const told = new Map()
let registered
connection.onNotification(p.PublishDiagnosticsNotification.type, x => told.get(x.uri)?.(x))
connection.onRequest(p.RegistrationRequest.type, x => { registered = x })
connection.listen()

const uri = path => pathToFileURL(path).href
const every = (list, is) => { assert(Array.isArray(list)); for (const x of list) assert(is(x), JSON.stringify(x)); return list }

const hello = await connection.sendRequest(p.InitializeRequest.type, {
  processId: process.pid, rootUri: uri('.'), workspaceFolders: [{ uri: uri('.'), name: 'book' }],
  capabilities: {
    general: { positionEncodings: [p.PositionEncodingKind.UTF16] },
    workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'rename', 'delete'] },
      didChangeWatchedFiles: { dynamicRegistration: true } },
    textDocument: { hover: { contentFormat: ['markdown', 'plaintext'] }, rename: { prepareSupport: true },
      documentSymbol: { hierarchicalDocumentSymbolSupport: true },
      codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } } },
  },
})
assert.equal(hello.capabilities.positionEncoding, 'utf-16')
await connection.sendNotification(p.InitializedNotification.type, {})

const path = 'journal/2026-11-20.md', text = readFileSync(path, 'utf8') + '- 😀 [[bab'
const mistakes = new Promise(resolve => told.set(uri(path), resolve))
await connection.sendNotification(p.DidOpenTextDocumentNotification.type,
  { textDocument: { uri: uri(path), languageId: 'markdown', version: 1, text } })
const textDocument = { uri: uri(path) }
const lines = text.split('\n'), line = lines.findIndex(l => l.includes('[[Charles'))
const position = { line, character: lines[line].indexOf('[[Charles') + 3 }
const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } }

every((await mistakes).diagnostics, p.Diagnostic.is)
const list = await connection.sendRequest(p.CompletionRequest.type,
  { textDocument, position: { line: lines.length - 1, character: lines.at(-1).length } })
every(list.items, i => typeof i.label === 'string' && p.TextEdit.is(i.textEdit))
assert.deepEqual(list.items.map(i => i.label), ['Charles Babbage'])
assert.deepEqual(list.items[0].textEdit.range.end, { line: lines.length - 1, character: '- 😀 [[bab'.length })
const card = await connection.sendRequest(p.HoverRequest.type, { textDocument, position })
assert(p.Hover.is(card) && card.contents.kind === 'markdown')
assert(p.Location.is(await connection.sendRequest(p.DefinitionRequest.type, { textDocument, position })))
assert.equal(every(await connection.sendRequest(p.ReferencesRequest.type,
  { textDocument, position, context: { includeDeclaration: false } }), p.Location.is).length, 5)
every(await connection.sendRequest(p.DocumentSymbolRequest.type, { textDocument }), s => typeof s.name === 'string' && p.Range.is(s.range) && p.Range.is(s.selectionRange))
every(await connection.sendRequest(p.WorkspaceSymbolRequest.type, { query: '' }), s => p.Location.is(s.location) && s.name)
every(await connection.sendRequest(p.CodeActionRequest.type, { textDocument, range: whole, context: { diagnostics: [] } }), p.CodeAction.is)
assert(every(await connection.sendRequest(p.InlayHintRequest.type, { textDocument, range: whole }), p.InlayHint.is).length > 0)
const place = await connection.sendRequest(p.PrepareRenameRequest.type, { textDocument, position })
assert(p.Range.is(place.range) && place.placeholder === 'Charles Babbage')
const edit = await connection.sendRequest(p.RenameRequest.type, { textDocument, position, newName: 'people/babbage.md' })
assert(p.WorkspaceEdit.is(edit))
assert(edit.documentChanges.some(c => p.RenameFile.is(c)) && edit.documentChanges.some(c => p.TextDocumentEdit.is(c)))

const cancel = new p.CancellationTokenSource()
const slow = Array.from({ length: 20 }, () => connection.sendRequest(p.WorkspaceSymbolRequest.type, { query: '' }))
const stopped = connection.sendRequest(p.WorkspaceSymbolRequest.type, { query: '' }, cancel.token)
cancel.cancel()
await Promise.all(slow)
await stopped.then(() => {}, e => assert.equal(e.code, p.LSPErrorCodes.RequestCancelled))
await assert.rejects(connection.sendRequest('no/such'), e => e.code === p.ErrorCodes.MethodNotFound)
assert.deepEqual(registered?.registrations.map(r => r.method), ['workspace/didChangeWatchedFiles'])

await connection.sendRequest(p.ShutdownRequest.type)
await connection.sendNotification(p.ExitNotification.type)
assert.equal(await ended, 0)
