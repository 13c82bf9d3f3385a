"""Make the model of the answer, load drawn weights by name, and ask for logits, reach and gradients."""

import answer
import torch


def _model(sizes, how, state):
    model = answer.Transformer(*sizes, **how)
    named = {k: p for k, p in model.named_parameters() if not k.startswith("tokens.")}
    if named.keys() != state.keys() - {"tokens"}:
        raise KeyError(f"the parameters have other names than the starter's: {sorted(named.keys() ^ (state.keys() - {'tokens'}))[:3]}")
    (table,) = model.tokens.parameters()
    with torch.no_grad():
        table.copy_(state["tokens"])
        for name, p in named.items():
            p.copy_(state[name])
    return model


def run(sizes, how, state, source, lengths, target):
    """Logits without gradients."""
    with torch.no_grad():
        return {"logits": _model(sizes, how, state)(source, lengths, target)}


def reach(sizes, how, state, source, lengths, target):
    """What changes the logits in the middle of the target."""
    model, words = _model(sizes, how, state), sizes[0]
    at = target.shape[1] // 2

    def changed(row, i):
        others = row.clone()
        others[0, i] = 2 + (others[0, i] - 1) % (words - 2)
        return others

    with torch.no_grad():
        before = model(source, lengths, target)[0, at]
        kinds = {
            "the_token_before_it": (source, changed(target, at - 1)), "the_token_that_it_predicts": (source, changed(target, at)), "a_later_token": (source, changed(target, at + 1)),
            "a_real_source_token": (changed(source, 0), target), "a_padded_source_token": (changed(source, source.shape[1] - 1), target),
        }
        return {k: not torch.allclose(before, model(s, lengths, t)[0, at], atol=1e-5) for k, (s, t) in kinds.items()}


def gradients(sizes, how, state, source, lengths, target):
    """Gradients of the cross-entropy with respect to all parameters; the table's under `tokens`."""
    model = _model(sizes, how, state)
    torch.nn.functional.cross_entropy(model(source, lengths, target).flatten(0, 1), target.flatten(), reduction="sum").backward()
    named = {k: p.grad for k, p in model.named_parameters() if not k.startswith("tokens.")}
    return named | {"tokens": next(iter(model.tokens.parameters())).grad}
