"""A small model folder made on the spot, and the real one beside the interpreter; each is loaded once."""

import functools
import os
import sys

import torch
from tokenizers import AddedToken, Tokenizer, decoders, models
from transformers import LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast

import answer

REAL = os.path.join(sys.prefix, "share", "gradus", "smollm2-135m-instruct")
LETTERS = "abcdefghijklmnopqrstuvwxyz .,:?\n"
TEMPLATE = "{% for m in messages %}<turn>{{ m.role }}: {{ m.content }}\n{% endfor %}{% if add_generation_prompt %}<turn>model: {% endif %}"


def _make(folder, seed, pads):
    """One token a letter, from 3 on; 0 ends, 1 pads (if there is one), 2 opens a turn."""
    words = {"<end>": 0, "<pad>": 1, "<turn>": 2} | {c: i for i, c in enumerate(LETTERS, 3)}
    made = Tokenizer(models.BPE(vocab=words, merges=[]))
    made.decoder = decoders.Fuse()
    marks = ("<end>", "<pad>", "<turn>") if pads else ("<end>", "<turn>")
    made.add_special_tokens([AddedToken(w, special=True, normalized=False) for w in marks])
    padding = {"pad_token": "<pad>"} if pads else {}
    tokeniser = PreTrainedTokenizerFast(tokenizer_object=made, bos_token="<turn>", eos_token="<end>", clean_up_tokenization_spaces=False, **padding)
    tokeniser.chat_template = TEMPLATE
    torch.manual_seed(seed)
    sizes = {"hidden_size": 32, "intermediate_size": 48, "num_hidden_layers": 2, "num_attention_heads": 2, "num_key_value_heads": 1}
    config = LlamaConfig(vocab_size=len(words), initializer_range=0.6, bos_token_id=2, eos_token_id=0, pad_token_id=1 if pads else None, **sizes)
    LlamaForCausalLM(config).save_pretrained(folder)
    tokeniser.save_pretrained(folder)


@functools.cache
def _loaded(seed, pads):
    """What the answer's load returns; the folder of seed 0 is the real one."""
    folder = REAL
    if seed:
        folder = f"model{seed}{pads}"
        _make(folder, seed, pads)
    found = answer.load(folder)
    if not isinstance(found, (tuple, list)) or len(found) != 2:
        raise TypeError(f"load must return the pair (tokeniser, model), not {type(found).__name__}")
    return found


def batched(seed, pads, prompts):
    """The two tensors of a batch."""
    found = answer.batch(_loaded(seed, pads)[0], list(prompts))
    return {name: found[name] for name in ("input_ids", "attention_mask")}


def chat(seed, pads, question):
    """The conversation as text."""
    return answer.as_chat(_loaded(seed, pads)[0], question)


def continued(seed, pads, prompts, settings):
    """The continuations."""
    tokeniser, model = _loaded(seed, pads)
    return answer.continuations(tokeniser, model, list(prompts), dict(settings))
