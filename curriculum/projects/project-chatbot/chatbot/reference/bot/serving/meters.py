"""What the service counts about itself, for Prometheus."""

from collections.abc import Callable

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

SECONDS = (0.1, 0.25, 0.5, 1, 2, 3, 5, 10, 20, 30, 60)


class Meters:
    """All of them in a registry of their own, so that two services in one process do not count together."""

    def __init__(self, waiting: Callable[[], float]) -> None:
        self._registry = CollectorRegistry()
        self.requests = Counter("bot_requests", "Chat requests by status.", ["status"], registry=self._registry)
        self.seconds = Histogram(
            "bot_request_seconds", "From the request to the end of the answer.", buckets=SECONDS, registry=self._registry
        )
        self.first = Histogram(
            "bot_first_token_seconds", "From the request to the first piece of the answer.", buckets=SECONDS, registry=self._registry
        )
        self.batch = Histogram("bot_batch_size", "Questions answered at once.", buckets=(1, 2, 4, 8, 16), registry=self._registry)
        self.unknown = Counter("bot_unknown", "Answers that say that nothing is known.", registry=self._registry)
        self.tokens = Counter("bot_tokens", "Words and marks of all answers.", registry=self._registry)
        Gauge("bot_waiting", "Questions that wait for their turn.", registry=self._registry).set_function(waiting)

    def statuses(self) -> dict[str, int]:
        """How many chat requests got which status."""
        samples = (sample for metric in self.requests.collect() for sample in metric.samples if sample.name == "bot_requests_total")
        return {sample.labels["status"]: int(sample.value) for sample in samples}

    def page(self) -> bytes:
        """In the text format of Prometheus."""
        return generate_latest(self._registry)
