"""Scenarios for nt-lsp, in the book of the working directory: python3 lsp.py NAME."""
import glob
import json
import random
import shutil
import signal
import subprocess
import sys
import time

from lsp_client import *


def run(*args, **options):
    return subprocess.run(args, check=True, capture_output=True, text=True, **options).stdout


def tree(folder):
    return {path[len(folder) :]: open(path, "rb").read()
            for path in glob.glob(folder + "/**", recursive=True) if os.path.isfile(path)}


def read_now(c):
    """A book that takes long to read is read before the answer of this, not of all."""
    c.request("workspace/symbol", query="")


def labels(items):
    return [item["label"] for item in items]


# --- the protocol


def life():
    c = Client(start=False)
    assert c.refused("textDocument/hover", textDocument={"uri": uri("people/ada.md")}) == -32002
    c.notify("textDocument/didOpen", textDocument={"uri": uri("people/ada.md"), "version": 1, "text": "early"})
    assert c.request("initialize", processId=None, rootUri=uri("."), capabilities=CAPABILITIES)["capabilities"]
    assert c.refused("initialize", processId=None, rootUri=None, capabilities={}) == -32600
    c.notify("initialized")
    assert c.held("people/ada.md") is None, "what came too early is not heeded"
    assert c.refused("no/such") == -32601
    assert c.refused("$/no") == -32601
    c.notify("$/no")
    c.notify("no/such")
    assert c.refused("textDocument/hover") == -32602
    c.send({"jsonrpc": "2.0", "id": "a\0\u00e9", "method": "nt/text", "params": None})
    assert c.receive() == {"jsonrpc": "2.0", "id": "a\0\u00e9", "result": None}, "an id goes back as it came"
    c.send([])
    assert c.receive()["error"]["code"] == -32600
    c.send({"jsonrpc": "2.0", "id": 9})
    assert c.receive()["error"]["code"] == -32600
    assert c.request("shutdown") is None
    assert c.refused("shutdown") == -32600
    c.notify("exit")
    assert c.process.wait(60) == 0

    c = Client()
    c.notify("exit")
    assert c.process.wait(60) == 1, "no shutdown before"
    c = Client()
    c.process.stdin.close()
    assert c.process.wait(60) == 1, "the client went"
    c = Client()
    c.request("shutdown")
    c.process.stdin.close()
    assert c.process.wait(60) == 0


def orphan():
    """A client that is killed while its pipe is still held open by somebody else."""
    r, w = os.pipe()
    server = subprocess.Popen(["nt-lsp"], stdin=r, stdout=subprocess.PIPE)
    client = subprocess.Popen(["sleep", "100"])
    os.write(w, Client.frame({"jsonrpc": "2.0", "id": 1, "method": "initialize",
                              "params": {"processId": client.pid, "rootUri": None, "capabilities": {}}}))
    assert server.stdout.readline().startswith(b"Content-Length: ")
    client.kill()
    client.wait()
    assert server.wait(60) == 1

    # one that lets it hang: the pipe is closed by the system
    code = "import os, subprocess, sys; p = subprocess.Popen(['nt-lsp'], stdin=subprocess.PIPE, stdout=subprocess.PIPE); print(p.pid, flush=True); os.kill(os.getpid(), 9)"
    pid = int(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout)
    for _ in range(600):
        try:
            with open("/proc/%d/stat" % pid) as f:
                if f.read().split()[2] == "Z":
                    return
        except FileNotFoundError:
            return
        time.sleep(0.1)
    os.kill(pid, 9)
    raise AssertionError("it outlived its client")


def framing():
    hello = {"jsonrpc": "2.0", "id": 7, "method": "nt/text", "params": {}}

    def good(c, why):
        c.send(hello)
        while True:
            message = c.receive()
            if message.get("id") == 7:
                assert message["result"] is None, why
                return
            assert message["id"] is None and message["error"]["code"] in (-32700, -32600), (why, message)
            seen.append(why)

    body = json.dumps(hello).encode()
    bad = {
        "no JSON": Client.frame(b"{nonsense"),
        "a scalar": Client.frame(b"1"),
        "nothing": Client.frame(b""),
        "no header": b'{"jsonrpc":"2.0"}\r\n\r\n',
        "no header, no blank line": b'{"jsonrpc":"2.0"}',
        "a header that is none": b"Content-Length: x\r\n\r\n",
        "a negative length": b"Content-Length: -5\r\n\r\n",
        "a huge length": b"Content-Length: 99999999999999999999999999\r\n\r\n{}",
        "a long length": b"Content-Length: 99999999\r\n\r\n{}" + b" " * 300000,
        "too long for what there is": b"Content-Length: 900\r\n\r\n" + b" " * 899 + b"{",
        "too short": b"Content-Length: 10\r\n\r\n" + body,
        "too much": b"Content-Length: %d\r\n\r\n" % (len(body) + 40) + body,
        "other headers only": b"Content-Type: application/vscode-jsonrpc; charset=utf-8\r\n\r\n",
        "deep": Client.frame(b"[" * 100000),
        "deep objects": Client.frame(b'{"a":' * 100000),
        "not UTF-8": Client.frame(b'{"jsonrpc":"2.0","id":1,"method":"\xff\xfe"}'),
        "NUL": Client.frame(b"\0" * 100),
        "no line end": b"x" * 100000,
        "header without end": b"Content-Length: 5" + b"5" * 5000,
    }
    for why, data in bad.items():
        seen = []
        c = Client()
        c.send_bytes(data)
        if why == "too much":  # what follows is swallowed in part, and found in it
            c.send(hello)
            assert c.receive()["id"] is None
            assert c.receive()["id"] == 7
        good(c, why)
        assert seen or why == "too much", why
        assert c.stop() == 0, why
    c = Client()
    c.send_bytes(b"Content-Type: application/vscode-jsonrpc; charset=utf-8\r\ncontent-length:%d\r\n\r\n" % len(body) + body)
    assert c.receive()["id"] == 7, "other headers, and small letters"
    for byte in Client.frame(hello):
        c.send_bytes(bytes([byte]))
    assert c.receive()["id"] == 7, "byte by byte"
    c.open("people/ada.md", "x" * 15_000_000)
    assert len(c.held("people/ada.md")) == 15_000_000
    read_now(c)
    c.diagnostics("people/ada.md")
    with open("/proc/%d/status" % c.process.pid) as f:
        kilobytes = int(f.read().split("VmHWM:")[1].split()[0])
    c.send_bytes(b"Content-Length: 3000000000\r\n\r\n")
    for _ in range(200):
        c.send_bytes(b"x" * 1_000_000)
    c.send(hello)
    answers = (m["id"] for m in iter(c.receive, None) if "id" in m)
    assert [next(answers), next(answers)] == [None, 7]
    with open("/proc/%d/status" % c.process.pid) as f:
        assert int(f.read().split("VmHWM:")[1].split()[0]) - kilobytes < 30_000, "what is too long is not kept"
    assert c.stop() == 0


