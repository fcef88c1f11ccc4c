"""A client of the Language Server Protocol 3.17, written from its specification: the
base protocol, requests that wait for their answer, what the server tells meanwhile, and
edits applied to texts."""
import json
import os
import queue
import subprocess
import threading
import urllib.parse


class Refused(Exception):
    def __init__(self, error):
        super().__init__(error["message"])
        self.code = error["code"]


def uri(path):
    return "file://" + urllib.parse.quote(os.path.abspath(path))


def path_of(a_uri):
    return os.path.relpath(urllib.parse.unquote(urllib.parse.urlparse(a_uri).path))


def read(path):
    with open(path, encoding="utf-8", newline="") as f:
        return f.read()


def write(path, text):
    os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="") as f:
        f.write(text)


# --- texts: offsets are in characters, positions in the units agreed on


def units(char, encoding):
    return len(char.encode("utf-8")) if encoding == "utf-8" else len(char.encode("utf-16-le")) // 2


def lines(text):
    """(start, end) of each line, without its line end."""
    out, start, i = [], 0, 0
    while i < len(text):
        if text[i] in "\r\n":
            out.append((start, i))
            i += 2 if text[i : i + 2] == "\r\n" else 1
            start = i
        else:
            i += 1
    return out + [(start, len(text))]


def offset(text, position, encoding="utf-16"):
    all_lines = lines(text)
    if position["line"] >= len(all_lines):
        return len(text)
    at, end = all_lines[position["line"]]
    left = position["character"]
    while at < end and units(text[at], encoding) <= left:
        left -= units(text[at], encoding)
        at += 1
    return at


def place(text, at, encoding="utf-16"):
    for number, (start, end) in reversed(list(enumerate(lines(text)))):
        if start <= at:
            return {"line": number, "character": sum(units(c, encoding) for c in text[start : min(at, end)])}


def span(text, part, nth=0):
    """The range of a part that stands in the text."""
    at = -1
    for _ in range(nth + 1):
        at = text.index(part, at + 1)
    return {"start": place(text, at), "end": place(text, at + len(part))}


def apply(text, edits, encoding="utf-16"):
    spans = sorted((offset(text, e["range"]["start"], encoding), offset(text, e["range"]["end"], encoding), i)
                   for i, e in enumerate(edits))
    out, done = "", 0
    for start, end, i in spans:
        assert done <= start <= end, "edits overlap"
        out += text[done:start] + edits[i]["newText"]
        done = end
    return out + text[done:]


def apply_workspace(edit, texts):
    """Applies a WorkspaceEdit to files on disk; texts: path -> what is open and not saved."""
    for change in edit["documentChanges"]:
        if change.get("kind") == "create":
            assert not os.path.exists(path_of(change["uri"]))
            write(path_of(change["uri"]), "")
        elif change.get("kind") == "rename":
            old, new = path_of(change["oldUri"]), path_of(change["newUri"])
            os.makedirs(os.path.dirname(new) or ".", exist_ok=True)
            assert not os.path.exists(new)
            os.rename(old, new)
        else:
            path = path_of(change["textDocument"]["uri"])
            assert (change["textDocument"]["version"] is not None) == (path in texts), "version of what is open"
            write(path, apply(texts.get(path, None) if path in texts else read(path), change["edits"]))


# --- the client

CAPABILITIES = {
    "general": {"positionEncodings": ["utf-16"]},
    "workspace": {
        "workspaceEdit": {"documentChanges": True, "resourceOperations": ["create", "rename", "delete"]},
    },
    "textDocument": {
        "hover": {"contentFormat": ["plaintext"]},
        "documentSymbol": {"hierarchicalDocumentSymbolSupport": True},
        "codeAction": {"codeActionLiteralSupport": {"codeActionKind": {"valueSet": []}}},
        "rename": {"prepareSupport": True},
    },
}


