"""Run an optimiser of the answer over given gradients and report where the parameters went."""

import answer


def follow(kind, params, grads, settings):
    """The parameters after every step, one stack a parameter, and whether step wrote into a gradient."""
    params = [p.copy() for p in params]
    optimiser = getattr(answer, kind)(params, **settings)
    trail, changed = [[] for _ in params], False
    for given in grads:
        handed = [None if g is None else g.copy() for g in given]
        optimiser.step(handed)
        changed = changed or any(h is not None and (h != g).any() for h, g in zip(handed, given))
        for kept, p in zip(trail, params):
            kept.append(p.tolist())
    return {"values": trail, "gradients_changed": bool(changed)}


def long_run(kind, start, gradients, settings, every):
    """One parameter through many steps; only every so many are reported."""
    p = start.copy()
    optimiser = getattr(answer, kind)([p], **settings)
    trail = []
    for t, g in enumerate(gradients, 1):
        optimiser.step([g.copy()])
        if t % every == 0:
            trail.append(p.tolist())
    return {"values": [trail], "gradients_changed": False}


def two_at_once(kind, params, grads, settings):
    """Two optimisers of one class, stepped in turn; each must keep its own state."""
    params = [p.copy() for p in params]
    optimisers = [getattr(answer, kind)([p], **settings) for p in params]
    for given in grads:
        for optimiser, g in zip(optimisers, given):
            optimiser.step([g.copy()])
    return {"values": [p.tolist() for p in params], "gradients_changed": False}
