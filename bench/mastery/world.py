"""What solving a step truly repeats, and what the author believes it repeats."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from gradus.graph import Graph, Node

WEIGHTS = (0.3, 0.6, 1.0)
Edges = dict[str, dict[str, float]]


def hidden(graph: Graph, rng: np.random.Generator) -> Edges:
    """True edges: most direct prerequisites, some earlier steps of the concept, now and then something older."""
    found: Edges = {}
    for id in graph.ids:
        edges = {b: float(rng.choice(WEIGHTS)) for b in graph.before[id] if rng.random() < 0.6}
        old = [a for a in graph.ancestors(id) if a not in graph.before[id]]
        beside = [a for a in old if graph.nodes[a].concept == graph.nodes[id].concept and rng.random() < 0.3]
        far = [str(rng.choice(old))] if old and rng.random() < 0.3 else []
        found[id] = edges | {a: float(rng.choice(WEIGHTS[:2])) for a in [*beside, *far]}
    return found


def written(graph: Graph, truth: Edges, wrong: float, rng: np.random.Generator) -> Graph:
    """The graph as its author wrote it: a share `wrong` of the true edges is missing, and as many false ones stand in their place."""
    nodes: dict[str, Node] = {}
    place = {id: i for i, id in enumerate(graph.topological)}
    for id, node in graph.nodes.items():
        kept = {a: w for a, w in truth[id].items() if rng.random() >= wrong}
        earlier = graph.topological[: place[id]]
        for _ in range(int(rng.binomial(len(truth[id]), wrong))):
            if earlier:
                kept[str(rng.choice(earlier))] = float(rng.choice(WEIGHTS))
        nodes[id] = replace(node, exercises=tuple(sorted(kept.items())))
    return Graph(nodes)


def bare(graph: Graph) -> Graph:
    """Without any: what a plain scheduler knows."""
    return Graph({id: replace(n, exercises=()) for id, n in graph.nodes.items()})
