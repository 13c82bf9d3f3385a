"""A mean over the words of the answer: a model that cannot see length needs no leaning."""

import torch
import torch.nn.functional as F


def split(prompts, held):
    numbers = sorted(set(prompts.tolist()))
    late = torch.isin(prompts, torch.tensor(numbers[-held:]))
    return torch.where(~late)[0], torch.where(late)[0]


def last_real(scores, mask):
    last = mask.int().cumsum(1).argmax(1)
    return scores[torch.arange(len(scores)), last]


def pair_loss(chosen, rejected, lean):
    return -F.logsigmoid(chosen - rejected + lean).mean()


def accuracy(first, second, better):
    sign = torch.sign(first - second) * torch.where(better, 1, -1)
    return float(((sign + 1) / 2).mean())


class Words(torch.nn.Module):
    def __init__(self, words):
        super().__init__()
        self.alone = torch.nn.Embedding(words, 1)
        self.together = torch.nn.Embedding(words, 5)

    def forward(self, ids, mask):
        topic = ids[:, :1].expand_as(ids)[..., None]
        worth = self.alone(ids)[..., 0] + self.together(ids).gather(2, topic)[..., 0]
        answer = mask.float()
        answer[:, :2] = 0
        return (worth * answer).sum(1) / answer.sum(1)


def train(pairs, words):
    model = Words(words)
    optimiser = torch.optim.AdamW(model.parameters(), lr=0.03, weight_decay=0.05)
    m = len(pairs["prompt"])
    for _ in range(5):
        order = torch.randperm(m)
        for start in range(0, m, 100):
            some = order[start : start + 100]
            better = model(pairs["chosen"][some], pairs["chosen_mask"][some])
            worse = model(pairs["rejected"][some], pairs["rejected_mask"][some])
            loss = pair_loss(better, worse, torch.zeros_like(better))
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
    return model
