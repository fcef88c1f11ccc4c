"""Writes small random books, reads them again line by line as nt-note(5) says, adds the favours up as nt-favor(1)
says, and compares: every row and column, per person and by tag, org, group and year, for the owner's eyes and for
the rest, of the book and of a stream. SEED and BOOKS choose how much; what differs is shown, and the book stays."""
import datetime, json, os, random, re, shutil, subprocess, sys

TODAY = datetime.date(2026, 11, 24)
PEOPLE = ['Ada Lovelace', 'Bob Stone', 'Cy', 'Dee Dee', 'Élodie', 'Zoë', 'Finn', 'Gus', 'Ida', 'Jo']
ORGS = ['Acme', 'Umbrella', 'Old Mill']
GROUPS = ['Choir', 'Chess']
TAGS = ['friend', 'Friend', 'work/acme', 'work', 'work/umbrella', 'été']
KINDS = ['gave', 'got', 'owe', 'owed', 'Gave', 'call', 'note', '', 'gave', 'got', 'owe', 'owed']


# To write: any text that may stand there.

def slug(name):
    return name.lower().replace(' ', '-').replace('é', 'e').replace('ë', 'e')


def link(rnd, name, folder):
    return rnd.choice(['[[%s]]' % name, '[[%s|them]]' % name, '[[%s/%s]]' % (folder, slug(name)), '[[%s]]' % slug(name),
                       '[them](../%s/%s.md)' % (folder, slug(name)), '[[%s]]' % name.upper()])


def someone(rnd):
    return link(rnd, rnd.choice(PEOPLE), 'people')


def day(rnd):
    return str(TODAY + datetime.timedelta(rnd.choice([0, -1, 1, rnd.randint(-900, 60), rnd.randint(-40, 400)])))


def item(rnd, depth):
    box = rnd.choice(['', '', '', '[ ] ', '[x] ', '[X] ', '[-] ', '[?] '])
    when = rnd.choice(['%s ', '%s ', '%s: ', '[[%s]] ', '%s 18:30 ', '', ''])
    when = when % day(rnd) if when else ''
    kind = rnd.choice(KINDS)
    kind = kind and kind + rnd.choice(['', '', '>', '<']) + ': '
    words = rnd.sample(['a lift', 'soup', 'an intro to', 'the slides'], rnd.randint(1, 2)) + \
        [someone(rnd) for _ in range(rnd.choice([0, 0, 1, 1, 2]))]
    lines = ['%s- %s%s%s%s' % ('  ' * depth, box, when, kind, ' '.join(words))]
    if rnd.random() < .1:
        lines.append('%sand more with %s' % ('  ' * (depth + 1), someone(rnd)))
    if depth < 2 and rnd.random() < .25:
        for _ in range(rnd.randint(1, 2)):
            lines += item(rnd, depth + 1)
    return lines


def body(rnd):
    lines = []
    for _ in range(rnd.choice([1, 2, 3])):
        if rnd.random() < .6:
            lines += ['', rnd.choice(['## Log', '## Private', '### Below', '# Top', '## Bio', '### %s gave: a heading' % day(rnd),
                                      '## %s' % day(rnd)]), '']
        for _ in range(rnd.randint(0, 4)):
            lines += item(rnd, 0)
        lines += rnd.choice([[], ['', 'Prose about %s.' % someone(rnd), ''], ['', '> - 2026-11-01 gave: quoted', '']])
    return lines


def listed(rnd, values):
    if len(values) == 1 and rnd.random() < .5:
        return ' ' + json.dumps(values[0], ensure_ascii=False)
    if rnd.random() < .5:
        return ' [%s]' % ', '.join(json.dumps(v, ensure_ascii=False) for v in values)
    return ''.join('\n  - %s' % json.dumps(v, ensure_ascii=False) for v in values)


def write(path, front, lines):
    os.makedirs(os.path.dirname(path) or '.', exist_ok=True)
    with open(path, 'w', encoding='utf-8') as f:
        f.write('---\n%s---\n' % ''.join('%s:%s\n' % kv for kv in front) + '\n'.join(lines) + '\n')


