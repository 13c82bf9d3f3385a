"""The mask stays at home

You hand over the tokens alone. The filling is a token like any other, so the model reads three end marks before a short prompt and counts them as positions. The longest
prompt of a batch is right, the others drift.
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
    tokens = model.generate(inputs["input_ids"], attention_mask=inputs["input_ids"] * 0 + 1, **settings)
    new = tokens[:, inputs["input_ids"].shape[1]:]
    return tokeniser.batch_decode(new, skip_special_tokens=True)
