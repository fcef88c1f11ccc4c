"""A month of nt-remind --once --if-any, every hour, in a book in the working directory: nobody is nagged, nobody is lost.

remind-month.py [HOURS]: so many runs a day. On some days the owner logs some of those who were shown, moves a note or
leaves everything; two runs begin each day at the same moment. Days are those of NT_TODAY. What does not hold is printed.
"""
import collections
import datetime
import json
import os
import random
import subprocess
import sys

HOURS = int(sys.argv[1]) if len(sys.argv) > 1 else 24
FIRST = datetime.date(2026, 11, 1)
DAYS, QUIET, LIMIT, PATIENCE = 31, 3, 3, 8
chance = random.Random(6)
faults = []


def day(n):
    return (FIRST + datetime.timedelta(n)).isoformat()


def run(n, *command):
    done = subprocess.run(command, env={**os.environ, "NT_TODAY": day(n)}, capture_output=True, text=True)
    if done.returncode > 1 or done.stderr:
        faults.append(f"{day(n)}: {command}: {done.returncode} {done.stderr}")
    return done.stdout


PIPE = "nt-due -s 2>&1 | nt-remind --once --if-any -j"


def start(n):
    return subprocess.Popen(["sh", "-c", PIPE], env={**os.environ, "NT_TODAY": day(n)}, stdout=subprocess.PIPE, text=True)


def people():
    os.makedirs("people")
    with open("book.md", "w") as book:
        book.write(f"---\nkind: book\nlimit: {LIMIT}\nquiet: {QUIET}d\n---\n")
    for i in range(12):
        cadence = ["1w", "2w", "1m"][i % 3]
        last = FIRST - datetime.timedelta(4 + 5 * i % 23)
        write(f"c{i}", f"cadence: {cadence}\n", f"- {last} call: tea\n")
    for i, ahead in enumerate([3, 9, 9, 17, 26]):
        born = FIRST + datetime.timedelta(ahead)
        write(f"b{i}", f"birthday: 1990-{born:%m-%d}\n", "")
    for i, ahead in enumerate([-40, 2, 11, 12, 21]):
        write(f"t{i}", "", f"- [ ] {FIRST + datetime.timedelta(ahead)} owe: the book\n")
    write("n0", f"next: {day(6)}\n", "- 2026-10-01 call: tea\n")
    write("z0", f"cadence: 1w\nbirthday: --{FIRST + datetime.timedelta(13):%m-%d}\n", "- 2026-10-20 call: tea\n")


def write(stem, front, body):
    with open(f"people/{stem}.md", "w") as note:
        note.write(f"---\nname: Person {stem}\n{front}---\n{body}")


class Month:
    def __init__(self):
        self.shown = collections.defaultdict(list)  # name -> days
        self.wishes = collections.Counter()
        self.waits = {}  # name -> the day since which they are due and neither shown nor logged
        self.logged = {}

    def take(self, n, out):
        """One run's output; the names in full."""
        full = []
        for line in out.splitlines():
            person = json.loads(line)
            if not person["full"]:
                continue
            name = person["name"]
            full.append(name)
            if self.logged.get(name) == n:
                faults.append(f"{day(n)}: {name} is shown, and was logged today")
            before = self.shown[name][-1] if self.shown[name] else -QUIET
            if n - before < QUIET:
                faults.append(f"{day(n)}: {name} is shown again, as on {day(before)}: {person['why']}")
            self.shown[name].append(n)
            self.wishes[name] += "birthday" in person["step"]
            self.waits.pop(name, None)
        if out and not full:
            faults.append(f"{day(n)}: printed, and nobody is in full")
        return full

    def due(self, n):
        names = [line.split("\t") for line in run(n, "nt-due", "-l", "-o", "name,pressure").splitlines()]
        names = [name for name, pressure in names if pressure != "0.00"]  # a birthday ahead waits for its day
        for name in list(self.waits):
            if name not in names:
                del self.waits[name]
        for name in names:
            if not self.shown[name]:
                self.waits.setdefault(name, n)
        late = [name for name, since in self.waits.items() if n - since > PATIENCE]
        if late:
            faults.append(f"{day(n)}: due and never shown: {late}")


def live(month, n, names):
    """What the owner does after a run that told of these."""
    for name in names:
        if chance.random() < 0.5:
            continue
        run(n, "nt-log", name, "call:", "spoke of it")
        stem = name.split()[-1]
        if stem.startswith("t"):
            run(n, "nt-done", name)
        if not stem.startswith("b"):
            month.logged[name] = n
    if names and n % 5 == 2:
        path = run(n, "nt-find", "-p", f"name={names[-1]}").strip()
        run(n, "nt-mv", path, f"people/moved-{n}.md")


people()
month = Month()
for n in range(DAYS):
    month.due(n)
    two = [start(n), start(n)]
    first = [name for process in two for name in month.take(n, process.communicate()[0])]
    if len(first) > LIMIT:
        faults.append(f"{day(n)}: {len(first)} in full: {first}")
    live(month, n, first)
    for hour in range(2, HOURS):
        live(month, n, month.take(n, run(n, "sh", "-c", PIPE)))
    of_today = [name for name, days in month.shown.items() if n in days]
    if len(of_today) > LIMIT:
        faults.append(f"{day(n)}: {len(of_today)} in a day: {of_today}")
for name, times in month.wishes.items():
    if times > 2:
        faults.append(f"the birthday of {name} was in full {times} times: {[day(d) for d in month.shown[name]]}")
for name, days in month.shown.items():
    print(name, *[day(d)[5:] for d in days], file=sys.stderr)
print(*faults, sep="\n")
sys.exit(bool(faults))
