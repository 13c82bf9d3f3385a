"""Cut off by the number of characters

You decode all of a row and drop as many characters as the prompt has. Decoding leaves special marks out, so a prompt with marks in it is shorter afterwards and you cut
into the answer. Count tokens, not characters.
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
    return [t[len(p):] for p, t in zip(prompts, tokeniser.batch_decode(tokens, skip_special_tokens=True))]