def make(rnd):
    me = rnd.choice(PEOPLE + ['', ''])
    write('book.md', [('kind', ' book'), ('private', ' [private, pay, group]' if rnd.random() < .2 else ' [private, pay]')] +
          ([('me', ' "[[%s]]"' % me)] if me else []), [])
    for name in PEOPLE:
        front = [('name', ' ' + name)]
        if rnd.random() < .7:
            front.append(('tags', listed(rnd, rnd.sample(TAGS, rnd.randint(1, 3)))))
        for key, names, folder in ('org', ORGS, 'orgs'), ('group', GROUPS, 'groups'):
            if rnd.random() < .5:
                front.append((key, listed(rnd, [rnd.choice([n, link(rnd, n, folder), 'Freelance', '[[Nowhere]]'])
                                                for n in rnd.sample(names, rnd.randint(1, 2))])))
        write('people/%s.md' % slug(name), front, body(rnd))
    for folder, names in ('orgs', ORGS), ('groups', GROUPS):
        for name in names:
            front = [('name', ' ' + name)]
            if rnd.random() < .6:
                front.append(('members', listed(rnd, [someone(rnd) for _ in range(rnd.randint(1, 4))])))
            write('%s/%s.md' % (folder, slug(name)), front, body(rnd))
    for i in range(3):
        write('journal/%s.md' % (TODAY - datetime.timedelta(rnd.randint(-3, 700))), [], body(rnd))
    write('notes/n.md', [('kind', ' note')], body(rnd))


# To read: the text alone.

def fold(text):
    return text.casefold()


def links_of(text, folder):
    """Paths without .md, or names, of the links in a text."""
    out = []
    for m in re.finditer(r'\[\[([^]|#]+)[^]]*\]\]|\]\(([^)]+)\.md\)', text):
        out.append(os.path.normpath(os.path.join(folder, m[2])) if m[2] else m[1])
    return out


class Note:
    def __init__(self, path):
        self.path, self.front = path, {}
        self.folder = os.path.dirname(path)
        _, front, self.body = open(path, encoding='utf-8').read().split('---\n', 2)
        key = None
        for line in front.splitlines():
            m = re.match(r'([a-z]+):(.*)', line)
            if m:
                key = m[1]
                text = m[2].strip()
                self.front[key] = [] if not text else json.loads(text) if text[0] == '[' and '"' in text else \
                    text[1:-1].split(', ') if text[0] == '[' else [json.loads(text) if text[0] == '"' else text]
            else:
                self.front[key].append(json.loads(line.strip()[2:]))
        kinds = dict(people='person', orgs='org', groups='group', journal='journal')
        self.kind = self.front.get('kind', [kinds.get(self.folder, 'book')])[0]
        self.stem = os.path.basename(path)[:-3]
        self.name = self.front.get('name', [self.stem])[0]


class Entry:
    def __init__(self, box, date, kind, text, private):
        self.box, self.date, self.kind, self.text, self.private = box, date, fold(kind), text, private
        self.inherited, self.links = False, []


def split(text):
    """Box, day, kind and the rest of a line; None for what does not stand there."""
    m = re.match(r'(?:\[([ xX-])\] )?(?:\[?\[?(\d{4}-\d\d-\d\d)(?:\]\])?(?: \d\d:\d\d)?:?(?: |$))?(?:([^\W\d][\w-]*)[<>]?: )?(.*)$', text)
    return m[1], m[2] and datetime.date.fromisoformat(m[2]), m[3] or '', m[4]


def entries(note):
    """The entries of a note with the links of their own lines and of what belongs to them."""
    person = note.kind == 'person'
    at_file = re.match(r'\d{4}-\d\d-\d\d', note.stem)
    at_file = at_file and datetime.date.fromisoformat(at_file[0])
    out, headings, items = [], [], []  # (level, private, bio, day), (depth, entry or None, day)
    for line in re.sub(r'\n +(?! |- )', ' ', note.body).splitlines():  # an item's paragraph goes on
        m = re.match(r'(#+) (.*)', line)
        if m:
            items = []
            headings = [h for h in headings if h[0] < len(m[1])]
            above = headings[-1] if headings else (0, False, False, at_file)
            box, date, kind, text = split(m[2])
            word = fold(m[2])
            headings.append((len(m[1]), above[1] or word == 'private', above[2] or word == 'bio', date or above[3]))
            if person and date and not headings[-1][2]:
                out.append(Entry(None, date, kind, text, headings[-1][1]))
            continue
        heading = headings[-1] if headings else (0, False, False, at_file)
        m = re.match(r'( *)- (.*)', line)
        if m:
            depth = len(m[1]) // 2
            items = [i for i in items if i[0] < depth]
            owner, given = (items[-1][1], items[-1][2]) if items else (None, heading[3])
            box, date, kind, text = split(m[2])
            links = links_of(re.sub(r'^(\[.\] )?\[\[\d[^]]*\]\]', '', m[2]), note.folder)
            mine = None
            if not heading[2] and (box or date):
                mine = Entry(box, date, kind, text, heading[1])
                if not date and not person and given:
                    mine.date, mine.inherited = given, True
            elif not heading[2] and not person and given and not re.match(r'\[.\] ', m[2]) and \
                    (links or not owner or not owner.kind if kind else links and not owner):
                mine = Entry(None, given, kind, text, heading[1])
                mine.inherited = True
            if mine:
                out.append(mine)
            owner = mine or owner
            if owner:
                owner.links += links
            items.append((depth, owner, date or given))
        elif line.strip():
            items = []
    return out


