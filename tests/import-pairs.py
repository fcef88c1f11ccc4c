"""import-pairs.py FOLDER: notes of an Obsidian vault and the contacts on standard input (nt-import -j), which were exported
from it, agree in names, emails, phones and birthdays as far as both say them. Prints what differs, and how many agree."""
import glob
import json
import sys

import yaml

contacts = [json.loads(line)["fields"] for line in sys.stdin]


def texts(value):
    if isinstance(value, dict):
        return [t for v in value.values() for t in texts(v)]
    return [t for v in value for t in texts(v)] if isinstance(value, list) else [str(value)]


def of(front, key):
    return sorted(str(v) for k, v in front.items() if k == key or k.startswith(key + "["))


agree = 0
for path in sorted(glob.glob(sys.argv[1] + "/*.md")):
    front = yaml.load(open(path, encoding="utf-8").read().split("\n---")[0], Loader=yaml.BaseLoader)
    names = {front.get("FN"), "%s %s" % (front.get("N.GN"), front.get("N.FN")), "%s %s" % (front.get("N.FN"), front.get("N.GN"))}
    found = [c for c in contacts if c.get("uid") == front.get("UID") and c["name"] in names]
    if len(found) != 1:
        print(path, len(found), names)
        continue
    contact = found[0]
    pairs = [(key, of(front, ours), sorted(texts(contact.get(key, [])))) for key, ours in
             (("email", "EMAIL"), ("phone", "TEL"), ("birthday", "BDAY"))]
    wrong = [p for p in pairs if p[1] and p[2] and p[1] != p[2]]
    print(path, wrong) if wrong else None
    agree += not wrong
print(agree)
