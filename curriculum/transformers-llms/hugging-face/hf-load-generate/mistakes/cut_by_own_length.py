"""Cut off at each prompt's own length

You drop as many tokens as the prompt itself has. In a padded row the prompt begins later, so for a short prompt its own end is still there. All rows begin to write in
the same column.
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
    new = [row[int(mask.sum()):] for row, mask in zip(tokens, inputs["attention_mask"])]
    return tokeniser.batch_decode(new, skip_special_tokens=True)
