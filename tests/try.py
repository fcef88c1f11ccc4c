"""What nt-try says, against what its page says.
try.py count BOOKS: random books; figures and order by a plain count of the notes' text.
try.py scipy N: N random records in one book; order and interval as scipy has them.
try.py follow DAYS ARMS SEED [REPORT]: somebody who does each day what nt-try -n 1 says, against chance."""
import datetime, os, random, re, shutil, subprocess, sys
from fractions import Fraction
from math import comb

TODAY = datetime.date(2026, 11, 24)
TOGETHER = 'met meeting lunch coffee dinner call'.split()


def write(path, text):
    os.makedirs(os.path.dirname(path) or '.', exist_ok=True)
    with open(path, 'w') as f:
        f.write(text)


def say(*args, today=TODAY):
    env = dict(os.environ, NT_TODAY=str(today))
    return subprocess.run(['nt-try', *args], capture_output=True, text=True, env=env, check=True).stdout


def below(a, b, x):
    """Beta for whole a and b: at least a of a + b - 1 throws."""
    n, x = a + b - 1, Fraction(x)
    return float(sum(comb(n, k) * x ** k * (1 - x) ** (n - k) for k in range(a, n + 1)))


def quantile(a, b, p):
    low, high = 0.0, 1.0
    for _ in range(50):
        middle = (low + high) / 2
        low, high = (middle, high) if below(a, b, middle) < p else (low, middle)
    return low


# A plain count

class Entry:
    def __init__(self, rnd, names, techniques, person):
        self.day = TODAY - datetime.timedelta(rnd.choice([rnd.randint(-3, 60), rnd.randint(0, 400)]))
        self.kind = rnd.choice(TOGETHER + ['mail', 'mail', 'mail', 'msg', 'gave', 'got', 'note', 'talk', 'worked', 'flopped'])
        self.dir = rnd.choice(['', '>', '>', '<']) if self.kind in ('mail', 'msg', 'call') else ''
        self.links = rnd.sample(techniques, min(len(techniques), rnd.choice([0, 1, 1, 1, 2])))
        self.people = [] if person else rnd.sample(names, min(len(names), rnd.choice([0, 1, 1, 2])))

    def text(self):
        return '- %s %s%s: x %s\n' % (self.day, self.kind, self.dir, ' '.join('[[%s]]' % n for n in self.links + self.people))

    def happened(self):
        return self.day <= TODAY and self.kind != 'note'

    def answers(self):
        if self.dir or self.kind in ('gave', 'got'):
            return self.dir == '<' or self.kind == 'got'
        return self.kind in TOGETHER


def later(note, a, b):
    """b is later than a: (note, place, entry) each; order of the log by its ends."""
    if a[2].day != b[2].day:
        return a[2].day < b[2].day <= a[2].day + datetime.timedelta(30)
    if a[0] != b[0]:
        return True
    log = note[a[0]]
    return b[1] < a[1] if log[0].day > log[-1].day else b[1] > a[1]


def count_book(rnd):
    names = ['P%d' % i for i in range(rnd.randint(1, 8))]
    techniques = ['T%d' % i for i in range(rnd.randint(1, 6))]
    write('book.md', '---\nkind: book\nme: "[[P0]]"\n---\n')
    notes, how, tags = {}, {}, {}
    for name in names:
        how[name] = rnd.choice([None, None, rnd.choice(techniques)])
        tags[name] = rnd.sample(['a', 'b', 'c'], rnd.randint(0, 2))
        notes[name] = [Entry(rnd, names, techniques, True) for _ in range(rnd.randint(0, 8))]
        notes[name].sort(key=lambda e: e.day, reverse=rnd.random() < .5)
        front = 'how: "[[%s]]"\n' % how[name] if how[name] else ''
        write('people/%s.md' % name, '---\nname: %s\ntags: [%s]\n%s---\n' % (name, ', '.join(tags[name]), front) + ''.join(map(Entry.text, notes[name])))
    for name in techniques + ['j1', 'j2']:
        notes[name] = [Entry(rnd, names, techniques, False) for _ in range(rnd.randint(0, 4))]
        kind = 'journal' if name[0] == 'j' else 'techniques'
        write('%s/%s.md' % (kind, name), ''.join(map(Entry.text, notes[name])))
    trials, answers = [], []
    for name, log in notes.items():
        for i, e in enumerate(log):
            if not e.happened():
                continue
            people = [p for p in ([name] if name in names else e.people) if p != 'P0']
            tried = set(e.links) | ({name} if name in techniques and e.kind in ('worked', 'flopped') else set())
            trials += [dict(t=t, p=p, at=(name, i, e)) for t in tried for p in (people or [None])]
            answers += [(p, (name, i, e)) for p in people if e.answers()]
    for x in trials:
        e = x['at'][2]
        x['good'] = e.kind != 'flopped' and (e.kind == 'worked' or e.answers() or any(
            p == x['p'] and a != x['at'] and later(notes, x['at'], a) for p, a in answers))
        x['young'] = e.kind != 'flopped' and (TODAY - e.day).days < 30
    for name in names[1:]:
        if how[name]:
            own = [x for x in trials if x['p'] == name and x['t'] == how[name]]
            if own:
                first = min(x['at'][2].day for x in own)
                same = [x for x in own if x['at'][2].day == first]
                same[0]['good'] = True if len(same) == 1 or not any(x['good'] for x in same) else same[0]['good']
                if len(same) > 1:
                    return None  # which of one day is first nobody says
            else:
                trials.append(dict(t=how[name], p=name, good=True, young=False))
    def sums(chosen):
        return (sum(x['good'] or not x['young'] for x in chosen), sum(x['good'] for x in chosen), sum(not x['good'] and x['young'] for x in chosen))
    want, bound = {}, {}
    for t in techniques:
        mine = [x for x in trials if x['t'] == t]
        want[t, ''] = n, s, w = sums(mine)
        bound[t] = quantile(1 + s, 1 + n - s + w, 1 - 1 / (len(trials) + 2))
        for tag in 'abc':
            some = [x for x in mine if x['p'] and tag in tags[x['p']]]
            if some:
                want[t, tag] = sums(some)
    return want, sorted(techniques, key=lambda t: (-round(bound[t], 12), t))


