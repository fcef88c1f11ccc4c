"""network-networkx.py SOLVE [GRAPHS]: holds the islands, articulation points and groups of lib/base/network to networkx.

SOLVE is network-solve. The graphs are made here, from fixed seeds; what differs is printed, status 1."""

import random
import subprocess
import sys

import networkx as nx

SOLVE = sys.argv[1]
GRAPHS = int(sys.argv[2]) if len(sys.argv) > 2 else 200


def solve(graph, root):
    lines = [f"{graph.number_of_nodes()} {root}"]
    lines += [f"{a} {b} {d['weight']:.17g}" for a, b, d in graph.edges(data=True)]
    out = subprocess.run([SOLVE], input="\n".join(lines), capture_output=True, text=True, check=True).stdout
    said = {"island": {}, "hanging": {}, "group": {}}
    for line in out.splitlines():
        what, *rest = line.split()
        if what == "modularity":
            said[what] = float(rest[0])
        else:
            said[what][int(rest[0])] = int(rest[1])
    return said


def parts(numbers):
    """{node: number} -> the sets, in order of number."""
    sets = {}
    for node, number in numbers.items():
        sets.setdefault(number, set()).add(node)
    return [sets[i] for i in sorted(sets)]


def hanging(graph, root):
    """By taking each node away, one by one: slow and plain."""
    out = {}
    for island in nx.connected_components(graph):
        top = root if root in island else min(island)
        cuts = set(nx.articulation_points(graph.subgraph(island)))
        for v in island:
            if v not in cuts:
                out[v] = 0
            elif v == top:
                out[v] = len(island) - 1
            else:
                left = graph.subgraph(island - {v})
                out[v] = len(island) - 1 - len(nx.node_connected_component(left, top))
    return out


def graph_of(i):
    rng = random.Random(i)
    n = rng.choice([1, 2, 3, 5, 8, 13, 21, 34, 55, 89])
    make = [
        lambda: nx.gnp_random_graph(n, rng.random() * 3 / n, seed=i),
        lambda: nx.gnp_random_graph(n, rng.random() * 8 / n, seed=i),
        lambda: nx.convert_node_labels_to_integers(nx.barabasi_albert_graph(n + 3, 2, seed=i)),
        lambda: nx.Graph([(v, rng.randrange(v)) for v in range(1, n + 1)]),
        lambda: nx.path_graph(n),
        lambda: nx.cycle_graph(n + 2),
        lambda: nx.star_graph(n),
        lambda: nx.planted_partition_graph(rng.randint(2, 5), rng.randint(4, 15), 0.6, 0.05, seed=i),
        lambda: nx.barbell_graph(4, n),
    ][i % 9]
    graph = nx.Graph()
    made = make()
    graph.add_nodes_from(sorted(made))
    edges = list(made.edges())
    rng.shuffle(edges)
    graph.add_edges_from((a, b, {"weight": rng.choice([1.0, rng.random() * 3 + 0.01])}) for a, b in edges)
    return graph, rng.randrange(graph.number_of_nodes())


def compare(i, graph, root):
    said = solve(graph, root)
    wrong = []
    want = sorted((set(c) for c in nx.connected_components(graph)), key=min)
    if parts(said["island"]) != want:
        wrong.append("islands")
    if said["hanging"] != hanging(graph, root):
        wrong.append("hanging")
    if graph.number_of_edges():
        groups = parts(said["group"])
        mine = nx.community.modularity(graph, groups)
        theirs = nx.community.modularity(graph, nx.community.louvain_communities(graph, seed=i))
        if abs(mine - said["modularity"]) > 1e-9:
            wrong.append(f"modularity {said['modularity']} is {mine}")
        if mine < theirs - 0.02:
            wrong.append(f"groups: modularity {mine:.4f}, networkx {theirs:.4f}")
    for w in wrong:
        print(f"graph {i}: {w}")
    return not wrong


def planted():
    for i in range(12):
        yield nx.planted_partition_graph(4 + i, 12 + 3 * i, 0.5, 0.01 + 0.005 * i, seed=i)


good = all([compare(i, *graph_of(i)) for i in range(GRAPHS)])
for i, made in enumerate(planted()):
    nx.set_edge_attributes(made, 1.0, "weight")
    graph = nx.Graph()
    graph.add_nodes_from(range(made.number_of_nodes()))
    graph.add_edges_from(made.edges(data=True))
    good &= compare(1000 + i, graph, 0)
sys.exit(not good)
