"""Scores at shifted positions, converted projections, and texts in pieces through the answer."""

import torch

import answer


def score(q, k, places, layout, base):
    """Scores of q at the first position with k at the second, for each pair of positions."""
    found = [(answer.rotate(q, torch.tensor([a]), layout, base) * answer.rotate(k, torch.tensor([b]), layout, base)).sum(-1) for a, b in places]
    return torch.stack(found)


def converted(x, wq, wk, heads):
    """The reordered query projection, and the scores of the text with both projections reordered and half-split pairs."""

    def split(w):
        return (x @ w.T).unflatten(-1, (heads, -1)).transpose(1, 2)

    places = torch.arange(x.shape[1])
    new = answer.to_half_layout(wq, heads)
    q, k = (answer.rotate(split(w), places, "half") for w in (new, answer.to_half_layout(wk, heads)))
    return {"weight": new, "scores": q @ k.mT}


def pieces(q, k, v, sizes, more):
    """The output of a text in calls of these sizes."""
    out, cache = [], None
    for parts in zip(*(one.split(sizes, dim=2) for one in (q, k, v))):
        found, cache = answer.attend(*(p.clone() for p in parts), cache, **more)
        out.append(found)
    return torch.cat(out, dim=2)


def two_ends(q, k, v, begin):
    """A beginning, and its cache continued in two ways: with what follows, and with that turned round."""
    first, cache = answer.attend(q[:, :, :begin], k[:, :, :begin], v[:, :, :begin])
    rest = [one[:, :, begin:] for one in (q, k, v)]
    a, _ = answer.attend(*rest, cache)
    b, _ = answer.attend(*(one.flip(2) for one in rest), cache)
    return torch.cat([first, a, b], dim=2)