def count(books):
    checked = tried = 0
    for seed in range(books):
        shutil.rmtree('book', ignore_errors=True)
        os.mkdir('book')
        os.chdir('book')
        found = count_book(random.Random(seed))
        if found:
            want, order = found
            lines = [l.split('\t') for l in say('--record', '-l', '-o', 'name,tag,trials,worked,pending').splitlines()]
            got = {(l[0], l[1]): tuple(map(int, l[2:])) for l in lines}
            if got != want:
                sys.exit('book %d: %s' % (seed, sorted(set(got.items()) ^ set(want.items()))))
            got = say('-l', '-o', 'name').split()
            if got != order:
                sys.exit('book %d: order %s, not %s' % (seed, got, order))
            checked += 1
            tried += sum(v[0] for v in want.values())
        os.chdir('..')
    if not checked or not tried:
        sys.exit('nothing was checked')


# scipy

def records(n):
    from scipy.stats import beta
    rnd = random.Random(7)
    write('book.md', '---\nkind: book\n---\n')
    record, total = {}, 0
    for i in range(n):
        s, f = (rnd.randint(0, rnd.choice([1, 5, 40])) for _ in range(2))
        record['T%04d' % i] = s, f
        total += s + f
        write('techniques/T%04d.md' % i, '- 2026-01-01 worked: x\n' * s + '- 2026-01-01 flopped: x\n' * f)
    p = 1 - 1 / (total + 2)
    bound = {t: beta.ppf(p, 1 + s, 1 + f) for t, (s, f) in record.items()}
    got = say('-l', '-o', 'name').split()
    if sorted(got) != sorted(record):
        sys.exit('not all of them')
    for a, b in zip(got, got[1:]):
        if bound[a] < bound[b] - 1e-12 or (record[a] == record[b] and a > b):
            sys.exit('%s %s stands before %s %s' % (a, record[a], b, record[b]))
    for line in say('-l', '-o', 'name,low,high').splitlines():
        t, *ends = line.split('\t')
        s, f = record[t]
        for end, q in zip(ends, (.025, .975)):
            if abs(int(end) - 100 * beta.ppf(q, 1 + s, 1 + f)) > .5 + 1e-9:
                sys.exit('%s: %s' % (t, line))


# Following

def follow(days, arms, seed, report):
    rnd = random.Random(seed)
    write('book.md', '---\nkind: book\n---\n')
    rates = [rnd.uniform(.05, .7) for _ in range(arms)]
    for i in range(arms):
        write('techniques/T%d.md' % i, '# T%d\n' % i)
    best, regret, tries, last = max(rates), 0, [0] * arms, [0] * arms
    first = TODAY - datetime.timedelta(days - 1)
    for day in range(days):
        today = first + datetime.timedelta(day)
        arm = int(say('-n', '1', '-l', '-o', 'name', today=today).strip()[1:])
        tries[arm] += 1
        last[arm] = day
        regret += best - rates[arm]
        reply = '- %s mail<: yes\n' % today if rnd.random() < rates[arm] else ''
        write('people/p%d.md' % day, '- %s mail>: as in [[T%d]]\n%s' % (today, arm, reply))
    chance = days * (best - sum(rates) / arms)
    line = 'days %d, regret %.1f, of chance %.1f, ratio %.2f; tries %s; last %s' % (days, regret, chance, regret / chance, tries, last)
    if report:
        print(line)
    if regret > chance / 2 or min(tries) < 2 or min(last) < days / 4:
        sys.exit(line)


if sys.argv[1] == 'count':
    count(int(sys.argv[2]))
elif sys.argv[1] == 'scipy':
    records(int(sys.argv[2]))
else:
    follow(*map(int, sys.argv[2:5]), report=len(sys.argv) > 5)
