"""Each prompt by itself, padded by hand"""

import torch
from transformers import LlamaForCausalLM, PreTrainedTokenizerFast


def load(folder):
    return PreTrainedTokenizerFast.from_pretrained(folder), LlamaForCausalLM.from_pretrained(folder, dtype=torch.float32)


def batch(tokeniser, prompts):
    filler = tokeniser.pad_token_id if tokeniser.pad_token_id is not None else tokeniser.eos_token_id
    rows = [torch.tensor(tokeniser.encode(p, add_special_tokens=False)) for p in prompts]
    n = max(len(r) for r in rows)
    ids = torch.stack([torch.nn.functional.pad(r, (n - len(r), 0), value=filler) for r in rows])
    mask = torch.stack([torch.arange(n) >= n - len(r) for r in rows]).long()
    return {"input_ids": ids, "attention_mask": mask}


def as_chat(tokeniser, question):
    return tokeniser.apply_chat_template([{"role": "user", "content": question}], tokenize=False, add_generation_prompt=True)


def continuations(tokeniser, model, prompts, settings):
    texts = []
    for prompt in prompts:
        ids = torch.tensor([tokeniser.encode(prompt, add_special_tokens=False)])
        with torch.inference_mode():
            out = model.generate(ids, attention_mask=torch.ones_like(ids), **settings)[0]
        texts.append(tokeniser.decode(out[ids.shape[1]:], skip_special_tokens=True))
    return texts
