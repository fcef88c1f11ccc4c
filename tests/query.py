"""Makes small random books, asks nt-find random queries about them, and answers these from the model of
the notes by the plain words of nt-query(7) and nt-find(1). SEED, BOOKS and QUERIES choose how much; what
differs is shown with its seed, and the book stays."""
import os, random, re, shutil, subprocess, sys, unicodedata
from book_model import *


# Queries

class Term:
    def __init__(self, test, paths=()):
        self.test, self.paths = test, list(paths)


def at_path(paths):
    return Term(lambda m: any(m.path == p or m.path.startswith(p.rstrip('/') + '/') for p in paths), paths)


def in_range(key, m, low, high, strict=''):
    """The field's type, else numbers, dates or text as the ends are."""
    texts, count = m.get(key)

    def inside(v, a, b):
        return (not low or (v > a if strict == '>' else v >= a)) and (not high or (v < b if strict == '<' else v <= b))

    def dates(v):
        return (not low or (v[0] > bound(low)[1] if strict == '>' else v[1] >= bound(low)[0])) and \
            (not high or (v[1] < bound(high)[0] if strict == '<' else v[0] <= bound(high)[1]))
    for v in texts if count is None else [str(count)]:
        ends = [e for e in (low, high) if e]
        if key in DATES:
            ok = whole(v) and dates(whole(v))
        elif key in SPANS:
            ok = days(v) is not None and inside(days(v), days(low), days(high))
        elif key in NUMBERS or number(v) is not None and all(number(e) is not None for e in ends):
            ok = number(v) is not None and inside(number(v), *[number(e) if e else 0 for e in (low, high)])
        elif all(bound(e) for e in ends) or all(number(e) is not None for e in ends):
            ok = whole(v) and all(bound(e) for e in ends) and dates(whole(v))
        else:
            ok = inside(natural(shown(v)), natural(low), natural(high))
        if ok:
            return True
    return False


def contains(key, m, text):
    if key in ('tag', 'tags'):
        return m.has_tag(text)
    return any(bare(text) in bare(t) or bare(text) in bare(shown(t)) for t in m.get(key)[0])


def equals(key, m, text):
    texts, count = m.get(key)
    return str(count) == text or any(
        fold(text) in (fold(t.strip()), fold(shown(t).strip())) or
        (key in SPANS and days(text) is not None and days(text) == days(t)) for t in texts)


def atom(rnd, book):
    n = rnd.choice(book.notes)
    computed = 'last first contacts due overdue age gave got owe owed task log link backlink'.split()
    key = rnd.choice(rnd.choice([computed, list(n.front) or ['name'], ['name', 'kind', 'path', 'tag', 'city', 'org']]))
    texts = [t for t in n.get(key)[0] if '..' not in t and '\n' not in t and ' or ' not in t] or ['x']
    value = rnd.choice(texts)
    form = rnd.randrange(11)
    if form == 0:
        word = rnd.choice([w for w in re.findall(r'\w+', rnd.choice([n.name] + n.texts('org'))) or ['x']])
        if word.lower() in ('and', 'or', 'not'):
            word = 'ada'
        return word, Term(lambda m: any(bare(word) in bare(t) for t in [m.name] + m.tags() + [
            t for k in ('aliases', 'email', 'org') for t in m.texts(k)]))
    if form == 1:
        path = rnd.choice([n.path, os.path.dirname(n.path) + '/' if '/' in n.path else n.path])
        return path, at_path([path])
    if form == 2:
        return key + ':', Term(lambda m: m.has(key))
    if form == 3:
        return key + '=' + value, Term(lambda m: equals(key, m, value))
    if form == 4:
        return key + '!=' + value, Term(lambda m: not equals(key, m, value))
    if form == 5:
        kind = rnd.choice(['call', 'MAIL', 'note', 'owe', 'gave', 'dîner', 'todo', 'quoted', 'coded', 'work', ''])
        low = rnd.choice(['', '2026', 'today-30d', '2w', '2026-11-10'])
        high = rnd.choice(['', 'today', '2026-11', '3d'])

        def test(m):
            return any((not kind or fold(kind) == fold(e.kind)) and (not low + high or e.day and (
                (not low or e.day >= bound(low)[0]) and (not high or e.day <= bound(high)[1]))) for e, _ in m.events())
        return 'entry:' + kind + ('/%s..%s' % (low, high) if low + high else rnd.choice(['', '/'])), Term(test)
    if form == 6:
        name = rnd.choice(list(book.by_list))
        return '@' + rnd.choice([name, name.upper()]), Term(book.by_list[name])
    if form == 7:
        pattern = rnd.choice(['^[a-m]', 'o$', r'\ba\w', 'er', r'\d{4}', '[äéö]', 'A', r'\Wx', '^x|^a'])
        flags = re.M | (0 if re.search('[A-Z]', pattern.replace(r'\W', '')) else re.I)
        if rnd.random() < .3:
            return '/%s/' % pattern, Term(lambda m: bool(re.search(pattern, m.text, flags)))
        return key + '~' + pattern, Term(lambda m: any(
            re.search(pattern, t, flags) or re.search(pattern, shown(t), flags) for t in m.get(key)[0]))
    if form < 10:
        return ranged(rnd, key, value)
    at = rnd.randrange(len(value))
    part = value[at:at + rnd.randint(1, 8)].strip() or value
    if unicodedata.combining(part[0]) or key in DATES + ['tag', 'tags'] or not bare(part):
        part = value
    if key in ('tag', 'tags'):
        part = rnd.choice([value, value.split('/')[0]])
    return key + ':' + part, Term(lambda m: contains(key, m, part))


