"""Asks nt-find random queries about the book in the working directory and answers them
independently, from PyYAML and Unicode's own tables; what differs is shown."""
import os, random, re, subprocess, sys, unicodedata
import yaml
from book_model import wants_book

FOLDERS = 'people orgs groups lists goals techniques advice journal'.split()
KINDS = dict(zip(FOLDERS, 'person org group list goal technique advice journal'.split()))


def bare(text):
    text = unicodedata.normalize('NFKD', text.casefold()).replace('ł', 'l')
    return ''.join(c for c in text if not unicodedata.combining(c))


def fold(text):
    return unicodedata.normalize('NFC', text.casefold())


def texts(value):
    if isinstance(value, dict):
        return [t for v in value.values() for t in texts(v)]
    if isinstance(value, list):
        return [t for v in value for t in texts(v)]
    return [] if value in (None, '', '~', 'null') else [value]


def of_address(value, key):
    if isinstance(value, list):
        return [t for v in value for t in of_address(v, key)]
    if isinstance(value, dict):
        return texts(value.get(key)) + [t for v in value.values() if not isinstance(v, str) for t in of_address(v, key)]
    return []


class Note:
    def __init__(self, path):
        self.path = path
        self.text = open(path, encoding='utf-8-sig').read()
        parts = re.match(r'---\n(.*?)^---\n(.*)', self.text, re.S | re.M)
        self.front = yaml.load(parts[1], yaml.BaseLoader) if parts else {}
        heading = re.search(r'^# (.*)', parts[2] if parts else self.text, re.M)
        stem = os.path.basename(path)[:-3]
        folder = path.split('/')[0]
        name = texts(self.front.get('name'))
        self.fields = {key: texts(value) for key, value in self.front.items()}
        self.fields['name'] = name or ([heading[1].strip()] if heading else [stem])
        self.fields['kind'] = texts(self.front.get('kind')) or [KINDS.get(folder, 'person')]
        self.fields['tags'] = [p.strip().lstrip('#') for t in texts(self.front.get('tags')) for p in t.split(',')]
        for key in 'city', 'country':
            self.fields[key] = of_address(self.front.get('address'), key) or self.fields.get(key, [])
        self.fields.pop('last', None)  # computed
        self.fields['path'] = [path]

    def get(self, key):
        return self.fields.get({'tag': 'tags', 'alias': 'aliases'}.get(key, key), [])


def walk():
    for folder, folders, files in os.walk('.'):
        folders[:] = [f for f in folders if f[0] != '.' and not (folder == '.' and f == 'templates')]
        for f in files:
            if f.endswith('.md') and f[0] != '.' and not (folder == '.' and f == 'README.md'):
                yield os.path.relpath(os.path.join(folder, f))


def span_of(text):
    """The first and the last day that an ISO date may mean; none without a year."""
    if not re.fullmatch(r'\d{4}(-\d\d(-\d\d)?)?', text):
        return None
    return (text + '-01-01'[len(text) - 4:], text + '-12-31'[len(text) - 4:])


def number(text):
    return float(text) if re.fullmatch(r'-?\d+(\.\d+)?', text) else None


def length(text):
    """Of a span, in days; None: it is none."""
    words = dict(daily='1d', weekly='1w', fortnightly='2w', monthly='1m', quarterly='3m', yearly='1y')
    m = re.fullmatch(r'(\d+)([dwmy])', words.get(text, text))
    return m and int(m[1]) * dict(d=1, w=7, m=30, y=365)[m[2]]


def same(key, x, y):
    """Beside a span a span means its length."""
    return fold(x) == fold(y) or (key == 'cadence' and length(x) is not None and length(x) == length(y))


def in_range(value, low, high, kind):
    if kind == 'date':
        days = span_of(value)
        return bool(days) and (not low or days[1] >= span_of(low)[0]) and (not high or days[0] <= span_of(high)[1])
    if kind == 'number' and number(value) is not None:
        return (not low or number(value) >= number(low)) and (not high or number(value) <= number(high))
    return (not low or bare(value) >= bare(low)) and (not high or bare(value) <= bare(high))


def words(n):
    return n.get('name') + [t for k in ('aliases', 'email', 'org', 'tags') for t in n.get(k)]


