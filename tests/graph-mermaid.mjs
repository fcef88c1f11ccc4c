// graph-mermaid.mjs NODE_MODULES: reads a flowchart as Mermaid does, and prints the text of each node, then how many edges.
// What nt wrote by its number stands between marks there until it is drawn.
import fs from "fs";
import { createRequire } from "module";
import { pathToFileURL } from "url";

const folder = process.argv[2];
const { JSDOM } = createRequire(folder + "/")("jsdom");
const { window } = new JSDOM("<!DOCTYPE html><body></body>");
globalThis.window = window;
globalThis.document = window.document;
const mermaid = (await import(pathToFileURL(folder + "/mermaid/dist/mermaid.core.mjs"))).default;
const text = fs.readFileSync(0, "utf8");
await mermaid.parse(text); // throws what is wrong
const diagram = await mermaid.mermaidAPI.getDiagramFromText(text);
for (const node of diagram.db.getVertices().values())
	console.log(node.text.replace(/ﬂ°°(\d+)¶ß/g, (_, code) => String.fromCodePoint(code)));
console.log(diagram.db.getEdges().length);
