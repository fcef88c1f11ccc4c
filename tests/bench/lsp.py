"""lsp.py FOLDER: how long nt-lsp takes to answer in a book, from request to answer, while somebody types and saves."""
import os
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from lsp_client import CAPABILITIES, Client, read, uri  # noqa: E402

os.chdir(sys.argv[1])
path = min("people/" + name for name in os.listdir("people") if name.endswith(".md"))


def timed(what):
    begun = time.perf_counter()
    what()
    return 1000 * (time.perf_counter() - begun)


def say(what, times):
    times.sort()
    print("%34s %9.1f ms, worst %.1f" % (what, times[len(times) // 2], times[-1]))


c = Client(start=False)
print("%34s %9.1f ms" % ("nt-lsp: initialize, the first read", timed(lambda: c.request(
    "initialize", processId=None, rootUri=uri("."), capabilities=CAPABILITIES))))
c.notify("initialized")
c.open(path)
text = read(path)
line = text.count("\n")
c.change(path, text + "[[")
answers = []
for step in range(200):
    letter = "abeilnorst"[step % 10]
    c.notify("textDocument/didChange", textDocument={"uri": uri(path), "version": step}, contentChanges=[{
        "range": {"start": {"line": line, "character": 2}, "end": {"line": line, "character": 9}}, "text": letter}])
    if step % 10 == 5:  # saved: the book is to be read again
        os.utime(path)
        c.notify("textDocument/didSave", textDocument={"uri": uri(path)})
    if step % 7 == 0:
        time.sleep(0.15)
    answers.append(timed(lambda: c.request("textDocument/completion", textDocument={"uri": uri(path)},
                                           position={"line": line, "character": 3})))
say("completion of [[x", answers)
c.change(path, text)
for method in ("hover", "references"):
    say(method, [timed(lambda: c.at(method, path, "name:", context={"includeDeclaration": False})) for _ in range(5)])
say("rename", [timed(lambda: c.at("rename", path, "name:", newName="Somebody Else")) for _ in range(3)])
c.stop()