def cancel():
    c = Client()
    c.open("people/ada.md")
    asked = [c.message("workspace/symbol", query="a") for _ in range(50)]
    stop = [{"jsonrpc": "2.0", "method": "$/cancelRequest", "params": {"id": m["id"]}} for m in asked[1:] ]
    stop.append({"jsonrpc": "2.0", "method": "$/cancelRequest", "params": {"id": "nobody"}})
    c.send_bytes(b"".join(c.frame(m) for m in asked + stop))
    codes = []
    for m in asked:
        try:
            c.answer(m["id"])
            codes.append(0)
        except Refused as error:
            codes.append(error.code)
    assert set(codes) <= {0, -32800} and codes.count(-32800) > 30, codes
    assert c.request("workspace/symbol", query="a"), "and it goes on"
    assert c.stop() == 0


ALPHABET = ["a", "b", " ", "\n", "\r\n", "\r", "\t", "\u00e9", "e\u0301", "\u6f22", "\U0001f600", "\U0001f468\u200d\U0001f469", "\0", "\u2028", "[[", "]]"]


def sync(encoding, seed, steps):
    """Random edits; the text here is the client's own, in characters."""
    rnd = random.Random(seed)
    capabilities = json.loads(json.dumps(CAPABILITIES))
    capabilities["general"]["positionEncodings"] = [encoding] if encoding == "utf-8" else ["utf-32", "utf-16"]
    c = Client(capabilities=capabilities)
    assert c.server["capabilities"]["positionEncoding"] == encoding
    path, text = "people/ada.md", "---\nname: Ada\n---\r\n\U0001f600x\n"
    c.open(path, text)
    for step in range(1, steps + 1):
        changes = []
        for _ in range(rnd.choice([1, 1, 1, 2, 3])):
            new = "".join(rnd.choice(ALPHABET) for _ in range(rnd.choice([0, 0, 1, 1, 2, 7])))
            if len(text) > 300 and rnd.random() < 0.5:
                new = ""
            if rnd.random() < 0.01:
                changes.append({"text": new})
                text = new
                continue
            ends = []
            for _ in range(2):
                at = place(text, rnd.randrange(len(text) + 1), encoding)
                if rnd.random() < 0.1:
                    at["character"] += rnd.choice([1, 1, 2, 1000])  # in a character, past the end of the line
                if rnd.random() < 0.05:
                    at["line"] += rnd.choice([1, 1000])
                ends.append(at)
            a, b = sorted(ends, key=lambda p: (p["line"], p["character"]))
            if rnd.random() < 0.3:
                b = a
            changes.append({"range": {"start": a, "end": b}, "text": new})
            text = text[: offset(text, a, encoding)] + new + text[max(offset(text, b, encoding), offset(text, a, encoding)) :]
        c.notify("textDocument/didChange", textDocument={"uri": uri(path), "version": step}, contentChanges=changes)
        if step % 10 == 0:
            held = c.held(path)
            assert held == text, (step, changes, held, text)
    assert c.held(path) == text
    assert c.stop() == 0


def sync_odd():
    c = Client()
    path = "people/ada.md"
    c.open(path, "\U0001f600\r\nx")

    def edit(start, end, new, want):
        c.notify("textDocument/didChange", textDocument={"uri": uri(path), "version": 2}, contentChanges=[
            {"range": {"start": dict(zip(("line", "character"), start)), "end": dict(zip(("line", "character"), end))}, "text": new}])
        assert c.held(path) == want, (c.held(path), want)

    edit((0, 1), (0, 1), "a", "a\U0001f600\r\nx")  # in a pair: its beginning
    edit((0, 1), (0, 3), "", "a\r\nx")
    edit((0, 99), (0, 99), "b", "ab\r\nx")  # behind the line, not between CR and LF
    edit((9, 0), (9, 0), "!", "ab\r\nx!")
    edit((1, 2), (0, 2), "", "ab")  # the ends the wrong way round
    edit((0, 0), (0, 2), "", "")
    edit((0, 0), (0, 0), "z", "z")
    for broken in ({"text": 5}, {"range": {"start": 1}, "text": "q"}, {"range": {"start": {"line": -1, "character": 0}, "end": {"line": 0, "character": 0}}, "text": "q"}, 7, {}):
        c.notify("textDocument/didChange", textDocument={"uri": uri(path), "version": 2}, contentChanges=[broken])
        assert c.held(path) == "z", broken
    c.notify("textDocument/didChange", textDocument={"uri": uri(path), "version": 2})
    c.notify("textDocument/didChange")
    c.notify("textDocument/didOpen", textDocument={"uri": 5})
    c.notify("textDocument/didClose")
    # half a pair, which JavaScript may send: as long as what the editor has
    c.send_bytes(c.frame(b'{"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":{"uri":"%s","version":3},'
                         b'"contentChanges":[{"text":"\\ud83da\\\\ud83d\\ude00\\ud83d\\ude00"}]}}' % uri(path).encode()))
    assert c.held(path) == "\ufffda\\ud83d\ufffd\U0001f600", ascii(c.held(path))
    c.notify("textDocument/didClose", textDocument={"uri": uri(path)})
    assert c.held(path) is None
    assert c.stop() == 0


# --- what is offered


def names():
    c = Client()
    c.open("people/ada.md", "---\nname: Ada\n---\n\n")
    order = [line.split("\t")[1] for line in run("nt-address").splitlines()]
    offered = labels(c.offers("people/ada.md", "See [["))
    wanted = list(dict.fromkeys(name for name in order if name != "Ada"))
    assert [name for name in offered if name in wanted] == wanted, (offered, wanted)
    items = c.offers("people/ada.md", "See [[bab")
    assert labels(items) == ["Charles Babbage"], items
    assert c.accept("people/ada.md", "See [[bab", items[0]) == "See [[Charles Babbage]]"
    assert "Charlie" in items[0]["filterText"] and "people/charles.md" in items[0]["detail"]
    assert labels(c.offers("people/ada.md", "See [[CHARLIE")) == ["Charles Babbage"], "an alias"
    assert labels(c.offers("people/ada.md", "[[a]] and [[zo")) == ["Zo\u00eb"], "without accents"
    twins = c.offers("people/ada.md", "[[twin")
    assert sorted(c.accept("people/ada.md", "[[twin", t) for t in twins) == ["[[twin-1]]", "[[twin-2]]"], twins
    for nothing in ("[[a]] ", "[[a|", "nothing"):
        assert c.offers("people/ada.md", nothing) == [], nothing
    c.change("people/ada.md", "[[Bab]] and [[Char|him]]")
    got = c.at("completion", "people/ada.md", "b]]", behind=False)["items"]
    assert apply(c.texts["people/ada.md"], [got[0]["textEdit"]]) == "[[Charles Babbage]] and [[Char|him]]", got
    got = c.at("completion", "people/ada.md", "r|him")["items"]
    assert apply(c.texts["people/ada.md"], [got[0]["textEdit"]]) == "[[Bab]] and [[Charles Babbage|him]]", got
    c.change("people/ada.md", "")
    assert labels(c.offers("people/ada.md", "[[Charles Babbage#l")) == ["Log"]
    hidden = json.dumps([c.offers("people/ada.md", text) for text in ("[[", "[[hush", "---\nh", "- 2026-11-01 h", "---\ntags: h")])
    assert "ush" not in hidden.replace('"[[hush', ""), hidden
    assert c.stop() == 0