def ranged(rnd, key, value):
    if key in DATES:
        ends = ['2026', '2026-10', 'today', 'today-30d', '+1w', '3w', '6m', '1990-03', '2026-11-20', '1990']
    elif key in SPANS:
        ends = ['10d', '6w', '30', '3m', '1y', '36y', '0']
    elif key in NUMBERS:
        ends = ['0', '1', '2', '2.5', '10']
    else:
        ends = ['b', 'Élo', '9', '10', '2024', 'agent 9', '-4', value.strip('.') or 'q']
    low, high = rnd.choice([(rnd.choice(ends), ''), ('', rnd.choice(ends)), (rnd.choice(ends), rnd.choice(ends))])
    strict = rnd.choice(['', '<', '>', '<=', '>='])
    if strict:
        low, high = (low or high, '') if strict[0] == '>' else ('', low or high)
        return key + strict + low + high, Term(lambda m: in_range(key, m, low, high, strict))
    return '%s:%s..%s' % (key, low, high), Term(lambda m: in_range(key, m, low, high))


def tokens(rnd, book, depth):
    """Terms and words in any order that is a query; [(text, Term or None)]."""
    out = []
    for i in range(rnd.choice([1, 1, 2, 3]) if depth else 1):
        if i and rnd.random() < .6:
            out.append((rnd.choice(['and', 'or', 'or', 'AND']), None))
        out += [('not', None)] * rnd.choice([0, 0, 0, 1, 1, 2])
        if depth and rnd.random() < .4:
            out += [('(', None)] + tokens(rnd, book, depth - 1) + [(')', None)]
        else:
            out.append(atom(rnd, book))
    return out


def parse_or(t):
    terms = [parse_and(t)]
    while t and t[0][0] == 'or':
        t.pop(0)
        terms.append(parse_and(t))
    return terms[0] if len(terms) == 1 else Term(lambda m: any(x.test(m) for x in terms))


def parse_and(t):
    terms = [parse_not(t)]
    while t and t[0][0] not in ('or', ')'):
        said = t[0][0].lower() == 'and' and t[0][1] is None
        if said:
            t.pop(0)
        term = parse_not(t)
        if not said and term.paths and terms[-1].paths:
            terms[-1] = at_path(terms[-1].paths + term.paths)
        else:
            terms.append(term)
    return terms[0] if len(terms) == 1 else Term(lambda m: all(x.test(m) for x in terms))


def parse_not(t):
    text, term = t.pop(0)
    if text == 'not' and not term:
        inner = parse_not(t)
        return Term(lambda m: not inner.test(m))
    if text == '(' and not term:
        term = parse_or(t)
        t.pop(0)
    return term


# Orders

