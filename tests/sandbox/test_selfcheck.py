"""The self-check tries each property for real, and says where a lower wall does not hold it."""

from __future__ import annotations

from gradus.sandbox import selfcheck
from gradus.sandbox.selfcheck import MEMORY, TIME
from gradus.vocabulary import Wall


def test_every_property_holds_in_a_box_and_only_limits_behind_a_process(wall: Wall) -> None:
    result = selfcheck.selfcheck()
    assert result.level is wall
    if wall is Wall.BOX:
        assert all(result.properties.values()), result.properties
    else:
        assert result.properties[MEMORY]
        assert result.properties[TIME]
        assert not all(result.properties.values())
        assert "not locked in" in result.say


def test_the_files_of_the_service_are_not_in_a_box(wall: Wall) -> None:
    if wall is not Wall.BOX:
        assert not selfcheck.selfcheck(wall).properties[selfcheck.FILES]
