"""tokeniser.pad, and special tokens filtered by number"""

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer


def load(folder):
    tokeniser, model = AutoTokenizer.from_pretrained(folder), AutoModelForCausalLM.from_pretrained(folder)
    tokeniser.padding_side = "left"
    if not tokeniser.pad_token:
        tokeniser.pad_token = tokeniser.eos_token
    model.generation_config.pad_token_id = tokeniser.pad_token_id
    return tokeniser, model


def batch(tokeniser, prompts):
    return tokeniser.pad([{"input_ids": tokeniser(p, add_special_tokens=False)["input_ids"]} for p in prompts], return_tensors="pt")


def as_chat(tokeniser, question):
    turns = []
    turns.append({"role": "user", "content": question})
    return tokeniser.apply_chat_template(turns, add_generation_prompt=True, tokenize=False)


def continuations(tokeniser, model, prompts, settings):
    inputs = batch(tokeniser, prompts)
    with torch.no_grad():
        result = model.generate(**inputs, return_dict_in_generate=True, **settings)
    marks = set(tokeniser.all_special_ids)
    width = inputs["input_ids"].shape[-1]
    return [tokeniser.decode([t for t in row[width:].tolist() if t not in marks]) for row in result.sequences]
