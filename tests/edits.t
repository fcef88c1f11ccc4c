#!/bin/sh
# Edits of many real notes: only the lines that say what changed differ, PyYAML reads the change and
# nothing else, and what can be undone leaves the bytes as they were. Settings are made on a stream, which no disk slows
# down; what nt-snooze, nt-log and one nt-set do, in the files.
. "${0%/*}/lib.sh"

for python in python3 /usr/bin/python3; do
	"$python" -c 'import yaml' 2>/dev/null && break
done || { echo '1..0 # SKIP no python3 with yaml' && exit 0; }

DATA=${NT_DATA:-$TOP/../shared/data}

# vault FROM NAME: a copy of a folder, as a book
vault() {
	mkdir "$TMP/$2" && cp -R "$1/." "$TMP/$2" && books="$books $TMP/$2" &&
		{ [ -f "$TMP/$2/book.md" ] || printf -- '---\nkind: book\ndefault-kind: note\n---\n' >"$TMP/$2/book.md"; }
}

books=
vault "$TOP/examples/book" example || exit 2
for path in "$TOP"/tests/fixtures/*/; do
	[ -z "$(find "$path" -name '*.md')" ] || vault "$path" "$(basename "$path")" || exit 2
done
if [ -d "$DATA" ]; then vault "$DATA" data || exit 2; else echo "# no data in $DATA: only the notes that are here"; fi

cat >"$TMP/edits.py" <<'E'
import difflib
import functools
import json
import os
import re
import subprocess
import sys

import yaml

LISTS = ("tags", "aliases", "members", "not")
SPLIT = ("tags", "email")


def pieces(data):
    """Whether there is front matter, its lines, the body's."""
    lines = data.removeprefix("\ufeff").splitlines(True)
    ends = [n for n, line in enumerate(lines) if n and line.rstrip() in ("---", "...")]
    if not lines or lines[0].rstrip() != "---" or not ends:
        return False, [], lines
    return True, lines[1:ends[0]], lines[ends[0] + 1:]


def links(value):
    """As nt reads it: a list in a list is a link."""
    if isinstance(value, list) and len(value) == 1 and isinstance(value[0], list) and all(isinstance(i, str) for i in value[0]):
        return "[[" + ", ".join(value[0]) + "]]"
    if isinstance(value, dict):
        return {k: links(v) for k, v in value.items()}
    return [links(i) for i in value] if isinstance(value, list) else value


def plain(lines):
    return "".join(line.rstrip("\r\n") + "\n" for line in lines)


def built(node):
    if isinstance(node, yaml.MappingNode):
        return {k.value: built(v) for k, v in node.value}
    return [built(v) for v in node.value] if isinstance(node, yaml.SequenceNode) else node.value


@functools.lru_cache(maxsize=None)
def parsed(text):
    """What front matter says, and the line that each key begins in; a text of YAML is read only once."""
    root = yaml.compose(text, yaml.BaseLoader)
    return links(built(root)) if root else {}, [(k.value, k.start_mark.line) for k, _ in root.value] if root else []


def front(data):
    return parsed(plain(pieces(data)[1]))[0]


def rows(data, key):
    """The lines of the front matter that belong to a key, with what stands below them."""
    lines = pieces(data)[1]
    keys = parsed(plain(lines))[1]
    for (name, at), (_, end) in zip(keys, keys[1:] + [("", len(lines))]):
        if name == key:
            return range(at, end)
    return range(0)


def null(value):
    return value is None or isinstance(value, str) and value in ("", "~", "null")


def texts(value):
    return [] if null(value) else [value] if isinstance(value, str) else list(value)


def same_tag(a, b):
    return a.lstrip("#").casefold() == b.lstrip("#").casefold()


def expect(old, key, field, op, value):
    """The front matter that is wanted; None: to be refused."""
    new, have = dict(old), old.get(key)
    line = field == "tags" and isinstance(have, str) and not null(have)
    same = same_tag if field == "tags" else lambda a, b: a.strip() == b.strip()
    if op == "=" and not value:
        new.pop(key, None)
        return new
    if isinstance(have, dict):
        return None
    items = [i.strip() for i in have.split(",")] if line else texts(have)
    if any(not isinstance(i, str) for i in items):
        return None
    if op == "=":
        items = [value]
    elif op == "+=" and not any(same(i, value) for i in items):
        items = items + [value]
    elif op == "-=" and any(same(i, value) for i in items):
        items = [i for i in items if not same(i, value)]
        if not items and isinstance(have, str):
            new.pop(key)
            return new
    else:
        return new
    a_list = isinstance(have, list) or op != "=" or field in LISTS and (null(have) or have is None)
    new[key] = ", ".join(items) if line else items if a_list else items[0]
    return new


NOTE = re.compile(r"(\ufeff?---[ \t]*(\r\n|\n|\r))((?:nt-[^\r\n]*\2)*?nt-rev:[^\r\n]*\2)(.*)", re.S)


def decoded(stream):
    """The notes of a stream by their paths."""
    notes = {}
    for text in stream.split("\n\f\n")[:-1]:
        fence, _, annotations, rest = NOTE.match(text).groups()
        path = re.search(r"nt-path: (.*?)\r?$", annotations, re.M).group(1)
        rest = rest.split("\n", 1)[1] if "nt-bare: true" in annotations else fence + rest
        rest = re.sub(r"(?m)^\f(\f+)$", r"\1", rest)
        notes[json.loads(path) if path[0] == '"' else path] = rest if "nt-nonl: true" in annotations else rest + "\n"
    return notes


class Book:
    def __init__(self, root):
        self.root = root
        found = self.run("nt-find", "-p")[0].splitlines()
        self.bytes = {p: self.read(p) for p in found if p != "book.md" and self.readable(p)}
        self.stream = self.run("nt-find", "-s", *[word for p in self.bytes for word in ("or", p)][1:])[0]
        self.map = front(self.read("book.md")).get("map", {})
        assert decoded(self.stream) == self.bytes

    def read(self, path):
        with open(os.path.join(self.root, path), newline="", encoding="utf-8") as f:
            return f.read()

    def readable(self, path):
        """For PyYAML too, and no key twice."""
        try:
            keys = [k for k, _ in parsed(plain(pieces(self.read(path))[1]))[1]]
            return len(keys) == len(set(keys))
        except yaml.YAMLError:
            return False

    def run(self, *words, text=""):
        result = subprocess.run(words, cwd=self.root, capture_output=True, input=text.encode())
        return result.stdout.decode(), result.stderr.decode()

    def restore(self):
        for path, data in self.bytes.items():
            with open(os.path.join(self.root, path), "w", newline="", encoding="utf-8") as f:
                f.write(data)

    def key(self, old, field):
        word = self.map.get(field)
        return word if word and (word in old or field not in old) else field


def same_start(a, b):
    return next((n for n, (x, y) in enumerate(zip(a, b)) if x != y), min(len(a), len(b)))


def changed_lines(key, before, after):
    """None, or what differs beside the lines of that key."""
    (fenced, old, body), (_, new, same_body) = pieces(before), pieces(after)
    if same_body != body or after.startswith("\ufeff") != before.startswith("\ufeff"):
        return "the body differs"
    start = same_start(old, new)
    end = same_start(old[start:][::-1], new[start:][::-1])
    went, came = range(start, len(old) - end), range(start, len(new) - end)
    if not fenced and came != range(len(new)):
        return "more than one key"
    if not set(went) <= set(rows(before, key)) or not set(came) <= set(rows(after, key)):
        return "lines beside it differ: %r %r" % (old, new)
    lost = [old[n] for n in went if old[n].startswith("#") and old[n] not in new]
    return "a comment went: %r" % lost if lost else None


def wrong_setting(book, path, after, said, field, op, value):
    """None, or what is wrong with a note after a setting."""
    before, old = book.bytes[path], front(book.bytes[path])
    key = book.key(old, field)
    want = expect(old, key, field, op, value)
    if want is None:
        return None if after == before and path + ":" in said else "was to be refused"
    if front(after) != want or list(front(after)) != list(want):
        return "want %r got %r; %s" % (want, front(after), said)
    if want == old:
        return None if after == before else "nothing was to change"
    return changed_lines(key, before, after)


def can_undo(book, path, field, op, value):
    """A new key below others, a new item in a list that has some."""
    old = front(book.bytes[path])
    key = book.key(old, field)
    if not pieces(book.bytes[path])[0] or expect(old, key, field, op, value) in (None, old):
        return False
    return op == "=" and value and key not in old or op == "+=" and isinstance(old.get(key), list) and old[key]


def setting(book, field, op, value):
    """Yields what is wrong; at the end the number of notes that were undone."""
    stream, said = book.run("nt-set", "-", field + op + value, text=book.stream)
    assert list(decoded(stream)) == list(book.bytes)
    for path, after in decoded(stream).items():
        wrong = wrong_setting(book, path, after, said, field, op, value)
        if wrong:
            yield "%s: %s" % (path, wrong)
    undo = [p for p in book.bytes if can_undo(book, p, field, op, value)]
    back = decoded(book.run("nt-set", "-", field + ("=" if op == "=" else "-=" + value), text=stream)[0]) if undo else {}
    for path in undo:
        if back[path] != book.bytes[path]:
            yield "%s: not undone: %r" % (path, pieces(back[path])[1])
    yield len(undo)


def in_files(book, *_):
    """The same in the files: one write for several settings, and what cannot be done leaves the others."""
    words = ["email+=x@example.org", "zz=a: b", "tags+=zz"]
    stream, _ = book.run("nt-set", "-", *words, text=book.stream)
    book.run("nt-set", *book.bytes, *words)
    for path, after in decoded(stream).items():
        if book.read(path) != after:
            yield "%s: is another than on the stream" % path
    yield 0


def snoozing(book, *_):
    _, said = book.run("nt-snooze", *book.bytes, "2w")
    for path, before in book.bytes.items():
        old, after = front(before), book.read(path)
        key = book.map.get("snooze", "snooze")
        if front(after) != dict(old, **{key: "2026-12-08"}):
            yield "%s: %r %s" % (path, front(after), said)
        elif changed_lines(key, before, after):
            yield "%s: %s" % (path, changed_lines(key, before, after))
    yield 0


def logging(book, *_):
    names = ",".join(p for p in book.bytes if "," not in p)
    _, said = book.run("nt-log", names, "call:", "hi")
    for path in names.split(","):
        before, after = book.bytes[path], book.read(path)
        old, new = before.splitlines(), after.splitlines()
        diff = [d for d in difflib.ndiff(old, new) if d[0] in "+-"]
        added = [d[2:].strip() for d in diff if d[0] == "+"]
        if len(new) - len(old) != len(diff) or len([a for a in added if a.endswith("2026-11-24 call: hi")]) != 1:
            yield "%s: %r %s" % (path, diff, said)
        elif [a for a in added if a and not a.startswith("#") and not a.endswith("2026-11-24 call: hi")]:
            yield "%s: %r" % (path, diff)
        elif front(after) != front(before):
            yield "%s: the front matter differs" % path
    book.run("nt-log", "-u", names)
    for path in names.split(","):
        if book.read(path) != book.bytes[path]:
            yield "%s: not undone" % path
    yield len(names.split(","))


EDITS = [("zz", "=", "a: b #c"), ("zz", "=", "[[Ada]]"), ("title", "=", "Poet"), ("name", "=", "No: one"), ("birthday", "=", "1815-12-10"),
         ("email", "=", "x@example.org"), ("aliases", "=", "Zed"), ("tags", "=", "zz"), ("cadence", "=", "5w"), ("org", "=", "[[Acme]]"),
         ("title", "=", ""), ("name", "=", ""), ("email", "=", ""), ("tags", "=", ""), ("aliases", "=", ""), ("address", "=", ""),
         ("how", "=", ""), ("tags", "+=", "zz"), ("aliases", "+=", "it's"), ("email", "+=", "x@example.org"), ("groups", "+=", "no"),
         ("tags", "+=", "friend"), ("tags", "-=", "friend"), ("tags", "-=", "meetup"), ("groups", "-=", "Friends")]

books = [Book(root) for root in sys.argv[1:]]
tests = [(setting, e) for e in EDITS] + [(in_files, ("several settings, in the files",)), (snoozing, ("nt-snooze 2w",)), (logging, ("nt-log and nt-log -u",))]
failed = False
print("# %d notes of %d books" % (sum(len(b.bytes) for b in books), len(books)))
for n, (edit, arguments) in enumerate(tests, 1):
    wrong, undone = [], 0
    for b in books:
        *bad, count = edit(b, *arguments)
        wrong += ["%s: %s" % (b.root, w) for w in bad]
        undone += count
        b.restore()
    print("%s %d - %s%s" % ("not ok" if wrong else "ok", n, "".join(arguments), ", undone: %d" % undone if undone else ""))
    for w in wrong[:5]:
        print("#", w.replace("\n", "\n# "))
    failed |= bool(wrong)
print("1..%d" % len(tests))
sys.exit(failed)
E
"$python" "$TMP/edits.py" $books
