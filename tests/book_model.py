"""A small random book and what can be asked of its notes: the fields, entries, links and lists as
nt-note(5) and nt-query(7) describe them, from the model of each note and not from its text."""
import datetime, json, math, os, re, unicodedata

TODAY = datetime.date(2026, 11, 24)
DATES = 'birthday anniversary died met next snooze archived verified last first due'.split()
SPANS = 'cadence age overdue refresh'.split()
NUMBERS = 'closeness contacts gave got owe owed'.split()
FOLDERS = dict(person='people', org='orgs', group='groups', journal='journal', list='lists', note='notes')
ALIASES = dict(tag='tags', alias='aliases')


# Texts, dates, spans

def bare(text):
    text = unicodedata.normalize('NFKD', text.casefold()).replace('ł', 'l')
    return ''.join(c for c in text if not unicodedata.combining(c))


def fold(text):
    return unicodedata.normalize('NFC', text.casefold())


def natural(text):
    """Digits are numbers; the other characters by their bytes."""
    return [(0x30, int(p), b'') if p.isdigit() else (p.encode()[0], 0, p.encode())
            for p in re.findall(r'[0-9]+|[^0-9]', bare(text))]


def shown(text):
    text = re.sub(r'\[\[([^]|#]*)(?:#[^]|]*)?\|([^]]*)\]\]', r'\2', text)
    return re.sub(r'\[([^]]*)\]\([^)]*\)', r'\1', re.sub(r'\[\[([^]]*)\]\]', r'\1', text))


def number(text):
    return float(text) if re.fullmatch(r'[-+]?\d+(\.\d+)?', text) else None


def month_end(year, month):
    return 31 if month == 12 else (datetime.date(year, month + 1, 1) - datetime.timedelta(1)).day


def plus(day, count, unit, sign=1):
    count *= sign
    if unit in 'dw':
        return day + datetime.timedelta(count * (7 if unit == 'w' else 1))
    months = day.year * 12 + day.month - 1 + count * (12 if unit == 'y' else 1)
    year, month = months // 12, months % 12 + 1
    return datetime.date(year, month, min(day.day, month_end(year, month)))


def span(text):
    words = dict(daily='1d', weekly='1w', fortnightly='2w', monthly='1m', quarterly='3m', yearly='1y')
    m = re.fullmatch(r'(\d+)([dwmy]?)', words.get(text, text))
    return (int(m[1]), m[2] or 'd') if m else None


def days(text):
    s = span(text)
    return s and s[0] * dict(d=1, w=7, m=30, y=365)[s[1]]


def whole(text):
    """The first and the last day that a date may mean; None without a year."""
    if not re.fullmatch(r'\d{4}(-\d\d){0,2}', text):
        return None
    parts = [int(p) for p in text.split('-')]
    year, month = parts[0], parts[1] if len(parts) > 1 else 0
    if len(parts) == 3:
        return (datetime.date(*parts),) * 2
    return datetime.date(year, month or 1, 1), datetime.date(year, month or 12, month_end(year, month or 12))


def bound(text):
    """A date as a query says it: also today, today-90d, +2w, and a span as so long ago."""
    m = re.fullmatch(r'(today)?(?:([-+])(\d+)([dwmy]?))?', text)
    if whole(text):
        return whole(text)
    if m and text:
        return (plus(TODAY, int(m[3]), m[4] or 'd', -1 if m[2] == '-' else 1) if m[2] else TODAY,) * 2
    s = span(text)
    return s and (plus(TODAY, *s, -1),) * 2


def month_day(text):
    m = re.fullmatch(r'(\d{4}|-|XXXX)-(\d\d)-(\d\d)', text or '')
    return m and (int(m[2]), int(m[3]))


# Queries

def wants_book(terms):
    """A term that names its path or asks for a kind, and is not below a not."""
    below, skip = [False], False
    for text in terms:
        if text == '(':
            below.append(skip or below[-1])
            skip = False
        elif text == ')':
            below.pop()
        elif text == 'not':
            skip = True
        else:
            if not skip and not below[-1] and re.match('kind([:=<>~]|$)|book.md$', text) and text != 'kind':
                return True
            skip = False
    return False