def words():
    c = Client()
    p = "people/ada.md"
    c.open(p, "---\nname: Ada\ntags: [x]\nexit: 1\n---\n\n## Log\n\n- \n")

    def front(typed, wanted, line=None):
        c.change(p, "---\nname: Ada\n" + typed + "\n---\n")
        items = c.at("completion", p, typed, behind=True)["items"]
        assert labels(items)[: len(wanted)] == wanted and (wanted or not items), (typed, labels(items))
        if line is not None:
            assert apply(c.texts[p], [items[0]["textEdit"]]) == "---\nname: Ada\n" + line + "\n---\n", items[0]

    front("birthd", ["birthday"], "birthday: ")
    front("na", [])  # it is there
    front("shoe", ["shoe-size"], "shoe-size: ")  # a key of one's own
    front("kind: pe", ["person"], "kind: person")
    front("kind: re", ["recipe"], "kind: recipe")
    front("tags: [x, me", ["mentor"], "tags: [x, mentor")
    front("tags:\n  - x\n  - me", ["mentor"], "tags:\n  - x\n  - mentor")
    front("tags: men", ["mentor", "mentor/old", "menu"])
    front("met: yest", ["yesterday"], "met: 2026-11-23")
    front("snooze: fri", ["friday", "next friday", "last friday"], "snooze: 2026-11-27")
    front("next: in 3 days", ["in 3 days"], "next: 2026-11-27")
    front("cadence: mo", ["monthly"], "cadence: monthly")
    front("prm-next: tom", ["tomorrow"], "prm-next: 2026-11-25")  # map of book.md
    front("birthday: nov 3", ["nov 3"], "birthday: --11-03")  # as nt-set has it: nobody said the year
    front("birthday: 3 nov 1985", ["3 nov 1985"], "birthday: 1985-11-03")
    front("anniversary: 11-23", ["11-23"], "anniversary: --11-23")
    front("met: nov 3", ["nov 3"], "met: 2026-11-03")
    front("next: nov 3", ["nov 3"], "next: 2027-11-03")
    front("met: tom", [])  # still to come
    front("birthday: fri", ["friday", "last friday"], "birthday: 2026-11-20")
    front("not: ", ["Charles Babbage"])
    front("not: Char", ["Charles Babbage"], 'not: "[[Charles Babbage]]"')
    front('not: "Char', ["Charles Babbage"], 'not: "[[Charles Babbage]]')
    front("spouse: [[bab", ["Charles Babbage"], "spouse: [[Charles Babbage]]")
    front("city: to", [])

    def unclosed(typed, wanted, behind="", mark="---\n"):
        c.change(p, mark + typed + behind)
        at = place(c.texts[p], len(mark + typed))
        items = c.request("textDocument/completion", textDocument={"uri": uri(p)}, position=at)["items"]
        assert labels(items)[: len(wanted)] == wanted and (wanted or not items), (typed, labels(items))

    unclosed("name: Ada\ntags:\n  - me", ["mentor", "mentor/old", "menu"])
    unclosed("birthd", ["birthday"])
    unclosed("name: Ada\nna", [])  # it is there
    unclosed("kind: ", ["person"])
    unclosed("kind: person\n", ["name"])
    unclosed("kind: person\n", ["name"], "\n# Ada\n")
    unclosed("", [], mark="---")
    unclosed("", [], mark="")
    unclosed("cadence: ", ["weekly"], "\n\n# Ada\n\n- 2026-11-01 call: x\n")
    unclosed("cadence: mo", ["monthly"], "\r\n\r\n# Ada\r\n", "---\r\n")
    unclosed("name: Ada\n\n- [ ] fri", ["friday"])  # behind it: an entry
    unclosed("birthd", [], mark="x\n---\n")
    unclosed("birthd", [], mark="")
    assert c.held(p) == "birthd"

    def body(typed, wanted, line=None, **more):
        c.change(p, "---\nname: Ada\n---\n\n## Log\n\n")
        items = c.offers(p, typed, **more)
        assert labels(items)[: len(wanted)] == wanted and (wanted or not items), (typed, labels(items))
        if line is not None:
            assert c.accept(p, typed, items[0]) == line, c.accept(p, typed, items[0])

    body("- tom", ["tomorrow"], "- 2026-11-25")
    body("- friday", ["friday", "next friday", "last friday"], "- 2026-11-20")
    body("- [ ] friday", ["friday"], "- [ ] 2026-11-27")
    body("- [x] friday", ["friday"], "- [x] 2026-11-20")  # what is done lies behind
    body("- [-] monday", ["monday"], "- [-] 2026-11-23")
    body("- [ ] ow", ["owe", "owed"], "- [ ] owe: ")
    body("* yest", ["yesterday"], "* 2026-11-23")
    body("1. nov 3", ["nov 3"], "1. 2026-11-03")
    body("- 2026-11-24 ca", ["call"], "- 2026-11-24 call: ")
    body("- 2026-11-24 18:30 ", ["mail", "call"], "- 2026-11-24 18:30 mail: ")
    body("- 2026-11-24 go", ["got"], "- 2026-11-24 got: ")  # nobody has used it yet
    body("- 2026-11-24 call: to", [])
    body("- talk to", [])
    body("- ", [], context={"triggerKind": 2, "triggerCharacter": " "})
    body("- ", ["today", "yesterday", "tomorrow"])
    body("tom", [])
    assert c.stop() == 0


# --- cards, places