class Client:
    def __init__(self, *args, start=True, folder=".", capabilities=CAPABILITIES, **options):
        self.process = subprocess.Popen(["nt-lsp", *args], stdin=subprocess.PIPE, stdout=subprocess.PIPE, **options)
        self.last_id = 0
        self.inbox = queue.Queue()
        self.told = []  # by the server, not asked for
        self.texts = {}  # of what is open, by path
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()
        if start:
            self.server = self.request("initialize", processId=os.getpid(), rootUri=uri(folder) if folder else None,
                                       capabilities=capabilities)
            self.notify("initialized")

    def _read(self):
        out = self.process.stdout
        while True:
            length = None
            while True:
                line = out.readline()
                if not line:
                    self.inbox.put(None)
                    return
                if line == b"\r\n":
                    break
                name, value = line.decode("ascii").split(":")
                if name == "Content-Length":
                    length = int(value)
            self.inbox.put(json.loads(out.read(length).decode("utf-8")))

    def send_bytes(self, data):
        self.process.stdin.write(data)
        self.process.stdin.flush()

    @staticmethod
    def frame(message):
        body = message if isinstance(message, bytes) else json.dumps(message).encode()
        return b"Content-Length: %d\r\n\r\n" % len(body) + body

    def send(self, message):
        self.send_bytes(self.frame(message))

    def receive(self):
        message = self.inbox.get(timeout=120)
        if message is None:
            raise EOFError("the server is gone")
        return message

    def message(self, method, **params):
        self.last_id += 1
        return {"jsonrpc": "2.0", "id": self.last_id, "method": method, "params": params}

    def answer(self, wanted):
        while True:
            message = self.receive()
            if "method" in message:
                self.told.append(message)
                if "id" in message:
                    self.send({"jsonrpc": "2.0", "id": message["id"], "result": None})
            elif message.get("id") == wanted:
                assert message["jsonrpc"] == "2.0" and ("result" in message) != ("error" in message), message
                if "error" in message:
                    raise Refused(message["error"])
                return message["result"]

    def request(self, method, **params):
        message = self.message(method, **params)
        self.send(message)
        return self.answer(message["id"])

    def refused(self, method, **params):
        """The error code of a request."""
        try:
            result = self.request(method, **params)
        except Refused as error:
            return error.code
        raise AssertionError("not refused: %s: %s" % (method, result))

    def notify(self, method, **params):
        self.send({"jsonrpc": "2.0", "method": method, "params": params})

    def open(self, path, text=None):
        self.texts[path] = read(path) if text is None else text
        self.notify("textDocument/didOpen", textDocument={"uri": uri(path), "languageId": "markdown", "version": 1,
                                                          "text": self.texts[path]})

    def change(self, path, text):
        """Puts the text in the place of what is there."""
        self.texts[path] = text
        self.notify("textDocument/didChange", textDocument={"uri": uri(path), "version": 2},
                    contentChanges=[{"text": text}])

    def held(self, path):
        return self.request("nt/text", textDocument={"uri": uri(path)})

    def at(self, method, path, part, nth=0, behind=False, **more):
        """Asks at the beginning (or behind the end) of a part of the text that is open."""
        where = span(self.texts[path], part, nth)
        return self.request("textDocument/" + method, textDocument={"uri": uri(path)},
                            position=where["end" if behind else "start"], **more)

    def offers(self, path, typed, **more):
        """The items offered behind what is typed at the end of the text."""
        before = self.texts[path]
        self.change(path, before + typed)
        found = self.at("completion", path, self.texts[path], behind=True, **more)
        self.change(path, before)
        return found["items"]

    def accept(self, path, typed, item):
        """The line that it then is."""
        whole = self.texts[path] + typed
        return apply(whole, [item["textEdit"]])[len(self.texts[path]) :]

    def actions(self, path, where, **context):
        return self.request("textDocument/codeAction", textDocument={"uri": uri(path)}, range=where,
                            context={"diagnostics": [], **context})

    def act(self, path, where, title):
        """The one action of which the title begins so, applied to the files."""
        found = [a for a in self.actions(path, where) if a["title"].startswith(title)]
        assert len(found) == 1, (title, [a["title"] for a in self.actions(path, where)])
        apply_workspace(found[0]["edit"], self.texts)

    def diagnostics(self, path):
        """Those told next of that file."""
        while True:
            for i, message in enumerate(self.told):
                if message["method"] == "textDocument/publishDiagnostics" and message["params"]["uri"] == uri(path):
                    del self.told[: i + 1]
                    return message["params"]["diagnostics"]
            message = self.receive()
            if "method" in message:
                self.told.append(message)

    def stop(self):
        assert self.request("shutdown") is None
        self.notify("exit")
        return self.process.wait(60)
