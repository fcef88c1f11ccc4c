"""Random edits of random notes, judged by PyYAML: python3 edit-pyyaml.py DRIVER [SEED]; prints TAP."""
import random
import subprocess
import sys

import yaml

CASES = 1500
WORDS = ["Ada", "no", "12:30", "0x1", "1_0", "2026-11-23", "yes: no", "a #b", "#tag", "[[Ada]]", "[[Babbage, Charles]]",
         "-", "- x", "it's", 'say "hi"', "back\\slash", "tr ail ", " lead", "", "~", "null", "=", "<<", "caf\u00e9",
         "\U0001f600", "?q", "a, b", "{x}", "*star", "&and", "!bang", "%per", "@at", "`tick", "|", ">", "key:", "---",
         "...", "+491511", "1.5", ".inf", "true", "x\ty", "two\nlines", "end\n", "ends\n\n", "\u2028", "\x85",
         "http://x.org/?a=b", "word one", "--11-23", "01", "1e3", "Y", "2026-1-1"]
SAFE = ["alpha", "beta", "gamma delta", "x1", "Zo\u00eb", "2026-11-23", "12", "a-b", "http://x.org/a", "it's", "no"]


def quoted(r, text):
    style = r.choice("psd") if text in SAFE else r.choice("sd")
    if style == "p":
        return text
    return "'%s'" % text.replace("'", "''") if style == "s" else '"%s"' % text


def comment(r, odds=0.2):
    return r.choice(["  # why", " # a: b", " #"]) if r.random() < odds else ""


def block_list(r, key, pad=""):
    indent, gap = pad + " " * r.choice([0, 2, 2, 4]), " " * r.choice([1, 1, 3])
    out = key + ":" + comment(r) + "\n"
    for _ in range(r.randint(1, 4)):
        out += indent + "-" + gap + quoted(r, r.choice(SAFE)) + comment(r) + "\n"
        if r.random() < 0.1:
            out += indent + r.choice(["# - note\n", "    # deep\n", "\n"])
    return out


def flow_list(r, key):
    items = [quoted(r, r.choice(SAFE)) for _ in range(r.randint(0, 3))]
    if r.random() < 0.6 or not items:
        return key + ": [" + r.choice([", ", ",", " , "]).join(items) + r.choice(["", "", " "]) + "]" + comment(r) + "\n"
    lines = [i + ("," if n < len(items) - 1 or r.random() < 0.5 else "") + comment(r) for n, i in enumerate(items)]
    return key + ": [\n  " + "\n  ".join(lines) + "\n  ]\n"


def block_map(r, key):
    pad = " " * r.choice([1, 2, 4])
    out = key + ":" + comment(r) + "\n" + (pad + "# inside\n" if r.random() < 0.1 else "")
    for name in r.sample(["city", "street", "zip", "box"], r.randint(1, 3)):
        out += block_list(r, pad + name, pad) if r.random() < 0.2 else pad + name + ": " + quoted(r, "beta") + comment(r) + "\n"
    return out


def literal(r, key):
    text = r.choice(["  one\n", "  one\n  two\n", "  one\n\n    two\n", "  one\n   \n", "\n  one\n"])
    return key + ": " + r.choice("|>") + r.choice(["", "-", "+"]) + comment(r) + "\n" + text + r.choice(["", "\n", "\n\n"])


def segment(r, key):
    """One key with its lines and what stands below them."""
    scalar = key + ": " + quoted(r, r.choice(SAFE)) + comment(r) + "\n"
    makers = [lambda: scalar, lambda: scalar, lambda: block_list(r, key), lambda: flow_list(r, key),
              lambda: literal(r, key), lambda: block_map(r, key), lambda: key + ":" + comment(r) + "\n",
              lambda: key + ": {city: x, zip: 1}" + comment(r) + "\n", lambda: key + ": [[Ada Lovelace]]\n",
              lambda: key + ": plain\n  goes on\n", lambda: '"%s" : "over\n  lines"\n' % key,
              lambda: "? " + key + "\n: x\n", lambda: key + ": ~\n", lambda: key + ": [[[Ada]], '[[Bob]]']\n"]
    return r.choice(makers)() + r.choice(["", "", "", "# below\n", "  # indented\n", "\n"])


def note(r):
    keys = r.sample(["name", "tags", "aliases", "org", "address", "met", "email", "how", "x y"], r.randint(0, 6))
    segments = [segment(r, k) for k in keys]
    mark, body = r.choice(["", "", "\ufeff"]), r.choice(["", "# Body\n", "text\n---\nmore", "\n\n- 2026-01-02 call: x\n"])
    eol = r.choice(["\n", "\n", "\n", "\r\n", "\r"])
    if not keys and r.random() < 0.5:
        parts = [mark, "", body]
    else:
        parts = [mark + "---\n", r.choice(["", "# top\n"])] + segments + [r.choice(["---\n", "...\n"]) + body]
    return keys, [p.replace("\n", eol) for p in parts]


