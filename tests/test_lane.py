"""A lane holds at most one worker, and none that nobody would end."""

from __future__ import annotations

import threading
import time

from gradus.lane import Lane, Lost


def test_a_worker_that_comes_up_while_the_pool_ends_is_ended_by_its_own_lane() -> None:
    lane, said = Lane(), []

    def start() -> None:
        try:
            lane.start()
        except Lost as e:
            said.append(e)

    thread = threading.Thread(target=start)
    thread.start()
    while lane.process is None:
        time.sleep(0.001)
    lane.shut = True  # the worker is under way; whoever shuts the lane finds nothing to end yet
    thread.join(120)
    assert said
    assert not lane.warm
    lane.end()
