"""Settings are not passed on

You call generate with numbers of your own. How long a text may get, and which tokens are barred, is decided by whoever calls you.
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
    tokens = model.generate(**inputs, do_sample=False, max_new_tokens=8)
    new = tokens[:, inputs["input_ids"].shape[1]:]
    return tokeniser.batch_decode(new, skip_special_tokens=True)
