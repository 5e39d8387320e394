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
    if exact:
        timed("igraph", "closeness", lambda: g.harmonic_centrality(normalized=False), lambda scores: scores[0])
        timed("networkit", "closeness",
              lambda: nk.centrality.HarmonicCloseness(G, False).run().scores(), lambda scores: scores[0])


def timed(peer, kernel, work, value):
    start = time.perf_counter()
    answer = work()
    seconds = time.perf_counter() - start
    print(json.dumps(dict(peer=peer, kernel=kernel, seconds=round(seconds, 4), value=value(answer))), flush=True)


if __name__ == "__main__":
    main(sys.argv[1], "--exact" in sys.argv)
