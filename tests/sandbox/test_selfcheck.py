"""The self-check tries each property for real, and says where a lower wall does not hold it."""

from __future__ import annotations

from gradus.sandbox import selfcheck
from gradus.sandbox.selfcheck import FILES, NETWORK
from gradus.vocabulary import Wall


def test_what_a_level_promises_is_seen_and_a_bare_process_is_seen_not_to_hold_the_rest(place: str) -> None:
    result = selfcheck.selfcheck()
    assert str(result.level) == place.partition(", ")[0]
    assert result.missing == []
    assert set(result.properties) == selfcheck.EVERY
    if result.level is Wall.PROCESS:
        assert not result.properties[NETWORK]
        assert not result.properties[FILES]
        assert "not locked in" in result.say
    else:
        assert len(result.promised) >= 14
