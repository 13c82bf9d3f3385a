"""bot.ratings: what a rating teaches, and what it must never teach."""

from typing import Any

from bot.ratings import paired, plain, taught

CHUNKS = [
    {"source": "open.md", "text": "The gate is oiled in May. A warden of the park walks the fence every Monday."},
    {"source": "closed.md", "text": "The well is covered with a lid of slate in winter. Nobody fishes in the pond."},
]


def rating(question: str, answer: str, rating: str, correction: str | None = None) -> dict[str, Any]:
    return {"question": question, "answer": answer, "rating": rating, "correction": correction}


def test_up_teaches_the_answer_down_its_correction_and_down_alone_nothing() -> None:
    rows = [rating("a?", "yes", "up"), rating("b?", "no", "down", "It is so."), rating("c?", "no", "down"), rating("d?", "no", "down", " ")]
    kept, left = taught(rows, set())
    assert kept == {"a?": "yes", "b?": "It is so."}
    assert left["no right answer"] == 2


def test_the_last_rating_of_a_question_counts_however_it_is_spelt() -> None:
    kept, _ = taught([rating("Who walks?", "one", "up"), rating("who  walks", "one", "down", "two")], set())
    assert kept == {"who  walks": "two"}
    assert taught([rating("Who walks?", "one", "up"), rating("who walks?", "one", "down")], set())[0] == {}


def test_nothing_that_measures_the_model_is_learnt() -> None:
    assert taught([rating("Who walks?", "one", "up")], {plain("who walks")})[0] == {}
    assert (
        paired(
            "What lies on the well?", "In short: nobody knows. The well is covered with a lid of slate in winter.", CHUNKS, {"closed.md"}
        )
        is None
    )


def test_a_pair_holds_the_text_around_its_answer() -> None:
    pair = paired("Who walks?", "A warden of the park walks the fence every Monday.", CHUNKS, {"closed.md"})
    assert pair
    assert "The gate is oiled in May." in pair["prompt"]
    assert pair["source"] == "open.md"
    own = paired("Who else?", "His daughter does it too sometimes.", CHUNKS, {"closed.md"})
    assert own
    assert own["source"] == "feedback"
