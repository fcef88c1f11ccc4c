"""picture.py FOLDER [--page]: the pictures of README.md, made there: what the tools print on a terminal of 80 columns, in
the example book, as SVG for a light and a dark page; and with --page what Chromium shows of the page of nt-export -f html.
picture.py --told FILE.png: the SHA-256 of the page that is shown there.

The same tools make the same bytes. Whatever a terminal would do that is not done here (anything but colours) is an error."""

import hashlib
import os
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import unicodedata
import zlib
from xml.sax.saxutils import escape

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BOOK = os.path.join(TOP, "examples", "book")
SESSIONS = {"morning": "nt-due | nt-remind", "card": "nt-show tobias"}

COLUMNS, CELL, LINE, SIZE, EDGE = 80, 8.4, 19, 14, 18  # in pixels: a cell's width, a line's height, letters, the margin
SGR = {1: "bold", 2: "dim", 31: "red", 32: "green", 33: "yellow", 34: "blue", 35: "magenta", 36: "cyan"}
THEMES = {
    "light": dict(paper="#fdfcf9", line="#dcd7cb", ink="#24221d", bold="#000000", dim="#7a7468", red="#b3261e", green="#2f6f3a",
                  yellow="#8a6200", blue="#1f5f8b", magenta="#8b3a7d", cyan="#0f6b74"),
    "dark": dict(paper="#17181a", line="#35363a", ink="#d8d5cd", bold="#ffffff", dim="#8f8a7f", red="#ff8a80", green="#8fcf9a",
                 yellow="#e6c16a", blue="#8cbfe6", magenta="#dda0d0", cyan="#76d0d8"),
}


def run(command, **more):
    """What COMMAND prints on a terminal, in the example book."""
    env = dict(os.environ, NT_TODAY="2026-11-24", LC_ALL="C.UTF-8", TZ="UTC", COLUMNS=str(COLUMNS), TERM="xterm", NT_BOOK=BOOK)
    env.pop("NO_COLOR", None)
    return subprocess.run(["on-tty", "sh", "-c", command], cwd=BOOK, env=env, check=True, stdout=subprocess.PIPE).stdout.decode()


def width(c):
    if unicodedata.category(c) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(c) in "WF" else 1


def runs(line, style):
    """Of a line: (column, cells, style, text), each of one style and one width of letters, without the blanks between;
    and the style that it ends with."""
    found, column = [], 0
    for part in re.findall(r"\x1b\[[0-9;]*m|[^\x1b]|\x1b", line):
        if len(part) > 1:
            for code in map(int, part[2:-1].replace(";", " ").split() or [0]):
                style = SGR[code] if code else "ink"
            continue
        if unicodedata.category(part) == "Cc":
            raise ValueError(f"not drawn: {part!r} in {line!r}")
        cells = width(part)
        last = found[-1] if found else None
        if last and (cells == 0 or last[2:4] == [style, cells] and last[0] + last[1] == column):
            last[1] += cells
            last[4] += part
        elif part != " ":
            found.append([column, cells, style, cells, part])
        column += cells
    if column > COLUMNS:
        raise ValueError(f"wider than {COLUMNS}: {line!r}")
    return [r for long in found for r in words(*long)], style


def words(column, cells, style, each, text):
    """Two blanks and more divide."""
    for match in re.finditer(r"\S+(?: \S+)*", text):
        start = sum(map(width, text[: match.start()]))
        yield column + start, sum(map(width, match.group())), style, match.group()


