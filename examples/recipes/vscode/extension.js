// nt-lsp in VS Code. In this folder: npm install && npx @vscode/vsce package && code --install-extension nt-lsp-*.vsix
const { LanguageClient } = require('vscode-languageclient/node')

let client

exports.activate = async () => {
  client = new LanguageClient('nt', 'nt', { command: 'nt-lsp' }, {
    documentSelector: [{ scheme: 'file', language: 'markdown' }],
  })
  await client.start()
}

exports.deactivate = () => client?.stop()
