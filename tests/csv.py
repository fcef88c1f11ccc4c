"""csv.py [SEED [CASES]]: people with addresses, emails and numbers, labels and missing parts in any combination, out by
nt-export -f csv and in by nt-import: the same. In a fresh folder, with the tools in PATH; prints what differs."""
import json
import os
import random
import subprocess
import sys

LABELS = ["home", "work", "cell", "Main Office", "other"]
PARTS = ["street", "postcode", "city", "region", "country", "box", "extra"]
WORDS = ["1 St", "a, b", 'x "y"', "=1+1", "'=x", "+4", "-2", "Zoë; z", "@q", ": x :", "''-a", "＝a", "p ::: q", "::: a", ":::: b :::", "c:::"]


def text(key):
    word = random.choice(WORDS + (["1 St\nFlat 2,", "a\n\n=b"] if key in PARTS else []))
    return {"email": "%d@x.org" % random.randrange(999999), "phone": "+49 %d" % random.randrange(999999)}.get(key) or \
        word + " %d" % random.randrange(999999)


def value(key):
    if key != "address":
        return text(key)
    return {part: text(part) for part in PARTS if random.random() < .4} or {"city": text("city")}


def field(key):
    """A value, a list, or a map of labels to either."""
    def some():
        values = [value(key) for _ in range(random.choice([1, 1, 2, 3]))]
        return values[0] if len(values) == 1 else values
    return some() if random.random() < .4 else {label: some() for label in random.sample(LABELS, random.randint(1, 4))}


def facts(v, label=None):
    if isinstance(v, dict) and not set(v) & set(PARTS):
        return [f for k, part in v.items() for f in facts(part, None if k == "other" else k)]
    return [f for part in v for f in facts(part, label)] if isinstance(v, list) else [(label, v)]


def sorted_facts(v):
    return sorted((repr(label), json.dumps(part, sort_keys=True)) for label, part in facts(v))


seed, cases = (int(a) for a in (sys.argv[1:] + ["1", "300"])[:2])
random.seed(seed)
people = [{"name": "P%d" % i, **{k: field(k) for k in ("email", "phone", "url", "im", "address") if random.random() < .7}}
          for i in range(cases)]
os.makedirs("people", exist_ok=True)
for i, person in enumerate(people):
    with open("people/%d.md" % i, "w", encoding="utf-8") as f:
        f.write("---\n%s\n---\n" % "\n".join("%s: %s" % (k, json.dumps(v)) for k, v in person.items()))
table = subprocess.run(["nt-export", "-f", "csv"], stdout=subprocess.PIPE, check=True).stdout
lines = subprocess.run(["nt-import", "-j", "-"], input=table, stdout=subprocess.PIPE, check=True).stdout.splitlines()
got = {p["name"]: p for p in (json.loads(line)["fields"] for line in lines)}
for person in people:
    back = got.get(person["name"], {})
    for key in sorted(set(person) | (set(back) - {"kind", "from", "name"})):
        if sorted_facts(person.get(key, [])) != sorted_facts(back.get(key, [])):
            sys.exit("%s %s\n%s\n%s" % (person["name"], key, person.get(key), back.get(key)))
