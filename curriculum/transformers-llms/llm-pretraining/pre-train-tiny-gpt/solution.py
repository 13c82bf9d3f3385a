"""A tiny GPT from the parts of earlier steps."""

import torch
from torch import nn

from earlier.att_masks import causal_mask
from earlier.obj_gpt_causal_loss import causal_loss
from earlier.xf_block import Block
from earlier.xf_embeddings import TokenEmbedding

WIDTH = 44


def windows(ids, length, held):
    before, after = ids[: len(ids) - held], ids[len(ids) - held :]
    starts = torch.arange(len(before) - length + 1)[:, None]
    return before[starts + torch.arange(length)], after[: held // length * length].view(-1, length)


class _GPT(nn.Module):
    def __init__(self, words, context):
        super().__init__()
        self.tokens = TokenEmbedding(words, WIDTH)
        self.places = nn.Embedding(context, WIDTH)
        self.previous = nn.Linear(WIDTH, WIDTH)
        self.block = Block(WIDTH, 4, WIDTH)
        self.norm = nn.LayerNorm(WIDTH)

    def forward(self, ids):
        n = ids.shape[1]
        x = self.tokens(ids)
        before = nn.functional.pad(x[:, :-1], (0, 0, 1, 0))
        x = sum([x, self.places(torch.arange(n)), self.previous(before)])
        return self.tokens.logits(self.norm(self.block(x, causal_mask(n)[None, None])))


def make_model(words, context):
    return _GPT(words, context)


def pretrain(ids, words, context):
    model = make_model(words, context)
    texts = windows(ids, context, context)[0]
    order = torch.randint(len(texts), (400, WIDTH))
    optimiser = torch.optim.AdamW(model.parameters())
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, 0.02, len(order))
    for chosen in order:
        batch = texts[chosen]
        optimiser.zero_grad()
        causal_loss(model(batch), batch).backward()
        optimiser.step()
        schedule.step()
    return model
