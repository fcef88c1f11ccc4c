"""faults.py TOOL: fails every call of the system that the tool makes on a file, one after the other, and kills the tool
there. Each note is the old or the new one, whole; the status tells the truth; the next run completes and clears up."""
import os
import shutil
import subprocess
import sys

BIN, LIBRARY, HERE = os.environ["BIN"], os.environ["FAULTS"], os.getcwd()
DEVNULL = open(os.devnull, "wb")
STATE = {".nt-undo", ".nt-reminded", ".nt-harvest", ".nt-harvested", ".nt-mv"}

BOOK = {
    "book.md": b"---\nkind: book\n---\n",
    "people/ada.md": b"---\nname: Ada\nemail: ada@x.org\n---\n\n## Log\n\n- 2026-10-01 call: a\n- [ ] owe: the proof\n",
    "people/bob.md": b"---\nname: Bob\nbirthday: 1990/1/2\n---\n\nKnows [[Ada]] and [her](ada.md).\n",
    "templates/person.md": b"---\ntags: [new]\n---\n\n# {{name}}\n",
}
PAIR = dict(BOOK)
PAIR["people/cy.md"] = b"---\nname: Cy\nfriend: \"[[Bob]]\"\n---\n\n- 2026-10-01 call: with [him](bob.md)\n"
AGREE = dict(BOOK)
AGREE["people/bob.md"] = b"---\nname: Bob\nuid: bob\nphone: \"1\"\n---\n"
AGREE["people/dee.md"] = b"---\nname: Dee\nuid: dee\narchived: true\n---\n"
AGREE["people/ada.md"] = AGREE["people/ada.md"].replace(b"name", b"uid: ada\nname", 1)
for who, told in (b"Ada", b"TEL:2"), (b"Cy", b"ORG:Acme"), (b"Dee", b"TEL:3"):
    AGREE["cards/%s.vcf" % who.decode().lower()] = (
        b"BEGIN:VCARD\r\nVERSION:3.0\r\nUID:%s\r\nFN:%s\r\n%s\r\nEND:VCARD\r\n" % (who.lower(), who, told))
NEW = b"---\nnt-rev: new\nname: %s\nemail: %s\ncity: Rome\n---\n\f\n"
DUE = b"---\nnt-path: people/ada.md\nnt-rev: 0000000000000000\nnt-why: [a reason]\nname: Ada\n---\n\f\n"


class Tool:
    """again: what one more run comes to, after one that has succeeded: "same" (nothing), "more" (it adds), "no" (1 or 2)."""

    def __init__(self, args, again, given=b"", before=(), book=BOOK):
        self.args, self.again, self.given, self.before, self.book = args.split(), again, given, before, book


TOOLS = {
    "log": Tool("nt-log people/ada.md call: x", "more"),
    "log-new": Tool("nt-log --new Cy call: x", "more"),
    "log-undo": Tool("nt-log -u people/ada.md", "no", before=["nt-log people/ada.md call: x"]),
    "set-undo": Tool("nt-set -u people/ada.md", "no", before=["nt-set people/ada.md city=Rome"]),
    "done": Tool("nt-done people/ada.md", "no"),
    "set": Tool("nt-set people/ada.md people/bob.md city=Rome", "same"),
    "snooze": Tool("nt-snooze people/ada.md 2w", "same"),
    "new": Tool("nt-new Cy", "no"),
    "save": Tool("nt-save", "same", NEW % (b"Ada", b"ada@x.org") + NEW % (b"Cy", b"cy@x.org")),
    "harvested": Tool("nt-save", "same", NEW.replace(b"nt-rev", b'nt-harvested: ["0123456789abcdef"]\nnt-rev') % (b"Cy", b"cy@x.org")),
    "check": Tool("nt-check --fix people", "same"),
    "remind": Tool("nt-remind --once", "same", DUE),
    "mv": Tool("nt-mv ada Countess", "no"),
    "differ": Tool("nt-dup --differ people/ada.md people/bob.md", "same"),
    "join": Tool("nt-dup --join people/ada.md people/bob.md", "no", book=PAIR),
    "vdir": Tool("nt-vdir cards", "same", book=AGREE),
    "init": Tool("nt-init --no-git", "same", book={}),
}


