"""dup.py make FILE: the notes of a file of labelled pairs, as a book in this folder.
dup.py judge FILE PAIRS: precision and recall of what nt-dup -l printed; a pair across two lines is a wrong one."""
import os
import sys

HEAD = "---\nkind: book\ncountry: DE\n---\n"


def lines(name):
    with open(name, encoding="utf-8") as file:
        for number, line in enumerate(file):
            if not line.startswith("#"):
                yield number, line.rstrip("\n").split("\t")


def path_of(number, side, fields):
    return fields.get("file", f"people/{number:03}-{side}") + ".md"


def fields_of(note):
    name, *rest = note.split(" | ")
    return name, dict(field.split("=", 1) for field in rest)


def make(name):
    os.makedirs("people", exist_ok=True)
    os.makedirs("notes", exist_ok=True)
    with open("book.md", "w", encoding="utf-8") as file:
        file.write(HEAD)
    for number, (_, _, *notes) in lines(name):
        for side, note in zip("ab", notes):
            title, fields = fields_of(note)
            with open(path_of(number, side, fields), "x", encoding="utf-8") as file:
                file.write(f'---\nname: "{title}"\n')
                for key, value in fields.items():
                    values = value.split(", ") if key in ("email", "phone", "aliases") else [value]
                    if key != "file":
                        file.write(f"{key}: " + ("[" if len(values) > 1 else ""))
                        file.write(", ".join(f'"{one}"' for one in values) + ("]" if len(values) > 1 else "") + "\n")
                file.write("---\n")


def judge(name, printed):
    same, labels = set(), {}
    for number, (label, trick, *notes) in lines(name):
        pair = frozenset(path_of(number, side, fields_of(note)[1]) for side, note in zip("ab", notes))
        labels[pair] = (number + 1, label, trick)
        if label == "same":
            same.add(pair)
    with open(printed, encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file]
    found = {frozenset(row[4:6]): row for row in rows}
    right = len(same & set(found))
    for pair in sorted(set(found) - same, key=sorted):
        print("wrong", *labels.get(pair, ("across",)), *found[pair])
    for pair in sorted(same - set(found), key=sorted):
        print("missed", *labels[pair])
    precision, recall = right / max(1, len(found)), right / len(same)
    print(f"precision {precision:.3f} recall {recall:.3f}")
    return precision >= 0.95 and recall >= 0.85


if sys.argv[1] == "make":
    make(sys.argv[2])
else:
    sys.exit(0 if judge(*sys.argv[2:]) else 1)