def cards():
    c = Client()
    p = "journal/2026-11-20.md"
    c.open(p)
    card = c.at("hover", p, "[[Charles", behind=True)
    shown = run("on-tty", "sh", "-c", "COLUMNS=72 TERM=dumb nt-show people/charles.md").strip()
    assert card["contents"]["kind"] == "plaintext"
    told = card["contents"]["value"]
    assert told == shown, (told, shown)
    assert "knows" in told
    assert "hush" in told, "the owner asked"
    assert card["range"] == span(c.texts[p], "[[Charles Babbage]]")
    assert c.at("hover", p, "dinner") is None
    c.open("people/charles.md")
    assert "Charles Babbage" in c.at("hover", "people/charles.md", "name:")["contents"]["value"]
    c.change("people/charles.md", c.texts["people/charles.md"].replace("city: London", "city: Lo`nd```on"))
    assert "Lo`nd```on" in c.at("hover", p, "[[Charles")["contents"]["value"], "what is not saved"
    assert c.stop() == 0
    capabilities = json.loads(json.dumps(CAPABILITIES))
    capabilities["textDocument"]["hover"]["contentFormat"] = ["markdown", "plaintext"]
    c = Client(capabilities=capabilities)
    c.open(p)
    c.open("people/charles.md", read("people/charles.md").replace("city: London", "city: Lo```nd"))
    value = c.at("hover", p, "[[Charles")["contents"]
    assert value["kind"] == "markdown" and value["value"].startswith("````text\n") and value["value"].endswith("\n````")
    assert c.stop() == 0


def places():
    c = Client()
    p = "journal/2026-11-20.md"
    c.open(p)
    found = c.at("definition", p, "[[Charles")
    assert path_of(found["uri"]) == "people/charles.md" and found["range"]["start"] == {"line": 0, "character": 0}
    found = c.at("definition", p, "[[Charles Babbage#Log")
    assert read("people/charles.md").splitlines()[found["range"]["start"]["line"]] == "## Log"
    assert c.at("definition", p, "[[Nobody") is None and c.at("definition", p, "dinner") is None
    found = c.at("definition", p, "[him](")
    assert path_of(found["uri"]) == "people/charles.md"

    def links(**more):
        found = c.at("references", p, "[[Charles", context={"includeDeclaration": False, **more})
        texts = {f["uri"]: c.texts.get(path_of(f["uri"])) or read(path_of(f["uri"])) for f in found}
        return sorted((path_of(f["uri"]), texts[f["uri"]][offset(texts[f["uri"]], f["range"]["start"]) : offset(texts[f["uri"]], f["range"]["end"])]) for f in found)

    wanted = [(p, "[[Charles Babbage#Log]]"), (p, "[[Charles Babbage]]"), (p, "[him](../people/charles.md)"),
              ("people/eve.md", "[[Charlie]]"), ("people/z.md", "[[charles]]")]
    assert links() == wanted, links()
    assert len(links(includeDeclaration=True)) == len(wanted) + 1
    c.open("people/eve.md", "\U0001f600\r\n[[Charlie]] [[Charlie]]")
    assert links().count(("people/eve.md", "[[Charlie]]")) == 2, "as the editor has it"
    c.open("people/charles.md")
    assert len(c.at("references", "people/charles.md", "## Log", context={"includeDeclaration": False})) == len(wanted) + 1
    assert c.stop() == 0


def symbols():
    c = Client()
    p = "people/charles.md"
    c.open(p)
    tree = c.request("textDocument/documentSymbol", textDocument={"uri": uri(p)})
    assert [s["name"] for s in tree] == ["Log", "Private"], tree
    assert [s["name"] for s in tree[0]["children"]] == ["2026-11-20 call: the engine", "[ ] 2026-12-01 owe: intro to Ada"]
    entry = tree[0]["children"][0]
    assert entry["selectionRange"] == span(c.texts[p], "- 2026-11-20 call: the engine")
    names = [s["name"] for s in c.request("workspace/symbol", query="bab")]
    assert names == ["Charles Babbage"], names
    assert "hush" not in json.dumps(c.request("workspace/symbol", query="")).lower()
    assert c.stop() == 0
    capabilities = json.loads(json.dumps(CAPABILITIES))
    del capabilities["textDocument"]["documentSymbol"]
    c = Client(capabilities=capabilities)
    c.open(p)
    flat = c.request("textDocument/documentSymbol", textDocument={"uri": uri(p)})
    assert len(flat) == 5 and all(path_of(s["location"]["uri"]) == p for s in flat), flat
    assert c.stop() == 0


def hints():
    c = Client()
    p = "journal/2026-11-20.md"
    c.open(p)
    whole = {"start": {"line": 0, "character": 0}, "end": {"line": 99, "character": 0}}
    found = c.request("textDocument/inlayHint", textDocument={"uri": uri(p)}, range=whole)
    row = run("nt-find", "-l", "-o", "last,due", "people/charles.md").strip().split("\t")
    assert found[0]["label"] == "last %s, due %s" % tuple(row), (found, row)
    assert found[0]["position"] == span(c.texts[p], "[[Charles Babbage]]")["end"]
    assert "2026-11-22" not in json.dumps(found), "a private contact"
    one = {"start": {"line": 99, "character": 0}, "end": {"line": 99, "character": 0}}
    assert c.request("textDocument/inlayHint", textDocument={"uri": uri(p)}, range=one) == []
    c.open("people/charles.md")
    found = c.request("textDocument/inlayHint", textDocument={"uri": uri("people/charles.md")}, range=whole)
    assert found[0]["position"] == span(c.texts["people/charles.md"], "Charles Babbage")["end"]

    def hint(front, rest):
        c.open("people/x.md", "---\nname: X\n%s---\n\n%s" % (front, rest))
        c.change(p, "[[people/x]]")
        read_now(c)
        return [h["label"] for h in c.request("textDocument/inlayHint", textDocument={"uri": uri(p)}, range=whole)]

    hushed = "## Private\n\n- [ ] 2026-11-23 owe: hush\n- 2026-11-22 call: hush\n"
    assert hint("", hushed) == [], "due for a private reason"
    assert hint("cadence: 1w\n", hushed) == [], "and by a private contact"
    assert hint("next: 2026-11-24\n", hushed) == ["due 2026-11-24"], "a later day, which is told"
    assert hint("next: 2027-11-24\n", hushed) == ["due 2027-11-24"], "one ahead"
    assert hint("", "- [ ] 2026-11-23 owe: tell\n") == ["due 2026-11-23"]
    assert c.stop() == 0


# --- mistakes, changes


