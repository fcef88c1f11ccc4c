"""vdir.py NT-VDIR [SEED [CASES]]: random changes of notes and cards, brought to agreement; TAP.

A person is a set of addresses and numbers by label, and plain fields. Each round some change in the note, some in the
card, some in both. After it both have what either had, but for what one side took out; what both changed differently
is a conflict, told by status 1, and then settled as the note has it. What is private in the note is there and in no
card; a line of another program is in the card; a line of the card that says what both have is there to the byte,
however it is written; a second run changes nothing."""
import os
import random
import re
import subprocess
import sys
import tempfile

LABELS, PLAIN = ["home", "work", "cell"], ["org", "title", "role"]
KEYS = {"email": ("EMAIL", "%s@x.org"), "phone": ("TEL", "+49 %s")}
NAMES = {"org": "ORG", "title": "TITLE", "role": "ROLE"}


class Side(dict):
    """(key, label) -> value; (key,) -> value"""


def write_note(path, side, private):
    out = ["---", "name: Ada", "uid: ada"]
    for key in KEYS:
        parts = {k[1]: v for k, v in side.items() if k[0] == key and len(k) == 2}
        parts.update({"private": v for k, v in private.items() if k == key})
        if parts:
            out.append("%s:" % key)
            out += ['  %s: "%s"%s' % (label, value, " # kept" if label == "private" else "") for label, value in parts.items()]
    out += ['%s: "%s"' % (key[0], value) for key, value in side.items() if len(key) == 1]
    with open(path, "w") as f:
        f.write("\n".join(out + ["---", "", "## Log", "", "- 2026-01-01 call: x", ""]))


def read_note(text):
    side, private, key = Side(), {}, None
    for line in text.split("---")[1].splitlines():
        m = re.match(r"(\s*)([\w-]+):\s*(.*?)(?:\s+# .*)?$", line)
        if not m:
            continue
        value = m[3].strip().strip('"')
        if not m[1]:
            key = m[2]
            if key in PLAIN and value:
                side[key,] = value
            elif key in KEYS and value and value[0] not in "{[":
                side[key, ""] = value
            elif key in KEYS and value and value[0] == "{":
                for label, v in re.findall(r'(\w+): "?([^",}]+)"?', value):
                    side[key, label] = v
        elif key in KEYS:
            if m[2] == "private":
                private[key] = value
            else:
                side[key, m[2]] = value
    return side, private


def write_card(r, path, side, extra):
    """What of it a line says, and the lines as they stand there."""
    lines, group = {}, 0
    for key, value in side.items():
        if len(key) == 1:
            lines[key, value] = r.choice(["%s:%s", "%s;LANGUAGE=en:%s"]) % (NAMES[key[0]], value)
            continue
        style = r.choice(["%s;TYPE=%s:%s", "%s;type=INTERNET;type=%s;type=pref:%s", "item%d.%s:%s\r\nitem%d.X-ABLabel:%s",
                          "%s;PREF=1;TYPE=\"%s\":%s", "%s;TYPE=%s:%s\r\n %s"])
        prop, label = KEYS[key[0]][0], r.choice([key[1], key[1].upper(), key[1].title()])
        if style.startswith("item"):
            group += 1
            lines[key, value] = style % (group, prop, value, group, label)
        elif style.endswith("\n %s"):
            lines[key, value] = style % (prop, label, value[:3], value[3:])
        else:
            lines[key, value] = style % (prop, label, value)
    out = ["BEGIN:VCARD", "VERSION:3.0", "UID:ada", "FN:Ada", "N:;Ada;;;"] + r.sample(list(lines.values()), len(lines))
    with open(path, "w", newline="") as f:
        f.write("\r\n".join(out + extra + ["END:VCARD", ""]))
    return lines


def read_card(text):
    side, extra = Side(), []
    text = text.replace("\r\n ", "")
    groups = dict(re.findall(r"(?m)^(item\d+)\.X-ABLabel:(.*?)\r$", text))
    for line in text.split("\r\n"):
        name, _, value = line.partition(":")
        group, _, head = name.rpartition(".")
        head, *params = head.split(";")
        types = [p.split("=")[1].strip('"').lower() for p in params if p.upper().startswith("TYPE=")]
        types = [t for t in types if t not in ("internet", "pref")]
        for key, (prop, _) in KEYS.items():
            if head == prop:
                side[key, groups[group].lower() if group else types[0] if types else ""] = value
        for key, prop in NAMES.items():
            if head == prop:
                side[key,] = value
        if name.startswith("X-"):
            extra.append(line)
    return side, extra


def change(r, side, number):
    new = Side(side)
    for _ in range(r.randint(0, 2)):
        key = r.choice(list(KEYS) + PLAIN)
        at = (key, r.choice(LABELS)) if key in KEYS else (key,)
        if at in new and r.random() < 0.3 and at != ("phone", "home"):
            del new[at]
        else:
            number[0] += 1
            new[at] = KEYS[key][1] % number[0] if key in KEYS else "%s%d" % (key, number[0])
    return new