def make(tool):
    shutil.rmtree("b", ignore_errors=True)
    os.mkdir("b")
    for path, text in tool.book.items():
        os.makedirs(os.path.dirname("b/" + path), exist_ok=True)
        with open("b/" + path, "wb") as file:
            file.write(text)
    with open("given", "wb") as file:
        file.write(tool.given)
    for args in tool.before:
        run(Tool(args, "more"))


def run(tool, number=None, kill=False):
    """With a number that call fails; with 0 none does."""
    env = dict(os.environ)
    if number is not None:
        env.update(LD_PRELOAD=LIBRARY, FAULT=str(number), FAULT_LOG=HERE + "/fault")
        if number == 0:
            env["FAULT_LOCK"] = HERE + "/b/.nt-lock"
        if kill:
            env["FAULT_KILL"] = "1"
    with open("given", "rb") as given, open("err", "wb") as err:
        args = [BIN + "/" + tool.args[0]] + tool.args[1:]
        status = subprocess.Popen(args, cwd="b", env=env, stdin=given, stdout=DEVNULL, stderr=err).wait()
    with open("err", encoding="utf-8") as err:
        return status, err.read().strip()


def counted():
    """How many calls the tool has made, how many of them change something, the name of the one that was to fail, and how
    many changes were made while another could have written."""
    with open("fault", encoding="utf-8") as file:
        calls, changes, call, unlocked = file.read().split()
    return int(calls), int(changes), call, int(unlocked)


def look():
    """The notes and folders of the book; what the tools remember; the temporary files."""
    notes, state, left = {}, {}, []
    for folder, below, names in os.walk("b"):
        for name in below:
            if not os.path.relpath(folder + "/" + name, "b").startswith(".nt-vdir"):
                notes[os.path.relpath(folder + "/" + name, "b")] = "folder"
        for name in names:
            path = os.path.relpath(folder + "/" + name, "b")
            with open("b/" + path, "rb") as file:
                text = file.read()
            if name.startswith(".nt-tmp-") or (path == ".nt-lock" and text):
                left.append(path)
            elif path == ".nt-lock":
                continue
            elif path in STATE or path.startswith(".nt-vdir/"):
                state[path] = text
            else:
                notes[path] = text
    return notes, state, left


def judge(tool, old, new, usual, remembered, kill):
    """What is wrong after the run, of which the number of the call is set, and after the next one."""
    status, err = tool.result
    notes, state, _ = look()
    wrong = []
    moving = tool.args[0] == "nt-mv" or "--join" in tool.args  # their steps are their own; the end counts
    for path in sorted(set(old) | set(new) | set(notes)):
        if not moving and notes.get(path) not in (old.get(path), new.get(path)):
            wrong.append("%s is torn: %r" % (path, notes.get(path)))
    if not kill:
        if status == usual and notes != new:
            wrong.append("not done, and said to be")
        if status != usual and notes == new != old and tool.again == "more":
            wrong.append("done, and said not to be")
        if status != usual and (status != 2 or not err):
            wrong.append("no word")
        if status == usual and remembered - set(state) and not err:
            wrong.append("not remembered, without a word")
    status, again = run(tool)
    then, _, left = look()
    if left:
        wrong.append("left behind: %s" % left)
    if then != new and not (tool.again == "more" and notes == new):
        wrong.append("the next run does not complete it: %d %s" % (status, again))
    return wrong


def main(name):
    tool = TOOLS[name]
    make(tool)
    old = look()[0]
    usual, _ = run(tool, 0)
    calls, changes, _, unlocked = counted()
    new, remembered, left = look()
    failed = bool(left)
    if unlocked and name != "init":
        failed = True
        print("%d changes without the lock" % unlocked)
    for kill in (False, True):
        for number in range(1, (changes if kill else calls) + 1):
            make(tool)
            tool.result = run(tool, number, kill)
            call = counted()[2]
            for text in judge(tool, old, new, usual, set(remembered), kill):
                failed = True
                print("%s %d, %s: %s: %d %s" % ("killed at" if kill else "failed", number, call, text, *tool.result))
    print("calls: %d, changes: %d" % (calls, changes))
    return 1 if failed or changes < 5 else 0


sys.exit(main(sys.argv[1]))
