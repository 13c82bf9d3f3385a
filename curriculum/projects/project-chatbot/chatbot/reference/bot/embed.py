"""Sentences to vectors, with the sentence model MiniLM: equal meaning, near vectors."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from bot.faults import Fault

WORD_PIECES = 256  # what the model was trained on; the rest of a longer text is not seen
Vectors = npt.NDArray[np.float32]


class Embedder:
    """The model, loaded once. Fault when its folder is missing or damaged."""

    def __init__(self, folder: Path, threads: int) -> None:
        import torch  # here and not above, so that a command that refuses its input does not wait for it
        from transformers import AutoModel, AutoTokenizer
        from transformers.utils import logging

        torch.set_num_threads(threads)
        reports: Any = logging
        reports.disable_progress_bar()
        try:
            self._tokenizer = AutoTokenizer.from_pretrained(folder, local_files_only=True)
            self._model = AutoModel.from_pretrained(folder, local_files_only=True, dtype=torch.float32).eval()
        except Exception as error:  # every library below has errors of its own for a file that is cut or missing
            raise Fault(
                f"The sentence model in {folder} cannot be loaded ({type(error).__name__}): install it again, then give the same command."
            ) from error
        self.dimensions = int(self._model.config.hidden_size)

    def vectors(self, texts: Sequence[str], batch: int = 16) -> Vectors:
        """(n, dimensions), each row of length 1: the mean over the word pieces of the last layer. Texts of like length share a batch, so little is padding."""
        import torch

        made = np.zeros((len(texts), self.dimensions), np.float32)
        order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
        for start in range(0, len(order), batch):
            rows = order[start : start + batch]
            given = self._tokenizer([texts[i] for i in rows], padding=True, truncation=True, max_length=WORD_PIECES, return_tensors="pt")
            with torch.inference_mode():
                states = self._model(**given).last_hidden_state
            mask = given["attention_mask"].unsqueeze(-1).float()
            means = (states * mask).sum(1) / mask.sum(1).clamp(min=1)
            made[rows] = torch.nn.functional.normalize(means, dim=1).numpy()
        return made
