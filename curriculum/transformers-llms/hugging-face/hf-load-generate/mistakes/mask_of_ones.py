"""A mask that hides nothing

Your mask is 1 everywhere, at the filling too. It has the right shape and says nothing. It must tell text from filling, which is all that it is for.
"""

from transformers import AutoModelForCausalLM, AutoTokenizer


def load(folder):
    tokeniser = AutoTokenizer.from_pretrained(folder)
    if tokeniser.pad_token is None:
        tokeniser.pad_token = tokeniser.eos_token
    return tokeniser, AutoModelForCausalLM.from_pretrained(folder)


def batch(tokeniser, prompts):
    made = tokeniser(prompts, padding=True, padding_side="left", return_tensors="pt")
    made["attention_mask"] = made["attention_mask"] * 0 + 1
    return made


def as_chat(tokeniser, question):
    message = {"role": "user", "content": question}
    return tokeniser.apply_chat_template([message], tokenize=False, add_generation_prompt=True)


def continuations(tokeniser, model, prompts, settings):
    inputs = batch(tokeniser, prompts)
    tokens = model.generate(**inputs, **settings)
    new = tokens[:, inputs["input_ids"].shape[1]:]
    return tokeniser.batch_decode(new, skip_special_tokens=True)
