"""networkpath-networkx.py SOLVE [GRAPHS]: holds the paths of lib/base/networkpath to networkx's shortest_simple_paths.

SOLVE is network-paths. The graphs are made here, from fixed seeds; what differs is printed, status 1. networkx knows one
source and one target: several are a node before and a node behind them."""

import itertools
import random
import subprocess
import sys

import networkx as nx

SOLVE = sys.argv[1]
GRAPHS = int(sys.argv[2]) if len(sys.argv) > 2 else 150
MOST = 12


def solve(n, sources, targets, edges):
    lines = [f"{n} {MOST}", " ".join(map(str, [len(sources), *sources])), " ".join(map(str, [len(targets), *targets]))]
    lines += [f"{a} {b} {length!r}" for a, b, length in edges]
    out = subprocess.run([SOLVE], input="\n".join(lines), capture_output=True, text=True, check=True).stdout
    rows = [line.split() for line in out.splitlines()]
    return [(float(row[0]), tuple(map(int, row[1:]))) for row in rows]


def expected(n, sources, targets, edges):
    graph = nx.DiGraph()
    graph.add_nodes_from(range(n))
    for a, b, length in edges:
        for x, y in (a, b), (b, a):
            if x != y and x not in targets and not (graph.has_edge(x, y) and graph[x][y]["length"] <= length):
                graph.add_edge(x, y, length=length)
    graph.add_edges_from((("from", s, {"length": 0}) for s in sources))
    graph.add_edges_from(((t, "to", {"length": 0}) for t in targets))
    try:
        paths = list(itertools.islice(nx.shortest_simple_paths(graph, "from", "to", weight="length"), MOST))
    except (nx.NetworkXNoPath, nx.NodeNotFound):
        return graph, []
    return graph, [nx.path_weight(graph, path, "length") for path in paths]


def wrong(n, sources, targets, edges, whole):
    said = solve(n, sources, targets, edges)
    graph, want = expected(n, sources, targets, edges)
    if len(said) != len(want):
        return f"{len(said)} paths, networkx has {len(want)}"
    if len({path for _, path in said}) < len(said):
        return "a path twice"
    for (length, path), other in zip(said, want):
        if abs(length - other) > 1e-5:
            return f"{path} is {length}, networkx has {other}"
        if len(set(path)) < len(path) or path[0] not in sources or path[-1] not in targets:
            return f"{path} is none"
        if len(path) > 1 and abs(nx.path_weight(graph, path, "length") - length) > 1e-6:
            return f"{path} is not {length}"
    order = [(length, len(path)) for length, path in said]
    if whole and order != sorted(order):
        return "of equal lengths fewer hops come later"
    return None


def case(i):
    rng = random.Random(i)
    n = rng.choice([2, 3, 5, 8, 13, 21, 34])
    made = [
        lambda: nx.gnp_random_graph(n, min(1, rng.random() * 8 / n), seed=i),
        lambda: nx.gnp_random_graph(n, 0.5, seed=i),
        lambda: nx.cycle_graph(n),
        lambda: nx.star_graph(n - 1),
        lambda: nx.grid_2d_graph(3, 4),
        lambda: nx.barabasi_albert_graph(n + 3, 2, seed=i),
    ][i % 6]()
    made = nx.convert_node_labels_to_integers(made)
    n = made.number_of_nodes()
    whole = i % 2 == 0
    draw = (lambda: float(rng.randint(1, 3))) if whole else (lambda: rng.random() * 5)
    edges = [(a, b, draw()) for a, b in made.edges()]
    edges += [(a, b, draw()) for a, b, _ in rng.sample(edges, len(edges) // 5)]
    edges += [(0, 0, 1.0)] * rng.randint(0, 1)
    rng.shuffle(edges)
    return n, rng.sample(range(n), rng.choice([1, 1, 2])), rng.sample(range(n), rng.choice([1, 1, 2])), edges, whole


good = True
for i in range(GRAPHS):
    why = wrong(*case(i))
    if why:
        print(f"graph {i}: {why}")
        good = False
sys.exit(not good)