# Notes and what is computed from them

class Entry:
    def __init__(self, rnd, book, far=False):
        back = rnd.choice([3, 30, 400])
        self.box = rnd.choice(['', '', '', '', '[ ] ', '[x] ', '[-] '])
        self.kind = rnd.choice(['', 'call', 'Call', 'mail', 'note', 'todo', 'idea', 'gave', 'got', 'owe', 'owed', 'dîner'])
        future = self.box == '[ ] ' or far
        self.date = TODAY + datetime.timedelta(rnd.randint(-back, 30 if future else 0))
        if self.box and rnd.random() < .3:
            self.date = None
        self.dir = rnd.choice(['', '', '>', '<']) if self.kind else ''
        self.links = [book.link(rnd) for _ in range(rnd.choice([0, 0, 1, 1, 2]))]
        words = rnd.sample(['about', 'the', 'Größe', 'index', 'v10', 'paper;', 'é'], rnd.randint(1, 3))
        self.text = ' '.join(rnd.sample(words + self.links, len(words) + len(self.links)))
        self.inherits = False  # the date is that of the file's name

    def line(self, rnd):
        form = rnd.choice(['%s', '%s', '[[%s]]', '%s 18:30', '%s:'])
        day = form % self.date + ' ' if self.date and not self.inherits else ''
        return '%s %s%s%s%s' % (rnd.choice('-*'), self.box, day, self.kind and self.kind + self.dir + ': ', self.text)

    @property
    def open(self):
        return self.box == '[ ] ' or (not self.box and self.kind in ('owe', 'owed'))

    @property
    def favor(self):
        if self.box == '[-] ':
            return ''
        if self.open:
            return self.kind if self.kind in ('owe', 'owed') else ''
        if not self.box and self.date and self.date > TODAY:
            return ''
        return dict(gave='gave', got='got', owe='gave', owed='got').get(self.kind, '')

    def contact(self, in_person):
        if not self.date or self.open or self.box == '[-] ' or self.kind in ('note', 'todo', 'task', 'idea'):
            return False
        if self.box:
            return bool(self.kind)
        return bool(self.kind) or in_person

    @property
    def day(self):
        return min(self.date, TODAY) if self.box == '[x] ' and self.date else self.date


def scan(text):
    """The links of a text: target, and whether it is a path seen from the note's folder."""
    for m in re.finditer(r'\[\[([^]|#]+)[^]]*\]\]|\]\(([^)]*\.md)\)', text):
        yield (m[2].replace('%20', ' '), True) if m[2] else (m[1].strip(), False)