def merged(base, ours, theirs):
    """What both are to have; the places that both changed."""
    out, both = Side(), []
    for at in {**base, **ours, **theirs}:
        b, o, t = (side.get(at) for side in (base, ours, theirs))
        if o != b and t != b and o != t:
            both.append(at)
        value = t if o == b else o
        if value is not None:
            out[at] = value
    for key in KEYS: # a field that one side took out as a whole, and the other changed, is asked about
        b, o, t = ({at: v for at, v in side.items() if at[0] == key} for side in (base, ours, theirs))
        if b and o != b and t != b and o != t and not (o and t):
            both.append(key)
    return out, both


def run(program, book):
    p = subprocess.run([program, "d"], cwd=book, capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False)
    return p.returncode, p.stdout + p.stderr


def case(program, seed):
    r, number = random.Random(seed), [100]
    with tempfile.TemporaryDirectory() as book:
        os.mkdir(book + "/people")
        os.mkdir(book + "/d")
        with open(book + "/book.md", "w") as f:
            f.write("---\nkind: book\n---\n")
        note, card = book + "/people/ada.md", book + "/d/ada.vcf"
        base = Side({("phone", "home"): "+49 100"})
        while len(base) < 3:
            base = change(r, base, number)
        private = {key: KEYS[key][1] % ("9" * 5) for key in KEYS if r.random() < 0.5}
        write_note(note, base, private)
        yield from judge(program, book, base, private, [], 0)
        extra = []
        for turn in range(4):
            with open(note) as f:
                text = f.read()
            ours, theirs = change(r, base, number), change(r, base, number)
            for at, value in list(ours.items()):
                if base.get(at) == value:
                    continue
                subprocess.run([os.path.dirname(program) + "/nt-set", "-b", book, "ada", "%s=%s" % (".".join(at), value)],
                               check=True, capture_output=True)
            for at in set(base) - set(ours):
                subprocess.run([os.path.dirname(program) + "/nt-set", "-b", book, "ada", "%s=" % ".".join(at)],
                               check=True, capture_output=True)
            if r.random() < 0.5:
                extra = extra + ["X-T%d:1" % turn]
            lines = write_card(r, card, theirs, extra)
            want, both = merged(base, ours, theirs)
            if both:
                status, said = run(program, book)
                if status != 1 and not isinstance(both[-1], str):
                    yield "turn %d: both changed %s, and the status is %d: %s" % (turn, both, status, said)
                with open(note) as f:
                    text = re.sub(r"(?m)^# (theirs|ours): .*\n|  # (theirs|ours): .*", "", f.read())
                with open(note, "w") as f:
                    f.write(text)
                want = read_note(text)[0]
            yield from judge(program, book, want, private, extra, turn + 1)
            with open(card, newline="") as f:
                text = f.read()
            for (at, value), line in lines.items():
                if want.get(at) == value and "\r\n" + line + "\r\n" not in text:
                    yield "turn %d: %r is another now:\n%s" % (turn + 1, line, text)
            base = want


def judge(program, book, want, private, extra, turn):
    status, said = run(program, book)
    with open(book + "/people/ada.md") as f:
        text = f.read()
    side, hidden = read_note(text)
    with open(book + "/d/ada.vcf", newline="") as f:
        card = f.read()
    there, kept = read_card(card)
    if status != 0:
        yield "turn %d: status %d: %s" % (turn, status, said)
    if dict(side) != dict(want):
        yield "turn %d: the note has %s, not %s" % (turn, dict(side), dict(want))
    if dict(there) != dict(want):
        yield "turn %d: the card has %s, not %s" % (turn, dict(there), dict(want))
    if hidden != private or (private and text.count("# kept") != len(private)):
        yield "turn %d: private %s, was %s" % (turn, hidden, private)
    if "99999" in card:
        yield "turn %d: what is private is in the card" % turn
    if sorted(kept) != sorted(extra):
        yield "turn %d: other lines of the card: %s, not %s" % (turn, kept, extra)
    status, said = run(program, book)
    if status or said:
        yield "turn %d: again: %d %s" % (turn, status, said)


def main():
    program, seed = os.path.abspath(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1
    cases, failed = int(sys.argv[3]) if len(sys.argv) > 3 else 40, 0
    for n in range(seed, seed + cases):
        faults = list(case(program, n))
        failed += bool(faults)
        if faults and failed <= int(os.environ.get("SHOW", "2")):
            print("# seed %d" % n, *("# " + f for f in faults), sep="\n")
    print("1..1\n%sok 1 - %d random lives of a note and its card (%d wrong)" % ("not " if failed else "", cases, failed))
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
