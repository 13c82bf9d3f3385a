"""The curriculum that travels with Gradus: the roadmap is whole, and its names fit the map."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from gradus.content.read import read
from gradus.content.renamed import renamed
from gradus.vocabulary import Roadmap

FOLDER = Path(__file__).resolve().parents[2] / "curriculum"


@pytest.fixture(scope="module")
def roadmap() -> Roadmap:
    return read(FOLDER)


def test_it_has_every_track_concept_step_row_and_item(roadmap: Roadmap) -> None:
    assert len(roadmap.tracks) == 19
    assert len(roadmap.concepts) == 128
    assert len(roadmap.planned) == 380 + 11  # the roadmap's own, and the stages of the chatbot
    assert len(roadmap.seed_rows) == 110
    assert sum(len(r.items) for r in roadmap.seed_rows) == 432


def test_every_short_name_fits_its_card_and_none_is_used_twice(roadmap: Roadmap) -> None:
    shorts = [c.short for c in roadmap.concepts.values()]
    assert len(set(shorts)) == len(shorts)
    for short in shorts:
        assert 0 < len(short) <= 24
        assert max(map(len, short.split())) <= 14
        assert len(textwrap.wrap(short, 15, break_on_hyphens=False)) <= 2
    assert all(0 < len(t.short) <= 15 for t in roadmap.tracks)


def test_the_links_of_the_roadmap_stand_at_their_concepts(roadmap: Roadmap) -> None:
    links = [r for c in roadmap.concepts.values() for r in c.resources]
    assert len(links) > 200
    assert all(r.url.startswith(("https://", "http://")) and r.title and r.doc in ("genai", "aie") for r in links)


def test_prerequisites_have_no_cycle_and_name_concepts(roadmap: Roadmap) -> None:
    assert not [f for f in roadmap.findings if f.path.endswith("roadmap.yaml")]


def test_renamed_toml_can_be_read(roadmap: Roadmap) -> None:
    assert set(renamed(FOLDER).values()) <= {*roadmap.planned, "retired"}