def mistakes():
    text = read("messy.txt")
    p = "people/messy.md"
    write(p, text)
    wanted = [json.loads(line) for line in run("sh", "-c", "nt-check -j people/messy.md || true").splitlines()]
    assert len(wanted) > 5
    write(p, "")
    for encoding in ("utf-16", "utf-8"):
        capabilities = json.loads(json.dumps(CAPABILITIES))
        capabilities["general"]["positionEncodings"] = [encoding]
        c = Client(capabilities=capabilities)
        c.open(p, text)
        told = c.diagnostics(p)

        def where(m):
            line = text.splitlines(keepends=True)[m["line"] - 1].encode()
            before = line[: m["column"] - 1].decode()
            return m["line"] - 1, sum(units(ch, encoding) for ch in before)

        got = [(d["range"]["start"]["line"], d["range"]["start"]["character"], d["severity"], d["code"], d["message"]) for d in told]
        assert got == [where(m) + ({"error": 1, "warning": 2}[m["level"]], m["code"], m["message"]) for m in wanted], (got, wanted)
        c.change(p, "")
        assert c.diagnostics(p) == []
        c.open("people/ada.md", "[[Nobody]]\n")
        assert c.diagnostics("people/ada.md")[0]["range"] == span("[[Nobody]]", "[[Nobody]]")
        for value in ("6 fortnights", '"6 fortnights"'):
            spans = "---\nname: Ada\ncadence: %s # x\n---\n" % value
            c.change("people/ada.md", spans)
            assert c.diagnostics("people/ada.md")[0]["range"] == span(spans, value), "the value whole"
        c.notify("textDocument/didClose", textDocument={"uri": uri("people/ada.md")})
        assert c.diagnostics("people/ada.md") == []
        assert c.stop() == 0


def mends():
    text = read("messy.txt")
    p = "people/messy.md"
    write(p, text)
    run("sh", "-c", "nt-check --fix people/messy.md || true")
    fixed = read(p)
    assert fixed != text
    write(p, "")
    c = Client()
    c.open(p, text)
    told = c.diagnostics(p)
    whole = {"start": {"line": 0, "character": 0}, "end": {"line": 999, "character": 0}}
    actions = c.actions(p, whole)
    all_of_it = [a for a in actions if a["kind"] == "source.fixAll"]
    apply_workspace(all_of_it[0]["edit"], c.texts)
    assert read(p) == fixed
    # each alone, from the last one on
    now = text
    singles = [a for a in actions if a["title"].startswith("Mend: ")]
    assert len(singles) > 3
    for a in reversed(singles):
        now = apply(now, a["edit"]["documentChanges"][0]["edits"])
    write(p, now)
    run("sh", "-c", "nt-check --fix people/messy.md || true")
    assert read(p) == fixed
    assert all(a["diagnostics"][0] in told for a in singles), "which mistake it is"
    only = c.actions(p, whole, only=["source"])
    assert [a["kind"] for a in only] == ["source.fixAll"], only
    first = c.actions(p, told[0]["range"], only=["quickfix"])
    assert len(first) <= 2 and all(a["kind"] == "quickfix" for a in first)
    write("missing.md", "")
    c.open("missing.md", "---\nkind: note\n---\n[[Grace Hopper]]\n")
    copy = run("sh", "-c", "rm -rf ../copy; cp -R . ../copy; cd ../copy && nt-new Grace Hopper && cat people/grace-hopper.md").split("\n", 1)
    c.act("missing.md", span(c.texts["missing.md"], "[[Grace"), "Make the note")
    assert read(copy[0]) == copy[1] and copy[0] == "people/grace-hopper.md"
    assert c.stop() == 0


def acts():
    """What an action makes of a file is what the tool makes of it."""
    def same(title, where, command, path="people/charles.md"):
        shutil.rmtree("../one", ignore_errors=True)
        shutil.rmtree("../two", ignore_errors=True)
        shutil.copytree(".", "../one")
        shutil.copytree(".", "../two")
        here = os.getcwd()
        os.chdir("../one")
        c = Client()
        c.open(path)
        before = tree(".")
        c.actions(path, span(c.texts[path], where))
        assert tree(".") == before, "nothing is written by asking"
        c.act(path, span(c.texts[path], where), title)
        assert c.stop() == 0
        os.chdir("../two")
        run(*command)
        for name in glob.glob("**/*.md", recursive=True):
            assert read(name) == read("../one/" + name), (title, name, read(name), read("../one/" + name))
        assert tree(".") != before, title
        os.chdir(here)

    def log(kind):  # the text is to be added
        return ["sh", "-c", "nt-log people/charles.md %s: X && sed -i 's/ X$//' people/charles.md" % kind]

    journal = "journal/2026-11-20.md"
    same("Tick: intro to", "- [ ] 2026-12-01 owe", ["nt-done", "people/charles.md", "intro"])
    same("Drop: intro to", "- [ ] 2026-12-01 owe", ["sed", "-i", "s/- \\[ \\] 2026-12-01/- [-] 2026-12-01/", "people/charles.md"])
    same("Log today with Charles Babbage: call", "name:", log("call"))
    same("Log today with Charles Babbage: mail", "[[Charles", log("mail"), journal)
    same("Snooze Charles Babbage for a week", "[[Charles", ["nt-snooze", "people/charles.md", "1w"], journal)
    same("Snooze Charles Babbage for a month", "name:", ["nt-snooze", "people/charles.md", "1m"])
    same("End the snooze of Eve", "name:", ["nt-snooze", "people/eve.md", "off"], "people/eve.md")
    c = Client()
    c.open(journal)
    assert c.actions(journal, span(c.texts[journal], "[[Acme")) == [], "no person"
    for gone in ("died: 2026", "archived: true"):
        c.open("people/charles.md", "---\nname: Charles Babbage\n%s\n---\n" % gone)
        assert c.actions("people/charles.md", span(c.texts["people/charles.md"], "name:")) == [], gone
    assert c.stop() == 0


def renames(names):
    """As nt-mv, over whole books: each pair of an old and a new name."""
    for old, new in names:
        for copy in ("../one", "../two"):
            shutil.rmtree(copy, ignore_errors=True)
            shutil.copytree(".", copy)
        here = os.getcwd()
        os.chdir("../two")
        done = subprocess.run(["nt-mv", old, new], capture_output=True, text=True)
        after = tree(".")
        os.chdir("../one")
        c = Client()
        path = old if os.path.exists(old) else run("nt-find", "-p", "name=" + old).splitlines()[0]
        text = read(path)
        name = run("nt-find", "-l", "-o", "name", path).rstrip("\n")
        c.open(path)
        at = "name:" if "\nname:" in text else "# "
        if done.returncode:
            assert c.refused("textDocument/rename", textDocument={"uri": uri(path)}, position=span(text, at)["start"], newName=new) == -32803
            assert tree(".") == tree(here), "nothing was changed"
        else:
            assert c.at("prepareRename", path, at)["placeholder"] == name
            before = tree(".")
            edit = c.at("rename", path, at, newName=new)
            assert tree(".") == before, "the server writes nothing"
            apply_workspace(edit, c.texts)
            got = tree(".")
            assert set(got) == {k for k in after if not k.startswith("/.nt-")}, (old, new, set(got) ^ set(after))
            for k in got:
                assert got[k] == after[k], (old, new, k, got[k].decode(), after[k].decode())
        assert c.stop() == 0
        os.chdir(here)


