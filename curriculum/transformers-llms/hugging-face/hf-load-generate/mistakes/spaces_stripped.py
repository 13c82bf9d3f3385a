"""Spaces at the ends are cut away

You strip the text. The first new token usually begins with the space that belongs between the prompt and the next word; without it the two cannot be joined again.
"""

from transformers import AutoModelForCausalLM, AutoTokenizer


def load(folder):
    tokeniser = AutoTokenizer.from_pretrained(folder)
    if tokeniser.pad_token is None:
        tokeniser.pad_token = tokeniser.eos_token
    return tokeniser, AutoModelForCausalLM.from_pretrained(folder)


def batch(tokeniser, prompts):
    return tokeniser(prompts, padding=True, padding_side="left", return_tensors="pt")


def as_chat(tokeniser, question):
    message = {"role": "user", "content": question}
    return tokeniser.apply_chat_template([message], tokenize=False, add_generation_prompt=True)


def continuations(tokeniser, model, prompts, settings):
    inputs = batch(tokeniser, prompts)
    tokens = model.generate(**inputs, **settings)
    new = tokens[:, inputs["input_ids"].shape[1]:]
    return [t.strip() for t in tokeniser.batch_decode(new, skip_special_tokens=True)]
