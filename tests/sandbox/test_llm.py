"""The family `llm`: a real model loads and answers inside the wall, quietly, on one thread, and the hub is closed."""

from __future__ import annotations

from .conftest import Ask

SOURCE = """
import os, sys, torch
from transformers import AutoModelForCausalLM, AutoTokenizer
FOLDER = os.path.join(sys.prefix, "share", "gradus", "smollm2-135m-instruct")

def asked(question):
    tokeniser, model = AutoTokenizer.from_pretrained(FOLDER), AutoModelForCausalLM.from_pretrained(FOLDER)
    batch = tokeniser.apply_chat_template([{"role": "user", "content": question}], add_generation_prompt=True, return_tensors="pt", return_dict=True)
    out = model.generate(**batch, max_new_tokens=12, do_sample=False)[0, batch["input_ids"].shape[1]:]
    return tokeniser.decode(out, skip_special_tokens=True), str(model.dtype), torch.get_num_threads()

def round_trip(text):
    tokeniser = AutoTokenizer.from_pretrained(FOLDER)
    return tokeniser.decode(tokeniser(text)["input_ids"]), len(tokeniser)

def from_the_hub():
    AutoTokenizer.from_pretrained("gpt2")

def writes():
    open(os.path.join(FOLDER, "config.json"), "a")
"""


def test_the_model_answers_in_the_box_and_prints_nothing_of_its_own(ask: Ask) -> None:
    seen = ask(SOURCE, "asked", "What is the capital of France?", family="llm", memory_mb=2048)
    assert seen.seen["p"].value == ("The capital of France is Paris.", "torch.float32", 1), seen
    assert seen.printed == ""


def test_any_text_comes_back_from_its_tokens(ask: Ask) -> None:
    for text in ("def f(x):\n    return x[12345]  # café 🙂", "  two spaces, \t a tab", ""):
        assert ask(SOURCE, "round_trip", text, family="llm", memory_mb=2048).seen["p"].value == (text, 49152)


def test_nothing_is_fetched_and_nothing_of_the_model_is_changed(ask: Ask) -> None:
    for function in ("from_the_hub", "writes"):
        raised = ask(SOURCE, function, family="llm", memory_mb=2048).seen["p"].raised
        assert raised is not None
        assert raised.type == "OSError" or "OSError" in raised.bases
