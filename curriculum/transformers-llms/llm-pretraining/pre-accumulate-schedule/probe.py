"""Small models in float64, drawn batches and lines of sonnets (data/LICENSE) through the answer."""

import torch

import answer


class Model(torch.nn.Module):
    """Each token by itself: embedding, tanh, linear.  Remembers how many rows each call had."""

    def __init__(self, words, seed, width=6, scale=0.7):
        super().__init__()
        draw = torch.Generator().manual_seed(seed)
        self.table = torch.nn.Parameter(torch.randn(words, width, generator=draw, dtype=torch.float64))
        self.out = torch.nn.Parameter(torch.randn(width, words, generator=draw, dtype=torch.float64) * scale)
        self.rows = []

    def forward(self, tokens):
        self.rows.append(len(tokens))
        return torch.tanh(self.table[tokens]) @ self.out


class Table(Model):
    """The logits of each token are a row of a table."""

    def __init__(self, logits):
        super().__init__(len(logits), 0)
        self.table = torch.nn.Parameter(torch.as_tensor(logits, dtype=torch.float64))
        del self.out

    def forward(self, tokens):
        self.rows.append(len(tokens))
        return self.table[tokens]


def _gradients(model, batches, dirty=False):
    if dirty:
        for p in model.parameters():
            p.grad = torch.ones_like(p)
    loss = answer.accumulate(model, batches)
    grads = [torch.zeros_like(p) if p.grad is None else p.grad for p in model.parameters()]
    most = max((len(x) for x, _ in batches), default=0)
    return {"loss": float(loss), "gradients": [g.detach().numpy() for g in grads], "calls kept apart": len(model.rows) <= len(batches) and max(model.rows, default=0) <= most}


def table(logits, batches):
    return _gradients(Table(logits), batches)


def accumulated(words, seed, batches, dirty=False):
    return _gradients(Model(words, seed), batches, dirty)


def trained(words, seed, updates, peak, warmup, more, scale=0.7):
    """What train returns, the weights afterwards, and whether the model was asked in micro-batches."""
    model = Model(words, seed, scale=scale)
    found = answer.train(model, updates, peak, warmup, **more)
    wanted = [len(x) for batches in updates for x, _ in batches]
    return {"losses": [float(x) for x in found["losses"]], "rates": [float(x) for x in found["rates"]], "weights": [p.detach().numpy() for p in model.parameters()], "calls kept apart": len(model.rows) <= len(wanted)}


def _lines(numbers):
    """Lines of the sonnets as one padded micro-batch: each character predicts the next."""
    with open("data/sonnets.txt", encoding="utf-8") as file:
        text = file.read()
    letters, lines = sorted(set(text)), text.strip().split("\n")
    rows = [[letters.index(c) for c in lines[n]] for n in numbers]
    longest = max(map(len, rows)) - 1
    inputs = torch.tensor([row[:-1] + [0] * (longest - len(row) + 1) for row in rows])
    labels = torch.tensor([row[1:] + [-100] * (longest - len(row) + 1) for row in rows])
    return inputs, labels


def sonnets(seed, updates, peak, warmup, more):
    return trained(64, seed, [[_lines(n) for n in batches] for batches in updates], peak, warmup, more)