def front(text):
    lines = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    ends = [n for n, line in enumerate(lines) if n and line in ("---", "...")]
    if lines[0] != "---" or not ends:
        return {}
    return yaml.load("\n".join(lines[1:ends[0]]) + "\n", yaml.BaseLoader) or {}


def links(value):
    """As nt reads it: a list in a list is a link."""
    if isinstance(value, list) and len(value) == 1 and isinstance(value[0], list):
        if all(isinstance(i, str) for i in value[0]):
            return "[[" + ", ".join(value[0]) + "]]"
    return [links(i) for i in value] if isinstance(value, list) else value


def expect(old, op, key, text):
    """The front matter after; None: must be refused or left."""
    new = {k: links(v) for k, v in old.items()}
    names, at = key.split("."), new
    for name in names[:-1]:
        if at.get(name, "") in ("", "~"):
            if op in ("take", "unset"):
                return new
            at[name] = {}
        elif not isinstance(at[name], dict):
            return None
        at[name] = dict(at[name])
        at = at[name]
    name, have = names[-1], at.get(names[-1])
    if op == "set":
        at[name] = text
    elif op == "unset" and have is not None:
        del at[name]
        if len(names) > 1 and not at:
            del new[names[0]]
    elif op == "add":
        if isinstance(have, dict):
            return None
        have = [] if have in (None, "", "~") else have
        have = [have] if isinstance(have, str) and have.strip() != text.strip() else have
        if not isinstance(have, str) and text.strip() not in [i.strip() for i in have]:
            have = have + [text]
        at[name] = have
    elif op == "take" and have is not None:
        if isinstance(have, list):
            hit = [n for n, i in enumerate(have) if i.strip() == text.strip()][:1]
            at[name] = [i for n, i in enumerate(have) if n not in hit]
        elif isinstance(have, str) and have.strip() == text.strip() and have not in ("", "~"):
            at[name] = []
    return new


def outside(keys, parts, key, after):
    """The first byte that changed and is not the key's, as text; None: all are as they were."""
    name = key.split(".")[0]
    if name in keys:
        at = keys.index(name) + 2
        before, behind = "".join(parts[:at]), "".join(parts[at + 1:])
        good = after.startswith(before) and after.endswith(behind)
    else:
        whole, n = "".join(parts), 0
        while n < min(len(whole), len(after)) and whole[n] == after[n]:
            n += 1
        good = len(parts) == 3 and after.endswith(parts[2]) or after.endswith(whole[n:])
    return None if good else "bytes of others changed"


def check(driver, r):
    keys, parts = note(r)
    before = "".join(parts)
    old = front(before)
    key = r.choice(keys * 3 + ["new", "address.city", "address.new", "tags", "a b: c"])
    op = r.choice(["set", "add", "take", "unset"])
    have = old.get(key)
    text = r.choice(WORDS)
    if op == "take" and isinstance(have, list) and have and isinstance(have[0], str):
        text = r.choice(have)
    run = subprocess.run([driver, op, key, text], input=before.encode(), capture_output=True)
    want = expect(old, op, key, text)
    say = "%s %r %r: %r -> %r %r" % (op, key, text, before, run.stdout.decode("utf-8", "replace"), run.stderr.decode())
    if run.returncode == 1 and not run.stdout:
        return op, want is None, "must not be refused: " + say
    after = run.stdout.decode()
    new = {k: links(v) for k, v in front(after).items()}
    if run.returncode or want is None or new != want or list(new) != list(want):
        return op, False, "want %r got %r: %s" % (want, new, say)
    wrong = outside(keys, parts, key, after)
    return op, not wrong, "%s: %s" % (wrong, say)


def main():
    r = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    count, failed, refused = {}, {}, []
    for _ in range(CASES):
        op, good, say = check(sys.argv[1], r)
        count[op] = count.get(op, 0) + 1
        if not good and say.startswith("must not be refused"):
            refused.append(say)
        elif not good:
            failed.setdefault(op, []).append(say)
    for n, op in enumerate(sorted(count), 1):
        print("%s %d - %s: PyYAML reads what was asked, in %d notes" % ("not ok" if failed.get(op) else "ok", n, op, count[op]))
        for say in failed.get(op, [])[:5]:
            print("#", say)
    few = len(refused) <= CASES // 20
    print("%s %d - few are refused" % ("ok" if few else "not ok", len(count) + 1))
    print("# refused:", len(refused), "of", CASES)
    for say in refused[:40 if "-v" in sys.argv else 5]:
        print("#", say)
    print("1..%d" % (len(count) + 1))
    return bool(failed) or not few


sys.exit(main())
