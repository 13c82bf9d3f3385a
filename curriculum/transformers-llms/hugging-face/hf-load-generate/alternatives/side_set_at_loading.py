"""Padding side and a configuration object"""

import transformers
from transformers import GenerationConfig


def load(folder):
    words = transformers.AutoTokenizer.from_pretrained(folder, padding_side="left", local_files_only=True)
    words.pad_token = words.pad_token or words.eos_token
    net = transformers.AutoModelForCausalLM.from_pretrained(folder, local_files_only=True)
    net.eval()
    return words, net


def batch(tokeniser, prompts):
    return dict(tokeniser(list(prompts), padding="longest", return_tensors="pt"))


def as_chat(tokeniser, question):
    ids = tokeniser.apply_chat_template([dict(role="user", content=question)], add_generation_prompt=True, return_dict=True)["input_ids"]
    return tokeniser.decode(ids)


def continuations(tokeniser, model, prompts, settings):
    config = GenerationConfig(pad_token_id=tokeniser.pad_token_id, eos_token_id=tokeniser.eos_token_id, **settings)
    made = batch(tokeniser, prompts)
    out = model.generate(made["input_ids"], generation_config=config, attention_mask=made["attention_mask"])
    start = made["input_ids"].size(1)
    return [tokeniser.decode(row, skip_special_tokens=True) for row in out[:, start:]]
