"""Each prompt alone, token by token with full passes: no padding, no mask, no generate; templates filled by hand."""

import json
import os

import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer
from transformers import LlamaConfig, LlamaForCausalLM


class _Words:
    def __init__(self, folder):
        self.tokens = Tokenizer.from_file(os.path.join(folder, "tokenizer.json"))
        with open(os.path.join(folder, "tokenizer_config.json")) as f:
            names = json.load(f)
        self.end = self.tokens.token_to_id(names["eos_token"])
        self.pad = self.tokens.token_to_id(names.get("pad_token") or names["eos_token"])

    def read(self, text):
        return self.tokens.encode(text, add_special_tokens=False).ids


def load(folder):
    model = LlamaForCausalLM(LlamaConfig.from_pretrained(folder))
    model.load_state_dict(load_file(os.path.join(folder, "model.safetensors")), strict=False)
    model.tie_weights()
    return _Words(folder), model.eval()


def batch(words, prompts):
    rows = [words.read(p) for p in prompts]
    n = max(map(len, rows))
    return {"input_ids": torch.tensor([[words.pad] * (n - len(r)) + r for r in rows]),
            "attention_mask": torch.tensor([[0] * (n - len(r)) + [1] * len(r) for r in rows])}


def as_chat(words, question):
    if words.tokens.token_to_id("<turn>") is not None:
        return f"<turn>user: {question}\n<turn>model: "
    system = "You are a helpful AI assistant named SmolLM, trained by Hugging Face"
    return f"<|im_start|>system\n{system}<|im_end|>\n<|im_start|>user\n{question}<|im_end|>\n<|im_start|>assistant\n"


@torch.no_grad()
def continuations(words, model, prompts, settings):
    found = []
    for prompt in prompts:
        tokens, new = words.read(prompt), []
        while len(new) < settings["max_new_tokens"] and words.end not in new:
            scores = model(torch.tensor([tokens + new]), use_cache=False).logits[0, -1]
            banned = list(settings.get("suppress_tokens", [])) + [words.end] * (len(new) < settings.get("min_new_tokens", 0))
            scores[banned] = -torch.inf
            new.append(int(scores.argmax()))
        found.append(words.tokens.decode(new, skip_special_tokens=True))
    return found
