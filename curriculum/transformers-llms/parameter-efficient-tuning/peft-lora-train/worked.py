"""The figures of the lesson: the sizes of the example, and three runs of each way to tune."""

import torch
from answer import adapt, counts
from probe import LETTERS, _batches, base, small, write

WORDS = "amaz basis boy check days duff fife glory heath jew light mean open power rump sharp stars theme unity wolf".split()


def worked():
    """Shares, words written right, and the counts of a small model."""
    width, heads, inner, blocks, rank = 16, 2, 32, 1, 1
    plain = counts(small([8, 6, width, heads, inner, blocks], 1))[1]
    little, now = counts(adapt(small([8, 6, width, heads, inner, blocks], 1), ["q", "v"], rank))
    sizes = counts(base())[1]
    spread = [counts(adapt(base(), names, r))[0] / sizes for names, r in ((["q", "v"], 2), (["q", "k", "v", "o", "up", "down"], 1))]
    told = [8, 6, width, inner, rank, 2 * (width + width), plain, little, now, little / plain, 2, 96, sizes, int(sizes * 0.02), spread, spread[0] / 2]
    rates = [0.003, 0.05, 0.001]
    for said, found in ((100, _right(rates[0], None)), (99, _right(rates[1], ["q", "v"]))):
        if abs(said - found) > 2:
            raise ValueError(f"{found:.1f} % of the words are right, not {said} %")
    for least, most, found in ((20, 90, _right(rates[1], ["q", "v"], last=True)), (25, 75, _right(rates[2], ["q", "k", "v", "o", "up", "down"], 1))):
        if not least <= found <= most:
            raise ValueError(f"{found:.1f} % of the words are right, not {least} to {most} %")
    return [told, rates]


def _right(rate, names, rank=2, last=False):
    """Per cent of words written right, the mean of two runs."""
    total = 0
    prompts = torch.tensor([[LETTERS.index(c) for c in f"M{w}=".ljust(7)] for w in WORDS])
    for seed in (1, 2):
        torch.manual_seed(seed)
        model = base() if names is None else adapt(base(), names, rank)
        for p in model.blocks[0].parameters() if last else ():
            p.requires_grad_(False)
        batches = _batches(seed)
        optimiser = torch.optim.AdamW([p for p in model.parameters() if p.requires_grad])
        schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, rate, len(batches))
        for ids, labels in batches:
            optimiser.zero_grad()
            torch.nn.functional.cross_entropy(model(ids).mT, labels).backward()
            optimiser.step()
            schedule.step()
        with torch.no_grad():
            rows = write(model, prompts, torch.tensor([len(w) + 2 for w in WORDS])).tolist()
        total += sum("".join(LETTERS[i] for i in row) .startswith(f"{w[1:]}{w[0]}=") for row, w in zip(rows, WORDS))
    return total / len(WORDS) / 2 * 100