def favor(e):
    """What it is, and on which day."""
    opened = e.box == ' ' or (e.box is None and e.kind in ('owe', 'owed'))
    date = e.date
    if e.box == '-':
        return None, None
    if opened:
        return (e.kind if e.kind in ('owe', 'owed') else None), None if e.box == ' ' and e.inherited else date
    if e.box in ('x', 'X') and date:
        date = min(date, TODAY)
    elif date and date > TODAY:
        return None, None
    return dict(gave='gave', got='got', owe='gave', owed='got').get(e.kind), date


class Ledger:
    def __init__(self, all_seen):
        paths = [os.path.join(d, f)[2:] for d, _, files in os.walk('.') for f in files if f.endswith('.md')]
        self.notes = [Note(p) for p in sorted(paths)]
        self.config = next(n for n in self.notes if n.kind == 'book')
        self.seen = all_seen
        self.people = [n for n in self.notes if n.kind == 'person']
        me = self.config.front.get('me')
        self.me = me and self.find(links_of(me[0], '')[0])
        self.favors = []  # (person, what, day, box, text)
        for n in self.notes:
            for e in entries(n):
                what, date = favor(e)
                if not what or (e.private and not all_seen):
                    continue
                whom = [n] if n.kind == 'person' else {id(p): p for p in map(self.find, e.links) if p in self.people}.values()
                self.favors += [(p, what, date, e.box == ' ', e.text) for p in whom if p is not self.me]

    def find(self, target):
        """A link's note: by path, else by file name or name."""
        t = fold(target)
        found = [n for n in self.notes if fold(n.path[:-3]) == t] or [n for n in self.notes if t in (fold(n.stem), fold(n.name))]
        return found[0] if len(found) == 1 else None

    def sees(self, key):
        return self.seen or key not in self.config.front['private']

    def circles(self, by, person, chosen=()):
        """(key, name, path) of each tag, org or group."""
        out = {}
        if by == 'tag':
            for t in person.front.get('tags', []):
                for i in range(t.count('/') + 1):
                    tag = '/'.join(t.split('/')[:i + 1])
                    key = fold(tag).replace('é', 'e')
                    names = [x for p in chosen or [person] for v in p.front.get('tags', []) for x in
                             ['/'.join(v.split('/')[:k + 1]) for k in range(v.count('/') + 1)] if fold(x).replace('é', 'e') == key]
                    out[key] = (min(names, key=str.encode), '')
            return out
        notes = [n for n in self.notes if n.kind == by]
        for text in person.front.get(by, []) if self.sees(by) else []:
            targets = links_of(text, person.folder)
            for t in targets or [text]:
                n = self.find(t)
                if n and (targets or n in notes):
                    out['/' + n.path] = (n.name, n.path)
                else:
                    out[fold(t)] = (t, '')
        for n in notes:
            if any(self.find(t) is person for text in n.front.get('members', []) for t in links_of(text, n.folder)):
                out['/' + n.path] = (n.name, n.path)
        return out

    def rows(self, by, chosen, since, until):
        """Rows as nt-favor -l has them, all columns."""
        groups = {}
        for f in self.favors:
            person, what, date, box, text = f
            if person not in chosen or ((since or until) and not (date and (not since or date >= since) and (not until or date <= until))):
                continue
            if not by:
                keys = {person.path: (person.name, person.path)}
            elif by == 'year':
                keys = {str(date.year): (str(date.year), '')} if date else {}
            else:
                keys = self.circles(by, person, chosen)
            for key, (name, path) in (keys or {None: ('', '')}).items():
                groups.setdefault((key, name, path), []).append(f)
        out = []
        for (key, name, path), favors in groups.items():
            n = {k: sum(1 for f in favors if f[1] == k) for k in ('gave', 'got', 'owe', 'owed')}
            promises = sorted((f for f in favors if f[1] in ('owe', 'owed')), key=lambda f: (
                f[2] or datetime.date.max, f[1] == 'owed', f[0].path.encode()))
            done = [f[2] for f in favors if f[1] in ('gave', 'got') and f[2]]
            first = promises[0] if promises else None
            balance = n['gave'] - n['got']
            order = (key,) if by == 'year' and key else (not first, first and first[2] or datetime.date.max,
                    bool(first) and first[1] == 'owed', first[0].path.encode() if first else b'',
                    key is None, -abs(balance), balance, -n['gave'] - n['got'], name.encode(), path.encode())
            if by == 'year':
                order = (key is None,) + order
            out.append((order, [name, *map(str, n.values()), str(balance), str(len({id(f[0]) for f in favors})),
                                str(max(done)) if done else '', str(first[2] or '') if first else '', path]))
        return [row for _, row in sorted(out, key=lambda r: r[0])]


