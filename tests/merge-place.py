"""Random edits on both sides of random notes, merged and judged: python3 merge-place.py NT-MERGE [SEED [CASES]]; TAP.

Of a clean merge: what either side has and the other did not take out is there once, in its version; an entry that one
side added stands under the heading it had there, beside one of the entries it stood beside, in the order of that list;
what was private is private. Of a conflict: markers never nest, no two entries stand inside one half, and whichever half
is chosen, no entry of the log is lost. Swapped sides give the same status."""
import copy
import datetime
import os
import re
import subprocess
import sys
import tempfile

import random

HEADINGS = ["Log", "Private", "Notes", "Open", "Travels", "Ideas", "Diary", "Family", "Letters"]
PRIVATE = "Private"
WORDS = ("amber boat cello drum ember fig garden harp iris jam kite lamp mango needle otter pear quilt river spoon tent "
         "umbrella violin walnut yacht zebra").split()
ENTRY, PROSE = re.compile(r"\be(\d+)e\b"), re.compile(r"\bp(\d+)p\b")


class Section:
    def __init__(self, key, title, level):
        self.key, self.title, self.level, self.blocks = key, title, level, []


class Sketch:
    """One side of a note: sections of blocks; a block is a paragraph (str) or a list of entries ([id, text])."""

    def __init__(self, r, ids):
        self.r, self.ids = r, ids
        self.falling, self.sections = r.random() < 0.3, [Section(ids(), "", 0)]
        for title in r.sample(HEADINGS, r.randint(1, 4)):
            self.sections.append(Section(ids(), title, r.choice([2, 2, 2, 3])))
        for s in self.sections:
            for _ in range(r.choice([0, 1, 1, 2])):
                s.blocks.append(self.prose())
            if r.random() < (0.75 if s.title else 0.25):
                s.blocks.append(sorted((self.entry() for _ in range(r.randint(1, 5))), key=day, reverse=self.falling))
            if r.random() < 0.25:
                s.blocks.append(self.prose())

    def fork(self, r):
        side = copy.copy(self)
        side.r, side.sections = r, copy.deepcopy(self.sections)
        return side

    def prose(self):
        n = self.ids()
        return "p%dp %s" % (n, self.r.choice(["She likes tables.", "Met at a fair.", "One line\nand the next."]))

    def entry(self):
        n = self.ids()
        date = datetime.date(2026, 1, 1) + datetime.timedelta(self.r.randint(0, 300))
        form = self.r.choice(["{d} call: ", "{d} ", "[ ] {d} owe: ", "{d} mail>: "])
        return [n, form.format(d=date) + " ".join(["e%de" % n] + self.r.sample(WORDS, 3))]

    def lists(self):
        return [(s, b) for s in self.sections for b in s.blocks if isinstance(b, list)]

    def edit(self):
        r, s = self.r, self.r.choice(self.sections)
        kind, lists = r.choice(EDITS), self.lists()
        where, items = r.choice(lists) if lists else (s, [])
        if kind == "log":
            if not lists:
                s.blocks.append([self.entry()])
                return
            new = self.entry()
            at = sum((day(new) < day(i)) == self.falling or day(new) == day(i) for i in items)
            items.insert(r.choice([at, at, len(items)]), new)
        elif kind == "above":
            where.blocks.insert(0, self.prose())
        elif kind == "below":
            s.blocks.append(self.prose())
        elif kind == "heading":
            self.sections.insert(r.randint(1, len(self.sections)), self.new_section(r.choice([True, False])))
        elif kind == "split":  # a heading straight above a list
            at = next((n for n, b in enumerate(where.blocks) if b is items), None)
            if at is not None and where.title != PRIVATE:
                new = self.new_section(False)
                new.level = where.level or 2
                new.blocks, where.blocks = where.blocks[at:], where.blocks[:at]
                self.sections.insert(self.sections.index(where) + 1, new)
        elif kind == "move":
            if len(self.sections) > 2:
                moved = self.sections.pop(r.randint(1, len(self.sections) - 1))
                self.sections.insert(r.randint(1, len(self.sections)), moved)
        elif kind == "rename":
            if s.title and s.title != PRIVATE:
                s.title = self.title()
        elif kind == "change" and items:
            i = r.choice(items)
            i[1] += r.choice([" and more", ", again", " as before"])
        elif kind == "tick" and items:
            i = r.choice(items)
            i[1] = re.sub(r"^\[ \] [0-9-]+", "[x] 2026-11-%02d" % r.randint(1, 28), i[1])
        elif kind == "delete" and len(items) > 1:
            items.remove(r.choice(items))
        elif kind == "drop" and s.title:
            self.sections.remove(s)
        elif kind == "reword":
            at = [n for n, b in enumerate(s.blocks) if isinstance(b, str)]
            if at:
                s.blocks[r.choice(at)] += r.choice([" Or so.", " Indeed.", "\nAs she says."])

    def title(self):
        return self.r.choice([h for h in HEADINGS if h not in [s.title for s in self.sections]])

    def new_section(self, with_entry):
        s = Section(self.ids(), self.title(), self.r.choice([2, 2, 3]))
        s.blocks.append([self.entry()] if with_entry else self.prose())
        return s

    def text(self):
        out = ["# Ada\n"] if self.sections else []
        for s in self.sections:
            if s.title:
                out.append("#" * s.level + " " + s.title + "\n")
            for b in s.blocks:
                out.append(b + "\n" if isinstance(b, str) else "".join("- %s\n" % t for _, t in b))
        return "\n".join(out)


