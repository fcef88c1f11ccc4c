"""Random NOTE texts: cards FILE writes them as cards, compare FILE EXPORTED finds each again as it was."""
import random
import sys

PARTS = ["#", "##", "# ", "> ", "- ", "+ ", "* ", "-", "--", "---", "- - -", "***", "___", "=", "==", "1. ", "2) ", "12\\. ",
         "\\", "\\\\", "\\# ", "`", "```", "````", "~~~", "<", "<div>", "</b>", "<!--", "-->", "<?x", "[a]: /u", "[x]", "[ ] ", "[[Bob]]",
         "2025-12-24 ", "2025-12-24 call: ", "[x] 2025-01-01 owe: ", "tea", "é", "Log", "Private", " ", "  ", "    ", "\t", ":", "|", "%%", "&amp;", "18:30"]


def texts():
    seed = random.Random(7)
    fixed = ["Met at FOSDEM\n-----\nlikes tea\n- 2025-12-24 birthday of her son", "- [ ] send book", "#1 customer", "# Plan", "---",
             "<div>block</div>", "## Private", "a\n\n\nb", "1. x\n2. y", "x\n    - 2025-12-24 y", "\\- x", "-5 degrees"]
    for text in fixed:
        yield text
    for _ in range(600):
        lines = ["".join(seed.choices(PARTS, k=seed.randrange(5))) for _ in range(seed.randrange(1, 7))]
        yield "\n".join(lines).strip() or "x"


def unfold(path):
    with open(path, encoding="utf-8", newline="") as f:
        return f.read().replace("\r\n ", "").replace("\r\n", "\n").split("\n")


def read(value):
    out, rest = "", iter(value)
    for c in rest:
        if c == "\\":
            c = next(rest)
            c = "\n" if c in "nN" else c
        out += c
    return out


def cards(path):
    with open(path, "w", encoding="utf-8", newline="") as f:
        for i, text in enumerate(texts()):
            note = text.replace("\\", "\\\\").replace("\n", "\\n").replace(",", "\\,").replace(";", "\\;")
            f.write(f"BEGIN:VCARD\r\nVERSION:4.0\r\nUID:u{i}\r\nFN:Person {i}\r\nNOTE:{note}\r\nEND:VCARD\r\n")


def compare(path):
    found, uid, wrong = {}, "", 0
    for line in unfold(path):
        if line.startswith("UID:"):
            uid = line[4:]
        if line.startswith("NOTE:"):
            found[uid] = read(line[5:])
    for i, text in enumerate(texts()):
        if found.get(f"u{i}") != text:
            wrong += 1
            print(f"u{i}: {text!r} came back as {found.get(f'u{i}')!r}")
    sys.exit(wrong > 0)


cards(sys.argv[2]) if sys.argv[1] == "cards" else compare(sys.argv[2])