COLUMNS = 'name,gave,got,owe,owed,balance,people,last,due,path'


def ask(args, terminal, stdin=None):
    p = subprocess.run((['on-tty'] if terminal else []) + ['nt-favor', *args], capture_output=True,
                       **(dict(input=stdin) if stdin is not None else dict(stdin=subprocess.DEVNULL)))
    return [line.split('\t') for line in p.stdout.decode().splitlines()]


def table(args):
    """The rows of the table on a terminal: what stands in its columns of numbers."""
    p = subprocess.run(['on-tty', 'nt-favor', *args], capture_output=True, stdin=subprocess.DEVNULL,
                       env=dict(os.environ, COLUMNS='100', NO_COLOR='1'))
    return p.stdout.decode()


def compare(rnd, ledgers):
    count = 0
    for by in '', 'tag', 'org', 'group', 'year':
        since = rnd.choice([None, None, TODAY - datetime.timedelta(300)])
        until = rnd.choice([None, None, TODAY + datetime.timedelta(30)])
        args = ['--by=' + by] if by else []
        args += ['--since=%s' % since] if since else []
        args += ['--until=%s' % until] if until else []
        tag = rnd.choice([None, None, 'work', 'friend'])
        rest = ledgers[False]
        chosen = rest.people if not tag else [p for p in rest.people if tag in rest.circles('tag', p)]
        query = ['tag:' + tag] if tag else []
        want = rest.rows(by, chosen, since, until)
        count += len(want)
        stream = subprocess.run(['nt-find', '-s', '-S', rnd.choice(['name:desc', 'path']), *query], capture_output=True,
                                stdin=subprocess.DEVNULL).stdout
        for got, how in (ask(args + ['-l', '-o', COLUMNS] + query, False), 'the book'), \
                (ask(args + ['-l', '-o', COLUMNS, '-'], False, stream), 'a stream'):
            if got != want:
                return how, args + query, got, want
        mine = ledgers[True]
        chosen = mine.people if not tag else [p for p in mine.people if tag in mine.circles('tag', p)]
        text, want = table(args + query), mine.rows(by, chosen, since, until)
        sums = [sum(int(r[i]) for r in mine.rows('', chosen, since, until)) for i in (1, 2, 5, 3, 4)]
        line = 'gave %d, got %d, balance %s, owe %d, owed %d' % (*sums[:2], '%+d' % sums[2] if sums[2] else '0', *sums[3:])
        if want and not re.search(r'\b' + re.escape(line) + '\n', text):
            return 'the last line', args + query, [text], [line]
        for name, gave, got, owe, owed, balance, *_ in want if by or len(want) > 1 else []:
            row = r'^%s +%s +%s +%s +%s +%s +' % (re.escape(name or '(none)'), gave, got,
                re.escape('%+d' % int(balance) if balance != '0' else '0'), owe if owe != '0' else '', owed if owed != '0' else '')
            if not re.search(row, text, re.M):
                return 'the table', args + query, [text], [row]
    return count


def main():
    first, books = int(os.environ.get('SEED', 1)), int(os.environ.get('BOOKS', 25))
    here, rows = os.getcwd(), 0
    for seed in range(first, first + books):
        os.makedirs('book-%d' % seed)
        os.chdir('book-%d' % seed)
        rnd = random.Random(seed)
        make(rnd)
        found = compare(rnd, {seen: Ledger(seen) for seen in (False, True)})
        if not isinstance(found, int):
            how, args, got, want = found
            print('SEED=%d BOOKS=1: %s: nt-favor' % (seed, how), *args)
            print('  got ', *[g for g in got if g not in want], '\n  want', *[w for w in want if w not in got], sep='\n    ')
            return 1
        rows += found
        os.chdir(here)
        shutil.rmtree('book-%d' % seed)
    print('# rows compared: %d' % rows)
    return 0 if rows > 20 * books else 1


sys.exit(main())