def sort_key(note, key):
    texts, count = note.get(key)
    text = texts[0].strip() if texts else ''
    if count is not None:
        return 0, count, [], b''
    if not text:
        return 3, 0, [], b''
    md = month_day(text)
    value = days(text) if key in SPANS else number(text)
    if key in DATES:
        value = whole(text)[0].toordinal() if whole(text) else None
    if value is not None:
        return 0, value, [], text.encode()
    if key in DATES and md:
        return 1, md[0] * 31 + md[1], [], text.encode()
    return 2, 0, natural(shown(text)), text.encode()


OWN = 'score hired motto'.split()  # keys that are none of nt's


def ordered(notes, fields):
    for key, down in reversed(fields):
        ranks = {n.path: sort_key(n, key) for n in notes}
        notes = sorted(notes, key=lambda n: ranks[n.path][1:], reverse=down)
        notes = sorted(notes, key=lambda n: ranks[n.path][0])
    return notes


def run(args, stdin=subprocess.DEVNULL):
    p = subprocess.run(['nt-find', *args], capture_output=True, stdin=stdin if isinstance(stdin, int) else None,
                       input=None if isinstance(stdin, int) else stdin)
    return p.returncode, p.stdout, p.stderr.decode()


def ask(rnd, book):
    """The arguments, what nt-find prints and what it should."""
    t = tokens(rnd, book, 3)
    terms, test = [text for text, _ in t], parse_or(t[:]).test
    notes = [n for n in book.notes if n.path != 'book.md' or wants_book(terms)]
    want = [n for n in notes if test(n)]
    options, fields = [], []
    if rnd.random() < .1:
        options, want = ['-v'], [n for n in notes if not test(n)]
    if rnd.random() < .3:
        keys = rnd.sample(['name', 'last', 'birthday', 'cadence', 'score', 'hired', 'contacts', 'org', 'closeness',
                           'motto', 'age', 'gave', 'due', 'path', 'tag'], rnd.randint(1, 3))
        fields = [(k, rnd.random() < .4) for k in keys]
        want = ordered(want, [(ALIASES.get(k, k), down) for k, down in fields])
        options += ['-S', ','.join(k + (':desc' if down else rnd.choice(['', ':asc'])) for k, down in fields)]
    if rnd.random() < .2:
        options += ['-n', '2']
        want = want[:2]
    if rnd.random() < .2:
        args = ['-p', *options, '-', '--', *terms]
        status, out, err = run(['-p', *options, *terms, '-'], run(['-s'] + ['kind:'] * wants_book(terms))[1])
    else:
        args = ['-p', *options, *terms]
        status, out, err = run(args)
    if not want:
        err = re.sub('nt-find: (no name, |no note |each of these).*\n', '', err)
    wrong = [k for k, _ in fields if not any(n.names_key(ALIASES.get(k, k)) for n in book.notes) and k in OWN]
    said = ''.join("nt-find: -S: no note has a field '%s'\n" % k for k in wrong)
    return args, (status, out.decode().splitlines(), err), (2 if wrong else 0 if want else 1, [n.path for n in want], said)


def ask_due(book):
    """nt-due of the whole book, in order, with the pressure."""
    due = sorted((n for n in book.notes if n.due()[1]), key=lambda n: (-n.pressure(), n.due()[0], n.path.encode()))
    p = subprocess.run(['nt-due', '-l', '-o', 'path,due,pressure'], capture_output=True, text=True)
    return p.stdout.splitlines(), ['%s\t%s\t%.2f' % (n.path, n.due()[0], n.pressure() + 1e-9) for n in due]


def main():
    first, books = int(os.environ.get('SEED', 1)), int(os.environ.get('BOOKS', 8))
    here = os.getcwd()
    for seed in range(first, first + books):
        rnd = random.Random(seed)
        os.makedirs('book-%d' % seed)
        os.chdir('book-%d' % seed)
        book = Book(rnd)
        for i in range(int(os.environ.get('QUERIES', 40))):
            args, got, want = ask(rnd, book)
            if got != want:
                print('SEED=%d BOOKS=1, query %d: nt-find' % (seed, i + 1), *map(repr, args))
                print('  got ', *got, '\n  want', *want)
                return 1
        got, want = ask_due(book)
        if got != want:
            print('SEED=%d BOOKS=1: nt-due -l -o path,due,pressure' % seed, '  got ', *got, '  want', *want, sep='\n')
            return 1
        os.chdir(here)
        shutil.rmtree('book-%d' % seed)
    return 0


sys.exit(main())
