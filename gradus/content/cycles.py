"""Cycles in a graph of ids: which edges close one, and the way round."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence


def cycles(graph: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, ...]]:
    """For every edge that closes a cycle, the nodes round it: (a, b, c, a) when the edge is c to a.

    Edges are followed in the order given; without the closing edges the graph has no cycle.  Unknown nodes are ignored.
    """
    done: set[str] = set()
    for start in graph:
        if start in done:
            continue
        path, on_path, stack = [start], {start}, [iter(graph[start])]
        while stack:
            step = next(stack[-1], None)
            if step is None:
                stack.pop()
                node = path.pop()
                on_path.discard(node)
                done.add(node)
            elif step in on_path:
                yield (*path[path.index(step) :], step)
            elif step in graph and step not in done:
                path.append(step)
                on_path.add(step)
                stack.append(iter(graph[step]))
