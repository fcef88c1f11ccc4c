"""graph-networkx.py [BOOKS]: holds nt-graph to networkx on the example book and on books made here, and its GraphML and
JSON to networkx's readers. What differs is printed, status 1."""

import json
import os
import random
import subprocess
import sys
import tempfile

import networkx as nx

TOP = os.environ["TOP"]


def run(book, *args):
    done = subprocess.run(["nt-graph", "-b", book, *args], capture_output=True, text=True)
    assert done.returncode < 2, done.stderr
    return done.stdout


def rows(book, *args):
    return [line.split("\t") for line in run(book, "-l", *args).splitlines()]


def read(book, *args):
    data = json.loads(run(book, "-f", "json", *args))
    assert data["edges"] == data["links"]
    graph = nx.node_link_graph(data)
    with tempfile.NamedTemporaryFile("w", suffix=".graphml") as f:
        f.write(run(book, "-f", "graphml", *args))
        f.flush()
        other = nx.read_graphml(f.name)
    names = sorted((d["name"], d.get("path") or "", d["kind"], d["group"]) for _, d in graph.nodes(data=True))
    assert names == sorted((d.get("name"), d.get("path", ""), d.get("kind") or "", d["group"]) for _, d in other.nodes(data=True))
    assert nx.is_isomorphic(graph, other) if len(graph) < 40 else graph.size() == other.size()
    weights = sorted(d["weight"] for _, _, d in graph.edges(data=True))
    assert weights == sorted(d["weight"] for _, _, d in other.edges(data=True))
    return graph


def parts(listed):
    sets = {}
    for head, node in listed:
        sets.setdefault(head, set()).add(node)
    return {frozenset(s) for s in sets.values()}


def key(graph):
    return {v: (d["name"], d.get("path") or "") for v, d in graph.nodes(data=True)}


def hanging(graph, me):
    """How many people hang on each, by taking them away one by one."""
    people = {v for v, d in graph.nodes(data=True) if v == me or d["kind"] in ("person", "")}
    island = nx.node_connected_component(graph, me)
    out = {}
    for v in island & people - {me}:
        left = nx.node_connected_component(graph.subgraph(island - {v}), me)
        lost = len((island - left - {v}) & people)
        if lost:
            out[v] = lost
    return out


def compare(book, me):
    graph, whole = read(book), read(book, "--me")
    named = key(graph)
    islands = parts((r[0], (r[2], r[3])) for r in rows(book, "--islands"))
    assert islands == {frozenset(named[v] for v in c) for c in nx.connected_components(graph)}, "islands"
    for r in rows(book, "--islands"):
        assert int(r[1]) == len(next(s for s in islands if (r[2], r[3]) in s))
    groups = parts((r[0], (r[1], r[2])) for r in rows(book, "--groups"))
    back = {name: v for v, name in named.items()}
    assert sum(len(s) for s in groups) == len(graph)
    if graph.size():
        mine = nx.community.modularity(graph, [{back[n] for n in s} for s in groups])
        theirs = max(nx.community.modularity(graph, nx.community.louvain_communities(graph, seed=i)) for i in range(5))
        assert mine >= theirs - 0.02, f"modularity {mine:.4f}, networkx {theirs:.4f}"
    ties = {(r[0], r[2]): int(r[1]) for r in rows(book, "--hubs")}
    assert ties == {named[v]: k for v, k in graph.degree() if k and v != me and graph.nodes[v]["kind"] in ("person", "")}
    want = {key(whole)[v]: n for v, n in hanging(whole, me).items()} if me in whole else {}
    assert {(r[0], r[2]): int(r[1]) for r in rows(book, "--bridges")} == want, "bridges"
    who = [json.loads(line) for line in run(book, "-j", "--bridges").splitlines()]
    assert all(len(r["who"]) == r["hangs"] for r in who), "who hangs"
    return graph


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as f:
        f.write(text)


def make(book, seed):
    rng = random.Random(seed)
    n = rng.choice([3, 8, 20, 50])
    me = rng.random() < 0.7
    write(f"{book}/book.md", "---\nkind: book\n" + ('me: "[[P0]]"\n' if me else "") + "---\n")

    def other():
        return f"[[P{rng.randrange(n + 3)}]]"

    for i in range(n):
        front = [f"name: P{i}"]
        body = []
        if rng.random() < 0.5:
            front.append(f'knows: ["{other()}", "{other()}"]')
        if rng.random() < 0.2:
            front.append(f'introduced-by: "{other()}"')
        if rng.random() < 0.3:
            front.append(f'org: "[[Org {rng.randrange(3)}]]"')
        if rng.random() < 0.4:
            body.append(f"- 2026-0{rng.randint(1, 9)}-11 call: of {other()}")
        if rng.random() < 0.1:
            body.append(f"Friend of {other()}.")
        write(f"{book}/people/p{i}.md", "---\n" + "\n".join(front) + "\n---\n\n" + "\n".join(body) + "\n")
    for i in range(2):
        write(f"{book}/orgs/o{i}.md", f"---\nname: Org {i}\n---\n")
    write(f"{book}/groups/g.md", f'---\nname: G\nmembers: ["{other()}", "{other()}"]\n---\n')
    lines = [f"- dinner: with {other()}, {other()} and {other()}" for _ in range(n // 4)]
    write(f"{book}/journal/2026-05-05.md", "\n".join(lines) + "\n")
    return "people/p0.md" if me else "name:me"


def planted(book, seed):
    made = nx.planted_partition_graph(6, 20, 0.4, 0.02, seed=seed)
    write(f"{book}/book.md", "---\nkind: book\n---\n")
    for v in made:
        links = ", ".join(f'"[[P{u}]]"' for u in made[v] if u > v)
        write(f"{book}/people/p{v}.md", f"---\nname: P{v}\nknows: [{links}]\n---\n")
    graph = compare(book, "name:me")
    want = {frozenset((f"people/p{a}.md", f"people/p{b}.md")) for a, b in made.edges()}
    assert {frozenset(e) for e in graph.edges()} == want, "edges"
    assert all(d["weight"] == 1 and d["why"] == "knows" for _, _, d in graph.edges(data=True))


def main():
    compare(f"{TOP}/examples/book", "people/mara-lindqvist.md")
    for seed in range(int(sys.argv[1]) if len(sys.argv) > 1 else 25):
        with tempfile.TemporaryDirectory() as book:
            me = make(book, seed)
            try:
                compare(book, me)
            except AssertionError:
                print(f"book {seed}")
                raise
    for seed in range(3):
        with tempfile.TemporaryDirectory() as book:
            planted(book, seed)


main()
