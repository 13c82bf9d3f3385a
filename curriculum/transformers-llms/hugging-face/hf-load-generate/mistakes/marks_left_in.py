"""End marks left in the text

You keep the special tokens when you decode. A row that ends early is filled up with end marks until the longest is done, and all of them stand in your text.
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
    return tokeniser.batch_decode(new, skip_special_tokens=False)
