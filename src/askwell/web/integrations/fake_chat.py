"""A chat that never leaves the house, for tests and the demonstration."""

from dataclasses import dataclass, field


@dataclass
class FakeChat:
    """Notes what was posted; answers what it is told to answer."""

    posted: list[tuple[str, bytes]] = field(default_factory=list)
    status: int = 200
    fault: OSError | None = None

    def __call__(self, address: str, body: bytes) -> int:
        if self.fault is not None:
            raise self.fault
        self.posted.append((address, body))
        return self.status

    def forget(self) -> None:
        self.posted.clear()
        self.status, self.fault = 200, None


FAKE_CHAT = FakeChat()