EDITS = (["log"] * 6 + ["above", "below", "heading", "split", "move", "move", "rename", "change", "tick", "delete", "drop",
                        "reword"])


def day(entry):
    return re.search(r"\d{4}-\d\d-\d\d", entry[1]).group()


class Read:
    """A note as a reader sees it: of each id its texts, heading and list."""

    def __init__(self, text):
        self.entries, self.prose, self.run_of, self.lists, self.private = {}, {}, {}, [], {}
        heading, private_level, run, above = "", 0, None, None
        for line in text.splitlines():
            mark = re.match(r"(#+) (.*)", line)
            if mark:
                level, heading, run = len(mark[1]), mark[2], None
                private_level = private_level if private_level and level > private_level else 0
                private_level = private_level or (level if heading == PRIVATE else 0)
            for n in map(int, ENTRY.findall(line)):
                if run is None:
                    run = []
                    self.lists.append(run)
                run.append(n)
                self.run_of[n] = run
                self.entries.setdefault(n, []).append((heading, line[2:]))
                self.private[n] = private_level > 0
            for n in map(int, PROSE.findall(line)):
                self.prose.setdefault(n, []).append((heading, line))
            if line and not line.startswith("- "):
                run = None


def versions(side, table):
    return {n: v[0][1] for n, v in table(side).items()}


def is_beside(n, side, other, merged):
    """Where one side put an entry: between the neighbours that the other left beside each other."""
    own = [m for m in side.run_of[n] if m in merged.run_of]
    known = [m for m in own if m in other.run_of and merged.entries[m][0][0] == merged.entries[n][0][0]]
    if not known:
        return True
    if not any(m in merged.run_of[n] for m in known):
        return False
    run = merged.run_of[n]
    days = [day(merged.entries[m][0]) for m in run]
    if len(known) < 2 or days in (sorted(days), sorted(days, reverse=True)):
        return True
    together = [m for m in own if m in run]
    return [m for m in run if m in together] == together


def clean_faults(base, ours, theirs, merged):
    for what in "entries", "prose":
        b, o, t, m = (getattr(x, what) for x in (base, ours, theirs, merged))
        for n in set(b) | set(o) | set(t):
            found = m.get(n, [])
            if len(found) > 1:
                yield "%s %d stands twice" % (what, n)
            gone = n in b and (n not in o or n not in t)
            if gone and found:
                yield "%s %d was taken out and is there" % (what, n)
            if not gone and not found:
                yield "%s %d is lost" % (what, n)
            if found and what == "entries" and n in b and n in o and n in t and o[n][0][1] != t[n][0][1] and (
                    b[n][0][1] in (o[n][0][1], t[n][0][1])):
                want = t[n][0][1] if o[n][0][1] == b[n][0][1] else o[n][0][1]
                if found[0][1] != want:
                    yield "entry %d is not as it was changed" % n
    for side, other in ((ours, theirs), (theirs, ours)):
        for n in set(side.entries) - set(base.entries) - set(other.entries):
            if n not in merged.entries:
                continue
            heading = side.entries[n][0][0]
            allowed = {heading}
            # the other side may have renamed the heading or put another above the list
            key = side.titles.get(heading)
            allowed |= {other.keys[key]} if key in other.keys else set()
            allowed |= {other.entries[m][0][0] for m in other.entries
                        if m in base.entries and base.titles.get(base.entries[m][0][0]) == key}
            if merged.entries[n][0][0] not in allowed:
                yield "entry %d stands under '%s', not under '%s'" % (n, merged.entries[n][0][0], heading)
            elif not is_beside(n, side, other, merged):
                yield "entry %d is not between its neighbours" % n
            if side.private[n] and not merged.private[n]:
                yield "entry %d is out of Private" % n