class Note:
    def __init__(self, book, path, kind, says_kind):
        self.book, self.path, self.kind, self.says_kind = book, path, kind, says_kind
        self.front, self.heading, self.entries, self.prose = {}, None, [], []

    @property
    def stem(self):
        return os.path.basename(self.path)[:-3]

    @property
    def name(self):
        return self.front.get('name') or self.heading or self.stem

    def write(self, rnd):
        lines = ['---'] if self.front or self.says_kind else []
        if self.says_kind:
            lines.append('kind: ' + self.kind)
        for key, value in self.front.items():
            plain = isinstance(value, str) and re.fullmatch(r'[A-Za-z0-9][A-Za-z0-9. -]*[A-Za-z0-9]|\d', value)
            lines.append('%s: %s' % (key, value if plain else json.dumps(value, ensure_ascii=False)))
        lines += ['---'] if lines else []
        lines += ['# ' + self.heading, ''] if self.heading else []
        lines += [p + '\n' for p in self.prose]
        lines += [rnd.choice(['## Log', '## Private', '']), '']
        lines += [e.line(rnd) for e in self.entries]
        lines += ['', '> - 2026-11-01 quoted: nothing', '', '```', '- 2026-11-01 coded: nothing', '```']
        if rnd.random() < .3:
            lines += ['', '## Career', '- 2020-01-01 work: at [[Nowhere]]']
        self.text = '\n'.join(lines) + '\n'
        os.makedirs(os.path.dirname(self.path), exist_ok=True)
        with open(self.path, 'w', encoding='utf-8') as f:
            f.write(self.text)

    def texts(self, key):
        def walk(v):
            if isinstance(v, (list, dict)):
                return [t for x in (v.values() if isinstance(v, dict) else v) for t in walk(x)]
            return [v] if v and v.strip() else []
        value = self.front
        for part in key.split('.'):
            value = value.get(part) if isinstance(value, dict) else None
        return walk(value)

    def names_key(self, key):
        """With a value or without."""
        value = self.front
        for part in key.split('.'):
            if not isinstance(value, dict) or part not in value:
                return False
            value = value[part]
        return True

    def address(self, key):
        def walk(v):
            items = v.items() if isinstance(v, dict) else [('', x) for x in v] if isinstance(v, list) else []
            return [t for k, x in items for t in ([x] if k == key else walk(x))]
        return walk(self.front.get('address')) or self.texts(key)

    def events(self):
        """(entry, in the person's own note)"""
        if self.kind != 'person':
            return []
        return [(e, True) for e in self.entries] + [
            (e, False) for m in self.book.notes if m.kind != 'person' for e in m.entries
            if self in m.people(e) and (e.date or e.box)]

    def people(self, e):
        return [p for p in (self.book.resolve(t, md, self) for t, md in scan(e.text)) if p and p.kind == 'person']

    def contacts(self):
        found = [e.day for e, own in self.events() if e.contact(own) and e.day <= TODAY]
        last = whole(self.front.get('last', '')) if self.kind == 'person' else None
        return sorted(found + ([last[0]] if last and last[0] <= TODAY else []))

    def tags(self):
        return [t.strip().lstrip('#') for s in self.texts('tags') for t in s.split(',') if t.strip().lstrip('#')]

    def reasons(self):
        """(day, holds, pressure) as in "When someone is due"."""
        if self.kind != 'person' or self.texts('archived') or self.texts('died') or self is self.book.me:
            return
        contacts = self.contacts()
        last = contacts[-1] if contacts else None
        day = {k: whole(self.front[k])[0] if k in self.front else None for k in ('met', 'next', 'snooze')}
        quiet = day['snooze'] if day['snooze'] and day['snooze'] > TODAY else None

        def quietable(d, pressure):
            return max(d, quiet or d), d <= TODAY and not quiet, pressure

        def late(d):
            return math.log2(1 + max((TODAY - d).days, 0) / 7)

        def neglect(d):
            return min(1 + late(d), 2.99)  # of those that hold
        horizon = TODAY + datetime.timedelta(7)
        days_of_year = []
        for key in 'birthday', 'anniversary':
            md = month_day(self.front.get(key))
            if md:
                years = [datetime.date(y, md[0], min(md[1], month_end(y, md[0]))) for y in (2025, 2026, 2027, 2028)]
                d = next(d for d in years if d + datetime.timedelta(14) >= TODAY)
                if d <= TODAY and last and last >= d:
                    d = years[years.index(d) + 1]
                days_of_year.append(d)
        cadence = self.front.get('cadence')
        if cadence is None:
            cadence = min((s for t, s in self.book.cadence.items() if self.has_tag(t)), key=days, default=None)
        gap = span(cadence) if cadence else None
        recent = sorted(set(contacts))[-8:]
        gaps = sorted((b - a).days for a, b in zip(recent, recent[1:]))
        if cadence == 'auto' and len(gaps) >= 3 and (recent[-1] - recent[0]).days >= 21:
            middle = len(gaps) // 2
            gap = max(14, 2 * gaps[middle] if len(gaps) % 2 else gaps[middle - 1] + gaps[middle]), 'd'
        elif cadence == 'auto':
            gap = None
        silent = bool(day['next']) and day['next'] > TODAY
        if gap and any(TODAY < d <= horizon for d in days_of_year):
            silent |= TODAY < plus(last or day['met'] or TODAY, gap[0] * 2, gap[1])
        if gap and not silent:
            d = plus(last or day['met'], *gap) if last or day['met'] else TODAY
            d = d if last else max(d, plus(TODAY, *gap, -1))
            yield quietable(d, neglect(d))
        if day['next'] and not (last and last >= day['next']):
            yield quietable(day['next'], 2 + min(late(day['next']), .9))
        for e, own in self.events():
            if e.box == '[ ] ' and e.date and not e.inherits:
                peak = dict(owe=3, owed=1.5).get(e.kind, 2.5)
                left = max((e.date - TODAY).days, 0)
                yield e.date, e.date <= horizon, peak * (1 - left / 14) + min(late(e.date), .9)
        verified = whole(self.front.get('verified', ''))
        asking = []
        for name, refresh in self.book.refresh.items():
            since = verified[0] if verified else refresh[1] or last or day['met']
            if self.book.by_list[name](self):
                asking.append(plus(since, *refresh[0]) if since else TODAY)
        if asking:
            yield quietable(min(asking), neglect(min(asking)) / 2)
        for d in days_of_year:
            past = (TODAY - d).days
            yield d, d <= horizon, 0 if past < 0 else 4 if not past else 2 - past / 7

    def pressure(self):
        return max((p for _, holds, p in self.reasons() if holds), default=0)

    def due(self):
        reasons = list(self.reasons())
        holding = [d for d, holds, _ in reasons if holds]
        return min(holding or [d for d, _, _ in reasons], default=None), bool(holding)

    def has_tag(self, tag):
        return any(bare(t) == bare(tag) or bare(t).startswith(bare(tag) + '/') for t in self.tags())

    def get(self, key):
        """The texts of a field, and its count if it is one."""
        key = ALIASES.get(key, key)
        count = None
        texts = []
        if key in ('gave', 'got', 'owe', 'owed'):
            texts = [e.text for e, _ in self.events() if e.favor == key]
            count = len(texts)
        elif key == 'task' and self.kind != 'person':
            texts = [e.text for e in self.entries if e.open and not self.people(e)]
        elif key in ('task', 'log'):
            texts = [e.text for e, _ in self.events() if key == 'log' or e.open]
        elif key == 'contacts':
            count = len(self.contacts())
        elif key in ('last', 'first'):
            texts = [str(self.contacts()[-1 if key == 'last' else 0])] if self.contacts() else []
        elif key == 'due':
            texts = [str(self.due()[0])] if self.due()[0] else []
        elif key == 'overdue':
            count = (TODAY - self.due()[0]).days if self.due()[1] else 0
        elif key == 'age':
            born = whole(self.front.get('birthday', ''))
            count = (TODAY - born[0]).days if born else 0
        elif key == 'link':
            texts = [target for target, _ in self.links()]
        elif key == 'backlink':
            from_ = [m for m in self.book.notes if m is not self
                     and any(self.book.resolve(t, md, m) is self for t, md in m.links())]
            texts = [m.name for m in from_] + [m.path[:-3] for m in from_]
        elif key in ('city', 'country'):
            texts = self.address(key)
        else:
            texts = dict(path=[self.path], name=[self.name], kind=[self.kind], text=[self.text],
                         tags=self.tags()).get(key) or self.texts(key)
        if count is not None and (self.kind != 'person' if key in NUMBERS else count <= 0):
            count = None
        return texts or ([] if count is None else [str(count)]), count

    def has(self, key):
        """Of a count: one at least."""
        texts, count = self.get(key)
        return bool(texts) if count is None else count > 0

    def links(self):
        return list(scan(re.sub(r'```.*?```', '', self.text, flags=re.S)))