def has_tag(n, tag):
    return any(bare(t) == bare(tag) or bare(t).startswith(bare(tag) + '/') for t in n.get('tags'))


def atom(rnd, notes):
    """A term, and the function that says whether a note matches."""
    n = rnd.choice(notes)
    form = rnd.randrange(9)
    key = rnd.choice([k for k in n.fields if n.get(k)])
    value = rnd.choice(n.get(key))
    if form == 0:
        word = rnd.choice([w for w in re.findall(r'\w+', n.get('name')[0]) if w.lower() not in ('and', 'or', 'not')])
        return word, lambda m: any(bare(word) in bare(t) for t in words(m))
    if form == 1 and n.get('tags'):
        tag = rnd.choice(n.get('tags')).split('/')[0].upper()
        return 'tag:' + tag, lambda m: has_tag(m, tag)
    if form == 2:
        return key + ':', lambda m: bool(m.get(key))
    if form == 3:
        other = rnd.choice(['city', 'kind', 'cadence', 'closeness', 'org'])
        value = rnd.choice(n.get(other) or ['x'])
        return '%s=%s' % (other, value), lambda m: any(same(other, value, t) for t in m.get(other))
    if form == 4:
        other = rnd.choice(['birthday', 'met', 'verified'])
        low, high = ('%d' % rnd.randint(1960, 2026), '%d-%02d' % (rnd.randint(1960, 2026), rnd.randint(1, 12)))
        low, high = rnd.choice([(low, high), (low, ''), ('', high)])
        return '%s:%s..%s' % (other, low, high), lambda m: any(in_range(v, low, high, 'date') for v in m.get(other))
    if form == 5:
        low = str(rnd.randint(1, 5))
        return 'closeness:%s..' % low, lambda m: any(in_range(v, low, '', 'number') for v in m.get('closeness'))
    if form == 6:
        first = rnd.choice('abcdefghijklmnopqrstuvw')
        return 'name:%s..' % first, lambda m: any(in_range(v, first, '', 'text') for v in m.get('name'))
    if form == 7:
        pattern = rnd.choice(['^[a-m]', 'son$', r'\ba\w', 'er', r'\d{4}$', '[äéïößüŁ]'])
        flags = 0 if re.search('[A-ZŁ]', pattern.replace(r'\W', '')) else re.I
        return 'name~' + pattern, lambda m: any(re.search(pattern, v, flags) for v in m.get('name'))
    if key in ('tags', 'text') or any(c in value for c in '<>~!:=.') or key == 'path':
        folder = n.path.split('/')[0]
        return folder + ('/' if '/' in n.path else ''), lambda m: m.path.startswith(folder)
    part = value[:rnd.randint(1, len(value))].strip() or value
    return '%s:%s' % (key, part), lambda m: any(bare(part) in bare(t) for t in m.get(key))


def query(rnd, notes, depth):
    choice = rnd.randrange(6 if depth else 1)
    if choice < 2:
        term, test = atom(rnd, notes)
        return [term], test
    left, f = query(rnd, notes, depth - 1)
    if choice == 2:
        return ['not', '('] + left + [')'], lambda m: not f(m)
    right, g = query(rnd, notes, depth - 1)
    if choice == 3:
        return ['('] + left + ['or'] + right + [')'], lambda m: f(m) or g(m)
    return ['('] + left + ['and'] * (choice == 4) + right + [')'], lambda m: f(m) and g(m)


def main():
    rnd = random.Random(int(os.environ.get('SEED', 7)))
    notes = [Note(p) for p in sorted(walk(), key=os.fsencode)]
    failed = 0
    for _ in range(int(os.environ.get('QUERIES', 200))):
        terms, test = query(rnd, notes, 3)
        run = subprocess.run(['nt-find', '-p', *terms], stdin=subprocess.DEVNULL, capture_output=True, text=True)
        got, want = run.stdout.splitlines(), [n.path for n in notes if test(n) and (n.path != 'book.md' or wants_book(terms))]
        if got != want or run.returncode != (not want):
            failed += 1
            print('nt-find -p', ' '.join(terms), '-> status', run.returncode, run.stderr)
            print(*('  missing ' + p for p in want if p not in got), *('  wrong ' + p for p in got if p not in want), sep='\n')
    return failed > 0


sys.exit(main())