def halves(text):
    """The parts between markers, or None when they nest."""
    out, state = [], 0
    for line in text.splitlines(True):
        mark = re.match(r"(<{7} ours|={7}|>{7} theirs)$", line.rstrip("\n"))
        if mark:
            want = "<=>".index(line[0])
            if want != state:
                return None
            state = (state + 1) % 3
            if state == 1:
                out.append(["", ""])
        elif state:
            out[-1][state - 1] += line
    return out if state == 0 else None


def chosen(text, side):
    out, state = "", 0
    for line in text.splitlines(True):
        if re.match(r"(<{7} ours|={7}|>{7} theirs)$", line.rstrip("\n")):
            state = "<=>".index(line[0]) + 1 if line[0] != ">" else 0
        elif state in (0, side):
            out += line
    return out


def conflict_faults(base, ours, theirs, text):
    parts = halves(text)
    if parts is None:
        yield "markers nest"
        return
    for part in parts:
        for half in part:
            if len(ENTRY.findall(half)) > 1:
                yield "a run of entries stands inside a half"
    for side in 1, 2:
        m = Read(chosen(text, side))
        for n in set(base.entries) | set(ours.entries) | set(theirs.entries):
            if len(m.entries.get(n, [])) > 1:
                yield "entry %d stands twice when %d is chosen" % (n, side)
            gone = n in base.entries and (n not in ours.entries or n not in theirs.entries)
            if not gone and n not in m.entries:
                yield "entry %d is lost when %d is chosen" % (n, side)


def read(sketch):
    note = Read(sketch.text())
    note.titles = {s.title or "Ada": s.key for s in sketch.sections}
    note.keys = {s.key: s.title or "Ada" for s in sketch.sections}
    return note


def sketches(seed):
    r, count = random.Random(seed), [0]

    def ids():
        count[0] += 1
        return count[0]
    base = Sketch(r, ids)
    sides = [base, base.fork(r), base.fork(r)]
    for side in sides[1:]:
        for _ in range(r.randint(1, 4)):
            side.edit()
    return sides


def merge(program, folder, texts):
    for name, text in zip("bot", texts):
        with open(os.path.join(folder, name), "w", encoding="utf-8") as f:
            f.write(text)
    run = subprocess.run([program, "b", "o", "t", "ada.md"], cwd=folder, stdin=subprocess.DEVNULL, capture_output=True,
                         check=False)
    with open(os.path.join(folder, "o"), encoding="utf-8") as f:
        return run.returncode, f.read()


KNOWN = [300554, 61588, 3494, 200962, 144, 154, 331, 781, 932, 1020, 1052, 1132, 1478, 1961, 2713, 2749, 2963]  # that a fault of nt-merge has shown


def main():
    program, seed = os.path.abspath(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1
    cases = int(sys.argv[3]) if len(sys.argv) > 3 else 400
    clean = conflicts = failed = 0
    kinds = {}
    with tempfile.TemporaryDirectory() as folder:
        for n in [*range(seed, seed + cases), *(KNOWN if len(sys.argv) < 3 else [])]:
            sides = sketches(n)
            texts = [s.text() for s in sides]
            notes = [read(s) for s in sides]
            status, out = merge(program, folder, texts)
            swapped, _ = merge(program, folder, [texts[0], texts[2], texts[1]])
            if status == 0:
                faults = list(clean_faults(*notes, Read(out)))
            else:
                faults = list(conflict_faults(*notes, out)) if status == 1 else ["status %d" % status]
            if swapped != status:
                faults.append("status %d, swapped %d" % (status, swapped))
            clean, conflicts = clean + (status == 0), conflicts + (status == 1)
            if faults:
                failed += 1
                for kind in {re.sub(r"\d+|'.*'", "N", f) for f in faults}:
                    kinds[kind] = kinds.get(kind, 0) + 1
                if failed <= int(os.environ.get("SHOW", "1")):
                    for title, text in zip(("base", "ours", "theirs", "merged"), texts + [out]):
                        print("# --- %s, seed %d" % (title, n), *("# " + line for line in text.splitlines()), sep="\n")
                    print(*("# " + f for f in faults), sep="\n")
    print("# clean %d, conflicts %d, with a fault %d" % (clean, conflicts, failed))
    for kind, times in sorted(kinds.items(), key=lambda k: -k[1]):
        print("# %d: %s" % (times, kind))
    print("1..1\n%sok 1 - %d random merges keep each entry in its place" % ("not " if failed else "", cases))
    return failed > 0


sys.exit(main())