def svg(command, text, theme):
    colours = THEMES[theme]
    lines = [f"\x1b[2m$\x1b[0m \x1b[1m{command}\x1b[0m"] + text.replace("\r\n", "\n").rstrip("\n").split("\n")
    wide, high = round(COLUMNS * CELL + 2 * EDGE), len(lines) * LINE + 2 * EDGE
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{high}" viewBox="0 0 {wide} {high}" role="img">',
        f"<title>$ {escape(command)}</title>",
        "<style>",
        f"text {{ font: {SIZE}px ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace; }}",
        *(f".{name} {{ fill: {colours[name]};{' font-weight: 600;' if name == 'bold' else ''} }}" for name in ["ink", *SGR.values()]),
        "</style>",
        f'<rect x=".5" y=".5" width="{wide - 1}" height="{high - 1}" rx="8" fill="{colours["paper"]}" stroke="{colours["line"]}"/>',
    ]
    style = "ink"
    for row, line in enumerate(lines):
        found, style = runs(line, style)
        for column, cells, look, said in found:
            out.append(f'<text class="{look}" x="{EDGE + column * CELL:.1f}" y="{EDGE + row * LINE + SIZE}" '
                       f'textLength="{cells * CELL:.1f}" lengthAdjust="spacingAndGlyphs">{escape(said)}</text>')
    return "\n".join(out + ["</svg>", ""])


PAGE = 'nt-export -f html'
MARK = b"page sha256"


def chunks(png):
    at = 8
    while at < len(png):
        size, kind = struct.unpack(">I4s", png[at : at + 8])
        yield kind, png[at + 8 : at + 8 + size]
        at += size + 12


def chunk(kind, data):
    return struct.pack(">I4s", len(data), kind) + data + struct.pack(">I", zlib.crc32(kind + data))


def marked(png, text):
    """The PNG with a tEXt chunk that tells what it shows, its pixels packed as well as zlib can."""
    kept = [(kind, data) for kind, data in chunks(png) if kind not in (b"IDAT", b"IEND")]
    pixels = zlib.compress(zlib.decompress(b"".join(data for kind, data in chunks(png) if kind == b"IDAT")), 9)
    kept += [(b"tEXt", MARK + b"\0" + text.encode()), (b"IDAT", pixels), (b"IEND", b"")]
    return png[:8] + b"".join(chunk(*c) for c in kept)


def told(path):
    with open(path, "rb") as file:
        return dict(data.split(b"\0", 1) for kind, data in chunks(file.read()) if kind == b"tEXt").get(MARK, b"").decode()


def shoot(folder):
    """The page in Chromium, light and dark; a picture that shows this page already stays as it is."""
    env = dict(os.environ, NT_TODAY="2026-11-24", LC_ALL="C.UTF-8", TZ="UTC", NT_BOOK=BOOK)
    page = subprocess.run(PAGE.split(), cwd=BOOK, env=env, check=True, stdout=subprocess.PIPE).stdout
    digest = hashlib.sha256(page).hexdigest()
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    for theme in THEMES:
        path = os.path.join(folder, f"page-{theme}.png")
        if os.path.exists(path) and told(path) == digest:
            continue
        if not chromium:
            sys.exit(f"picture.py: {path} shows an older page, and there is no Chromium to make it")
        with tempfile.TemporaryDirectory() as temp:
            with open(os.path.join(temp, "page.html"), "wb") as file:
                file.write(page)
            shot = os.path.join(temp, "page.png")
            subprocess.run([chromium, "--headless", "--disable-gpu", "--hide-scrollbars", "--window-size=1000,640",
                            f"--user-data-dir={temp}/profile", f"--screenshot={shot}", f"file://{temp}/page.html",
                            f"--blink-settings=preferredColorScheme={int(theme == 'light')}",
                            *(["--no-sandbox"] if os.geteuid() == 0 else [])], check=True, stderr=subprocess.DEVNULL)
            with open(shot, "rb") as file:
                png = marked(file.read(), digest)
            with open(path, "wb") as file:
                file.write(png)


def main(folder, *more):
    if folder == "--told":
        print(told(*more))
        return
    for name, command in SESSIONS.items():
        text = run(command)
        for theme in THEMES:
            with open(os.path.join(folder, f"{name}-{theme}.svg"), "w", encoding="utf-8") as file:
                file.write(svg(command, text, theme))
    if "--page" in more:
        shoot(folder)


main(*sys.argv[1:]) if sys.argv[1:] else sys.exit(__doc__)
