"""Random books: two of their people become one note. No line is lost, no link dangles that did not, a refusal changes
nothing, and where the other note is still there the same again comes to the same. SEED and BOOKS choose how much."""
import os, random, re, shutil, subprocess, sys
from book_model import Book


def run(*args):
    done = subprocess.run(args, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding='utf-8', errors='replace')
    return done.returncode, done.stdout, done.stderr


def read(path):
    with open(path, encoding='utf-8') as file:
        return file.read()


def texts(note):
    """The lines of a body, without markers and without what their links say."""
    body = note.split('\n---\n', 1)[1] if note.startswith('---\n') else note
    lines = [re.sub(r'^\s*([-*]|\d+[.)])\s+', '', line) for line in body.split('\n')]
    return sorted(re.sub(r'[\[(].*?[\])]', '', line).strip() for line in lines if line.strip())


def dangling():
    return run('nt-check')[1].count('[link-dangling]')


def join(rnd):
    book = Book(rnd)
    people = [n for n in book.notes if n.kind == 'person']
    if len(people) < 2:
        return None
    a, b = rnd.sample(people, 2)
    before, other, dangled = read(a.path), read(b.path), dangling()
    shutil.copytree('.', '../old')
    status, _, err = run('nt-dup', '--join', a.path, b.path)
    if status:
        changed = run('diff', '-r', '-x', '.nt-lock', '.', '../old')[1]
        return 'refused, and changed:\n%s' % changed if changed else 'refused'
    after = read(a.path)
    if os.path.exists(b.path):
        return b.path + ' is still there'
    for line in texts(before) + texts(other):
        if line not in texts(after) and line.lstrip('# ').lower() != b.name.lower() and not re.fullmatch('#+ *Log', line):
            return 'lost from %s and %s: %r' % (a.path, b.path, line)
    if dangling() > dangled:
        return 'a link dangles'
    with open(b.path, 'w', encoding='utf-8') as file:
        file.write(other)
    status, _, err = run('nt-dup', '--join', a.path, b.path)
    if status or read(a.path) != after or os.path.exists(b.path):
        return 'again: %d %s' % (status, err)
    return 'joined'


def main():
    first, books = int(os.environ.get('SEED', 1)), int(os.environ.get('BOOKS', 25))
    joined = 0
    for seed in range(first, first + books):
        shutil.rmtree('old', ignore_errors=True)
        os.makedirs('book-%d' % seed)
        os.chdir('book-%d' % seed)
        said = join(random.Random(seed))
        os.chdir('..')
        if said not in (None, 'refused', 'joined'):
            print('SEED=%d BOOKS=1: %s' % (seed, said))
            return 1
        joined += said == 'joined'
        shutil.rmtree('book-%d' % seed)
    return 0 if joined * 2 > books else 1


sys.exit(main())
