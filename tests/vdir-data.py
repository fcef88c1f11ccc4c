"""vdir-data.py NT-VDIR FOLDER: each real card of a folder made a note, a field set in the note: of the card that field
changes, and REV, and nothing else. Those of vCard 2.1, or not in UTF-8, are written anew. TAP."""
import os
import re
import subprocess
import sys
import tempfile


def cards(folder):
    for root, _, files in os.walk(folder):
        for file in sorted(files):
            if file.endswith(".vcf"):
                with open(os.path.join(root, file), "rb") as f:
                    yield from re.findall(rb"(?ims)^BEGIN:VCARD\r?\n.*?^END:VCARD[ \t]*\r?\n?", f.read())


def is_kept(card):
    try:
        re.sub(rb"\r?\n[ \t]", b"", card).decode()
    except UnicodeDecodeError:
        return False
    return re.search(rb"(?im)^VERSION: ?[34]", card) and not re.search(rb"(?im)^ROLE", card)


def main():
    program, bad, count = os.path.abspath(sys.argv[1]), [], 0
    with tempfile.TemporaryDirectory() as top:
        os.makedirs(top + "/d")
        os.makedirs(top + "/b")
        with open(top + "/b/book.md", "w") as f:
            f.write("---\nkind: book\n---\n")
        for i, card in enumerate(cards(sys.argv[2])):
            end = b"\r\n" if b"\r\n" in card else b"\n"
            card = re.sub(rb"(?im)^UID[:;].*\r?\n([ \t].*\n)*", b"", card)
            with open("%s/d/%d.vcf" % (top, i), "wb") as f:
                f.write(card.replace(b"VCARD" + end, b"VCARD" + end + b"UID:%d" % i + end, 1))
        for turn in range(2):
            subprocess.run([program, "-b", "b", "d"], cwd=top, check=False, capture_output=True)
            if turn:
                break
            was = {file: open("%s/d/%s" % (top, file), "rb").read() for file in os.listdir(top + "/d")}
            for root, _, files in os.walk(top + "/b"):
                for file in files:
                    subprocess.run([os.path.dirname(program) + "/nt-set", "-b", "b",
                                    os.path.relpath(os.path.join(root, file), top + "/b"), "role=Role"],
                                   cwd=top, check=False, capture_output=True)
        for file, card in was.items():
            with open("%s/d/%s" % (top, file), "rb") as f:
                text = f.read()
            if not is_kept(card) or text == card:
                continue
            count += 1
            want, got = (re.sub(rb"(?m)^(REV[:;].*|ROLE:Role\r?)\n", b"", x) for x in (card, text))
            if want != got or b"ROLE:Role" not in text:
                bad.append(file)
                print("# %s:\n%s" % (file, re.sub("(?m)^", "# ", text.decode("latin-1"))))
    print("1..1\n%s 1 - %d real cards, %d wrong" % ("not ok" if bad or count < 10 else "ok", count, len(bad)))
    return bool(bad)


sys.exit(main())
