"""bot.serving: requests are read strictly, the queue has an end, and one bad batch ends nothing."""

import asyncio
import json
import threading
from typing import Any

import pytest

from bot.ground import Extract
from bot.language import faithful
from bot.serving.shapes import Refused, request_of, usage_of
from bot.serving.worker import Full, Job, Worker
from bot.settings import Guard, Serve


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b"{}",
        {"messages": []},
        {"messages": [{"role": "king", "content": "x"}]},
        {"messages": [{"role": "user", "content": " "}]},
        {"messages": [{"role": "user", "content": "x" * 2001}]},
    ],
)
def test_a_body_that_is_no_chat_is_refused(body: Any) -> None:
    with pytest.raises(Refused) as refused:
        request_of(body if isinstance(body, bytes) else json.dumps(body).encode(), Guard())
    assert refused.value.status == 400
    assert refused.value.body()["error"]["message"]


def test_the_last_message_of_the_user_is_the_question() -> None:
    chat = [
        {"role": "user", "content": "one"},
        {"role": "assistant", "content": "x"},
        {"role": "user", "content": [{"type": "text", "text": "two"}]},
        {"role": "assistant", "content": "y"},
    ]
    assert request_of(json.dumps({"messages": chat}).encode(), Guard()).question == "two"


def test_a_large_body_is_413() -> None:
    with pytest.raises(Refused) as refused:
        request_of(b"x" * 70_000, Guard())
    assert refused.value.status == 413


def test_usage_adds_up() -> None:
    assert usage_of("Who?", "The miller.") == {"prompt_tokens": 2, "completion_tokens": 3, "total_tokens": 5}


def test_a_phrase_without_the_number_is_unfaithful() -> None:
    extract = Extract("What did the mill of Tolham cost?", "The mill of Tolham was sold by a widow for 4821 crowns.", ("c",), 0.9, True)
    assert faithful("It was sold for 4821 crowns.", extract)
    assert not faithful("It was sold for crowns.", extract)
    assert not faithful("It was sold for 4821 dollars.", extract)
    assert not faithful("It was sold for 4821 crowns, it was sold for 4821 crowns.", extract)
    assert not faithful("The mill of Tolham.", extract)


def test_asked_when_a_number_is_no_answer() -> None:
    extract = Extract("When was the mill sold?", "The mill was sold by night for 4821 crowns.", ("c",), 0.9, True)
    assert faithful("It was sold for 4821 crowns by night.", extract)
    assert not faithful("The mill was sold at 4821 crowns.", extract)


class Grounds:
    """Stands for the documents: knows nothing, after a signal; fails on the question "fail"."""

    def __init__(self, go: threading.Event) -> None:
        self._go, self.sizes = go, list[int]()

    def extracts(self, questions: list[str]) -> list[Extract]:
        self._go.wait(10)
        self.sizes.append(len(questions))
        if "fail" in questions:
            raise ValueError("fail")
        return [Extract(q, "unknown", (), 0.0, False) for q in questions]


def test_the_queue_has_an_end_and_a_bad_batch_ends_nothing() -> None:
    async def scene() -> tuple[list[object], list[int]]:
        go, loop = threading.Event(), asyncio.get_running_loop()
        grounds = Grounds(go)
        worker = Worker(lambda: (grounds, None), Serve(queue=2, batch=2, batch_wait_ms=50), lambda _: None)  # type: ignore[arg-type, return-value]
        jobs = [Job("fail", loop), *(Job(f"q{i}", loop) for i in range(2))]
        worker.ask(jobs[0])
        worker.ask(jobs[1])
        with pytest.raises(Full):
            worker.ask(jobs[2])
        worker.start()
        go.set()
        said: list[object] = [await asyncio.wait_for(job.said.get(), 10) for job in jobs[:2]]
        worker.ask(jobs[2])
        said.append(await asyncio.wait_for(jobs[2].said.get(), 10))
        worker.stop(5)
        return said, grounds.sizes

    said, sizes = asyncio.run(scene())
    assert [type(s).__name__ for s in said] == ["ValueError", "ValueError", "Answer"]
    assert sizes == [2, 1]
