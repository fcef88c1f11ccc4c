"""The entries of the book in the working directory, read without nt, as
nt-journal -l -o date,kind,dir,name,text,path,line,state prints them; with the argument open, as --open does.
Knows as much Markdown as the example book uses."""
import glob, os, re, sys
import yaml

ITEM = re.compile(r'(\s*)(?:[-*+]|\d+[.)])\s+(.*)')
DATE = re.compile(r'(?:\[\[)?(\d{4}-\d\d-\d\d)(?!\d)(?:\]\])?(?:\s+\d\d?:\d\d)?:?\s*')
KIND = re.compile(r'([^\W\d_][\w-]*)([<>]?):(?:\s+|$)')
LINK = re.compile(r'\[\[([^]|#]+)[^]]*\]\]|\[[^]]*\]\(([^ )]+)[^)]*\)')
BOX = re.compile(r'\[([ xX-])\](?: +|$)')
STATES = {' ': 'open', 'x': 'done', 'X': 'done', '-': 'dropped'}
NO_LOG = {'career', 'education', 'history', 'timeline', 'bio'}


def read(path):
    text = open(path, encoding='utf-8-sig', newline='').read().replace('\r\n', '\n')
    front, body = {}, text
    if text.startswith('---\n'):
        front, body = re.match(r'---\n(.*?)^(?:---|\.\.\.)\n?(.*)', text, re.S | re.M).groups()
        front = yaml.load(front, yaml.BaseLoader) or {}
    before = text[:len(text) - len(body)].count('\n')
    body = re.sub(r'^(\S.*)\n=+$', r'# \1\n', body, flags=re.M)
    body = re.sub(r'^([^\s>#*+-].*)\n--+$', r'## \1\n', body, flags=re.M)
    title = re.search(r'^# (.*)', body, re.M)
    stem = os.path.basename(path)[:-3]
    aliases = front.get('aliases') or []
    return {'path': path, 'stem': stem, 'body': body, 'before': before,
            'person': front.get('kind', 'person' if path.startswith('people/') else '') == 'person',
            'name': front.get('name') or (title[1] if title else stem),
            'aliases': aliases if isinstance(aliases, list) else [aliases]}


notes = [read(p) for p in glob.glob('**/*.md', recursive=True)
         if p != 'README.md' and not p.startswith('templates/')]
means = {}
for note in notes:
    for word in {w.casefold() for w in [note['path'][:-3], note['stem'], note['name'], *note['aliases']]}:
        means.setdefault(word, []).append(note)


def persons(path, links):
    for wiki, file in links:
        if file:
            wiki = os.path.normpath(os.path.join(os.path.dirname(path), file.replace('%20', ' ')))[:-3]
        found = means.get(wiki.strip().casefold(), [])
        if len(found) == 1 and found[0]['person']:
            yield found[0]['name']


def blocks(body):
    """Headings, items and the paragraphs in items: [what, indent, text, line, headings above]."""
    found, headings, indent, fence, blank = [], [], None, False, True
    for number, line in enumerate(body.split('\n'), 1):
        item = ITEM.match(line)
        if re.match(r'\s*(```|~~~)', line):
            fence, indent = not fence, None
        elif fence:
            pass
        elif re.match(r'#+ ', line):
            level, text = re.match(r'(#+) +(.*)', line).groups()
            headings = [h for h in headings if h[0] < len(level)] + [(len(level), text)]
            found.append(['heading', 0, text, number, headings])
            indent = None
        elif item and not (blank and indent is None and re.match(r' {4}|\t', line)):
            indent = len(item[1].expandtabs(4))
            found.append(['item', indent, item[2], number, headings])
        elif line.strip() and indent is not None and (line[0] in ' \t' or not blank):
            if blank:
                found.append(['text', indent, line.strip(), number, headings])
            else:
                found[-1][2] += ' ' + line.strip()
        elif line.strip():
            indent = None
        blank = not line.strip()
    return found


def parse(text, given, person, links, inside):
    """An entry, or None."""
    box = BOX.match(text)
    rest = text[box.end():] if box else text
    date = DATE.match(rest)
    rest = rest[date.end():] if date else rest
    kind = KIND.match(rest)
    own = date[1] if date else None
    if not box and not date and (person or not given or not (links and not inside or kind and (links or not inside))):
        return None
    inherits = not date and not person and given and (links or not box)
    name = kind[1] if kind else ''
    promise = name.lower() in ('owe', 'owed')
    state = STATES[box[1]] if box else 'open' if promise else 'happened'
    return {'own': given if inherits else own, 'needs link': inherits, 'kind': name, 'dir': kind[2] if kind else '',
            'date': None if inherits and box and state == 'open' else given if inherits else own,
            'text': rest[kind.end():] if kind else rest, 'state': state, 'box': box, 'links': []}


def entries(note):
    found, stack = [], [] # of the items around: indent, entry, date
    for what, indent, text, line, headings in blocks(note['body']):
        while stack and (what == 'heading' or what == 'item' and stack[-1][0] >= indent):
            stack.pop()
        links = LINK.findall(text)
        inside = next((e for _, e, _ in reversed(stack) if e), None)
        dates = [d for _, _, d in reversed(stack)]
        dates += [m[1] for m in (DATE.match(h) for _, h in reversed(headings)) if m]
        dates += [m[1] for m in [DATE.match(note['stem'])] if m]
        given = next((d for d in dates if d), None)
        entry = None
        if not any(h.casefold() in NO_LOG for _, h in headings) and (
                what == 'item' or what == 'heading' and note['person'] and DATE.match(text)):
            entry = parse(text, given, note['person'], links, inside)
        if entry:
            entry['line'] = line + note['before']
            found.append(entry)
        if entry or inside:
            (entry or inside)['links'] += links
        if what == 'item':
            stack.append((indent, entry, entry and entry['own']))
    return [e for e in found if e['links'] or not e['needs link']]


due_only, rows = sys.argv[1:] == ['open'], []
for note in notes:
    for e in entries(note):
        people = [] if note['person'] else list(dict.fromkeys(persons(note['path'], e['links'])))
        row = [e['date'] or '', e['kind'], e['dir'], '; '.join(people or [note['name']]), e['text'], note['path'],
               e['line'], e['state']]
        last = not e['date'] or due_only and not e['box']
        if not due_only or e['state'] == 'open':
            rows.append((last, not e['date'], e['date'] or '', note['path'], e['line'], row))
for *_, row in sorted(rows):
    print(*row, sep='\t')
