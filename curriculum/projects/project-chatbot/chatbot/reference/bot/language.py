"""A language model that says in its own order of words what was extracted: the small one, or another that bot.toml names.

The small model invents what it does not know. So it may only use the tokens of the question and of the extracted sentences, and what it says
counts only if no number and no name of those sentences is missing; else the sentences themselves are the answer.
"""

import os
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Protocol

import torch

from bot.faults import Fault
from bot.ground import Extract
from bot.settings import Settings
from bot.weights import load
from bot.words import words

ASK = "Answer the question in one sentence, using only the text."
ALLOWED = " the a an is are was were it of in by for to and or not on at with from as that this be has have had . , The It"
Heard = Callable[[int, str], None]  # (which question, the piece of text that was just said)


class Phraser(Protocol):
    """Says what was extracted; the answers come back in order."""

    def say(self, extracts: Sequence[Extract], heard: Heard | None = None) -> list[str]: ...


def faithful(phrase: str, extract: Extract) -> bool:
    """It uses only words of the question and the sentences, drops no number and no name that the sentences add, and does not go in circles.

    Asked who, when, where or why, it drops no word that they add: which of them is the answer is not known here, and a number is none.
    """
    source = set(words(f"{extract.text} {extract.question} {ALLOWED}"))
    told = set(words(phrase))
    names = re.findall(r"(?<=[^.!?] )[A-Z]\w+|\w*\d[\w.,:%-]*\w|\d", extract.text)
    needed = {w for name in names for w in words(name)} - set(words(extract.question))
    if re.search(r"\b(?:who|whom|whose|when|where|why)\b", extract.question, re.IGNORECASE):
        needed = set(words(extract.text)) - set(words(extract.question))
    new = told - set(words(extract.question))
    return bool(new) and told <= source and needed <= told and not circles(words(phrase), 3)


def circles(said: Sequence[object], run: int) -> bool:
    """Whether a run of so many words or tokens occurs twice: a small model that found no end says the same again and again."""
    runs = [tuple(said[i : i + run]) for i in range(len(said) - run + 1)]
    return len(set(runs)) < len(runs)


class SmallModel:
    """The model in a folder, on the processor, with an adapter if one is named; greedy, so the same question has the same answer.

    Fault when the folder is missing or damaged.
    """

    def __init__(self, folder: Path, settings: Settings, adapter: Path | None = None) -> None:
        torch.set_num_threads(settings.compute.threads)
        self._model, self._tokenizer = load(folder)
        if adapter:
            from peft import PeftModel

            self._model = PeftModel.from_pretrained(self._model, adapter).merge_and_unload()
        self._tokenizer.padding_side = "left"
        self._most = settings.answer.max_new_tokens
        self._always = set(self._tokenizer.encode(ALLOWED))

    def _allowed(self, extracts: Sequence[Extract]) -> torch.Tensor:
        """(n, vocabulary): 0 where a row may say the token, else -inf."""
        mask = torch.full((len(extracts), self._model.config.vocab_size), -torch.inf)
        for row, extract in enumerate(extracts):
            texts = [f"{lead}{text}" for text in (extract.text, extract.question) for lead in ("", " ")]
            tokens = self._always.union(*(self._tokenizer.encode(text) for text in texts), {self._tokenizer.eos_token_id})
            mask[row, list(tokens)] = 0.0
        return mask

    def say(self, extracts: Sequence[Extract], heard: Heard | None = None) -> list[str]:
        """One sentence for each extract, all at once; `heard` is told each piece as it comes."""
        chats = [
            [{"role": "system", "content": ASK}, {"role": "user", "content": f"Text: {e.text}\nQuestion: {e.question}"}] for e in extracts
        ]
        prompts = [self._tokenizer.apply_chat_template(chat, tokenize=False, add_generation_prompt=True) for chat in chats]
        given = self._tokenizer(prompts, return_tensors="pt", padding=True, add_special_tokens=False)
        mask, tokens, cache = given["attention_mask"], given["input_ids"], None
        allowed, end = self._allowed(extracts), self._tokenizer.eos_token_id
        said: list[list[int]] = [[] for _ in extracts]
        told, done = [""] * len(extracts), [False] * len(extracts)
        with torch.inference_mode():
            for _ in range(self._most):
                places = (mask.cumsum(1) - 1).clamp(min=0)[:, -tokens.shape[1] :]
                seen = self._model(
                    input_ids=tokens, attention_mask=mask, position_ids=places, past_key_values=cache, use_cache=True, logits_to_keep=1
                )
                cache, best = seen.past_key_values, (seen.logits[:, -1] + allowed).argmax(-1)
                for row, token in enumerate(best.tolist()):
                    done[row] = done[row] or token == end
                    if not done[row]:
                        said[row].append(token)
                        told[row] = self._hear(row, said[row], told[row], heard)
                        ended = told[row].rstrip().endswith((".", "?", "!")) and len(said[row]) > 3
                        done[row] = ended or circles(said[row], 8)
                if all(done):
                    break
                tokens, mask = best.unsqueeze(1), torch.cat([mask, mask.new_ones(len(extracts), 1)], 1)
        return [text.strip() for text in told]

    def _hear(self, row: int, said: list[int], before: str, heard: Heard | None) -> str:
        """The text so far; `heard` gets what is new in it, once its last letter is whole."""
        text = str(self._tokenizer.decode(said, skip_special_tokens=True))
        if text.endswith("\ufffd"):
            return before
        if heard and text != before:
            heard(row, text[len(before) :])
        return text


