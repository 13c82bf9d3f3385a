"""A language model and its tokeniser from a folder on this machine; nothing is ever looked up elsewhere."""

import contextlib
import io
from pathlib import Path
from typing import Any

import transformers

from bot.faults import Fault


def silence() -> None:
    """No bars and no advice of the library on stderr: that is for our own one sentence."""
    logging: Any = transformers.utils.logging
    logging.set_verbosity_error()
    logging.disable_progress_bar()


def load(folder: Path) -> tuple[Any, Any]:
    """The model in float32, ready to be used, and its tokeniser. Fault if the folder is missing, or a file in it is cut or foreign."""
    silence()
    if not (folder / "config.json").is_file():
        raise Fault(f"{folder} holds no language model: name a folder with config.json and model.safetensors.")
    try:
        with contextlib.redirect_stderr(io.StringIO()):
            tokeniser = transformers.AutoTokenizer.from_pretrained(folder, local_files_only=True)
            model = transformers.AutoModelForCausalLM.from_pretrained(folder, local_files_only=True, dtype="float32")
    except Exception as error:  # noqa: BLE001  a cut or foreign file raises many kinds, by library
        said = str(error).strip().splitlines() or [type(error).__name__]
        raise Fault(f"The language model in {folder} cannot be read ({said[0][:150]}): put its files there again.") from None
    model.train(False)
    return model, tokeniser