def rename_odd():
    c = Client()
    p = "journal/2026-11-20.md"
    c.open(p, read(p) + "\n[[Charles Babbage]] unsaved\n")
    c.open("people/eve.md")
    assert c.at("prepareRename", p, "[[Charles")["placeholder"] == "Charles Babbage"
    assert c.at("prepareRename", p, "[[Charles")["range"] == span(c.texts[p], "Charles Babbage")
    edit = c.at("rename", p, "[[Charles", newName="Charles B.")
    changed = [change for change in edit["documentChanges"] if "edits" in change and change["textDocument"]["uri"] == uri(p)]
    assert "[[Charles B.]] unsaved" in apply(c.texts[p], changed[0]["edits"]), "the unsaved text is what changes"
    for name in ("Eve", "", "a\nb", "../x.md"):
        assert c.refused("textDocument/rename", textDocument={"uri": uri(p)}, position=span(c.texts[p], "[[Charles")["start"], newName=name) in (-32803, -32602), name
    assert c.refused("textDocument/prepareRename", textDocument={"uri": uri(p)}, position=span(c.texts[p], "dinner")["start"]) == -32803
    c.open("people/charles.md", read("people/charles.md") + "\n# Another heading\n")
    assert c.refused("textDocument/prepareRename", textDocument={"uri": uri("people/charles.md")}, position=span(c.texts["people/charles.md"], "Another")["start"]) == -32803
    assert c.refused("textDocument/rename", textDocument={"uri": uri(p)}, position=span(c.texts[p], "[[Nobody")["start"], newName="x") == -32803
    write("people/broken.md", "---\n: [\n---\n[[Charles Babbage]]\n")
    c.notify("workspace/didChangeWatchedFiles", changes=[])
    assert c.refused("textDocument/rename", textDocument={"uri": uri(p)}, position=span(c.texts[p], "[[Charles")["start"], newName="New") == -32803
    os.remove("people/broken.md")
    assert c.stop() == 0
    capabilities = json.loads(json.dumps(CAPABILITIES))
    capabilities["workspace"]["workspaceEdit"] = {}
    c = Client(capabilities=capabilities)
    c.open(p)
    c.open("people/ada.md")
    assert c.refused("textDocument/rename", textDocument={"uri": uri("people/ada.md")}, position={"line": 1, "character": 3}, newName="Zora") == -32803
    edit = c.at("rename", p, "[[Charles", newName="Charles B.")  # its file is not called so
    assert set(map(path_of, edit["changes"])) == {p, "people/charles.md"}, edit
    assert c.stop() == 0


# --- the book


def outside():
    """What others write is seen."""
    c = Client()
    p = "journal/2026-11-20.md"
    c.open(p)
    run("nt-log", "people/charles.md", "2026-11-23 coffee: from outside")
    c.notify("workspace/didChangeWatchedFiles", changes=[{"uri": uri("people/charles.md"), "type": 2}])
    read_now(c)
    assert "from outside" in c.at("hover", p, "[[Charles")["contents"]["value"]
    assert "coffee" in labels(c.offers(p, "- 2026-11-24 cof")), "words, too"
    write("people/grace.md", "---\nname: Grace Hopper\n---\n")
    c.notify("textDocument/didSave", textDocument={"uri": uri("people/grace.md")})
    read_now(c)
    assert labels(c.offers(p, "[[grace")) == ["Grace Hopper"]
    write("people/brand.md", "---\r\nname: Brand New\r\n---\r\n")
    c.open("people/brand.md", "---\r\nname: Brand New\r\n---\r\n")  # made by somebody else a moment ago
    assert c.at("rename", "people/brand.md", "name:", newName="Brand Newer")
    os.rename("people/grace.md", "people/amazing.md")
    time.sleep(1.1)  # nobody tells
    found = c.request("workspace/symbol", query="grace")
    assert [path_of(f["location"]["uri"]) for f in found] == ["people/amazing.md"]
    with open("book.md", "a") as f:
        f.write("\n")
    write("book.md", read("book.md").replace("kind: book\n", "kind: book\nignore: [amazing.md]\n"))
    c.notify("workspace/didChangeWatchedFiles", changes=[])
    assert c.request("workspace/symbol", query="grace") == [], "book.md, too"
    os.rename("book.md", "gone.md")
    c.notify("workspace/didChangeWatchedFiles", changes=[])
    assert c.at("hover", p, "[[Charles"), "a book.md that goes does not end it"
    os.rename("gone.md", "book.md")
    assert c.stop() == 0


