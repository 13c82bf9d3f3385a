"""Few-shot examples: near, varied, balanced, within budget."""


def select(query, pool, k, budget):
    """Places of the chosen examples in the pool, the nearest last."""
    raise NotImplementedError
