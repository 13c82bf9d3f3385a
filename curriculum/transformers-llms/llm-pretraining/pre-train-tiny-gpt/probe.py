"""Look at a new model, then train one on Macbeth (data/LICENSE) and look at held-out text."""

import answer
import torch


def _sees_later(model, ids):
    """Do logits of earlier places change when the last half of the places does?"""
    half = (ids.shape[1] + 1) // 2
    other = ids.clone()
    other[:, half:] = (other[:, half:] + 1) % (int(ids.max()) + 1)
    return not torch.allclose(model(ids)[:, :half], model(other)[:, :half], atol=1e-4)


def new(words, context, ids):
    """Shape of a new model's logits, and whether it looks ahead."""
    model = answer.make_model(words, context).eval()
    with torch.no_grad():
        return {"shape": list(model(ids).shape), "sees_later": _sees_later(model, ids)}


def trained(letters, context, held):
    """The logits of a trained model for held-out windows."""
    with open("data/macbeth.txt", encoding="ascii") as file:
        ids = torch.tensor([letters.index(c) for c in file.read()])
    model = answer.pretrain(ids, len(letters), context)
    if not isinstance(model, torch.nn.Module):
        raise TypeError(f"pretrain must return a torch module, not {type(model).__name__}")
    model.eval()
    with torch.no_grad():
        logits = model(held)
        return {"shape": list(logits.shape), "sees_later": _sees_later(model, held), "logits": logits}
