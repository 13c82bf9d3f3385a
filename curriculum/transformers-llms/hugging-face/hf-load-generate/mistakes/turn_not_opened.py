"""The assistant's turn is not opened

Your conversation ends with the user's turn. The model was trained to see the opening of its own turn before it answers; without it, it may write that mark itself, or go
on in the user's name.
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
    return tokeniser.apply_chat_template([message], tokenize=False)


def continuations(tokeniser, model, prompts, settings):
    inputs = batch(tokeniser, prompts)
    tokens = model.generate(**inputs, **settings)
    new = tokens[:, inputs["input_ids"].shape[1]:]
    return tokeniser.batch_decode(new, skip_special_tokens=True)