class Endpoint:
    """Any service that speaks OpenAI's API, named in bot.toml. Its words are held to the same rule as the small model's."""

    def __init__(self, settings: Settings) -> None:
        from openai import OpenAI

        options = settings.models
        self._client = OpenAI(
            base_url=options.endpoint, api_key=os.environ.get(options.endpoint_key) or "none", timeout=settings.serve.timeout_s
        )
        self._model, self._most = options.endpoint_model, settings.answer.max_new_tokens

    def say(self, extracts: Sequence[Extract], heard: Heard | None = None) -> list[str]:
        """One answer for each extract; the extracted sentences where the service does not answer."""
        return [self._one(row, extract, heard) for row, extract in enumerate(extracts)]

    def _one(self, row: int, extract: Extract, heard: Heard | None) -> str:
        from openai import OpenAIError

        try:
            made = self._client.chat.completions.create(
                model=self._model,
                max_tokens=self._most,
                temperature=0,
                messages=[
                    {"role": "system", "content": ASK},
                    {"role": "user", "content": f"Text: {extract.text}\nQuestion: {extract.question}"},
                ],
            )
            text = (made.choices[0].message.content or "").strip()
        except OpenAIError:
            text = ""
        if heard and text:
            heard(row, text)
        return text


class Gguf:
    """A GGUF file through llama.cpp. Fault when its library or the file is missing."""

    def __init__(self, settings: Settings) -> None:
        try:
            from llama_cpp import Llama  # type: ignore[import-not-found]

            self._model: Any = Llama(
                settings.models.gguf,
                n_ctx=2048,
                n_threads=settings.compute.threads,
                n_threads_batch=settings.compute.threads,
                verbose=False,
            )
        except ImportError:
            raise Fault("[models] gguf needs llama.cpp: run `pip install llama-cpp-python`, or leave the setting empty.") from None
        except (ValueError, OSError) as error:
            raise Fault(f"{settings.models.gguf} cannot be loaded ({error}): check [models] gguf in bot.toml.") from error
        self._most = settings.answer.max_new_tokens

    def say(self, extracts: Sequence[Extract], heard: Heard | None = None) -> list[str]:
        """One answer for each extract, one after the other."""
        made = []
        for row, e in enumerate(extracts):
            chat = [{"role": "system", "content": ASK}, {"role": "user", "content": f"Text: {e.text}\nQuestion: {e.question}"}]
            made.append(
                self._model.create_chat_completion(chat, max_tokens=self._most, temperature=0)["choices"][0]["message"]["content"].strip()
            )
            if heard:
                heard(row, made[-1])
        return made


def phraser(settings: Settings) -> Phraser | None:
    """The model that bot.toml names; None when phrasing is off."""
    if not settings.answer.phrase:
        return None
    if settings.models.endpoint:
        return Endpoint(settings)
    return Gguf(settings) if settings.models.gguf else SmallModel(settings.language_folder(), settings)