def unsaved():
    """What stands in the editor alone is seen as if it was saved: changes, and notes that have no file yet."""
    write("book.md", read("book.md").replace("kind: book\n", "kind: book\nignore: [drafts, '*.tmp.md']\n"))
    c = Client()
    p = "journal/2026-11-20.md"
    c.open(p, read(p) + "[[Nina Nova]] [[Nin#Two]] [[Ada Byron]] [[new]]\n")

    def found(query):
        return [path_of(f["location"]["uri"]) for f in c.request("workspace/symbol", query=query)]

    def leads(part):
        there = c.at("definition", p, part)
        return there and (path_of(there["uri"]), there["range"]["start"]["line"])

    assert found("nova") == [] and leads("[[Nina") is None
    before = len(c.at("references", p, "[[Charles", context={"includeDeclaration": False}))
    c.open("people/new.md", "---\nname: Nina Nova\naliases: [Nin]\n---\n[[Charles Babbage]], [[Zo\u00eb]]\n## Two\n")
    assert found("nova") == ["people/new.md"] and found("charl") == ["people/charles.md"]
    assert labels(c.offers(p, "[[nov")) == ["Nina Nova"] and labels(c.offers(p, "[[Nin#")) == ["Two"]
    assert leads("[[Nina") == ("people/new.md", 0) and leads("[[Nin#") == ("people/new.md", 5) and leads("[[new") == ("people/new.md", 0)
    assert "Nina Nova" in c.at("hover", p, "[[Nina")["contents"]["value"]
    while [d for d in c.diagnostics(p) if "Nin" in d["message"]]:
        pass  # told before it was there
    links = [path_of(r["uri"]) for r in c.at("references", p, "[[Charles", context={"includeDeclaration": False})]
    assert len(links) == before + 1 and links.count("people/new.md") == 1, links
    assert links == sorted(links, key=lambda path: path.split("/")), "in path order"
    assert len(c.at("references", p, "[[Nina", context={"includeDeclaration": True})) == 4
    edit = c.at("rename", p, "[[Charles", newName="Charles B.")
    changed = {path_of(change["textDocument"]["uri"]): change for change in edit["documentChanges"] if "edits" in change}
    assert "[[Charles B.]], [[Zo" in apply(c.texts["people/new.md"], changed["people/new.md"]["edits"]), "renamed there, too"
    assert changed["people/new.md"]["textDocument"]["version"] is not None

    c.change("people/new.md", "# Nora\n")
    assert found("nova") == [] and found("nora") == ["people/new.md"] and leads("[[Nina") is None
    c.open("people/ada.md", read("people/ada.md").replace("name: Ada", "name: Ada Byron\ntags: [countess]"))
    assert found("byron") == ["people/ada.md"] and leads("[[Ada Byron") == ("people/ada.md", 0)
    assert labels(c.offers(p, "[[byr")) == ["Ada Byron"]
    c.change("people/ada.md", read("people/ada.md"))
    assert found("byron") == [] and leads("[[Ada Byron") is None

    c.change("people/new.md", "---\nname: Nora\naliases: [\n---\n")
    assert found("nora") == ["people/new.md"], "half typed: as it was"
    c.change("people/new.md", "# Nora\n")
    c.change("people/ada.md", "---\nname: Ada\nemail: [\n---\n")
    write("people/late.md", "# Lately\n")
    c.notify("workspace/didChangeWatchedFiles", changes=[])
    assert found("lately") and found("ada") == ["people/ada.md"], "half typed: as it was saved"
    c.change("people/ada.md", read("people/ada.md"))

    c.open("people/far/away/b.md", "---\nname: Faraway\n---\n")
    c.open("people/far/away/a.md", "---\nname: Faraway Too\n---\n")
    assert sorted(found("faraway")) == ["people/far/away/a.md", "people/far/away/b.md"], "nor are their folders on the disk"
    os.symlink("charles.md", "people/linked.md")
    write("other/book.md", "---\nkind: book\n---\n")
    outside = ["templates/x.md", "README.md", "drafts/x.md", "people/x.tmp.md", "people/.x.md", ".x/x.md", "other/x.md", "other/new/x.md",
               "people/x.txt", "people/linked.md", "../beside.md", "ada.md/x.md", "people/charles.md/x.md"]
    for path in outside:
        c.open(path, "---\nname: Outside\n---\n[[Charles Babbage]]\n")
    c.notify("textDocument/didOpen", textDocument={"uri": "untitled:Untitled-1", "version": 1, "text": "# Outside"})
    seen = found("outside")
    assert seen == ["ada.md/x.md"], (seen, "what is no note of the book")
    assert "people/linked.md" not in [path_of(r["uri"]) for r in c.at("references", p, "[[Charles", context={})]
    c.change(p, c.texts[p] + "[[Missing One]]")
    c.open("people/missing-one.md", "# Somebody Else\n")
    for _ in range(3):
        titles = [a["title"] for a in c.actions(p, span(c.texts[p], "[[Missing")) if a["title"].startswith("Make")]
        assert titles == ["Make the note 'people/missing-one-2.md'"], titles
    c.open("people/bea.md", "# Beatrice\n")
    for path, name in ("people/ada.md", "Beatrice"), ("people/ada.md", "people/bea.md"), ("people/bea.md", "people/b.md"):
        assert c.refused("textDocument/rename", textDocument={"uri": uri(path)}, position={"line": 1 if path.endswith("ada.md") else 0, "character": 3}, newName=name) == -32803
    edit = c.request("textDocument/rename", textDocument={"uri": uri("people/bea.md")}, position={"line": 0, "character": 3}, newName="Bea Trice")
    assert list(map(lambda change: path_of(change["textDocument"]["uri"]), edit["documentChanges"])) == ["people/bea.md"], edit
    for text, code in ("[[Nothing]]", None), ("[[Charles Babbage]]", -32803):
        c.open("people/odd.md", "---\nname: [\n---\n" + text)
        edit = {"textDocument": {"uri": uri(p)}, "position": span(c.texts[p], "[[Charles")["start"], "newName": "Charles B."}
        assert code == c.refused("textDocument/rename", **edit) if code else c.request("textDocument/rename", **edit), text
    assert not os.path.exists("people/far") and not os.path.exists("people/new.md")

    c.notify("textDocument/didClose", textDocument={"uri": uri("people/far/away/b.md")})
    assert found("faraway") == ["people/far/away/a.md"], "closed, never saved"
    write("people/new.md", c.texts["people/new.md"])
    c.notify("textDocument/didSave", textDocument={"uri": uri("people/new.md")})
    assert found("nora") == ["people/new.md"]
    c.change("people/new.md", "# Nobody Else\n")
    assert found("nora") == []
    c.notify("textDocument/didClose", textDocument={"uri": uri("people/new.md")})
    assert found("nora") == ["people/new.md"], "closed, changes thrown away"
    os.remove("people/eve.md")
    c.notify("workspace/didChangeWatchedFiles", changes=[])
    assert found("eve") == []
    c.open("people/eve.md", "# Eve\n")
    assert found("eve") == ["people/eve.md"]
    assert c.stop() == 0


