"""A model made small, as a folder that stands alone: its codes, what was left as it is, its configuration and its tokeniser."""

import shutil
from collections import defaultdict
from pathlib import Path
from typing import Any

import safetensors
import torch
import transformers
from safetensors.torch import load_file, save_file
from torch import nn

from bot import weights
from bot.faults import Fault
from bot.files import read_json, write_json
from bot.quantise import Parts, fits, pack, unpack

FILE, CARD = "codes.safetensors", "variant.json"
EMBEDDING = "model.embed_tokens.weight"  # what an output layer without weights of its own shares


def save(model: Any, source: Path, kind: str, folder: Path) -> None:
    """Write the variant `kind` of a model that was loaded from `source`."""
    tensors: Parts = {}
    state = model.state_dict()
    if getattr(model.config, "tie_word_embeddings", False):
        state.pop("lm_head.weight", None)
    for name, value in state.items():
        parts = pack(value.float(), kind) if fits(value) else {"plain": value}
        tensors |= {f"{name}|{part}": piece.contiguous() for part, piece in parts.items()}
    try:
        save_file(tensors, folder / FILE)
    except safetensors.SafetensorError as error:
        raise Fault(f"The variant {kind} could not be written ({error}): is the disk full?") from None
    write_json(folder / CARD, {"kind": kind})
    for file in source.iterdir():
        if file.is_file() and not file.name.startswith("model") and file.suffix in {".json", ".jinja", ".txt", ".model"}:
            shutil.copy(file, folder)


def plain(folder: Path) -> tuple[Any, Any]:
    """The variant as an ordinary model in float32, and its tokeniser. Fault if a file is cut or missing."""
    kept = _read(folder)
    weights.silence()
    try:
        tokeniser = transformers.AutoTokenizer.from_pretrained(folder, local_files_only=True)
        config = transformers.AutoConfig.from_pretrained(folder, local_files_only=True)
    except (OSError, ValueError) as error:
        raise Fault(f"The variant in {folder} lacks its configuration or its tokeniser ({error}): compress the model again.") from None
    maker: Any = transformers.AutoModelForCausalLM
    model = maker.from_config(config, dtype="float32")
    model.load_state_dict({name: unpack(p) if "codes" in p else p["plain"] for name, p in kept.items()}, strict=False)
    model.tie_weights()
    model.train(False)
    return model, tokeniser


def load(folder: Path) -> tuple[Any, Any]:
    """The variant ready to run on its codes, and its tokeniser; an ordinary model's folder is loaded as it is."""
    if not (folder / CARD).exists():
        return weights.load(folder)
    model, tokeniser = plain(folder)
    kept = _read(folder)
    for name, module in list(model.named_modules()):
        tied = f"{name}.weight" if f"{name}.weight" in kept else EMBEDDING
        if isinstance(module, nn.Linear) and "codes" in kept.get(tied, {}):
            above, _, last = name.rpartition(".")
            setattr(model.get_submodule(above), last, Small(kept[tied], module.bias))
    return model, tokeniser


def _read(folder: Path) -> dict[str, Parts]:
    read_json(folder / CARD)
    found: dict[str, Parts] = defaultdict(dict)
    try:
        for key, value in load_file(folder / FILE).items():
            name, _, part = key.partition("|")
            found[name][part] = value
    except (OSError, safetensors.SafetensorError) as error:
        raise Fault(f"{folder / FILE} cannot be read ({error}): compress the model again.") from None
    return found


class Small(nn.Module):
    """A linear layer over codes. Where this processor has kernels for them, in bfloat16; else the matrix is made anew for every call."""

    def __init__(self, parts: Parts, bias: torch.Tensor | None) -> None:
        super().__init__()
        self.parts, self.bias = parts, bias
        self.ready = _kernel_form(parts)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        if self.ready is None:
            return nn.functional.linear(x, unpack(self.parts), self.bias)
        flat = x.reshape(-1, x.shape[-1]).bfloat16()
        codes, scales = self.ready
        if "least" in self.parts:
            out: torch.Tensor = torch.ops.aten._weight_int4pack_mm_for_cpu(flat, codes, 32, scales)
        else:
            out = torch.ops.aten._weight_int8pack_mm(flat, codes, scales)
        wide = out.to(x.dtype).reshape(*x.shape[:-1], -1)
        return wide if self.bias is None else wide + self.bias


def _kernel_form(parts: Parts) -> tuple[torch.Tensor, torch.Tensor] | None:
    """Codes and scales as the kernels of torch want them; None where it has none for this processor or this shape."""
    try:
        if "least" not in parts:
            ready = parts["codes"].clone(), parts["scale"].bfloat16()  # the kernel dies on codes that a mapped file holds at an odd place
            torch.ops.aten._weight_int8pack_mm(torch.zeros(1, ready[0].shape[1], dtype=torch.bfloat16), *ready)
            return ready
        low, high = parts["codes"] & 15, parts["codes"] >> 4
        codes = torch.stack([low, high], dim=-1).reshape(low.shape[0], -1).int()
        scale = parts["scale"].float()
        middle = parts["least"].float() + 8 * scale  # the kernel counts codes from -8
        packed = torch.ops.aten._convert_weight_to_int4pack_for_cpu(codes, 2)
        scales = torch.stack([scale.T, middle.T], dim=-1).bfloat16().contiguous()
        torch.ops.aten._weight_int4pack_mm_for_cpu(torch.zeros(1, codes.shape[1], dtype=torch.bfloat16), packed, 32, scales)
    except (RuntimeError, NotImplementedError, AttributeError):
        return None
    return packed, scales