# A random book

class Book:
    def __init__(self, rnd):
        self.notes, self.me, self.cadence = [], None, dict(friend='6w', work='3m')
        self.names = ['Ada Lovelace', 'Bob Stone', 'Élodie Groß', 'agent 2', 'Agent 10', 'Łucja', 'Ann', 'ann lee',
                      'Zoë', 'Å', 'B-52']
        stems = ['ada', 'bob', 'elodie', 'agent-2', 'agent-10', 'lucja', 'ann', 'x y', 'Zoe', 'acme', 'deep']
        for i in range(rnd.randint(4, 16)):
            kind = rnd.choice(['person', 'person', 'person', 'org', 'group', 'journal', 'note'])
            folder = FOLDERS[kind] + rnd.choice(['', '', '/sub'])
            day = TODAY - datetime.timedelta(rnd.randint(0, 60))
            stem = str(day) if kind == 'journal' else rnd.choice(stems)
            path = '%s/%s.md' % (folder, stem)
            if all(n.path != path for n in self.notes):
                self.notes.append(Note(self, path, kind, kind == 'note' or rnd.random() < .3))
        for n in self.notes:
            self.fill(rnd, n)
        people = [n for n in self.notes if n.kind == 'person']
        if people and rnd.random() < .3:
            self.me = rnd.choice(people)
        self.lists(rnd)
        with open('book.md', 'w', encoding='utf-8') as f:
            me = 'me: "[[%s]]"\n' % self.me.path[:-3] if self.me else ''
            f.write('---\nkind: book\n%scadence: {friend: 6w, work: 3m}\n---\n' % me)
        root = Note(self, 'book.md', 'book', False)
        root.front = dict(kind='book', cadence=self.cadence)
        root.text = open('book.md', encoding='utf-8').read()
        if self.me:
            root.front['me'] = '[[%s]]' % self.me.path[:-3]
        for n in self.notes:
            n.write(rnd)
        self.notes.append(root)
        self.notes.sort(key=lambda n: n.path.encode())

    def link(self, rnd):
        n = rnd.choice(self.notes)
        target = rnd.choice([n.stem, n.path[:-3], n.path[:-3].split('/', 1)[-1], n.name, rnd.choice(self.names), 'Nobody'])
        if rnd.random() < .2:
            return '[them](../%s%s)' % ('../' if rnd.random() < .1 else '', n.path.replace(' ', '%20'))
        return '[[%s%s]]' % (target, rnd.choice(['', '', '', '#part', '|shown so']))

    def fill(self, rnd, n):
        def day(back=20000, ahead=0, partial=True):
            d = TODAY + datetime.timedelta(rnd.randint(-rnd.choice([20, 400, back]), ahead))
            return str(d)[:rnd.choice([10, 10, 7, 4] if partial else [10])]

        def some(chance, key, make):
            if rnd.random() < chance:
                n.front[key] = make()
        if n.kind == 'journal':
            n.heading = rnd.choice([None, 'A day'])
        else:
            some(.8, 'name', lambda: rnd.choice(self.names))
            n.heading = None if rnd.random() < .6 else 'Heading ' + n.stem
        def word():
            return rnd.choice(['Ada', 'été', 'Straße', 'a, b', 'x: y', '10', '9', '-3.5', '', 'n/a', '2024-05', '#x'])
        some(.3, 'aliases', lambda: [rnd.choice(self.names + ['Countess', 'Ädä'])])
        some(.4, 'email', lambda: rnd.choice(['a@ex.org', ['b@ex.org', 'c@Ex.org'],
                                              dict(home='d@ex.org', work=['e@x.y'])]))
        some(.4, 'org', lambda: rnd.choice(['Acme', '[[acme]]', '[[acme|The Acme]]', ['[[orgs/acme]]', 'Umbrella']]))
        some(.5, 'tags', lambda: rnd.choice(['friend, #Work/Acme', ['friend'], ['work', 'Él'], '#work/x/y', ['a/b']]))
        some(.3, 'city', lambda: rnd.choice(['Lisbon', 'São Paulo', 'LYON']))
        some(.3, 'address', lambda: rnd.choice([dict(city='Kraków', country='Poland'), ['Some Street 1'],
                                                dict(home=dict(city='Lyon'), work=[dict(city='Oslo')])]))
        some(.5, 'birthday', lambda: rnd.choice([day(), day(), '--07-01', 'XXXX-11-2' + rnd.choice('0123456789'),
                                                 '1990-11-%02d' % rnd.randint(1, 30), '1988-02-29']))
        some(.1, 'anniversary', lambda: rnd.choice(['2010-12-01', '--11-20']))
        some(.3, 'met', day)
        some(.2, 'last', day)
        some(.5, 'cadence', lambda: rnd.choice(['10d', '6w', '3m', '1y', 'monthly', 'quarterly', '30', 'auto',
                                                'none']))
        some(.2, 'next', lambda: day(100, 40, False))
        some(.2, 'snooze', lambda: day(100, 40, False))
        some(.2, 'verified', day)
        some(.1, 'archived', lambda: rnd.choice(['true', '2026-01-01']))
        some(.05, 'died', day)
        some(.4, 'closeness', lambda: rnd.choice(['1', '2', '5', '10', 'near']))
        some(.4, 'score', word)
        some(.4, 'hired', lambda: rnd.choice([day(), word()]))
        some(.3, 'motto', lambda: [word(), word()])
        some(.1, 'spouse', lambda: self.link(rnd))
        n.prose = ['See %s and *more*.' % self.link(rnd) for _ in range(rnd.choice([0, 0, 1, 2]))]
        n.entries = [Entry(rnd, self, True) for _ in range(rnd.choice([0, 1, 2, 4, 9]))]
        if n.kind == 'journal':
            for e in n.entries:
                if not e.date or (not e.box and rnd.random() < .4):
                    e.inherits = bool(e.links) or not e.box
                    e.date = datetime.date.fromisoformat(n.stem) if e.inherits and e.box != '[ ] ' else None
            n.entries = [e for e in n.entries if not e.inherits or e.links]

    def lists(self, rnd):
        self.by_list, self.refresh = {}, {}
        people = [n for n in self.notes if n.kind == 'person']
        for name in 'Close', 'far away', 'both':
            n = Note(self, 'lists/l-%s.md' % name[0], 'list', False)
            n.front = dict(name=name)
            if rnd.random() < .5:
                n.front['refresh'] = rnd.choice(['30d', '1m', '6w', '1y'])
                if rnd.random() < .5:
                    n.front['verified'] = str(TODAY - datetime.timedelta(rnd.randint(0, 90)))
                self.refresh[name] = span(n.front['refresh']), n.front.get('verified') and \
                    datetime.date.fromisoformat(n.front['verified'])
            if name == 'Close':
                n.front['query'] = rnd.choice([['closeness:..2'], 'closeness:1..2',
                                               'tag:friend or "name:ada lovelace"'])
                test = (lambda m: m.has_tag('friend') or 'ada lovelace' in bare(m.name)) if 'tag' in n.front['query'] \
                    else lambda m: any(number(t) is not None and number(t) <= 2 for t in m.texts('closeness'))
            elif name == 'both':
                n.front['query'] = ['@close', 'or', '@far away']
                test = lambda m: self.by_list['Close'](m) or self.by_list['far away'](m)
            else:
                n.front['members'] = ['[[%s]]' % p.path[:-3] for p in rnd.sample(people, min(2, len(people)))]
                n.front['owner'] = '[[%s]]' % rnd.choice(people).path[:-3] if people else 'x'
                n.prose = ['and %s' % self.link(rnd)]
                text = ' '.join(n.front['members'] + n.prose)
                test = lambda m, n=n, text=text: m in [self.resolve(t, md, n) for t, md in scan(text)]
            self.by_list[name] = lambda m, test=test: m.kind == 'person' and test(m)
            self.notes.append(n)

    def resolve(self, target, markdown, from_):
        def by_path(path):
            return [n for n in self.notes if fold(n.path) == fold(path) or fold(n.path[:-3]) == fold(path)]

        def by_name(name):
            return [n for n in self.notes
                    if fold(name) in map(fold, [n.stem, n.name] + n.texts('aliases'))]
        if markdown:
            path = os.path.normpath(os.path.join(os.path.dirname(from_.path), target))
            found = [] if path.startswith('..') else by_path(path)
            found = found or by_name(os.path.basename(target)[:-3])
        else:
            found = by_path(target) if '/' in target or target.endswith('.md') else []
            if not found and '/' in target:
                end = '/' + fold(target[:-3] if target.endswith('.md') else target)
                found = [n for n in self.notes if fold(n.path[:-3]).endswith(end)]
            found = found or by_name(target)
        return found[0] if len(found) == 1 else None