def where():
    """Which book it is, and what is none of its notes."""
    here = os.getcwd()
    p = "people/charles.md"
    for c in (Client(folder="people"), Client(folder=None), Client("-b", here, folder="/", cwd="/"), Client("--stdio", folder="/")):
        c.open(p)
        assert c.at("hover", p, "name:"), c.process.args
        assert c.stop() == 0
    os.environ["NT_BOOK"] = here
    c = Client(folder=None, cwd="/")
    write("../other/x.md", "[[Nobody]] [[Charles Babbage]]")
    c.open("../other/x.md")
    assert c.at("hover", "../other/x.md", "[[Charles") is None, "not of this book"
    c.open(p)
    assert c.at("hover", p, "name:")
    assert c.stop() == 0
    del os.environ["NT_BOOK"]
    c = Client(folder="../other", cwd="/")
    c.open("../other/x.md")
    assert c.at("hover", "../other/x.md", "[[Charles") is None and c.request("workspace/symbol", query="") is None
    for method in ("completion", "definition", "references", "prepareRename", "documentSymbol", "codeAction", "inlayHint"):
        assert not c.at(method, "../other/x.md", "[[Charles", range=span("[", "["), context={})
    assert c.stop() == 0
    os.symlink(here, "../link")
    c = Client(folder="../link")
    c.open("../link/journal/2026-11-20.md")
    found = c.at("definition", "../link/journal/2026-11-20.md", "[[Charles")
    assert found["uri"] == uri("../link/" + p), "as the editor calls it"
    c.told.clear()
    write("README.md", "[[Charles Babbage]]")
    c.open("README.md")
    assert c.at("hover", "README.md", "[[Charles") is None
    assert not [m for m in c.told if m["method"] == "window/showMessage"], "of no book"
    write("../another/book.md", "---\nkind: book\n---\n")
    write("../another/people/x.md", "")
    c.open("../another/people/x.md")
    assert c.at("hover", "../another/people/x.md", "") is None
    said = [m["params"]["message"] for m in c.told if m["method"] == "window/showMessage"]
    assert len(said) == 1 and "another'" in said[0], said
    c.notify("textDocument/didOpen", textDocument={"uri": "untitled:1", "version": 1, "text": "[[Charles Babbage]]"})
    c.texts["new note.md"] = ""
    c.open("people/new note.md", "[[Charles Babbage]]")
    assert c.at("hover", "people/new note.md", "[[Charles"), "one that is not on the disk yet"
    c.open("people/new/folder.md", "[[Charles Babbage]]")
    assert c.at("hover", "people/new/folder.md", "[[Charles"), "nor is its folder"
    write("people/new/folder.md", c.texts["people/new/folder.md"])
    c.notify("textDocument/didSave", textDocument={"uri": uri("people/new/folder.md")})
    assert c.at("hover", "people/new/folder.md", "[[Charles")
    assert c.stop() == 0


def unasked():
    """In the notes of sight.t: what comes without being asked for may be seen by others."""
    c = Client()
    p = "people/new.md"
    c.open(p, "")
    got = []
    for begin in ("[[", "---\n%s\n---\n", "---\ntags: %s\n---\n", "---\nkind: %s\n---\n", "---\nnot: %s\n---\n", "- 2026-11-24 %s", "- [ ] %s", "[[Ada#%s"):
        for letter in [""] + list("abcdefghijklmnopqrstuvwxyz"):
            text = begin % letter if "%s" in begin else begin + letter
            c.change(p, text)
            at = place(text, text.index("%s" % letter, begin.find("%s") if "%s" in begin else 0) + len(letter)) if "\n" in begin else place(text, len(text))
            got += c.request("textDocument/completion", textDocument={"uri": uri(p)}, position=at)["items"]
    c.change(p, "")
    assert labels(c.offers(p, "[[Ada#")) == ["Public"]
    assert c.offers(p, "[[hushalias") == [] and c.request("workspace/symbol", query="hushalias") == []
    assert labels(c.offers(p, "[[openalias")) == ["Ada"]
    got += c.request("workspace/symbol", query="")
    c.change(p, "[[Ada]]")
    whole = {"start": {"line": 0, "character": 0}, "end": {"line": 9, "character": 0}}
    hint = c.request("textDocument/inlayHint", textDocument={"uri": uri(p)}, range=whole)[0]["label"]
    assert hint == "last 2026-11-03, due 2026-11-25", hint  # the first day that is not private; nt-find says 2026-11-20
    assert len(got) > 100 and "open" in json.dumps(got)
    found = json.dumps(got).lower().replace("hush hal", "")
    assert "hush" not in found, found[found.index("hush") - 200 :][:400]
    card = c.at("hover", p, "[[Ada")["contents"]["value"]
    assert "hushcall" in card, "a card is asked for, by the owner"
    assert c.stop() == 0


PIECES = ["---\n", "...\n", "name: ", "kind: person\n", "tags: [a, b]\n", "birthday: 1990/1/2\n", "cadence: 6w\n", "private:\n", "  - ", "- ", "[ ] ", "[x] ",
          "2026-11-24 ", "2026-9-4 ", "call: ", "owe: ", "[[", "]]", "Charles Babbage", "Nobody", "|", "#", "# ", "## Log\n", "\n", "\n\n", "\r\n", "\r",
          "\U0001f600", "e\u0301", "\u00e9", "\ufeff", "\0", "\f\n", "> ", "```\n", "<!--", "-->", "[a](b.md)", "[x]: y\n", "\t", "  ", ": ", "\"", "'", "{", "}", "&a ", "*a", "<a href=x.md>",
          "snooze: tomorrow\n", "not: ", "map: {}\n", "email: x@y\n", "\\", "%41", "query: '(('\n"]


def storm(seed, rounds):
    """Any question about any text is answered, and no edit that is offered lies outside or across another."""
    rnd = random.Random(seed)
    c = Client()
    methods = ["completion", "hover", "definition", "references", "documentSymbol", "codeAction", "prepareRename", "rename", "inlayHint"]
    paths = ["people/charles.md", "journal/2026-11-20.md", "book.md", "people/new.md", "orgs/acme.md"]
    for path in paths:
        c.open(path, "")

    def edits_of(value):
        if isinstance(value, dict):
            if "edits" in value and "textDocument" in value:
                yield path_of(value["textDocument"]["uri"]), value["edits"]
            for inner in value.values():
                yield from edits_of(inner)
        elif isinstance(value, list):
            for inner in value:
                yield from edits_of(inner)

    for _ in range(rounds):
        path = rnd.choice(paths)
        text = "".join(rnd.choice(PIECES) for _ in range(rnd.choice([0, 1, 5, 20, 60])))
        if rnd.random() < 0.7:
            text = "---\n" + text.replace("---\n", "", 1).replace("- ", "\n---\n- ", 1)
        c.change(path, text)
        for _ in range(4):
            method = rnd.choice(methods)
            spots = sorted((place(text, rnd.randrange(len(text) + 1)) for _ in range(2)), key=lambda p: (p["line"], p["character"]))
            try:
                answer = c.request("textDocument/" + method, textDocument={"uri": uri(path)}, position=spots[0],
                                   range={"start": spots[0], "end": spots[1]}, newName=rnd.choice(["New", "x/y.md", "", "Eve"]),
                                   context={"includeDeclaration": True, "diagnostics": []})
            except Refused as error:
                assert method in ("prepareRename", "rename") and error.code in (-32803, -32602), (method, error)
                continue
            for changed, edits in edits_of(answer):
                before = c.texts.get(changed) if changed in c.texts else read(changed) if os.path.exists(changed) else ""
                apply(before, edits)
        assert c.held(path) == text
    assert c.stop() == 0


if __name__ == "__main__":
    globals()[sys.argv[1]](*(json.loads(arg) for arg in sys.argv[2:]))
