"""htmllinks.py FOLDER: every link of the pages there leads somewhere: to a file there and an id in it, or to a manual page
of another program on the one host that is meant. Nothing is loaded but the style, nothing runs. Says what does not hold."""

import html.parser
import os
import re
import sys

ELSEWHERE = re.compile(r"https://manpages\.debian\.org/(?!nt[-.])[a-z0-9-]+\.[1-9]")
VOID = {"meta", "link", "br", "hr", "img", "col"}


class Page(html.parser.HTMLParser):
    def __init__(self, path):
        super().__init__()
        self.ids, self.links, self.faults, self.open, self.title = set(), [], [], [], ""
        self.feed(open(path, encoding="utf-8").read())
        self.close()
        if self.open:
            self.faults.append(f"never closed: {self.open}")
        if not self.title:
            self.faults.append("no title")

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag not in VOID:
            self.open.append(tag)
        if tag in ("script", "iframe", "object", "img", "base", "form") or "src" in attrs or "style" in attrs:
            self.faults.append(f"<{tag} {attrs}>")
        self.faults += [f"{name} of <{tag}>" for name in attrs if name.startswith("on")]
        if "id" in attrs:
            if attrs["id"] in self.ids:
                self.faults.append(f"id twice: {attrs['id']}")
            self.ids.add(attrs["id"])
        if "href" in attrs:
            self.links.append(attrs["href"])

    def handle_startendtag(self, tag, attrs):
        if tag not in VOID:
            self.faults.append(f"<{tag}/> closes nothing")
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> closes something else, line {self.getpos()[0]}")

    def handle_data(self, data):
        if self.open[-1:] == ["title"]:
            self.title += data


def main(folder):
    pages = {name: Page(os.path.join(folder, name)) for name in sorted(os.listdir(folder)) if name.endswith(".html")}
    faults = [f"{name}: {fault}" for name, page in pages.items() for fault in page.faults]
    links = 0
    for name, page in pages.items():
        for href in page.links:
            links += 1
            if ELSEWHERE.fullmatch(href):
                continue
            file, _, fragment = href.partition("#")
            file = file or name
            if not os.path.isfile(os.path.join(folder, file)) or os.path.dirname(file):
                faults.append(f"{name}: leads nowhere: {href}")
            elif fragment and fragment not in pages[file].ids:
                faults.append(f"{name}: no such place: {href}")
    told = set(pages["index.html"].links)
    faults += [f"{name}: not in the index" for name in pages if name != "index.html" and name not in told]
    faults += [f"{name}: does not lead back" for name, page in pages.items() if name != "index.html" and "index.html" not in page.links]
    print(*faults, sep="\n") if faults else print(f"pages: {len(pages)}, links: {links}")
    return 1 if faults or links < len(pages) else 0


sys.exit(main(sys.argv[1]))
