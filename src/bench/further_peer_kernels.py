"""Times peers' kernels that the shared peer_kernels.py leaves out, on an edge list; same output, same rules.

    python further_peer_kernels.py edges.txt [--exact]

edges.txt: one undirected tie a line, two integers 0..n-1. Prints one JSON line a kernel and peer; --exact
adds harmonic closeness of everybody, which takes minutes above 20,000 people.
"""
import json
import sys
import time
import warnings

import igraph
import networkit as nk


def main(path, exact):
    # igraph warns that without directions authority is the eigenvector: so it is.
    warnings.simplefilter("ignore", RuntimeWarning)
    with open(path) as lines:
        ties = [tuple(map(int, line.split()[:2])) for line in lines if line[:1].isdigit()]
    people = max(max(tie) for tie in ties) + 1
    g = igraph.Graph(n=people, edges=ties)
    g.simplify()
    G = nk.Graph(people)
    for one, other in g.get_edgelist():
        G.addEdge(one, other)

    def components():
        found = nk.components.ConnectedComponents(G)
        found.run()
        return found.numberOfComponents()

    timed("igraph", "components", g.connected_components, len)
    timed("networkit", "components", components, lambda count: count)
    timed("igraph", "hits", g.authority_score, lambda scores: scores[0] / sum(scores))
    timed("igraph", "eigenvector", g.eigenvector_centrality, lambda scores: scores[0] / sum(scores))
    timed("igraph", "modularity", lambda: g.modularity([v % max(1, people // 100) for v in range(people)]), float)
    timed("networkit", "coreness", lambda: nk.centrality.CoreDecomposition(G).run().scores(), lambda s: s[0])
    timed("networkit", "local clustering",
          lambda: nk.centrality.LocalClusteringCoefficient(G, False).run().scores(), lambda s: s[0])
    timed("igraph", "minimum cut", minimum_cuts(g, people), lambda sizes: sizes[0])
    if exact:
        timed("igraph", "closeness", lambda: g.harmonic_centrality(normalized=False), lambda scores: scores[0])
        timed("networkit", "closeness",
              lambda: nk.centrality.HarmonicCloseness(G, False).run().scores(), lambda scores: scores[0])


def minimum_cuts(g, people):
    """Both flows between the first two groups of about 100; the networks are built before the clock starts."""
    groups = max(1, people // 100)
    entry, leave, source, sink = 0, people, 2 * people, 2 * people + 1
    first, second = range(0, people, groups), range(1 % groups, people, groups)
    ties = g.get_edgelist()
    split = ([(vertex + entry, vertex + leave) for vertex in range(people)]
             + [(one + leave, other + entry) for one, other in ties] + [(b + leave, a + entry) for a, b in ties]
             + [(source, vertex) for vertex in first] + [(vertex + leave, sink) for vertex in second])
    capacity = [1] * people + [people + 1] * (len(split) - people)
    once = igraph.Graph(n=2 * people + 2, edges=split, directed=True)
    side = {vertex: 0 if vertex % groups == 0 else 1 if vertex % groups == 1 else vertex + 2 for vertex in range(people)}
    merged = igraph.Graph(n=people + 2, edges=[(side[one], side[other]) for one, other in ties])
    merged.es["strength"] = [1] * merged.ecount()
    merged.simplify(combine_edges="sum")
    return lambda: (once.mincut(source, sink, capacity).value, merged.mincut(0, 1, "strength").value)


def timed(peer, kernel, work, value):
    start = time.perf_counter()
    answer = work()
    seconds = time.perf_counter() - start
    print(json.dumps(dict(peer=peer, kernel=kernel, seconds=round(seconds, 4), value=value(answer))), flush=True)


if __name__ == "__main__":
    main(sys.argv[1], "--exact" in sys.argv)
