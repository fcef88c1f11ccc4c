"""Random books: what nt-stats says on a terminal, which shows what is private too, against a plain count of the model's entries, by the words of nt-stats(1).
SEED and BOOKS choose how much."""
import collections, datetime, os, random, re, shutil, subprocess, sys
from book_model import Book, TODAY, days, plus, span, whole

TOGETHER = 'met meeting lunch coffee dinner call'.split()
DAY = datetime.timedelta(1)


def periods(months):
    """(name, first, last)"""
    count = {1: 12, 3: 8, 12: 5}[months]
    number = (TODAY.year * 12 + TODAY.month - 1) // months
    for i in range(number - count + 1, number + 1):
        year, month = i * months // 12, i * months % 12
        first, end = datetime.date(year, month + 1, 1), (i + 1) * months
        name = {1: '%04d-%02d' % (year, month + 1), 3: '%04d-Q%d' % (year, month // 3 + 1), 12: '%04d' % year}[months]
        yield name, first, min(TODAY, datetime.date(end // 12, end % 12 + 1, 1) - DAY)


class Contact:
    def __init__(self, day, kind, dir='', favor='', order=0):
        self.day, self.kind, self.dir, self.favor, self.order = day, kind.lower(), dir, favor, order

    def answers(self):
        if self.dir or self.favor:
            return self.dir == '<' or self.favor == 'got'
        return self.kind in TOGETHER


def contacts_of(n):
    """In the order of days; those of one day in the order in which they stand, the note's own first."""
    found = [Contact(e.day, e.kind, e.dir, e.favor) for e, own in n.events() if e.contact(own) and e.day <= TODAY]
    last = whole(n.front.get('last', ''))
    if last and last[0] <= TODAY:
        found.insert(sum(own and e.contact(own) and e.day <= TODAY for e, own in n.events()), Contact(last[0], ''))
    return sorted(found, key=lambda c: c.day)


def first_of(text):
    """The first day that a partial date may mean."""
    parts = text.split('-')
    return datetime.date(*([int(p) for p in parts] + [1, 1])[:3]) if parts[0].isdigit() else None


def cadence(n, contacts):
    text = n.front.get('cadence')
    if text == 'auto':
        recent = sorted({c.day for c in contacts})[-8:]
        gaps = sorted((b - a).days for a, b in zip(recent, recent[1:]))
        return rhythm(recent, gaps)
    if text is not None:
        return span(text)
    tagged = [span(v) for k, v in n.book.cadence.items() if n.has_tag(k)]
    return min(tagged, key=lambda s: days('%d%s' % s)) if tagged else None


def rhythm(recent, gaps):
    if len(gaps) < 3 or (recent[-1] - recent[0]).days < 21:
        return None
    middle = len(gaps) // 2
    median = gaps[middle] if len(gaps) % 2 else (gaps[middle - 1] + gaps[middle]) // 2
    return max(14, 2 * median), 'd'


def count(book, months):
    table, kinds = collections.Counter(), set()
    names = list(periods(months))

    def add(day, measure):
        for name, first, last in names:
            if first <= day <= last:
                table[name, measure] += 1

    for n in book.notes:
        if n.kind != 'person' or n is book.me:
            continue
        found = contacts_of(n)
        met = first_of(n.front['met']) if 'met' in n.front else None
        every = cadence(n, found)
        over = n.texts('archived') or n.texts('died') or ('cadence' in n.front and n.front['cadence'] != 'auto' and not every)
        dates = [c.day for c in found] + ([met] if met else [])
        known = min(dates) if dates else None
        if known:
            add(known, 'new')
        for i, c in enumerate(found):
            if names[0][1] <= c.day:
                kinds.add(c.kind)
            add(c.day, 'contacts')
            add(c.day, 'by:' + c.kind)
            if c.favor in ('gave', 'got'):
                add(c.day, c.favor)
            if c.dir == '>':
                until = c.day + 30 * DAY
                if any(d.answers() and d.day <= until for d in found[i + 1:]):
                    add(c.day, 'sent')
                    add(c.day, 'answered')
                elif until < TODAY:
                    add(c.day, 'sent')
        for name, first, last in names:
            table[name, 'reached'] += any(first <= c.day <= last for c in found)
            there = known is None or known <= last
            past = [d for d in dates if d <= last]
            table[name, 'people'] += there
            if there and every and not over:
                table[name, 'cadence'] += 1
                table[name, 'kept'] += bool(past) and plus(max(past), *every) >= last
        heard = sorted({c.day for c in found} | ({met} if met and met <= TODAY else set()))
        if met:
            heard = [d for d in heard if d >= min([met] + [c.day for c in found])]
        for i, day in enumerate(heard if not over else []):
            gone = plus(day, 2 * every[0], every[1]) if every else day + 365 * DAY
            later = heard[i + 1] if i + 1 < len(heard) else None
            if gone < later if later else gone <= TODAY:
                add(gone, 'faded')
                if later:
                    add(later, 'revived')
    return {k: v for k, v in table.items() if v}


def main():
    first, books = int(os.environ.get('SEED', 1)), int(os.environ.get('BOOKS', 12))
    here, seen = os.getcwd(), collections.Counter()
    for seed in range(first, first + books):
        os.makedirs('book-%d' % seed)
        os.chdir('book-%d' % seed)
        book = Book(random.Random(seed))
        for by, months in dict(month=1, quarter=3, year=12).items():
            args = ['on-tty', 'nt-stats', '--color=never', '-o', 'period,measure,value', '--by', by]
            run = subprocess.run(args, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
            rows = [line.split() for line in run.stdout.decode().splitlines() if re.match(r'\d{4}\S* +\S+ +\d+\s*$', line)]
            got = {(period, measure): int(value) for period, measure, value in rows if value != '0'}
            want = count(book, months)
            if got != want:
                print('SEED=%d BOOKS=1: nt-stats --by %s' % (seed, by))
                for key in sorted(set(got) | set(want)):
                    if got.get(key) != want.get(key):
                        print('  %s %s: got %s, want %s' % (*key, got.get(key), want.get(key)))
                return 1
            seen.update(measure for _, measure in got)
        os.chdir(here)
        shutil.rmtree('book-%d' % seed)
    missing = {'people', 'new', 'contacts', 'reached', 'cadence', 'kept', 'faded', 'revived', 'sent', 'answered', 'gave',
               'got'} - set(seen)
    if missing and books >= 12:
        print('never counted:', *missing)
        return 1
    return 0


sys.exit(main())
