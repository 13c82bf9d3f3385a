"""Ask the parts of a training program for what can be known exactly, then train it and look at held-out rows."""

import os

import live
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

import answer


def _model(seed, inputs, classes):
    """A model that behaves differently in training: batch normalisation, and dropout where it is asked for."""
    torch.manual_seed(seed)
    return nn.Sequential(nn.Linear(inputs, 8), nn.BatchNorm1d(8), nn.ReLU(), nn.Linear(8, classes))


def worked():
    """One weight a class, starting at 0; the second example has input 0 and says nothing."""
    model = nn.Linear(1, 2, bias=False)
    nn.init.zeros_(model.weight)
    data = TensorDataset(torch.tensor([[2.0], [0.0]]), torch.tensor([0, 1]))
    loss = answer.train_epoch(model, DataLoader(data, batch_size=1), torch.optim.SGD(model.parameters(), lr=0.5))
    return {"loss": float(loss), "weights": model.weight.tolist()}


def epochs(seed, X, y, classes, batch_size, settings, times):
    """Weights, running statistics and losses after some epochs in a fixed order; the model comes in evaluation mode."""
    model = _model(seed, X.shape[1], classes).eval()
    optimiser = torch.optim.SGD(model.parameters(), **settings)
    loader = DataLoader(TensorDataset(X, y), batch_size=batch_size)
    losses = []
    for _ in range(times):
        losses.append(float(answer.train_epoch(model, loader, optimiser)))
        model.eval()
    return {"loss": losses, "weights": [p.detach() for p in model.parameters()], "statistics": [model[1].running_mean, model[1].running_var]}


def classes_of(seed, X, classes):
    """Predictions of a model that comes in training mode, and its running statistics afterwards."""
    model = _model(seed, X.shape[1], classes)
    model.insert(3, nn.Dropout(0.5))
    with torch.no_grad():
        model[1].running_mean.normal_()
        model[1].running_var.uniform_(0.2, 2.0)
    model.train()
    found = answer.predict(model, X)
    return {"classes": found, "statistics": [model[1].running_mean, model[1].running_var]}


def new_model(X, classes):
    """The shape of a new model's logits, and whether they are shares already."""
    model = answer.make_model(X.shape[1], classes)
    if not isinstance(model, nn.Module):
        raise TypeError(f"make_model must return a torch module, not {type(model).__name__}")
    logits = model.eval()(X)
    shares = bool((logits >= 0).all() and torch.allclose(logits.sum(-1), torch.ones(())))
    return {"shape": list(logits.shape), "shares": shares}


def passes(n, batch_size):
    """What two passes over a loader bring: row i has input (i, 2i) and label i % 3."""
    X = torch.arange(n)[:, None] * torch.tensor([[1.0, 2.0]])
    loader = answer.make_loader(X, torch.arange(n) % 3, batch_size)
    seen = [[(x, y) for x, y in loader] for _ in range(2)]
    rows = [torch.cat([x[:, 0] for x, _ in one]).long() for one in seen]
    labels = [torch.cat([y for _, y in one]) for one in seen]
    return {
        "sizes": [[len(y) for _, y in one] for one in seen],
        "every_row_once": all(sorted(r.tolist()) == list(range(n)) for r in rows),
        "labels_belong": all(bool((r % 3 == y).all()) for r, y in zip(rows, labels)),
        "in_given_order": any(r.tolist() == sorted(r.tolist()) for r in rows),
        "same_order_twice": rows[0].tolist() == rows[1].tolist(),
    }


def _train(X, y, classes, epochs, batch_size):
    """Train, then load what was saved: (losses, what was saved, the reloaded model or None)."""
    losses = answer.fit(X, y, classes, epochs, batch_size, "model.pt")
    model = answer.make_model(X.shape[1], classes)
    if not os.path.exists("model.pt"):
        return losses, "no file", None
    try:
        state = torch.load("model.pt", weights_only=True)
    except Exception:
        return losses, "not plain tensors", None
    finally:
        os.remove("model.pt")
    if not isinstance(state, dict) or not all(isinstance(v, torch.Tensor) for v in state.values()):
        return losses, "not a dict of tensors", None
    try:
        model.load_state_dict(state)
    except RuntimeError:
        return losses, "a state that does not fit make_model", None
    return losses, "the state", model


def _count(losses):
    return len(losses) if isinstance(losses, (list, tuple)) and all(isinstance(v, float) for v in losses) else -1


def saved(X, y, classes, epochs, batch_size):
    """What fit leaves on disk, and how many losses it tells."""
    losses, what, _ = _train(X, y, classes, epochs, batch_size)
    return {"saved": what, "losses": _count(losses)}


def _watched(train_epoch):
    """The same function, and each loss it returns is shown while the training runs."""
    told = []

    def watched(*args, **kwargs):
        loss = train_epoch(*args, **kwargs)
        if isinstance(loss, float):
            told.append(loss)
            live.report(epoch=len(told), loss=loss)
        return loss

    return watched


def trained(X, y, classes, epochs, batch_size, held_out):
    """Predictions of the reloaded model for rows it has not seen; the losses are shown as they come."""
    answer.train_epoch = _watched(answer.train_epoch)
    _, what, model = _train(X, y, classes, epochs, batch_size)
    if model is None:
        return {"saved": what, "predictions": [-1] * len(held_out)}
    model.eval()
    with torch.no_grad():
        return {"saved": what, "predictions": model(held_out).argmax(1).tolist()}
